//! Typed text, values and formats.

use super::*;

#[test]
fn typed_answers_become_values_and_values_are_shown() {
    let choices = vec![Choice {
        value: json!(1),
        label: "Một".to_owned(),
    }];
    let place = json!({"province": "45", "commune": "19360", "detail": "Thôn 1"});
    for (kind, typed, value, shown) in [
        (Kind::PersonName, " Lan ", json!("Lan"), "Lan"),
        (
            Kind::CitizenId,
            "045190001234",
            json!("045190001234"),
            "045 190 001 234",
        ),
        (
            Kind::Phone,
            "+84912345678",
            json!("0912345678"),
            "0912 345 678",
        ),
        (
            Kind::Email,
            " Lan@Example.vn",
            json!("Lan@example.vn"),
            "Lan@example.vn",
        ),
        (Kind::Date, "5/3/2026", json!("05/03/2026"), "05/03/2026"),
        (Kind::PartialDate, "1950", json!("1950"), "1950"),
        (Kind::Count, "02", json!(2), "2"),
        (Kind::Money, "1.000.000 đ", json!(1_000_000), "1.000.000 đ"),
        (Kind::YesNo, "true", json!(true), "Có"),
        (Kind::YesNo, "false", json!(false), "Không"),
        (Kind::Declaration, "true", json!(true), "Có"),
        (Kind::Select(choices.clone()), "1", json!(1), "Một"),
        (Kind::Radio(choices.clone()), "1", json!(1), "Một"),
        (
            Kind::Place,
            r#"{"province":"45","commune":"19360","detail":" Thôn  1"}"#,
            place,
            "Thôn 1",
        ),
        (Kind::LongText(10), "a\r\nb", json!("a\nb"), "a\nb"),
        (Kind::Text(10), "a\r\nb", json!("a b"), "a b"),
    ] {
        assert_eq!(read(&kind, typed), Ok(value.clone()), "{kind:?}");
        assert_eq!(show(&kind, &value), shown, "{kind:?}");
    }
    for (kind, typed, fault) in [
        (Kind::Text(3), "abcd", Fault::TooLong { max: 3 }),
        (Kind::Select(choices.clone()), "2", Fault::NotAChoice),
        (Kind::Select(choices), "", Fault::Empty),
        (Kind::YesNo, "có", Fault::NotAChoice),
        (Kind::Place, "", Fault::Empty),
        (Kind::Place, "Hà Nội", Fault::UnknownPlace),
        (Kind::Count, "hai", Fault::NotANumber),
    ] {
        assert_eq!(read(&kind, typed), Err(fault), "{kind:?}");
    }
    assert_eq!(show(&Kind::Date, &json!({"old": 1})), r#"{"old":1}"#);
    assert_eq!(place_value("45", "", "x"), Err(Fault::UnknownPlace));
}

#[test]
fn named_formats_hold_for_canonical_values_alone() {
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
        assert_eq!(format_holds(name, &value), Some(holds), "{name} {value}");
    }
    assert_eq!(format_holds("uuid", &json!("")), None);
    assert!(
        FORMATS
            .iter()
            .all(|name| format_holds(name, &Value::Null) == Some(true))
    );
}
