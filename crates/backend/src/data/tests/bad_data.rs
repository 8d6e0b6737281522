//! Each kind of invalid data must be rejected with an error that names the file, the record and the reason.

use serde_json::{Value, json};

use super::{import_error, import_error_of};

const PROCEDURES: &str = "procedures/ho-tich.json";
const FORM: &str = "forms/birth-registration.json";

/// Imports a form after `change` has edited it, and returns the import error.
fn form_error(change: impl Fn(&mut Value)) -> String {
    import_error_of(FORM, |text| {
        let mut form: Value = serde_json::from_str(text).unwrap();
        change(&mut form);
        form.to_string()
    })
}

#[test]
fn rejects_a_file_that_is_not_json_with_the_line() {
    assert_eq!(
        import_error_of("catalogue.json", |_| "{\n  oops".to_owned()),
        "catalogue.json, line 2: cannot be read: key must be a string at line 2 column 3"
    );
}

#[test]
fn rejects_an_unknown_member_of_a_record() {
    let error = import_error(PROCEDURES, "\"receiver\"", "\"reciever\"");
    assert!(
        error.starts_with("procedures/ho-tich.json, line "),
        "{error}"
    );
    assert!(error.contains("unknown field `reciever`"), "{error}");
}

#[test]
fn rejects_a_number_that_is_not_a_status() {
    let error = import_error("statuses.json", "\"status\": 10", "\"status\": 11");
    assert!(
        error.contains("11 is not a national status (1 to 10)"),
        "{error}"
    );
}

#[test]
fn rejects_decomposed_letters_with_a_pointer() {
    assert_eq!(
        import_error("statuses.json", "Mới đăng ký", "Mơ\u{301}i đăng ký"),
        "statuses.json, /statuses/0/name: is not in Unicode normal form C"
    );
    let error = import_error(
        FORM,
        "\"title\": \"Nơi sinh\"",
        "\"title\": \"No\u{31b}i sinh\"",
    );
    assert_eq!(
        error,
        "forms/birth-registration.json, /schema/properties/child_birthplace/title: \
         is not in Unicode normal form C"
    );
}

#[test]
fn rejects_a_procedure_listed_in_two_places() {
    assert_eq!(
        import_error(
            PROCEDURES,
            "\"code\": \"1.000656\"",
            "\"code\": \"1.001193\""
        ),
        "procedures/ho-tich.json, procedure 1.001193: appears twice"
    );
}

#[test]
fn rejects_a_malformed_procedure_code() {
    assert_eq!(
        import_error(
            PROCEDURES,
            "\"code\": \"1.001193\"",
            "\"code\": \"DVC-2026-01\""
        ),
        "procedures/ho-tich.json, procedure DVC-2026-01: \
         the code `DVC-2026-01` is not a procedure code such as 1.001193"
    );
}

#[test]
fn rejects_a_procedure_with_an_unknown_agency_field_or_form() {
    let at = "procedures/ho-tich.json, procedure 1.001193";
    assert_eq!(
        import_error(PROCEDURES, "\"bo-tu-phap\"", "\"bo-phap-tu\""),
        format!("{at}: unknown agency `bo-phap-tu`")
    );
    assert_eq!(
        import_error(PROCEDURES, "\"ho-tich\"", "\"ho-kich\""),
        format!("{at}: unknown field `ho-kich`")
    );
    assert_eq!(
        import_error(PROCEDURES, "\"birth-registration\"", "\"birth\""),
        format!("{at}: unknown form `birth`")
    );
}

#[test]
fn rejects_a_duplicate_component_code() {
    assert_eq!(
        import_error(
            PROCEDURES,
            "000.00.00.G15-KQ003208",
            "000.00.00.G15-KQ004389"
        ),
        "procedures/ho-tich.json, procedure 1.001193: \
         component `000.00.00.G15-KQ004389` appears twice"
    );
}

#[test]
fn rejects_a_note_that_requires_a_file() {
    assert_eq!(
        import_error(PROCEDURES, "\"originals\": 1", "\"originals\": 0"),
        "procedures/ho-tich.json, procedure 1.001193: \
         component `000.00.00.G15-KQ004389` requires a file but no original and no copy"
    );
}

#[test]
fn rejects_an_empty_name() {
    assert_eq!(
        import_error(PROCEDURES, "\"Đăng ký khai sinh\"", "\" \""),
        "procedures/ho-tich.json, procedure 1.001193: `name` is empty or has spaces around it"
    );
}

#[test]
fn rejects_an_invalid_date_or_url() {
    let at = "procedures/ho-tich.json, procedure 1.001193";
    assert_eq!(
        import_error(PROCEDURES, "\"2026-04-15\"", "\"2026-02-30\""),
        format!("{at}: `2026-02-30` is not a date (yyyy-mm-dd)")
    );
    let error = import_error(PROCEDURES, "\"https://", "\"javascript://");
    assert!(error.ends_with("is not an https URL"), "{error}");
}

