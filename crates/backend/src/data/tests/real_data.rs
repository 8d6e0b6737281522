//! Tests of the content of the files in `crates/backend/data`.

use std::collections::BTreeSet;

use contract::dossier::DossierStatus;
use contract::place::PlaceRef;
use contract::procedure::{AttachmentRequirement, ProcessingTime, ServiceLevel, TimeUnit};
use domain::calendar::{Date, VietnamTime, compute_due_date};
use serde_json::Value;

use super::real;
use crate::data::Sources;

fn trieu_phong() -> PlaceRef {
    PlaceRef {
        province: "44".to_owned(),
        commune: "19624".to_owned(),
    }
}

/// All strings of the data that a citizen may read, each with its file and JSON Pointer.
fn texts() -> Vec<(String, String)> {
    const UNSEEN: [&str; 15] = [
        "meta",
        "unit",
        "channel",
        "kind",
        "level",
        "attach",
        "source_url",
        "code",
        "key",
        "form",
        "agency",
        "field",
        "day",
        "page",
        // The English translations in `portal.json`.
        "en",
    ];
    const SCHEMA: [&str; 6] = ["type", "format", "scope", "required", "effect", "options"];
    fn walk(at: String, value: &Value, out: &mut Vec<(String, String)>) {
        match value {
            Value::String(text) => out.push((at, text.clone())),
            Value::Array(items) => items
                .iter()
                .enumerate()
                .for_each(|(index, item)| walk(format!("{at}/{index}"), item, out)),
            Value::Object(members) => members
                .iter()
                .filter(|(key, _)| !UNSEEN.contains(&key.as_str()))
                .filter(|(key, _)| !SCHEMA.contains(&key.as_str()))
                .for_each(|(key, member)| walk(format!("{at}/{key}"), member, out)),
            _ => {}
        }
    }
    let mut out = Vec::new();
    for source in Sources::embedded().all() {
        let value: Value = serde_json::from_str(source.text).unwrap();
        walk(source.file.to_owned(), &value, &mut out);
    }
    out
}

#[test]
fn the_real_data_holds_60_procedures_34_provinces_and_3321_communes() {
    let data = real();
    assert_eq!(data.catalogue().procedures.len(), 60);
    assert_eq!(data.provinces().len(), 34);
    let communes = data
        .provinces()
        .iter()
        .map(|province| data.communes(&province.code).unwrap().len());
    assert_eq!(communes.sum::<usize>(), 3_321);
}

#[test]
fn the_most_requested_procedures_come_first() {
    let data = real();
    let first: Vec<&str> = data.catalogue().procedures[..4]
        .iter()
        .map(|entry| entry.name.as_str())
        .collect();
    assert_eq!(
        first,
        [
            "Đăng ký khai sinh",
            "Đăng ký khai tử",
            "Đăng ký kết hôn",
            "Cấp Giấy xác nhận tình trạng hôn nhân"
        ]
    );
}

#[test]
fn a_birth_registration_requires_the_birth_certificate_and_takes_one_working_day() {
    let data = real();
    let birth = data.procedure("1.001193").unwrap();
    assert_eq!(birth.form, "birth-registration");
    assert_eq!(birth.level, ServiceLevel::Partial);
    let required: Vec<&str> = birth
        .component_groups
        .iter()
        .flat_map(|group| &group.components)
        .filter(|component| {
            component.attach == AttachmentRequirement::Required && component.when.is_none()
        })
        .map(|component| component.code.as_str())
        .collect();
    assert_eq!(required, ["000.00.00.G15-KQ004389"]);
    let day = ProcessingTime {
        amount: 1,
        unit: TimeUnit::WorkingDay,
    };
    assert!(
        birth
            .methods
            .iter()
            .all(|method| method.time.as_ref() == Some(&day))
    );
}

#[test]
fn every_procedure_has_an_existing_form() {
    let data = real();
    for entry in &data.catalogue().procedures {
        let procedure = data.procedure(&entry.code).unwrap();
        assert!(data.form(&procedure.form).is_some(), "{}", entry.code);
        assert!(data.definition(&procedure.form).is_some(), "{}", entry.code);
    }
    assert!(data.procedure("9.999999").is_none());
    assert!(data.form("nothing").is_none());
}

