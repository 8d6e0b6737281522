//! Tables of what people type, and what must come of it.

use contract::limits::NAME_CHARS;
use proptest::prelude::*;

use super::*;

mod dates;
mod reaching;
mod showing;

type Read = fn(&str) -> Result<String, Fault>;

fn table(read: Read, rows: &[(&str, Result<&str, Fault>)]) {
    for (typed, expected) in rows {
        assert_eq!(read(typed), expected.map(str::to_owned), "{typed:?}");
    }
}

#[test]
fn names_keep_their_case_and_lose_spare_blanks() {
    table(
        person_name,
        &[
            ("Nguyễn Thị  An ", Ok("Nguyễn Thị An")),
            ("NGUYỄN VĂN A", Ok("NGUYỄN VĂN A")),
            ("Hồng", Ok("Hồng")),
            ("\u{A0}NGUYỄN\u{A0}VĂN\u{A0}\u{A0}A\n", Ok("NGUYỄN VĂN A")),
            ("lê thị b", Ok("lê thị b")),
            ("H’Hen Niê", Ok("H'Hen Niê")),
            ("Y Bliêr Mlô", Ok("Y Bliêr Mlô")),
            ("Nguye\u{302}\u{303}n An", Ok("Nguye\u{302}\u{303}n An")),
            ("Lê-Minh", Ok("Lê-Minh")),
            ("Maria T. Hoa", Ok("Maria T. Hoa")),
            ("阮文安", Ok("阮文安")),
            ("", Err(Fault::Empty)),
            (" \t\n", Err(Fault::Empty)),
            ("-.'", Err(Fault::NotAName)),
            ("An 2", Err(Fault::BadCharacters)),
            ("An 😀", Err(Fault::BadCharacters)),
            ("<b>An</b>", Err(Fault::BadCharacters)),
            ("An\u{202E}", Err(Fault::Invisible)),
            ("A\u{200B}n", Err(Fault::Invisible)),
            ("A\0n", Err(Fault::Invisible)),
            ("\u{301}An", Err(Fault::BadCharacters)),
        ],
    );
}

#[test]
fn a_name_of_a_hundred_characters_is_taken_and_one_more_is_not() {
    let longest = "Ế".repeat(NAME_CHARS);
    assert_eq!(person_name(&longest).as_deref(), Ok(longest.as_str()));
    assert_eq!(
        person_name(&(longest + "a")),
        Err(Fault::TooLong { max: NAME_CHARS })
    );
    assert_eq!(
        person_name(&"a".repeat(10_000)),
        Err(Fault::TooLong { max: NAME_CHARS })
    );
}

#[test]
fn ids_are_read_with_any_grouping() {
    table(
        citizen_id,
        &[
            ("001090123456", Ok("001090123456")),
            (" 001 090 123 456 ", Ok("001090123456")),
            ("001.090.123-456", Ok("001090123456")),
            ("001\u{A0}090\u{A0}123\u{A0}456", Ok("001090123456")),
            ("００１090123456", Ok("001090123456")),
            ("\u{200E}001090123456\u{202C}", Ok("001090123456")),
            ("00109012345", Err(Fault::WrongDigits { found: 11 })),
            ("012345678", Err(Fault::WrongDigits { found: 9 })),
            ("00109012345a", Err(Fault::BadCharacters)),
            ("٠٠١٠٩٠١٢٣٤٥٦", Err(Fault::BadCharacters)),
            ("  ", Err(Fault::Empty)),
        ],
    );
    table(
        identity_number,
        &[
            ("012 345 678", Ok("012345678")),
            ("001090123456", Ok("001090123456")),
            ("0123456789", Err(Fault::WrongDigits { found: 10 })),
        ],
    );
}

#[test]
fn tax_codes_have_ten_digits_and_a_branch_has_three_more() {
    table(
        tax_code,
        &[
            ("0100109106", Ok("0100109106")),
            (" 01 0010 9106 ", Ok("0100109106")),
            ("０１００１０９１０６", Ok("0100109106")),
            ("0100109106-001", Ok("0100109106-001")),
            ("0100109106 001", Ok("0100109106-001")),
            ("0100109106\u{2011}001", Ok("0100109106-001")),
            ("010010910", Err(Fault::WrongDigits { found: 9 })),
            ("001090123456", Err(Fault::WrongDigits { found: 12 })),
            ("MST 0100109106", Err(Fault::BadCharacters)),
            ("", Err(Fault::Empty)),
        ],
    );
}

