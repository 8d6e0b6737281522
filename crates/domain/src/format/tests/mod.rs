//! Tests of parsing. Tables list typed texts, each with its canonical value or its error.

use contract::limits::NAME_CHARS;
use proptest::prelude::*;

use super::*;

mod dates;
mod contact;
mod codes;
mod display;

type Parse = fn(&str) -> Result<String, FormatError>;

fn table(parse: Parse, rows: &[(&str, Result<&str, FormatError>)]) {
    for (typed, expected) in rows {
        assert_eq!(parse(typed), expected.map(str::to_owned), "{typed:?}");
    }
}

#[test]
fn parses_names_with_their_case_and_single_spaces() {
    table(
        parse_person_name,
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
            ("", Err(FormatError::Empty)),
            (" \t\n", Err(FormatError::Empty)),
            ("-.'", Err(FormatError::NotAName)),
            ("An 2", Err(FormatError::BadCharacters)),
            ("An 😀", Err(FormatError::BadCharacters)),
            ("<b>An</b>", Err(FormatError::BadCharacters)),
            ("An\u{202E}", Err(FormatError::Invisible)),
            ("A\u{200B}n", Err(FormatError::Invisible)),
            ("A\0n", Err(FormatError::Invisible)),
            ("\u{301}An", Err(FormatError::BadCharacters)),
        ],
    );
}

#[test]
fn mends_look_alike_signs_and_full_width_letters_in_names() {
    table(
        parse_person_name,
        &[
            ("H\u{2CA}Hen Niê", Ok("H'Hen Niê")),
            ("H\u{2BC}Hen Niê", Ok("H'Hen Niê")),
            ("H\u{FF07}Hen Niê", Ok("H'Hen Niê")),
            ("ＮＧＵＹＥＮ Ｖａｎ Ａ", Ok("NGUYEN Van A")),
            ("Lê\u{2011}Minh", Ok("Lê-Minh")),
        ],
    );
}

#[test]
fn refuses_names_that_look_empty_or_like_other_names() {
    table(
        parse_person_name,
        &[
            ("\u{3164}", Err(FormatError::Invisible)),
            ("An\u{115F}", Err(FormatError::Invisible)),
            ("A\u{34F}n", Err(FormatError::Invisible)),
            ("\u{2800}An", Err(FormatError::Invisible)),
            ("Nguy\u{435}n An", Err(FormatError::WrongEncoding)),
            ("Nguyễn Văn \u{410}", Err(FormatError::WrongEncoding)),
            ("\u{391}n", Err(FormatError::WrongEncoding)),
            ("Иван", Ok("Иван")),
            ("𝐀n", Err(FormatError::BadCharacters)),
            ("Anª", Err(FormatError::BadCharacters)),
            ("A\u{301}\u{302}\u{303}n", Ok("A\u{301}\u{302}\u{303}n")),
        ],
    );
    let stacked = ["A", &"\u{301}".repeat(60), "n"].concat();
    assert_eq!(parse_person_name(&stacked), Err(FormatError::BadCharacters));
}

#[test]
fn tells_names_in_the_vni_encoding_from_foreign_names() {
    for vni in [
        "Nguyeãn Vaên A",
        "NGUYEÃN VAÊN A",
        "Traàn Thò Bích",
        "Phaïm Vaên Ñöùc",
        "Voõ Thò Saùu",
        "Leâ Hoaøng",
        "Buøi Kieàu",
    ] {
        assert_eq!(
            parse_person_name(vni),
            Err(FormatError::WrongEncoding),
            "{vni}"
        );
    }
    for name in [
        "Leão",
        "Seán",
        "Michaël",
        "Raphaël",
        "Loïc",
        "Anaïs",
        "João",
        "Müller",
        "Björn",
        "Peña",
        "Søren",
        "Jaén",
        "Noël",
        "Zoë",
        "Hoàng",
        "Hoà",
        "Thuỷ",
        "Quỳnh",
        "Khuê",
        "Nguyễn Thị Oanh",
        "Đặng Thùy Trâm",
        "Lý Thường Kiệt",
        "Ðoàn",
        "Simões",
        "Camões",
        "Ünal",
        "Håkon",
    ] {
        assert_eq!(parse_person_name(name), Ok(name.to_owned()), "{name}");
    }
}

