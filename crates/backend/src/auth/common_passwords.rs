//! Passwords that whoever guesses tries first: what leaks have shown most often, what is made of this portal's own words,
//! and what can be read off an identity card. It never says which of these a password is.

use domain::fold::fold;
use domain::format::sign_in_identifier;

/// The commonest of the leaked ones, in small letters; lines with `#` say where they are from.
const LEAKED: &str = include_str!("../../data/leaked_passwords.txt");

/// What a password on a Vietnamese public service is made of first, folded and without blanks. Digits before and behind
/// don't make it better.
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

/// Whether the password is one of them.
pub(crate) fn is_common(password: &str) -> bool {
    let small = password.to_lowercase();
    let mut leaked = LEAKED.lines().filter(|line| !line.starts_with('#'));
    let letters = fold(password).replace(' ', "");
    let word = letters.trim_matches(|letter: char| letter.is_ascii_digit());
    leaked.any(|one| one == small)
        || LOCAL_WORDS.contains(&word)
        || sign_in_identifier(password).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_everybody_guesses_first_is_known_however_it_is_written() {
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
    fn a_sentence_of_ones_own_is_not_among_them() {
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
    fn the_list_holds_more_than_the_three_thousand_commonest() {
        let passwords = LEAKED.lines().filter(|line| !line.starts_with('#'));
        let whole = passwords.filter(|one| one.len() >= 8 && *one == one.to_lowercase());
        assert!(whole.count() > 3_000);
    }
}
