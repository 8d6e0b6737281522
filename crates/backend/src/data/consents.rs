//! The purposes for which the portal asks for consent, each with its exact wording.

use contract::consent::ConsentPurpose;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{records, require_text};
use super::sources::Source;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ConsentFile {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    purposes: Vec<ConsentPurpose>,
}

/// Reads the purposes from `consents.json`. The app shows them in the order of this file.
pub(super) fn import(source: Source<'_>) -> Result<Vec<ConsentPurpose>, ImportError> {
    let purposes = records::<ConsentFile>(source)?.purposes;
    for (place, purpose) in purposes.iter().enumerate() {
        let earlier = purposes.iter().take(place);
        check(purpose, earlier)
            .map_err(|reason| reason.at(source.file, format!("purpose {}", purpose.key)))?;
    }
    Ok(purposes)
}

fn check<'a>(
    purpose: &ConsentPurpose,
    mut earlier: impl Iterator<Item = &'a ConsentPurpose>,
) -> Result<(), ImportErrorReason> {
    require_text(&purpose.key, "key")?;
    require_text(&purpose.title, "title")?;
    require_text(&purpose.wording, "wording")?;
    if purpose.version == 0 {
        return Err(ImportErrorReason::NoVersion);
    }
    if earlier.any(|other| other.key == purpose.key) {
        return Err(ImportErrorReason::Duplicate);
    }
    Ok(())
}