#[test]
fn codes_and_counts_are_read_leniently_and_kept_strictly() {
    table(
        one_time_code,
        &[
            ("123456", Ok("123456")),
            ("123 456", Ok("123456")),
            ("１２３４５６", Ok("123456")),
            ("12345", Err(Fault::WrongDigits { found: 5 })),
            ("12345a", Err(Fault::BadCharacters)),
            ("", Err(Fault::Empty)),
        ],
    );
    table(
        birth_certificate_code,
        &[
            ("01234.gcs.abcde.26", Ok("01234.GCS.ABCDE.26")),
            ("01234.GCS.ABCDE.2", Err(Fault::NotACode)),
            ("01234-GCS-ABCDE-26", Err(Fault::NotACode)),
            ("0123đ.GCS.ABCDE.26", Err(Fault::NotACode)),
            ("", Err(Fault::Empty)),
        ],
    );
    table(
        count,
        &[
            ("3", Ok("3")),
            ("003", Ok("3")),
            ("0", Ok("0")),
            (" 3 ", Ok("3")),
            ("1.500", Ok("1500")),
            ("-3", Err(Fault::NotANumber)),
            ("1.5", Err(Fault::NotANumber)),
            ("1 2", Err(Fault::NotANumber)),
            ("1,5", Err(Fault::NotANumber)),
            ("ba", Err(Fault::NotANumber)),
            ("12345678", Err(Fault::TooLong { max: 6 })),
            ("", Err(Fault::Empty)),
        ],
    );
    table(
        amount,
        &[
            ("1.000.000 đ", Ok("1000000")),
            ("50000", Ok("50000")),
            ("1.000.000đ", Ok("1000000")),
            ("1.000.000\u{A0}₫", Ok("1000000")),
            ("1,000,000 VND", Ok("1000000")),
            ("1 000 000 ĐỒNG", Ok("1000000")),
            ("50.000 VNĐ", Ok("50000")),
            ("\u{202A}50.000\u{202C}", Ok("50000")),
            ("1,5", Err(Fault::NotANumber)),
            ("1.5", Err(Fault::NotANumber)),
            ("10.00", Err(Fault::NotANumber)),
            ("1.000.000,50", Err(Fault::NotANumber)),
            ("-5", Err(Fault::NotANumber)),
            ("đ", Err(Fault::Empty)),
            ("x", Err(Fault::NotANumber)),
        ],
    );
}

#[test]
fn free_text_keeps_markup_and_emoji_and_loses_what_cannot_be_seen() {
    for (typed, expected) in [
        (" Kính gửi\r\nỦy ban ", Ok("Kính gửi\nỦy ban")),
        ("<b>đậm</b> 😀", Ok("<b>đậm</b> 😀")),
        ("a\u{202E}b\0c", Ok("abc")),
        ("👩\u{200D}👧", Ok("👩\u{200D}👧")),
        (" \n ", Err(Fault::Empty)),
        ("\u{202E}", Err(Fault::Empty)),
        ("\u{200D}", Err(Fault::Empty)),
    ] {
        assert_eq!(
            plain_text(typed, 50),
            expected.map(str::to_owned),
            "{typed:?}"
        );
    }
    assert_eq!(one_line_text("a\r\n\tb", 50), Ok("a b".to_owned()));
    assert_eq!(plain_text(&"ế".repeat(50), 50), Ok("ế".repeat(50)));
    assert_eq!(
        plain_text(&"ế".repeat(51), 50),
        Err(Fault::TooLong { max: 50 })
    );
}

#[test]
fn passwords_are_counted_in_characters_and_left_alone() {
    assert_eq!(password("mật khẩu"), Ok("mật khẩu".to_owned()));
    assert_eq!(password(" 1234567 "), Ok(" 1234567 ".to_owned()));
    assert_eq!(password("1234567"), Err(Fault::TooShort { min: 8 }));
    assert_eq!(password(&"ế".repeat(128)), Ok("ế".repeat(128)));
    assert_eq!(password(&"a".repeat(129)), Err(Fault::TooLong { max: 128 }));
    assert_eq!(password("        "), Err(Fault::Empty));
    assert_eq!(password("1234567\u{202E}8"), Err(Fault::Invisible));
}

const READERS: [Read; 14] = [
    person_name,
    citizen_id,
    identity_number,
    phone,
    email,
    date,
    partial_date,
    one_time_code,
    sign_in_identifier,
    birth_certificate_code,
    count,
    amount,
    password,
    |text| one_line_text(text, 500),
];

proptest! {
    /// Read twice, a text stays what it was after the first reading; so a saved answer is never refused.
    #[test]
    fn a_canonical_text_reads_as_itself(text in any_typed()) {
        for read in READERS {
            if let Ok(canonical) = read(&text) {
                prop_assert_eq!(read(&canonical), Ok(canonical));
            }
        }
        if let Ok(canonical) = plain_text(&text, 4000) {
            prop_assert_eq!(plain_text(&canonical, 4000), Ok(canonical));
        }
    }
}

/// Anything at all, and texts close to what is asked for.
fn any_typed() -> impl Strategy<Value = String> {
    prop_oneof![
        ".*",
        "[0-9]{1,2}[-/. ]?[0-9]{1,2}[-/. ]?[0-9]{4}",
        "[+]?[0-9 .()-]{8,16}",
        " ?[a-zA-Z.+]{1,8}@[a-zA-Z.-]{1,12} ?",
        "[0-9., ]{1,12}[đĐ]?",
        "[A-Za-zÀ-ỹ'’. -]{0,40}",
        "[\u{200b}-\u{2060} \\r\\n\\ta-c]{0,12}",
    ]
}
