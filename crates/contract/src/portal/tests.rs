//! Tests of reading a capability document in which optional members are missing.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use serde_json::{Value, json};

use super::*;

/// A capability document with the required members and those in `more`.
fn portal(more: Value) -> Portal {
    let mut document = json!({
        "contract": "1", "name": "Cổng xã Thử", "languages": ["vi", "en"], "sign_in": [], "register": [],
        "uploads": {"max_bytes": 1, "max_files": 1, "media_types": [], "tus": false},
    });
    let members = document.as_object_mut().unwrap();
    members.extend(more.as_object().unwrap().clone());
    serde_json::from_value(document).unwrap()
}

#[test]
fn reads_a_portal_without_texts_of_its_own() {
    let portal = portal(json!({}));
    for texts in [&portal.title, &portal.description, &portal.footer] {
        assert!(texts.is_empty());
    }
    assert!(portal.popular.is_empty() && portal.theme.is_empty());
    let pages: Vec<_> = portal.tiles.iter().map(|tile| tile.page).collect();
    assert_eq!(pages, [TilePage::Groups, TilePage::LookUp]);
}

#[test]
fn knows_the_versions_that_only_add_members() {
    for (version, is_known) in [
        ("1", true),
        ("1.4", true),
        ("2", false),
        ("10", false),
        ("", false),
    ] {
        let portal = portal(json!({"contract": version}));
        assert_eq!(portal.has_known_version(), is_known, "{version}");
    }
}

#[test]
fn keeps_an_empty_list_of_tiles() {
    assert_eq!(portal(json!({"tiles": []})).tiles, []);
}

#[test]
fn reads_each_text_by_language() {
    let portal = portal(json!({
        "title": {"vi": "Dịch vụ công xã Thử", "en": "Public services"},
        "description": {"vi": "Nộp hồ sơ tại nhà."},
        "footer": {"en": "Run by the commune."},
        "popular": [{"code": "1.001193", "name": "Đăng ký khai sinh"}],
    }));
    assert_eq!(portal.title.get("en").unwrap(), "Public services");
    assert_eq!(portal.description.get("vi").unwrap(), "Nộp hồ sơ tại nhà.");
    assert_eq!(portal.footer.len(), 1);
    let popular = portal.popular.first().unwrap();
    assert_eq!(
        (popular.code.as_str(), popular.name.as_str()),
        ("1.001193", "Đăng ký khai sinh")
    );
}

#[test]
fn reads_a_tile_of_an_unknown_page() {
    let portal = portal(json!({"tiles": [
        {"page": "procedure", "code": "1.001193", "label": {"vi": "Khai sinh"}},
        {"page": "weather", "label": {"vi": "Thời tiết"}},
        {"page": "look_up", "since": "2030"},
        {},
    ]}));
    let pages: Vec<_> = portal.tiles.iter().map(|tile| tile.page).collect();
    let other = TilePage::Other;
    assert_eq!(pages, [TilePage::Procedure, other, TilePage::LookUp, other]);
    assert_eq!(portal.tiles.first().unwrap().code, "1.001193");
}

#[test]
fn reads_every_tile_page_that_it_writes() {
    for page in [
        TilePage::Groups,
        TilePage::LookUp,
        TilePage::Feedback,
        TilePage::Procedures,
        TilePage::Procedure,
    ] {
        let written = serde_json::to_value(page).unwrap();
        assert_eq!(serde_json::from_value::<TilePage>(written).unwrap(), page);
    }
}

#[test]
fn falls_back_to_the_first_language_of_the_portal() {
    let portal = portal(json!({"footer": {"vi": "Cổng của xã Thử.", "en": ""}}));
    let vietnamese = Some(("Cổng của xã Thử.", "vi"));
    assert_eq!(portal.text(&portal.footer, "vi"), vietnamese);
    assert_eq!(portal.text(&portal.footer, "en"), vietnamese);
    assert_eq!(portal.text(&portal.title, "vi"), None);
    let english = LocalizedText::from([("en".to_owned(), "Home".to_owned())]);
    assert_eq!(portal.text(&english, "en"), Some(("Home", "en")));
    assert_eq!(portal.text(&english, "vi"), None);
}
