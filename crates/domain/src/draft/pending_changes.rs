//! Changes that the citizen made and the server has not confirmed yet.
//!
//! A change is dropped only after the server confirms it. If the citizen changed an answer twice, the later change
//! wins.

use std::collections::BTreeMap;

use contract::draft::{Delivery, Draft, DraftPatch, ForWhom, PartChoice, PartPatch};
use contract::form::Answers;
use contract::place::PlaceRef;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::entry_ids::add_entry_ids;
use super::list_merge::merge_lists;

/// Unconfirmed changes of one draft.
///
/// Only one patch is being sent at a time. Changes that the citizen makes meanwhile go into the next patch.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PendingChanges {
    /// Changes that the next patch will contain.
    unsent: DraftPatch,
    /// The patch that is being sent at the moment.
    in_flight: Option<DraftPatch>,
    /// Changes that the server refused. No patch contains them until the citizen changes them again.
    quarantined: DraftPatch,
    /// For each list that was changed on this device: the server's list at the time of the first change.
    list_bases: Answers,
    /// The lists in patches that failed. The server may have saved such a list although the device got no confirmation.
    unconfirmed_lists: Answers,
}

/// The part of [`PendingChanges`] that the device stores, so that a later visit can continue with the changes.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct StoredChanges {
    /// Every unconfirmed change.
    pub changes: DraftPatch,
    /// For each list that was changed on this device: the server's list at the time of the first change.
    #[serde(rename = "bases")]
    pub list_bases: Answers,
    /// Lists that the server may have saved although the device got no confirmation.
    #[serde(rename = "tried")]
    pub unconfirmed_lists: Answers,
}

impl PendingChanges {
    /// Restores the changes of an earlier visit.
    pub fn from_stored(mut stored: StoredChanges) -> PendingChanges {
        // An older version of the app stored entries without ids.
        add_entry_ids(&mut stored.changes.answers);
        add_entry_ids(&mut stored.list_bases);
        add_entry_ids(&mut stored.unconfirmed_lists);
        PendingChanges {
            unsent: stored.changes,
            list_bases: stored.list_bases,
            unconfirmed_lists: stored.unconfirmed_lists,
            ..PendingChanges::default()
        }
    }

    /// Returns the changes that the device must store until the server has confirmed them.
    pub fn to_stored(&self) -> StoredChanges {
        StoredChanges {
            changes: self.unconfirmed_patch(),
            list_bases: self.list_bases.clone(),
            unconfirmed_lists: self.unconfirmed_lists.clone(),
        }
    }

    /// Records a changed answer. `value` is the new answer; `Null` removes the answer. `server` is the answer that the
    /// server holds.
    pub fn set_answer(&mut self, question: &str, value: Value, server: Option<&Value>) {
        let is_list = value.is_array() || server.is_some_and(Value::is_array);
        if is_list && !self.list_bases.contains_key(question) {
            let base = server.cloned().unwrap_or(Value::Null);
            self.list_bases.insert(question.to_owned(), base);
        }
        self.quarantined.answers.remove(question);
        self.unsent.answers.insert(question.to_owned(), value);
    }

    /// Records the location of the agency that the citizen chose.
    pub fn set_agency(&mut self, agency: PlaceRef) {
        self.quarantined.agency = None;
        self.unsent.agency = Some(agency);
    }

    /// Records how the citizen wants to receive the result.
    pub fn set_delivery(&mut self, delivery: Delivery) {
        self.quarantined.delivery = None;
        self.unsent.delivery = Some(delivery);
    }

    /// Records whether an optional component is needed in the citizen's situation.
    pub fn set_component_needed(&mut self, component: &str, is_needed: bool) {
        self.quarantined.needed_components.remove(component);
        self.unsent
            .needed_components
            .insert(component.to_owned(), is_needed);
    }

    /// Records the person for whom the dossier is filed.
    pub fn set_for_whom(&mut self, for_whom: ForWhom) {
        self.unsent.for_whom = Some(for_whom);
    }

    /// Records a choice for one part of a group: its agency or its delivery. `part` is the key of the part.
    pub fn set_part(&mut self, part: &str, patch: PartPatch) {
        remove_from_part(&mut self.quarantined.parts, part, &patch);
        overlay_part(&mut self.unsent.parts, part, patch);
    }

