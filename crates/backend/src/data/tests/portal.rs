//! Tests of the portal's settings in `crates/backend/data/portal.json`, and of invalid settings.

use contract::limits;
use serde_json::{Value, json};

use super::{import_error, import_error_of, real};

const FILE: &str = "portal.json";

/// Replaces one property in `portal.json`, and returns the error of the import.
fn import_error_with(member: &str, value: &Value) -> String {
    import_error_of(FILE, |text| {
        let mut settings: Value = serde_json::from_str(text).unwrap();
        settings[member] = value.clone();
        settings.to_string()
    })
}

#[test]
fn the_committed_settings_list_eight_procedures_and_two_tiles() {
    let settings = real().portal();
    assert_eq!((settings.popular.len(), settings.tiles.len()), (8, 2));
    assert_eq!(settings.languages, ["vi", "en"]);
}

#[test]
fn rejects_an_unknown_popular_procedure() {
    assert_eq!(
        import_error(FILE, "\"1.000656\"", "\"1.999999\""),
        "portal.json, popular procedure 1.999999: unknown procedure `1.999999`"
    );
}

#[test]
fn rejects_a_popular_procedure_with_a_wrong_name() {
    assert_eq!(
        import_error(FILE, "\"Đăng ký khai tử\"", "\"Khai tử\""),
        "portal.json, popular procedure 1.000656: \
         is called `Khai tử` here, but `Đăng ký khai tử` in its record"
    );
}

#[test]
fn rejects_a_popular_procedure_listed_twice() {
    let entry = json!({"code": "1.000656", "name": "Đăng ký khai tử"});
    assert_eq!(
        import_error_with("popular", &json!([entry, entry])),
        "portal.json, popular procedure 1.000656: appears twice"
    );
}

#[test]
fn rejects_an_unsupported_language() {
    assert_eq!(
        import_error_with("languages", &json!(["vi", "xx"])),
        "portal.json, languages: unknown language `xx`"
    );
    assert_eq!(
        import_error_with("languages", &json!([])),
        "portal.json, languages: is empty"
    );
    assert_eq!(
        import_error_with("languages", &json!(["vi"])),
        "portal.json, title: unknown language `en`"
    );
    assert_eq!(
        import_error_with("footer", &json!({"en": "A sample."})),
        "portal.json, footer: `footer` lacks the portal's first language"
    );
}

#[test]
fn rejects_a_tile_with_an_unknown_target() {
    for (tile, reason) in [
        (json!({"page": "weather"}), "links to an unknown page"),
        (
            json!({"page": "procedure", "code": "1.9"}),
            "unknown procedure `1.9`",
        ),
        (
            json!({"page": "procedure", "code": "1.000656"}),
            "`label` is empty or has spaces around it",
        ),
        (
            json!({"page": "groups", "label": {"vi": " Khai sinh"}}),
            "`label` is empty or has spaces around it",
        ),
    ] {
        let expected = format!("portal.json, tile 1: {reason}");
        assert_eq!(import_error_with("tiles", &json!([tile])), expected);
    }
}

#[test]
fn rejects_settings_over_a_limit() {
    let long = "ấ".repeat(limits::PORTAL_TEXT_CHARS + 1);
    assert_eq!(
        import_error_with("footer", &json!({"vi": long})),
        "portal.json, footer: has 301 characters or entries, but at most 300 are allowed"
    );
    let tiles = vec![json!({"page": "groups"}); limits::PORTAL_TILES + 1];
    assert_eq!(
        import_error_with("tiles", &json!(tiles)),
        "portal.json, tiles: has 7 characters or entries, but at most 6 are allowed"
    );
    let popular = vec![json!({"code": "1.000656", "name": "?"}); limits::PORTAL_POPULAR + 1];
    assert_eq!(
        import_error_with("popular", &json!(popular)),
        "portal.json, popular: has 13 characters or entries, but at most 12 are allowed"
    );
}

#[test]
fn rejects_a_theme_with_anything_but_custom_properties() {
    assert_eq!(
        import_error_with("theme", &json!({"color": "red"})),
        "portal.json, theme: `color` is not a CSS custom property such as `--color-action`"
    );
}
