//! A portal's settings: the JSON of `GET /portal`, or a file with some of its members.

use anyhow::{Result, bail};
use contract::portal::Portal;
use serde_json::{Map, Value, json};

/// Reads the settings. A member that only a running backend knows, such as the ways to sign in, may be absent.
pub(crate) fn parse(settings: &str) -> Result<Portal> {
    let mut members: Map<String, Value> = serde_json::from_str(settings)?;
    for (member, value) in absent_members() {
        members.entry(member).or_insert(value);
    }
    let portal: Portal = serde_json::from_value(Value::Object(members))?;
    if portal.name.trim().is_empty() {
        bail!("a portal needs a name");
    }
    Ok(portal)
}

/// What is assumed of a backend until it answers. The running app hides what it turns out to lack.
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
        let portal = parse(include_str!("../../../crates/backend/data/portal.json"))?;
        assert!(!portal.popular.is_empty());
        assert!(portal.parts.groups);
        Ok(())
    }

    #[test]
    fn refuses_a_portal_without_a_name() {
        assert!(parse(r#"{"name": " ", "languages": ["vi"]}"#).is_err());
        assert!(parse(r#"{"languages": ["vi"]}"#).is_err());
    }
}