#[test]
fn rejects_an_order_that_does_not_name_each_procedure_once() {
    assert_eq!(
        import_error("catalogue.json", "\"1.001193\", ", ""),
        "catalogue.json, procedure 1.001193: is missing from the order of the catalogue"
    );
    assert_eq!(
        import_error("catalogue.json", "\"1.000656\"", "\"1.001193\""),
        "catalogue.json, procedure 1.001193: appears twice"
    );
    assert_eq!(
        import_error("catalogue.json", "\"1.001193\"", "\"9.999999\""),
        "catalogue.json, procedure 9.999999: unknown procedure `9.999999`"
    );
}

#[test]
fn rejects_an_agency_key_that_is_not_url_safe() {
    assert_eq!(
        import_error("catalogue.json", "\"bo-tu-phap\"", "\"Bộ Tư pháp\""),
        "catalogue.json, agency Bộ Tư pháp: \
         the code `Bộ Tư pháp` is not lower-case letters and dashes"
    );
    assert_eq!(
        import_error("catalogue.json", "\"bo-cong-an\"", "\"bo-tu-phap\""),
        "catalogue.json, agency bo-tu-phap: appears twice"
    );
}

#[test]
fn rejects_aliases_of_unknown_procedures() {
    assert_eq!(
        import_error("aliases.json", "\"1.001193\"", "\"1.999999\""),
        "aliases.json, procedure 1.999999: unknown procedure `1.999999`"
    );
}

#[test]
fn rejects_invalid_provinces_and_communes() {
    assert_eq!(
        import_error("provinces.json", "\"code\": \"44\"", "\"code\": \"x\""),
        "provinces.json, province x: the code `x` is not two digits"
    );
    assert_eq!(
        import_error("provinces.json", "\"H50\"", "\"50\""),
        "provinces.json, province 44: the code `50` is not an agency number such as H50"
    );
    assert_eq!(
        import_error("provinces.json", "\"H50\"", "\"H26\""),
        "provinces.json, province 44: appears twice"
    );
    assert_eq!(
        import_error(
            "communes.json",
            "\"province\": \"01\"",
            "\"province\": \"02\""
        ),
        "communes.json, province 02: unknown province `02`"
    );
    assert_eq!(
        import_error("communes.json", "\"00008\"", "\"00004\""),
        "communes.json, commune 00004: appears twice"
    );
    assert_eq!(
        import_error("communes.json", "\"00008\"", "\"8\""),
        "communes.json, commune 8: the code `8` is not five digits"
    );
}

#[test]
fn rejects_a_province_without_communes() {
    let error = import_error_of("communes.json", |text| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        file["provinces"][0]["communes"] = json!([]);
        file.to_string()
    });
    assert_eq!(error, "communes.json, province 01: is empty");
}

#[test]
fn rejects_statuses_that_are_not_the_ten_national_ones() {
    assert_eq!(
        import_error("statuses.json", "\"status\": 7", "\"status\": 6"),
        "statuses.json, status 6: appears twice"
    );
    let error = import_error_of("statuses.json", |text| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        file["statuses"].as_array_mut().unwrap().remove(4);
        file.to_string()
    });
    assert_eq!(error, "statuses.json, status 5: is missing");
}

#[test]
fn rejects_holidays_that_are_invalid_or_unsorted() {
    assert_eq!(
        import_error("holidays.json", "2026-04-30", "2026-04-31"),
        "holidays.json, holiday 2026-04-31: `2026-04-31` is not a date (yyyy-mm-dd)"
    );
    assert_eq!(
        import_error("holidays.json", "2026-04-30", "2026-01-01"),
        "holidays.json, holiday 2026-01-01: is not later than the previous date"
    );
}

#[test]
fn rejects_opening_times_that_are_malformed_or_overlap() {
    assert_eq!(
        import_error("holidays.json", "11:30", "7:15"),
        "holidays.json, opening time 07:30: `7:15` is not a time (hh:mm), or not later than the opening"
    );
    assert_eq!(
        import_error("holidays.json", "11:30", "14:00"),
        "holidays.json, opening time 13:30: is not later than the previous date"
    );
}

#[test]
fn rejects_an_unsupported_form_naming_the_cause() {
    let at = "forms/birth-registration.json, form birth-registration: the form engine rejects it";
    let error = form_error(|form| {
        form["schema"]["properties"]["child_name"]["$ref"] = json!("#/name");
    });
    assert_eq!(
        error,
        format!(
            "{at}: unsupported JSON Schema keyword: $ref at /schema/properties/child_name/$ref"
        )
    );
    let error = form_error(|form| {
        form["ui_schema"]["elements"][0]["elements"][0]["scope"] = json!("#/properties/nobody");
    });
    assert!(error.starts_with(at), "{error}");
    assert!(
        error.contains("no such property: #/properties/nobody"),
        "{error}"
    );
}

#[test]
fn rejects_a_form_with_an_invalid_json_schema() {
    let error = form_error(|form| form["schema"]["required"] = json!(["child_name", "child_name"]));
    assert!(
        error.starts_with(
            "forms/birth-registration.json, form birth-registration: \
             the JSON Schema validator rejects it: "
        ),
        "{error}"
    );
}

#[test]
fn rejects_two_forms_with_one_key() {
    assert_eq!(
        import_error(
            "forms/general-declaration.json",
            "\"general-declaration\"",
            "\"birth-registration\""
        ),
        "forms/general-declaration.json, form birth-registration: appears twice"
    );
}