    /// Whether the server has confirmed every change.
    pub fn is_empty(&self) -> bool {
        self.in_flight.is_none() && is_empty(&self.quarantined) && is_empty(&self.unsent)
    }

    /// Whether there are changes for the next patch.
    pub fn has_unsent(&self) -> bool {
        !is_empty(&self.unsent)
    }

    /// Keeps a change that the server refused out of every patch until the citizen changes it again.
    ///
    /// `pointer` is the JSON Pointer in the server's problem document: `/answers/x`, `/agency`, `/delivery/phone`,
    /// `/parts/x/…` or `/papers/x`. Returns `false` if there is no such unsent change.
    pub fn quarantine(&mut self, pointer: &str) -> bool {
        let (unsent, quarantined) = (&mut self.unsent, &mut self.quarantined);
        let mut tokens = pointer.split('/').skip(1);
        let (member, key) = (tokens.next().unwrap_or_default(), tokens.next());
        let key = key.map(|key| key.replace("~1", "/").replace("~0", "~"));
        match (member, key) {
            ("answers", Some(key)) => {
                let found = unsent.answers.remove_entry(&key);
                found
                    .map(|(key, value)| quarantined.answers.insert(key, value))
                    .is_some()
            }
            ("parts", Some(key)) => {
                let found = unsent.parts.remove(&key);
                found
                    .map(|patch| overlay_part(&mut quarantined.parts, &key, patch))
                    .is_some()
            }
            ("papers", Some(key)) => {
                let found = unsent.needed_components.remove_entry(&key);
                found
                    .map(|(key, is_needed)| quarantined.needed_components.insert(key, is_needed))
                    .is_some()
            }
            ("agency", _) => move_value(&mut unsent.agency, &mut quarantined.agency),
            ("delivery", _) => move_value(&mut unsent.delivery, &mut quarantined.delivery),
            _ => false,
        }
    }

    /// Takes the patch to send now. `None` while another patch is being sent, or if there are no unsent changes.
    ///
    /// Call [`confirm`](Self::confirm) or [`mark_failed`](Self::mark_failed) when the request ends.
    pub fn take_patch(&mut self) -> Option<DraftPatch> {
        if self.in_flight.is_some() || is_empty(&self.unsent) {
            return None;
        }
        let patch = core::mem::take(&mut self.unsent);
        self.in_flight = Some(patch.clone());
        Some(patch)
    }

    /// All changes that the server may still accept, whether they are being sent or not. `None` if there are none.
    ///
    /// It is the last patch of a page that is being left: nobody will see whether the patch in flight arrives.
    pub fn last_patch(&self) -> Option<DraftPatch> {
        let mut patch = self.in_flight.clone().unwrap_or_default();
        overlay(&mut patch, self.unsent.clone());
        (!is_empty(&patch)).then_some(patch)
    }

    /// Drops the patch that is being sent, because the server has saved it.
    pub fn confirm(&mut self) {
        let Some(sent) = self.in_flight.take() else {
            return;
        };
        for (question, list) in sent.answers {
            self.unconfirmed_lists.remove(&question);
            if self.list_bases.remove(&question).is_some()
                && self.unsent.answers.contains_key(&question)
            {
                self.list_bases.insert(question, list);
            }
        }
    }

    /// Moves the patch that is being sent back to the unsent changes, because the request failed or its outcome is
    /// unknown. If the citizen changed an answer again meanwhile, the later change wins.
    pub fn mark_failed(&mut self) {
        let Some(sent) = self.in_flight.take() else {
            return;
        };
        let lists = sent.answers.iter();
        let lists = lists.filter(|(question, _)| self.list_bases.contains_key(*question));
        self.unconfirmed_lists
            .extend(lists.map(|(question, list)| (question.clone(), list.clone())));
        let later = core::mem::replace(&mut self.unsent, sent);
        overlay(&mut self.unsent, later);
    }

