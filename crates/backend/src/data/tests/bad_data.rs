//! Each kind of bad data is refused with its file, its record and its reason.

use serde_json::{Value, json};

use super::{refusal, refusal_of};

const PROCEDURES: &str = "procedures/ho-tich.json";
const FORM: &str = "forms/birth-registration.json";

/// The refusal of a form whose JSON was changed.
fn form_refusal(change: impl Fn(&mut Value)) -> String {
    refusal_of(FORM, |text| {
        let mut form: Value = serde_json::from_str(text).unwrap();
        change(&mut form);
        form.to_string()
    })
}

#[test]
fn a_file_that_is_not_json_is_refused_with_its_line() {
    assert_eq!(
        refusal_of("catalogue.json", |_| "{\n  oops".to_owned()),
        "catalogue.json, line 2: cannot be read: key must be a string at line 2 column 3"
    );
}

#[test]
fn a_record_with_a_member_nobody_knows_is_refused() {
    let said = refusal(PROCEDURES, "\"receiver\"", "\"reciever\"");
    assert!(said.starts_with("procedures/ho-tich.json, line "), "{said}");
    assert!(said.contains("unknown field `reciever`"), "{said}");
}

#[test]
fn a_number_that_is_no_status_is_refused() {
    let said = refusal("statuses.json", "\"status\": 10", "\"status\": 11");
    assert!(
        said.contains("11 is not a national status (1 to 10)"),
        "{said}"
    );
}

#[test]
fn decomposed_letters_are_refused_with_their_pointer() {
    assert_eq!(
        refusal("statuses.json", "Mới đăng ký", "Mơ\u{301}i đăng ký"),
        "statuses.json, /statuses/0/name: is not in Unicode normal form C"
    );
    let said = refusal(
        FORM,
        "\"title\": \"Nơi sinh\"",
        "\"title\": \"No\u{31b}i sinh\"",
    );
    assert_eq!(
        said,
        "forms/birth-registration.json, /schema/properties/child_birthplace/title: \
         is not in Unicode normal form C"
    );
}

#[test]
fn a_procedure_that_stands_in_two_places_is_refused() {
    assert_eq!(
        refusal(
            PROCEDURES,
            "\"code\": \"1.000656\"",
            "\"code\": \"1.001193\""
        ),
        "procedures/ho-tich.json, procedure 1.001193: appears twice"
    );
}

#[test]
fn a_procedure_code_without_its_pattern_is_refused() {
    assert_eq!(
        refusal(
            PROCEDURES,
            "\"code\": \"1.001193\"",
            "\"code\": \"DVC-2026-01\""
        ),
        "procedures/ho-tich.json, procedure DVC-2026-01: \
         the code `DVC-2026-01` is not a procedure code such as 1.001193"
    );
}

#[test]
fn a_procedure_of_an_unknown_agency_field_or_form_is_refused() {
    let at = "procedures/ho-tich.json, procedure 1.001193";
    assert_eq!(
        refusal(PROCEDURES, "\"bo-tu-phap\"", "\"bo-phap-tu\""),
        format!("{at}: unknown agency `bo-phap-tu`")
    );
    assert_eq!(
        refusal(PROCEDURES, "\"ho-tich\"", "\"ho-kich\""),
        format!("{at}: unknown field `ho-kich`")
    );
    assert_eq!(
        refusal(PROCEDURES, "\"birth-registration\"", "\"birth\""),
        format!("{at}: unknown form `birth`")
    );
}

#[test]
fn a_component_code_used_twice_in_a_procedure_is_refused() {
    assert_eq!(
        refusal(
            PROCEDURES,
            "000.00.00.G15-KQ003208",
            "000.00.00.G15-KQ004389"
        ),
        "procedures/ho-tich.json, procedure 1.001193: \
         component `000.00.00.G15-KQ004389` appears twice"
    );
}

#[test]
fn a_note_that_wants_a_file_is_refused() {
    assert_eq!(
        refusal(PROCEDURES, "\"originals\": 1", "\"originals\": 0"),
        "procedures/ho-tich.json, procedure 1.001193: \
         component `000.00.00.G15-KQ004389` wants a file but no original and no copy"
    );
}

#[test]
fn an_empty_name_is_refused() {
    assert_eq!(
        refusal(PROCEDURES, "\"Đăng ký khai sinh\"", "\" \""),
        "procedures/ho-tich.json, procedure 1.001193: `name` is empty or has spaces around it"
    );
}

#[test]
fn a_record_date_or_address_that_is_none_is_refused() {
    let at = "procedures/ho-tich.json, procedure 1.001193";
    assert_eq!(
        refusal(PROCEDURES, "\"2026-04-15\"", "\"2026-02-30\""),
        format!("{at}: `2026-02-30` is not a day (yyyy-mm-dd)")
    );
    let said = refusal(PROCEDURES, "\"https://", "\"javascript://");
    assert!(said.ends_with("is not an https address"), "{said}");
}

