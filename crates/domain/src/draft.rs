//! What the citizen changed and the server has not yet confirmed. Nothing leaves it before an
//! acknowledgement, and between two answers to one question the one typed here and later wins.

use contract::draft::{Delivery, Draft, DraftPatch, ForWhom, PartPatch};
use contract::form::Answers;
use contract::place::PlaceRef;
use serde::{Deserialize, Serialize};
use serde_json::Value;

mod lists;
mod part;

/// Changes on their way to the server.
///
/// At most one patch is under way. What changes meanwhile waits for the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pending {
    waiting: DraftPatch,
    sent: Option<DraftPatch>,
    withheld: DraftPatch,
    /// For each list that is changed here, the server's as it was when that began.
    bases: Answers,
    /// The lists of patches that didn't come back: the server may hold them.
    tried: Answers,
}

/// What of it a device keeps, to go on with in a later visit.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Kept {
    /// Everything unconfirmed.
    pub changes: DraftPatch,
    /// For each list among it, the server's as it was when the changes began.
    pub bases: Answers,
    /// Lists that the server may hold though it didn't say so.
    pub tried: Answers,
}

impl Pending {
    /// Changes kept from an earlier visit.
    pub fn from_kept(kept: Kept) -> Pending {
        Pending {
            waiting: kept.changes,
            bases: kept.bases,
            tried: kept.tried,
            ..Pending::default()
        }
    }

    /// What is to be kept until the server has it.
    pub fn kept(&self) -> Kept {
        Kept {
            changes: self.unconfirmed(),
            bases: self.bases.clone(),
            tried: self.tried.clone(),
        }
    }

    /// An answer changed, which `server` is the server's of; `Null` removes it.
    pub fn answer(&mut self, question: &str, value: Value, server: Option<&Value>) {
        let is_list = value.is_array() || server.is_some_and(Value::is_array);
        if is_list && !self.bases.contains_key(question) {
            let base = server.cloned().unwrap_or(Value::Null);
            self.bases.insert(question.to_owned(), base);
        }
        self.withheld.answers.remove(question);
        self.waiting.answers.insert(question.to_owned(), value);
    }

    /// The agency was chosen.
    pub fn agency(&mut self, agency: PlaceRef) {
        self.withheld.agency = None;
        self.waiting.agency = Some(agency);
    }

    /// The way to receive the result was chosen.
    pub fn delivery(&mut self, delivery: Delivery) {
        self.withheld.delivery = None;
        self.waiting.delivery = Some(delivery);
    }

    /// The citizen said whether he needs a paper that only some situations ask for.
    pub fn paper(&mut self, component: &str, needed: bool) {
        self.withheld.needed_components.remove(component);
        self.waiting
            .needed_components
            .insert(component.to_owned(), needed);
    }

    /// Another answer to whom the filing is for.
    pub fn for_whom(&mut self, for_whom: ForWhom) {
        self.waiting.for_whom = Some(for_whom);
    }

    /// Agency or delivery of one part of a group was chosen.
    pub fn part(&mut self, key: &str, patch: PartPatch) {
        part::forget(&mut self.withheld.parts, key, &patch);
        part::lay_over(&mut self.waiting.parts, key, patch);
    }

    /// Whether the server has confirmed everything.
    pub fn is_empty(&self) -> bool {
        self.sent.is_none() && is_empty(&self.withheld) && is_empty(&self.waiting)
    }

    /// Whether something can be sent once the patch under way has ended.
    pub fn is_waiting(&self) -> bool {
        !is_empty(&self.waiting)
    }

    /// The server will not keep what this pointer names (`/answers/x`, `/agency`, `/delivery/phone`, `/parts/x/…`,
    /// `/papers/x`) as it is: it stays here, out of every patch, until it is changed. `false` when nothing waits there.
    pub fn withhold(&mut self, pointer: &str) -> bool {
        let (waiting, withheld) = (&mut self.waiting, &mut self.withheld);
        let mut path = pointer.split('/').skip(1);
        let (member, key) = (path.next().unwrap_or_default(), path.next());
        let key = key.map(|key| key.replace("~1", "/").replace("~0", "~"));
        match (member, key) {
            ("answers", Some(key)) => {
                let found = waiting.answers.remove_entry(&key);
                found
                    .map(|(key, value)| withheld.answers.insert(key, value))
                    .is_some()
            }
            ("parts", Some(key)) => {
                let found = waiting.parts.remove(&key);
                found
                    .map(|patch| part::lay_over(&mut withheld.parts, &key, patch))
                    .is_some()
            }
            ("papers", Some(key)) => {
                let found = waiting.needed_components.remove_entry(&key);
                found
                    .map(|(key, needed)| withheld.needed_components.insert(key, needed))
                    .is_some()
            }
            ("agency", _) => moved(&mut waiting.agency, &mut withheld.agency),
            ("delivery", _) => moved(&mut waiting.delivery, &mut withheld.delivery),
            _ => false,
        }
    }

