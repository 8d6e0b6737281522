//! The web app manifest, which names the portal on a phone's home screen.

use anyhow::Result;
use serde_json::{Map, Value};

/// The manifest of the repository with the portal's name in it.
pub(crate) fn named(source: &str, name: &str) -> Result<String> {
    let mut manifest: Map<String, Value> = serde_json::from_str(source)?;
    for key in ["name", "short_name"] {
        manifest.insert(key.to_owned(), name.into());
    }
    Ok(serde_json::to_string_pretty(&manifest)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bears_the_name_of_the_portal_and_keeps_the_rest() -> Result<()> {
        let source = r#"{"name": "Một Cửa", "short_name": "Một Cửa", "start_url": "./"}"#;
        let manifest: Value = serde_json::from_str(&named(source, "Cổng xã Thử")?)?;
        let expected = serde_json::json!({"name": "Cổng xã Thử", "short_name": "Cổng xã Thử", "start_url": "./"});
        assert_eq!(manifest, expected);
        Ok(())
    }
}
