//! Passwords that attackers guess first: the most common leaked passwords, words related to this portal, and numbers
//! that are printed on an identity card. The response doesn't reveal which of these kinds a refused password belongs
//! to.

use domain::fold::fold;
use domain::format::parse_sign_in_identifier;

/// The most common leaked passwords in lower case, one in each line. Lines that start with `#` name the source.
const LEAKED: &str = include_str!("../../data/leaked_passwords.txt");

/// Words that citizens are likely to choose on a Vietnamese public service portal, without diacritics and spaces.
/// Digits at the start and the end of a password are ignored in the comparison.
const LOCAL_WORDS: [&str; 24] = [
    "motcua",
    "dichvucong",
    "dichvucongquocgia",
    "dichvucongtructuyen",
    "hanhchinhcong",
    "thutuchanhchinh",
    "tructuyen",
    "hoso",
    "congdan",
    "congdanso",
    "doanhnghiep",
    "vneid",
    "cancuoc",
    "cccd",
    "dinhdanh",
    "chinhphu",
    "vietnam",
    "vietnamvodich",
    "matkhau",
    "quenmatkhau",
    "khongbiet",
    "anhyeuem",
    "emyeuanh",
    "giadinh",
];

/// Whether the password is one that attackers guess first.
pub(crate) fn is_common(password: &str) -> bool {
    let lower_case = password.to_lowercase();
    let mut leaked = LEAKED.lines().filter(|line| !line.starts_with('#'));
    let letters = fold(password).replace(' ', "");
    let word = letters.trim_matches(|letter: char| letter.is_ascii_digit());
    leaked.any(|one| one == lower_case)
        || LOCAL_WORDS.contains(&word)
        || parse_sign_in_identifier(password).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn recognises_common_passwords_in_any_spelling() {
        for guessed in [
            "12345678",
            "1Q2w3e4R5t",
            "PassWord1",
            "Một Cửa 2026",
            "dichvucong123",
            "2026VNeID!",
            "mật khẩu 12345",
            "anhyeuem",
            "0912345678",
            "001190000001",
        ] {
            assert!(is_common(guessed), "{guessed}");
        }
    }

    #[test]
    fn accepts_passwords_that_are_not_common() {
        for own in [
            "một câu dễ nhớ",
            "mật khẩu của bà tôi",
            "trời xanh mây trắng",
            "motcua-demo",
            "48151623421",
        ] {
            assert!(!is_common(own), "{own}");
        }
    }

    #[test]
    fn the_list_contains_more_than_3000_passwords() {
        let passwords = LEAKED.lines().filter(|line| !line.starts_with('#'));
        let whole = passwords.filter(|one| one.len() >= 8 && *one == one.to_lowercase());
        assert!(whole.count() > 3_000);
    }
}