    /// The patch to send now: `None` while another is under way or nothing waits.
    pub fn take(&mut self) -> Option<DraftPatch> {
        if self.sent.is_some() || is_empty(&self.waiting) {
            return None;
        }
        let patch = core::mem::take(&mut self.waiting);
        self.sent = Some(patch.clone());
        Some(patch)
    }

    /// The server holds the patch that was taken.
    pub fn acknowledge(&mut self) {
        let Some(sent) = self.sent.take() else {
            return;
        };
        for (question, list) in sent.answers {
            self.tried.remove(&question);
            if self.bases.remove(&question).is_some()
                && self.waiting.answers.contains_key(&question)
            {
                self.bases.insert(question, list);
            }
        }
    }

    /// The patch that was taken didn't arrive, or nobody knows; it waits again, under what came later.
    pub fn failed(&mut self) {
        let Some(sent) = self.sent.take() else {
            return;
        };
        let lists = sent.answers.iter();
        let lists = lists.filter(|(question, _)| self.bases.contains_key(*question));
        self.tried
            .extend(lists.map(|(question, list)| (question.clone(), list.clone())));
        let later = core::mem::replace(&mut self.waiting, sent);
        lay_over(&mut self.waiting, later);
    }

    /// The server holds other answers than before: a list that was changed there too is brought together with the one
    /// changed here. While a patch is under way its answer comes first.
    pub fn meet(&mut self, server: &Answers) {
        if self.sent.is_some() {
            return;
        }
        for (question, base) in &mut self.bases {
            let theirs = server.get(question).unwrap_or(&Value::Null);
            let Some(mine) = self.waiting.answers.get_mut(question) else {
                continue;
            };
            if theirs != base && self.tried.get(question) != Some(theirs) {
                *mine = lists::brought_together(base, mine, theirs);
            }
            *base = theirs.clone();
        }
    }

    /// Everything unconfirmed as one patch, to keep on this phone.
    pub fn unconfirmed(&self) -> DraftPatch {
        let mut patch = self.sent.clone().unwrap_or_default();
        lay_over(&mut patch, self.withheld.clone());
        lay_over(&mut patch, self.waiting.clone());
        patch
    }

    /// What the citizen should see: the server's draft with the unconfirmed changes laid over it.
    pub fn merge(&self, server: &Draft) -> Draft {
        let mut draft = server.clone();
        let patch = self.unconfirmed();
        apply(&mut draft.answers, patch.answers);
        if let Some(agency) = patch.agency {
            if draft.agency.as_ref() != Some(&agency) {
                // The name the server gave belongs to the agency it knew.
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
            part::choose(draft.parts.entry(key).or_default(), patch);
        }
        draft
    }
}

pub use self::part::choose;

/// Lays changed answers over answers; `Null` removes one (RFC 7396, one level deep).
pub fn apply(answers: &mut Answers, changes: Answers) {
    for (question, value) in changes {
        if value.is_null() {
            answers.remove(&question);
        } else {
            answers.insert(question, value);
        }
    }
}

fn is_empty(patch: &DraftPatch) -> bool {
    *patch == DraftPatch::default()
}

fn moved<T>(from: &mut Option<T>, to: &mut Option<T>) -> bool {
    let Some(value) = from.take() else {
        return false;
    };
    *to = Some(value);
    true
}

/// `later` wins, question by question; a removal stays a removal until the server has it.
fn lay_over(patch: &mut DraftPatch, later: DraftPatch) {
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
        part::lay_over(&mut patch.parts, &key, later);
    }
}

#[cfg(test)]
mod tests;
