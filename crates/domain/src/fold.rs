//! Folding: Vietnamese text without case, tones and punctuation, so that «ĐĂNG KÝ» and «dang ky» meet.
//!
//! It works on composed and decomposed text alike and must never fail on any string.

/// Lower case, no Vietnamese marks, everything but letters and digits collapsed to single spaces.
///
/// `"Đăng ký  khai-sinh"` becomes `"dang ky khai sinh"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut gap = false;
    for letter in text.chars() {
        if is_combining(letter) {
            continue;
        }
        let plain = unmarked(lower(letter));
        if plain.is_alphanumeric() {
            if gap && !folded.is_empty() {
                folded.push(' ');
            }
            gap = false;
            folded.push(plain);
        } else {
            gap = true;
        }
    }
    folded
}

/// Lower case with the marks kept; for comparing what was typed with marks.
pub fn lower_case(text: &str) -> String {
    text.chars().map(lower).collect()
}

/// Whether the text carries Vietnamese marks, composed or not.
pub fn has_marks(text: &str) -> bool {
    text.chars().any(|letter| {
        let small = lower(letter);
        is_combining(letter) || unmarked(small) != small
    })
}

/// Marks that follow their letter in decomposed text.
pub(crate) fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// The standard library's tables for all scripts cost more bytes on the phone than Vietnamese needs.
fn lower(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => next(letter, 0x20),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => next(letter, 1),
        '\u{1EA0}'..='\u{1EF9}' if u32::from(letter) % 2 == 0 => next(letter, 1),
        _ => letter,
    }
}

fn next(letter: char, steps: u32) -> char {
    char::from_u32(u32::from(letter) + steps).unwrap_or(letter)
}

fn unmarked(letter: char) -> char {
    match letter {
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ë' | 'ẹ'..='ệ' => 'e',
        'ì'..='ï' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='ö' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù'..='ü' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        // The Icelandic letter stands in for đ in text made by old converters.
        'đ' | 'ð' => 'd',
        'ç' => 'c',
        'ñ' => 'n',
        _ => letter,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folding_forgets_case_marks_and_punctuation() {
        for (text, folded) in [
            ("Đăng ký khai sinh", "dang ky khai sinh"),
            ("ĐĂNG KÝ", "dang ky"),
            (
                "  Cấp  Giấy (xác nhận) tình-trạng ",
                "cap giay xac nhan tinh trang",
            ),
            ("hoà hòa thuỷ thủy uý úy", "hoa hoa thuy thuy uy uy"),
            ("ƯỚC MƠ Ẵ ỹ Ỹ ữ ỗ ệ ĩ", "uoc mo a y y u o e i"),
            ("1.001193", "1 001193"),
            ("", ""),
            ("…", ""),
        ] {
            assert_eq!(fold(text), folded, "{text}");
        }
    }

    #[test]
    fn every_vietnamese_vowel_folds_to_its_plain_letter() {
        for (letters, plain) in [
            ("aàáảãạăằắẳẵặâầấẩẫậAÀÁẢÃẠĂẰẮẲẴẶÂẦẤẨẪẬ", 'a'),
            ("eèéẻẽẹêềếểễệEÈÉẺẼẸÊỀẾỂỄỆ", 'e'),
            ("iìíỉĩịIÌÍỈĨỊ", 'i'),
            ("oòóỏõọôồốổỗộơờớởỡợOÒÓỎÕỌÔỒỐỔỖỘƠỜỚỞỠỢ", 'o'),
            ("uùúủũụưừứửữựUÙÚỦŨỤƯỪỨỬỮỰ", 'u'),
            ("yỳýỷỹỵYỲÝỶỸỴ", 'y'),
            ("dđDĐ", 'd'),
        ] {
            for letter in letters.chars() {
                assert_eq!(fold(&letter.to_string()), plain.to_string(), "{letter}");
            }
        }
    }

    #[test]
    fn decomposed_text_folds_like_composed_text() {
        assert_eq!(fold("Đa\u{306}ng ky\u{301}"), fold("Đăng ký"));
    }

    #[test]
    fn lower_case_keeps_the_marks() {
        assert_eq!(lower_case("THUẾ ĐẤT Ở"), "thuế đất ở");
        assert!(has_marks("thuế") && has_marks("e\u{302}") && !has_marks("thue 123"));
    }

    proptest! {
        #[test]
        fn folding_any_text_gives_text_that_folds_to_itself(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