#[test]
fn every_agency_and_field_of_the_filters_has_a_procedure() {
    let data = real();
    let catalogue = data.catalogue();
    let used = |key: &str| {
        let mut entries = catalogue.procedures.iter();
        entries.any(|entry| entry.agency == key || entry.field == key)
    };
    for named in catalogue.agencies.iter().chain(&catalogue.fields) {
        assert!(used(&named.key), "{}", named.key);
    }
}

#[test]
fn an_alias_belongs_to_a_procedure_once() {
    for entry in &real().catalogue().procedures {
        let distinct: BTreeSet<&String> = entry.aliases.iter().collect();
        assert_eq!(distinct.len(), entry.aliases.len(), "{}", entry.code);
    }
}

#[test]
fn no_text_for_citizens_is_in_english() {
    const ENGLISH: [&str; 16] = [
        "working",
        "unverified",
        "verified",
        "portal",
        "crawl",
        "record",
        "the",
        "and",
        "only",
        "fee",
        "days",
        "see",
        "agency",
        "procedure",
        "page",
        "note",
    ];
    for (at, text) in texts() {
        let words = text.to_lowercase();
        let mut words = words.split(|letter: char| !letter.is_alphanumeric());
        assert!(!words.any(|word| ENGLISH.contains(&word)), "{at}: {text}");
    }
}

#[test]
fn no_text_for_citizens_is_truncated_or_duplicated() {
    for (at, text) in texts() {
        assert!(!text.ends_with('…'), "{at}: {text}");
        assert!(!text.contains("  "), "{at}: {text}");
        assert!(!text.contains("nhân nhân"), "{at}: {text}");
    }
}

#[test]
fn places_and_agencies_have_full_names() {
    let data = real();
    let place = trieu_phong();
    assert_eq!(
        data.place_name(&place).unwrap(),
        "Xã Triệu Phong, Tỉnh Quảng Trị"
    );
    let named = |code: &str| {
        let procedure = data.procedure(code).unwrap();
        data.agency_name(procedure, &place).unwrap()
    };
    assert_eq!(
        named("1.001193"),
        "Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị"
    );
    assert_eq!(named("1.004222"), "Công an Xã Triệu Phong, Tỉnh Quảng Trị");
    assert_eq!(
        named("2.000821"),
        "Bảo hiểm xã hội phụ trách Xã Triệu Phong, Tỉnh Quảng Trị"
    );
}

#[test]
fn rejects_a_commune_of_another_province() {
    let data = real();
    let elsewhere = PlaceRef {
        province: "01".to_owned(),
        commune: "19624".to_owned(),
    };
    assert_eq!(data.place_name(&elsewhere), None);
    assert_eq!(data.agency_code(&elsewhere), None);
    assert!(data.communes("99").is_none());
}

#[test]
fn agency_codes_are_well_formed_and_unique() {
    let data = real();
    assert_eq!(data.agency_code(&trieu_phong()).unwrap(), "H50.19.624");
    let mut codes = BTreeSet::new();
    for province in data.provinces() {
        for commune in data.communes(&province.code).unwrap() {
            let place = PlaceRef {
                province: province.code.clone(),
                commune: commune.code.clone(),
            };
            assert!(codes.insert(data.agency_code(&place).unwrap()));
        }
    }
    assert_eq!(codes.len(), 3_321);
}

#[test]
fn the_statuses_have_the_official_names() {
    let data = real();
    assert_eq!(data.status_name(DossierStatus::Registered), "Mới đăng ký");
    assert_eq!(data.status_name(DossierStatus::Returned), "Đã trả kết quả");
    for status in DossierStatus::ALL {
        assert!(!data.status_name(status).is_empty());
    }
}

#[test]
fn due_dates_skip_holidays() {
    let data = real();
    let sent = VietnamTime {
        date: Date::parse_iso("2026-04-24").unwrap(),
        minutes: 9 * 60,
    };
    let day = ProcessingTime {
        amount: 1,
        unit: TimeUnit::WorkingDay,
    };
    // The submission is on a Friday. The holiday Giỗ Tổ is on the following Sunday, so the Monday is a day off as well.
    assert_eq!(
        compute_due_date(sent, &day, data.office_calendar()).map(Date::to_iso),
        Some("2026-04-28".to_owned())
    );
}