#[test]
fn parses_names_of_organisations_with_digits_and_signs() {
    table(
        |text| parse_organisation_name(text, 200),
        &[
            (
                "Công ty TNHH 1TV  «Sao Mai» & Con",
                Ok("Công ty TNHH 1TV «Sao Mai» & Con"),
            ),
            ("Coâng ty Traàn Vaên", Err(FormatError::WrongEncoding)),
            ("C\u{43E}ng ty A", Err(FormatError::WrongEncoding)),
            ("ＡＢＣ", Ok("ABC")),
            ("\u{3164}", Err(FormatError::Empty)),
            ("123", Err(FormatError::NotAName)),
        ],
    );
}

#[test]
fn limits_names_to_100_characters() {
    let longest = "Ế".repeat(NAME_CHARS);
    assert_eq!(parse_person_name(&longest).as_deref(), Ok(longest.as_str()));
    assert_eq!(
        parse_person_name(&(longest + "a")),
        Err(FormatError::TooLong { max: NAME_CHARS })
    );
    assert_eq!(
        parse_person_name(&"a".repeat(10_000)),
        Err(FormatError::TooLong { max: NAME_CHARS })
    );
}

#[test]
fn parses_citizen_ids_with_any_grouping() {
    table(
        parse_citizen_id,
        &[
            ("001090123456", Ok("001090123456")),
            (" 001 090 123 456 ", Ok("001090123456")),
            ("001.090.123-456", Ok("001090123456")),
            ("001\u{A0}090\u{A0}123\u{A0}456", Ok("001090123456")),
            ("００１090123456", Ok("001090123456")),
            ("\u{200E}001090123456\u{202C}", Ok("001090123456")),
            ("00109012345", Err(FormatError::WrongDigits { found: 11 })),
            ("012345678", Err(FormatError::WrongDigits { found: 9 })),
            ("00109012345a", Err(FormatError::BadCharacters)),
            ("٠٠١٠٩٠١٢٣٤٥٦", Err(FormatError::BadCharacters)),
            ("  ", Err(FormatError::Empty)),
        ],
    );
    table(
        parse_identity_number,
        &[
            ("012 345 678", Ok("012345678")),
            ("001090123456", Ok("001090123456")),
            ("0123456789", Err(FormatError::WrongDigits { found: 10 })),
        ],
    );
}

#[test]
fn parses_tax_codes_of_organisations_and_branches() {
    table(
        parse_tax_code,
        &[
            ("0100109106", Ok("0100109106")),
            (" 01 0010 9106 ", Ok("0100109106")),
            ("０１００１０９１０６", Ok("0100109106")),
            ("0100109106-001", Ok("0100109106-001")),
            ("0100109106 001", Ok("0100109106-001")),
            ("0100109106\u{2011}001", Ok("0100109106-001")),
            ("010010910", Err(FormatError::WrongDigits { found: 9 })),
            ("001090123456", Err(FormatError::WrongDigits { found: 12 })),
            ("MST 0100109106", Err(FormatError::BadCharacters)),
            ("", Err(FormatError::Empty)),
        ],
    );
}

#[test]
fn parses_codes_and_numbers_as_people_write_them() {
    table(
        parse_one_time_code,
        &[
            ("123456", Ok("123456")),
            ("123 456", Ok("123456")),
            ("１２３４５６", Ok("123456")),
            ("12345", Err(FormatError::WrongDigits { found: 5 })),
            ("12345a", Err(FormatError::BadCharacters)),
            ("", Err(FormatError::Empty)),
        ],
    );
    table(
        parse_birth_certificate_code,
        &[
            ("01234.gcs.abcde.26", Ok("01234.GCS.ABCDE.26")),
            ("01234.GCS.ABCDE.2", Err(FormatError::NotACode)),
            ("01234-GCS-ABCDE-26", Err(FormatError::NotACode)),
            ("0123đ.GCS.ABCDE.26", Err(FormatError::NotACode)),
            ("", Err(FormatError::Empty)),
        ],
    );
    table(
        parse_count,
        &[
            ("3", Ok("3")),
            ("003", Ok("3")),
            ("0", Ok("0")),
            (" 3 ", Ok("3")),
            ("1.500", Ok("1500")),
            ("-3", Err(FormatError::NotANumber)),
            ("1.5", Err(FormatError::NotANumber)),
            ("1 2", Err(FormatError::NotANumber)),
            ("1,5", Err(FormatError::NotANumber)),
            ("ba", Err(FormatError::NotANumber)),
            ("12345678", Err(FormatError::TooLong { max: 6 })),
            ("", Err(FormatError::Empty)),
        ],
    );
    table(
        parse_amount,
        &[
            ("1.000.000 đ", Ok("1000000")),
            ("50000", Ok("50000")),
            ("1.000.000đ", Ok("1000000")),
            ("1.000.000\u{A0}₫", Ok("1000000")),
            ("1,000,000 VND", Ok("1000000")),
            ("1 000 000 ĐỒNG", Ok("1000000")),
            ("50.000 VNĐ", Ok("50000")),
            ("\u{202A}50.000\u{202C}", Ok("50000")),
            ("1,5", Err(FormatError::NotANumber)),
            ("1.5", Err(FormatError::NotANumber)),
            ("10.00", Err(FormatError::NotANumber)),
            ("1.000.000,50", Err(FormatError::NotANumber)),
            ("-5", Err(FormatError::NotANumber)),
            ("đ", Err(FormatError::Empty)),
            ("x", Err(FormatError::NotANumber)),
        ],
    );
}

