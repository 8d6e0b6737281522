//! Tests of parsing and displaying answers, and of named formats.

use super::*;

#[test]
fn parses_and_displays_answers() {
    let choices = vec![AnswerOption {
        value: json!(1),
        label: "Một".to_owned(),
    }];
    let place = json!({"province": "45", "commune": "19360", "detail": "Thôn 1"});
    for (kind, typed, value, shown) in [
        (AnswerKind::PersonName, " Lan ", json!("Lan"), "Lan"),
        (
            AnswerKind::CitizenId,
            "045190001234",
            json!("045190001234"),
            "045 190 001 234",
        ),
        (
            AnswerKind::Phone,
            "+84912345678",
            json!("0912345678"),
            "0912 345 678",
        ),
        (
            AnswerKind::Email,
            " Lan@Example.vn",
            json!("Lan@example.vn"),
            "Lan@example.vn",
        ),
        (
            AnswerKind::Date,
            "5/3/2026",
            json!("05/03/2026"),
            "05/03/2026",
        ),
        (AnswerKind::PartialDate, "1950", json!("1950"), "1950"),
        (AnswerKind::Count, "02", json!(2), "2"),
        (
            AnswerKind::Money,
            "1.000.000 đ",
            json!(1_000_000),
            "1.000.000 đ",
        ),
        (AnswerKind::YesNo, "true", json!(true), "Có"),
        (AnswerKind::YesNo, "false", json!(false), "Không"),
        (AnswerKind::Declaration, "true", json!(true), "Có"),
        (AnswerKind::Select(choices.clone()), "1", json!(1), "Một"),
        (AnswerKind::Radio(choices.clone()), "1", json!(1), "Một"),
        (
            AnswerKind::Place,
            r#"{"province":"45","commune":"19360","detail":" Thôn  1"}"#,
            place,
            "Thôn 1",
        ),
        (AnswerKind::LongText(10), "a\r\nb", json!("a\nb"), "a\nb"),
        (AnswerKind::Text(10), "a\r\nb", json!("a b"), "a b"),
    ] {
        assert_eq!(
            parse_typed_answer(&kind, typed),
            Ok(value.clone()),
            "{kind:?}"
        );
        assert_eq!(display_answer(&kind, &value), shown, "{kind:?}");
    }
    for (kind, typed, error) in [
        (AnswerKind::Text(3), "abcd", FormatError::TooLong { max: 3 }),
        (
            AnswerKind::Select(choices.clone()),
            "2",
            FormatError::NotAnOption,
        ),
        (AnswerKind::Select(choices), "", FormatError::Empty),
        (AnswerKind::YesNo, "có", FormatError::NotAnOption),
        (AnswerKind::Place, "", FormatError::Empty),
        (AnswerKind::Place, "Hà Nội", FormatError::UnknownPlace),
        (AnswerKind::Count, "hai", FormatError::NotANumber),
    ] {
        assert_eq!(parse_typed_answer(&kind, typed), Err(error), "{kind:?}");
    }
    assert_eq!(
        display_answer(&AnswerKind::Date, &json!({"old": 1})),
        r#"{"old":1}"#
    );
    assert_eq!(build_place("45", "", "x"), Err(FormatError::UnknownPlace));
}

#[test]
fn named_formats_match_only_canonical_values() {
    for (name, value, holds) in [
        ("person-name", json!("Lan"), true),
        ("person-name", json!("Lan "), false),
        ("vn-phone", json!("0912345678"), true),
        ("vn-phone", json!("+84912345678"), false),
        ("email", json!("lan@example.vn"), true),
        ("email", json!("lan@Example.vn"), false),
        ("email", json!("lan"), false),
        ("citizen-id", json!("045190001234"), true),
        ("identity-number", json!("012345678"), true),
        ("vn-date", json!("5/3/2026"), false),
        ("partial-date", json!("03/1950"), true),
        ("place", json!({"province": "45", "commune": "19360"}), true),
        ("place", json!({"province": "4", "commune": "19360"}), false),
        ("place", json!({}), false),
        ("province-code", json!("45"), true),
        ("commune-code", json!("1936"), false),
        ("money", json!(-1), false),
        ("birth-certificate-code", json!("01234.GCS.ABCDE.26"), true),
        ("vn-date", json!(7), true),
    ] {
        assert_eq!(matches_format(name, &value), Some(holds), "{name} {value}");
    }
    assert_eq!(matches_format("uuid", &json!("")), None);
    assert!(format_names().all(|name| matches_format(name, &Value::Null) == Some(true)));
}
