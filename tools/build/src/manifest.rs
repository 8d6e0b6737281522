//! The web app manifest. A phone reads the app's name in the manifest and shows it below the icon on the home screen.

use anyhow::Result;
use serde_json::{Map, Value};

/// Returns the manifest with the portal's name instead of the name in `source`.
pub(crate) fn with_portal_name(source: &str, name: &str) -> Result<String> {
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
    fn replaces_the_names_and_keeps_the_other_members() -> Result<()> {
        let source = r#"{"name": "Một Cửa", "short_name": "Một Cửa", "start_url": "./"}"#;
        let manifest: Value = serde_json::from_str(&with_portal_name(source, "Cổng xã Thử")?)?;
        let expected = serde_json::json!({"name": "Cổng xã Thử", "short_name": "Cổng xã Thử", "start_url": "./"});
        assert_eq!(manifest, expected);
        Ok(())
    }
}
