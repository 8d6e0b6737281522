//! Tests of formatting for display, and of warnings about citizen ids.

use super::*;
use crate::calendar::Date;

#[test]
fn warns_about_an_id_that_contradicts_other_answers() {
    use IdWarning::{BirthYearDiffers, SexDiffers, UnknownProvince};
    let id = "001090123456";
    assert!(citizen_id_warnings(id, Some("01/01/1990"), Some(Sex::Male)).is_empty());
    assert!(citizen_id_warnings(id, Some("1990"), None).is_empty());
    assert_eq!(
        citizen_id_warnings(id, Some("1991"), Some(Sex::Female)),
        [BirthYearDiffers, SexDiffers]
    );
    assert_eq!(
        citizen_id_warnings("003090123456", None, None),
        [UnknownProvince]
    );
    assert!(citizen_id_warnings("001326123456", Some("05/2026"), Some(Sex::Female)).is_empty());
    assert!(citizen_id_warnings("012345678", Some("1990"), None).is_empty());
}

#[test]
fn groups_and_masks_values() {
    assert_eq!(display_phone("0912345678"), "0912 345 678");
    assert_eq!(mask_phone("0912345678"), "09•• ••• 678");
    assert_eq!(display_citizen_id("001090123456"), "001 090 123 456");
    assert_eq!(display_citizen_id("012345678"), "012 345 678");
    assert_eq!(mask_citizen_id("001090123456"), "001•••••3456");
    assert_eq!(mask_citizen_id("012345678"), "01••••678");
    assert_eq!(mask_citizen_id("1234"), "••••");
    assert_eq!(mask_date("15/03/1990"), "••/••/1990");
    assert_eq!(mask_phone("ế"), "•");
}

#[test]
fn formats_amounts_and_sizes_the_vietnamese_way() {
    for (dong, text) in [
        (0, "0 đ"),
        (8_000, "8.000 đ"),
        (999, "999 đ"),
        (1_000_000, "1.000.000 đ"),
    ] {
        assert_eq!(display_money(dong), text);
    }
    for (bytes, text) in [
        (0, "0 B"),
        (1023, "1023 B"),
        (1024, "1 KB"),
        (262_144, "256 KB"),
        (1_048_575, "1 MB"),
        (1_258_291, "1,2 MB"),
        (10_485_760, "10 MB"),
    ] {
        assert_eq!(display_file_size(bytes), text);
    }
    assert!(display_file_size(u64::MAX).ends_with(" MB"));
}

#[test]
fn writes_dates_in_words() {
    for (date, words) in [
        (
            "15/03/2026",
            "Ngày mười lăm tháng ba năm hai nghìn không trăm hai mươi sáu",
        ),
        ("01/01/2000", "Ngày một tháng một năm hai nghìn"),
        (
            "21/04/1995",
            "Ngày hai mươi mốt tháng bốn năm một nghìn chín trăm chín mươi lăm",
        ),
        (
            "30/10/2005",
            "Ngày ba mươi tháng mười năm hai nghìn không trăm lẻ năm",
        ),
        (
            "11/11/2011",
            "Ngày mười một tháng mười một năm hai nghìn không trăm mười một",
        ),
        (
            "05/12/2015",
            "Ngày năm tháng mười hai năm hai nghìn không trăm mười lăm",
        ),
        (
            "24/05/1954",
            "Ngày hai mươi bốn tháng năm năm một nghìn chín trăm năm mươi bốn",
        ),
        (
            "31/08/1981",
            "Ngày ba mươi mốt tháng tám năm một nghìn chín trăm tám mươi mốt",
        ),
        (
            "20/07/1900",
            "Ngày hai mươi tháng bảy năm một nghìn chín trăm",
        ),
        ("03/1950", "Tháng ba năm một nghìn chín trăm năm mươi"),
        ("1950", "Năm một nghìn chín trăm năm mươi"),
    ] {
        assert_eq!(date_in_words(date).as_deref(), Some(words), "{date}");
    }
    assert_eq!(date_in_words("31/02/2026"), None);
}

proptest! {
    #[test]
    fn formatting_never_panics(text in ".*", number: u64) {
        let _ = (display_phone(&text), mask_phone(&text), display_citizen_id(&text), mask_citizen_id(&text));
        let _ = (display_money(number), display_file_size(number), date_in_words(&text));
        let _ = citizen_id_warnings(&text, Some(&text), Some(Sex::Male));
        if let Some(today) = Date::new(2026, 11, 22) {
            let _ = refuse_future_date(&text, today);
        }
    }
}

#[test]
fn masks_the_mailbox_of_an_email_address() {
    assert_eq!(mask_email("lan.nguyen@example.vn"), "l••@example.vn");
    assert_eq!(mask_email("l@example.vn"), "l••@example.vn");
    assert_eq!(mask_email("không phải"), "••");
}
