//! Reads the settings of a portal. They are the JSON of a response to `GET /portal`, or a file with only some of its
//! members.

use anyhow::{Result, bail};
use contract::limits;
use contract::portal::Portal;
use serde_json::{Map, Value, json};

/// Parses the settings of a portal. Members that only a running backend knows, such as `sign_in`, may be absent.
///
/// # Errors
///
/// When the JSON isn't a portal's settings, or a text or list is longer than the contract allows.
pub(crate) fn parse_portal(settings: &str) -> Result<Portal> {
    let mut members: Map<String, Value> = serde_json::from_str(settings)?;
    for (member, value) in absent_members() {
        members.entry(member).or_insert(value);
    }
    let portal: Portal = serde_json::from_value(Value::Object(members))?;
    check_bounds(&portal)?;
    Ok(portal)
}

/// Checks that no text and no list is longer than the contract allows.
fn check_bounds(portal: &Portal) -> Result<()> {
    if portal.name.trim().is_empty() {
        bail!("a portal needs a name");
    }
    let (short, long) = (limits::PORTAL_TITLE_CHARS, limits::PORTAL_TEXT_CHARS);
    let name = [(&portal.name, "name", short)].into_iter();
    let texts = [
        (&portal.title, "title", short),
        (&portal.description, "description", long),
        (&portal.footer, "footer", long),
    ];
    let texts = texts
        .into_iter()
        .flat_map(|(texts, member, most)| texts.values().map(move |text| (text, member, most)));
    let labels = portal.tiles.iter().flat_map(|tile| tile.label.values());
    let labels = labels.map(|label| (label, "label of a tile", limits::TILE_LABEL_CHARS));
    for (text, member, most) in name.chain(texts).chain(labels) {
        let chars = text.chars().count();
        if chars > most {
            bail!("the {member} has {chars} characters; {most} are allowed");
        }
    }
    for (entries, member, most) in [
        (portal.tiles.len(), "tiles", limits::PORTAL_TILES),
        (portal.popular.len(), "popular", limits::PORTAL_POPULAR),
    ] {
        if entries > most {
            bail!("`{member}` has {entries} entries; {most} are allowed");
        }
    }
    Ok(())
}

/// The members that a settings file may lack, with their default values. The first screen uses these values until the
/// app has received the backend's response. Then the app hides the features that the backend doesn't offer.
fn absent_members() -> [(String, Value); 5] {
    [
        ("contract", json!("1")),
        ("sign_in", json!([])),
        ("register", json!([])),
        (
            "uploads",
            json!({"max_bytes": 0, "max_files": 0, "media_types": [], "tus": true}),
        ),
        (
            "parts",
            json!({"groups": true, "lookup": true, "feedback": true}),
        ),
    ]
    .map(|(member, value)| (member.to_owned(), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_the_settings_of_the_reference_backend() -> Result<()> {
        let portal = parse_portal(include_str!("../../../crates/backend/data/portal.json"))?;
        assert!(!portal.popular.is_empty());
        assert!(portal.features.groups);
        Ok(())
    }

    #[test]
    fn refuses_texts_and_lists_over_the_bounds_of_the_contract() {
        let refused = |member: Value| {
            let mut settings = json!({"name": "Cổng xã Thử", "languages": ["vi"]});
            if let (Some(all), Value::Object(more)) = (settings.as_object_mut(), member) {
                all.extend(more);
            }
            parse_portal(&settings.to_string()).is_err()
        };
        assert!(!refused(
            json!({"title": {"vi": "a".repeat(limits::PORTAL_TITLE_CHARS)}})
        ));
        assert!(refused(
            json!({"title": {"vi": "a".repeat(limits::PORTAL_TITLE_CHARS + 1)}})
        ));
        assert!(refused(
            json!({"footer": {"vi": "a".repeat(limits::PORTAL_TEXT_CHARS + 1)}})
        ));
        assert!(refused(
            json!({"tiles": vec![json!({"page": "groups"}); limits::PORTAL_TILES + 1]})
        ));
    }

    #[test]
    fn refuses_a_portal_without_a_name() {
        assert!(parse_portal(r#"{"name": " ", "languages": ["vi"]}"#).is_err());
        assert!(parse_portal(r#"{"languages": ["vi"]}"#).is_err());
    }
}
