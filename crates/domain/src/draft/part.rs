//! What was chosen for one part of a group, and changes of it: agency and delivery each by itself, so that two devices that
//! change one each keep both.

use std::collections::BTreeMap;

use contract::draft::{PartChoice, PartPatch};

/// Changes a choice.
pub fn choose(choice: &mut PartChoice, patch: PartPatch) {
    choice.agency = patch.agency.unwrap_or(choice.agency.take());
    choice.delivery = patch.delivery.unwrap_or(choice.delivery.take());
}

/// Lays a later change of one part over those before it.
pub(super) fn lay_over(patches: &mut BTreeMap<String, PartPatch>, key: &str, later: PartPatch) {
    let patch = patches.entry(key.to_owned()).or_default();
    patch.agency = later.agency.or(patch.agency.take());
    patch.delivery = later.delivery.or(patch.delivery.take());
}

/// Forgets what a later change says anew.
pub(super) fn forget(patches: &mut BTreeMap<String, PartPatch>, key: &str, later: &PartPatch) {
    let Some(mut patch) = patches.remove(key) else {
        return;
    };
    patch.agency = patch.agency.filter(|_| later.agency.is_none());
    patch.delivery = patch.delivery.filter(|_| later.delivery.is_none());
    if patch != PartPatch::default() {
        patches.insert(key.to_owned(), patch);
    }
}
