//! Folds Vietnamese text: removes case, accents and punctuation, so that «ĐĂNG KÝ» and «dang ky» become equal.
//!
//! Works on composed and decomposed text (Unicode NFC and NFD). Accepts any string.

/// Converts a text to lower case, removes Vietnamese accents, and replaces everything except letters and digits with
/// single spaces.
///
/// `"Đăng ký khai-sinh"` becomes `"dang ky khai sinh"`.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    let mut after_separator = false;
    for letter in text.chars() {
        if is_combining(letter) {
            continue;
        }
        let base = without_accent(to_lower(letter));
        if base.is_alphanumeric() {
            if after_separator && !folded.is_empty() {
                folded.push(' ');
            }
            after_separator = false;
            folded.push(base);
        } else {
            after_separator = true;
        }
    }
    folded
}

/// Converts a text to lower case and keeps the accents.
pub fn to_lower_case(text: &str) -> String {
    text.chars().map(to_lower).collect()
}

/// Whether the text has Vietnamese accents, composed or decomposed.
pub fn has_marks(text: &str) -> bool {
    text.chars().any(|letter| {
        let lower = to_lower(letter);
        is_combining(letter) || without_accent(lower) != lower
    })
}

/// Whether a character is a combining accent, which follows its letter in decomposed text.
pub(crate) fn is_combining(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36F}')
}

/// Converts a Vietnamese letter to lower case.
///
/// The conversion of the standard library needs tables for all scripts, which would make the wasm file larger.
fn to_lower(letter: char) -> char {
    match letter {
        'A'..='Z' => letter.to_ascii_lowercase(),
        'À'..='Ö' | 'Ø'..='Þ' => shift(letter, 0x20),
        'Ă' | 'Đ' | 'Ĩ' | 'Ũ' | 'Ơ' | 'Ư' => shift(letter, 1),
        '\u{1EA0}'..='\u{1EF9}' if u32::from(letter) % 2 == 0 => shift(letter, 1),
        _ => letter,
    }
}

/// The character whose code point is `steps` higher than the code point of `letter`.
fn shift(letter: char, steps: u32) -> char {
    char::from_u32(u32::from(letter) + steps).unwrap_or(letter)
}

/// The base letter of an accented lower-case letter, such as `a` for `ấ`.
fn without_accent(letter: char) -> char {
    match letter {
        'à'..='å' | 'ă' | 'ạ'..='ặ' => 'a',
        'è'..='ë' | 'ẹ'..='ệ' => 'e',
        'ì'..='ï' | 'ĩ' | 'ỉ'..='ị' => 'i',
        'ò'..='ö' | 'ơ' | 'ọ'..='ợ' => 'o',
        'ù'..='ü' | 'ũ' | 'ư' | 'ụ'..='ự' => 'u',
        'ý' | 'ÿ' | 'ỳ'..='ỹ' => 'y',
        // Old converters wrote the Icelandic letter ð in place of đ.
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
    fn removes_case_accents_and_punctuation() {
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
    fn folds_every_vietnamese_letter_to_its_base_letter() {
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
    fn folds_decomposed_text_like_composed_text() {
        assert_eq!(fold("Đa\u{306}ng ky\u{301}"), fold("Đăng ký"));
    }

    #[test]
    fn keeps_accents_in_lower_case() {
        assert_eq!(to_lower_case("THUẾ ĐẤT Ở"), "thuế đất ở");
        assert!(has_marks("thuế") && has_marks("e\u{302}") && !has_marks("thue 123"));
    }

    proptest! {
        #[test]
        fn folding_is_idempotent(text in ".*") {
            let once = fold(&text);
            prop_assert_eq!(fold(&once), once);
        }
    }
}