#[test]
fn the_order_must_name_each_procedure_once() {
    assert_eq!(
        refusal("catalogue.json", "\"1.001193\", ", ""),
        "catalogue.json, procedure 1.001193: is missing from the order of the catalogue"
    );
    assert_eq!(
        refusal("catalogue.json", "\"1.000656\"", "\"1.001193\""),
        "catalogue.json, procedure 1.001193: appears twice"
    );
    assert_eq!(
        refusal("catalogue.json", "\"1.001193\"", "\"9.999999\""),
        "catalogue.json, procedure 9.999999: unknown procedure `9.999999`"
    );
}

#[test]
fn an_agency_key_that_is_no_address_part_is_refused() {
    assert_eq!(
        refusal("catalogue.json", "\"bo-tu-phap\"", "\"Bộ Tư pháp\""),
        "catalogue.json, agency Bộ Tư pháp: \
         the code `Bộ Tư pháp` is not lower-case letters and dashes"
    );
    assert_eq!(
        refusal("catalogue.json", "\"bo-cong-an\"", "\"bo-tu-phap\""),
        "catalogue.json, agency bo-tu-phap: appears twice"
    );
}

#[test]
fn aliases_of_unknown_procedures_are_refused() {
    assert_eq!(
        refusal("aliases.json", "\"1.001193\"", "\"1.999999\""),
        "aliases.json, procedure 1.999999: unknown procedure `1.999999`"
    );
}

#[test]
fn provinces_and_communes_that_do_not_fit_are_refused() {
    assert_eq!(
        refusal("provinces.json", "\"code\": \"44\"", "\"code\": \"x\""),
        "provinces.json, province x: the code `x` is not two digits"
    );
    assert_eq!(
        refusal("provinces.json", "\"H50\"", "\"50\""),
        "provinces.json, province 44: the code `50` is not an agency number such as H50"
    );
    assert_eq!(
        refusal("provinces.json", "\"H50\"", "\"H26\""),
        "provinces.json, province 44: appears twice"
    );
    assert_eq!(
        refusal(
            "communes.json",
            "\"province\": \"01\"",
            "\"province\": \"02\""
        ),
        "communes.json, province 02: unknown province `02`"
    );
    assert_eq!(
        refusal("communes.json", "\"00008\"", "\"00004\""),
        "communes.json, commune 00004: appears twice"
    );
    assert_eq!(
        refusal("communes.json", "\"00008\"", "\"8\""),
        "communes.json, commune 8: the code `8` is not five digits"
    );
}

#[test]
fn a_province_without_communes_is_refused() {
    let said = refusal_of("communes.json", |text| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        file["provinces"][0]["communes"] = json!([]);
        file.to_string()
    });
    assert_eq!(said, "communes.json, province 01: has nothing in it");
}

#[test]
fn the_ten_statuses_must_be_there_once_each() {
    assert_eq!(
        refusal("statuses.json", "\"status\": 7", "\"status\": 6"),
        "statuses.json, status 6: appears twice"
    );
    let said = refusal_of("statuses.json", |text| {
        let mut file: Value = serde_json::from_str(text).unwrap();
        file["statuses"].as_array_mut().unwrap().remove(4);
        file.to_string()
    });
    assert_eq!(said, "statuses.json, status 5: is missing");
}

#[test]
fn holidays_must_be_days_that_rise() {
    assert_eq!(
        refusal("holidays.json", "2026-04-30", "2026-04-31"),
        "holidays.json, holiday 2026-04-31: `2026-04-31` is not a day (yyyy-mm-dd)"
    );
    assert_eq!(
        refusal("holidays.json", "2026-04-30", "2026-01-01"),
        "holidays.json, holiday 2026-01-01: stands before an earlier day"
    );
}

#[test]
fn a_form_that_the_engine_cannot_read_is_refused_by_name() {
    let at = "forms/birth-registration.json, form birth-registration: the form engine refuses it";
    let said = form_refusal(|form| {
        form["schema"]["properties"]["child_name"]["$ref"] = json!("#/name");
    });
    assert_eq!(
        said,
        format!("{at}: keyword outside the subset: $ref at /schema/properties/child_name/$ref")
    );
    let said = form_refusal(|form| {
        form["ui_schema"]["elements"][0]["elements"][0]["scope"] = json!("#/properties/nobody");
    });
    assert!(said.starts_with(at), "{said}");
    assert!(
        said.contains("no such property: #/properties/nobody"),
        "{said}"
    );
}

#[test]
fn a_form_whose_schema_contradicts_the_standard_is_refused() {
    let said =
        form_refusal(|form| form["schema"]["required"] = json!(["child_name", "child_name"]));
    assert!(
        said.starts_with(
            "forms/birth-registration.json, form birth-registration: \
             the JSON Schema validator refuses it: "
        ),
        "{said}"
    );
}

#[test]
fn two_forms_with_one_key_are_refused() {
    assert_eq!(
        refusal(
            "forms/general-declaration.json",
            "\"general-declaration\"",
            "\"birth-registration\""
        ),
        "forms/general-declaration.json, form birth-registration: appears twice"
    );
}
