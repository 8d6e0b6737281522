//! One change of a draft: what `PATCH` does to it, before anything is kept.

use contract::draft::DraftPatch;

use super::draft_store::StoredDraft;
use super::{answers, delivery};
use crate::data::Data;
use crate::refusal::Refusal;

/// Applies `patch`. The version grows only if something is different afterwards, so a repeated patch
/// is no conflict for the other tab. On refusal the draft is as it was.
pub(crate) fn apply(
    draft: StoredDraft,
    patch: DraftPatch,
    data: &Data,
    now: i64,
) -> Result<StoredDraft, Refusal> {
    let mut changed = draft.clone();
    if let Some(agency) = patch.agency {
        if data.place_name(&agency).is_none() {
            return Err(Refusal::invalid_property("/agency", "place"));
        }
        changed.agency = Some(agency);
    }
    if let Some(choice) = patch.delivery {
        let checked = delivery::check(choice, data).map_err(Refusal::InvalidAnswers)?;
        changed.delivery = Some(checked);
    }
    let form = data
        .form(&draft.form)
        .ok_or_else(|| Refusal::internal("a draft names a form that is no longer in the data"))?;
    answers::merge(&mut changed.answers, patch.answers, form).map_err(Refusal::InvalidAnswers)?;
    if changed != draft {
        changed.version = draft.version.saturating_add(1);
        changed.updated_at = now;
    }
    Ok(changed)
}
