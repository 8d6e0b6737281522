//! Choosing province and commune, in Vietnamese.

use crate::i18n::place::PlaceWords;

pub(super) const WORDS: PlaceWords = PlaceWords {
    province: "Tỉnh, thành phố",
    province_prompt: "Chọn tỉnh, thành phố",
    narrow: "Gõ vài chữ để tìm xã, phường",
    narrow_hint: "Không cần gõ dấu, ví dụ: trieu phong",
    commune: "Xã, phường, đặc khu",
    commune_prompt: "Chọn xã, phường, đặc khu",
};