    /// Merges each list that both this device and another device changed. `server` contains the answers that the server
    /// holds now.
    ///
    /// Does nothing while a patch is being sent, because its outcome must be known first.
    pub fn rebase(&mut self, server: &Answers) {
        if self.in_flight.is_some() {
            return;
        }
        for (question, base) in &mut self.list_bases {
            let theirs = server.get(question).unwrap_or(&Value::Null);
            let Some(mine) = self.unsent.answers.get_mut(question) else {
                continue;
            };
            // The server may hold a list that this device sent without getting a confirmation. Then no other device has
            // changed the list.
            if theirs != base && self.unconfirmed_lists.get(question) != Some(theirs) {
                *mine = merge_lists(base, mine, theirs);
            }
            *base = theirs.clone();
        }
    }

    /// All unconfirmed changes in one patch.
    pub fn unconfirmed_patch(&self) -> DraftPatch {
        let mut patch = self.in_flight.clone().unwrap_or_default();
        overlay(&mut patch, self.quarantined.clone());
        overlay(&mut patch, self.unsent.clone());
        patch
    }

    /// The draft to show: the server's draft with the unconfirmed changes applied.
    pub fn apply_to(&self, server: &Draft) -> Draft {
        let mut draft = server.clone();
        let patch = self.unconfirmed_patch();
        apply_answer_changes(&mut draft.answers, patch.answers);
        if let Some(agency) = patch.agency {
            if draft.agency.as_ref() != Some(&agency) {
                // The agency name from the server is the name of the agency that was chosen before this change.
                draft.agency_name = None;
            }
            draft.agency = Some(agency);
        }
        if patch.delivery.is_some() {
            draft.delivery = patch.delivery;
        }
        draft.for_whom = patch.for_whom.unwrap_or(draft.for_whom);
        draft.needed_components.extend(patch.needed_components);
        for (key, patch) in patch.parts {
            apply_part_patch(draft.parts.entry(key).or_default(), patch);
        }
        draft
    }
}

/// Applies changed answers to `answers`. `Null` removes an answer (RFC 7396, JSON Merge Patch, one level deep).
pub fn apply_answer_changes(answers: &mut Answers, changes: Answers) {
    for (question, value) in changes {
        if value.is_null() {
            answers.remove(&question);
        } else {
            answers.insert(question, value);
        }
    }
}

/// Applies a patch to the citizen's choices for one part of a group.
///
/// Agency and delivery change independently. So two devices don't overwrite each other if one changes the agency and
/// the other the delivery.
pub fn apply_part_patch(choice: &mut PartChoice, patch: PartPatch) {
    choice.agency = patch.agency.unwrap_or(choice.agency.take());
    choice.delivery = patch.delivery.unwrap_or(choice.delivery.take());
}

fn is_empty(patch: &DraftPatch) -> bool {
    *patch == DraftPatch::default()
}

/// Moves a value from `from` to `to`. Returns `false` if `from` is `None`.
fn move_value<T>(from: &mut Option<T>, to: &mut Option<T>) -> bool {
    let Some(value) = from.take() else {
        return false;
    };
    *to = Some(value);
    true
}

/// Adds the changes of `later` to `patch`. If both change the same member, `later` wins. An answer that was removed
/// stays in the patch as `Null`.
fn overlay(patch: &mut DraftPatch, later: DraftPatch) {
    patch.answers.extend(later.answers);
    if later.agency.is_some() {
        patch.agency = later.agency;
    }
    if later.delivery.is_some() {
        patch.delivery = later.delivery;
    }
    if later.for_whom.is_some() {
        patch.for_whom = later.for_whom;
    }
    patch.needed_components.extend(later.needed_components);
    for (key, later) in later.parts {
        overlay_part(&mut patch.parts, &key, later);
    }
}

/// Adds a later change of one part to the earlier changes of this part.
fn overlay_part(patches: &mut BTreeMap<String, PartPatch>, key: &str, later: PartPatch) {
    let patch = patches.entry(key.to_owned()).or_default();
    patch.agency = later.agency.or(patch.agency.take());
    patch.delivery = later.delivery.or(patch.delivery.take());
}

/// Removes from the changes of one part the members that `later` also changes.
fn remove_from_part(patches: &mut BTreeMap<String, PartPatch>, key: &str, later: &PartPatch) {
    let Some(mut patch) = patches.remove(key) else {
        return;
    };
    patch.agency = patch.agency.filter(|_| later.agency.is_none());
    patch.delivery = patch.delivery.filter(|_| later.delivery.is_none());
    if patch != PartPatch::default() {
        patches.insert(key.to_owned(), patch);
    }
}