#[test]
fn keeps_markup_and_emoji_and_drops_invisible_characters_in_free_text() {
    for (typed, expected) in [
        (" Kính gửi\r\nỦy ban ", Ok("Kính gửi\nỦy ban")),
        ("<b>đậm</b> 😀", Ok("<b>đậm</b> 😀")),
        ("a\u{202E}b\0c", Ok("abc")),
        ("👩\u{200D}👧", Ok("👩\u{200D}👧")),
        (" \n ", Err(FormatError::Empty)),
        ("\u{202E}", Err(FormatError::Empty)),
        ("\u{200D}", Err(FormatError::Empty)),
    ] {
        assert_eq!(
            parse_text(typed, 50),
            expected.map(str::to_owned),
            "{typed:?}"
        );
    }
    assert_eq!(parse_one_line_text("a\r\n\tb", 50), Ok("a b".to_owned()));
    assert_eq!(parse_text(&"ế".repeat(50), 50), Ok("ế".repeat(50)));
    assert_eq!(
        parse_text(&"ế".repeat(51), 50),
        Err(FormatError::TooLong { max: 50 })
    );
}

#[test]
fn limits_passwords_by_characters_and_keeps_them_as_typed() {
    assert_eq!(parse_password("mật khẩu"), Ok("mật khẩu".to_owned()));
    assert_eq!(parse_password(" 1234567 "), Ok(" 1234567 ".to_owned()));
    assert_eq!(
        parse_password("1234567"),
        Err(FormatError::TooShort { min: 8 })
    );
    assert_eq!(parse_password(&"ế".repeat(128)), Ok("ế".repeat(128)));
    assert_eq!(
        parse_password(&"a".repeat(129)),
        Err(FormatError::TooLong { max: 128 })
    );
    assert_eq!(parse_password("        "), Err(FormatError::Empty));
    assert_eq!(
        parse_password("1234567\u{202E}8"),
        Err(FormatError::Invisible)
    );
}

const PARSERS: [Parse; 16] = [
    parse_person_name,
    |text| parse_organisation_name(text, 200),
    parse_citizen_id,
    parse_identity_number,
    parse_phone,
    parse_email,
    parse_date,
    parse_partial_date,
    parse_one_time_code,
    |typed| parse_sign_in_identifier(typed).map(SignInIdentifier::into_request_text),
    parse_birth_certificate_code,
    parse_dossier_code,
    parse_count,
    parse_amount,
    parse_password,
    |text| parse_one_line_text(text, 500),
];

proptest! {
    /// Parsing a canonical text returns it unchanged. Otherwise a saved answer could be refused later.
    #[test]
    fn parsing_is_idempotent(text in any_typed()) {
        for parse in PARSERS {
            if let Ok(canonical) = parse(&text) {
                prop_assert_eq!(parse(&canonical), Ok(canonical));
            }
        }
        if let Ok(canonical) = parse_text(&text, 4000) {
            prop_assert_eq!(parse_text(&canonical, 4000), Ok(canonical));
        }
    }
}

/// Generates any text, and texts similar to valid texts.
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
