//! What the citizen changed and the server has not yet confirmed. Nothing leaves it before an
//! acknowledgement, and between two answers to one question the one typed here and later wins.

use contract::draft::{Delivery, Draft, DraftPatch, ForWhom, PartChoice};
use contract::form::Answers;
use contract::place::PlaceRef;
use serde_json::Value;

/// Changes on their way to the server.
///
/// At most one patch is under way. What changes meanwhile waits for the next.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pending {
    waiting: DraftPatch,
    sent: Option<DraftPatch>,
    withheld: DraftPatch,
}

impl Pending {
    /// Changes kept from an earlier visit.
    pub fn from_patch(kept: DraftPatch) -> Pending {
        Pending {
            waiting: kept,
            ..Pending::default()
        }
    }

    /// An answer changed; `Null` removes it.
    pub fn answer(&mut self, question: &str, value: Value) {
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
        self.withheld.papers.remove(component);
        self.waiting.papers.insert(component.to_owned(), needed);
    }

    /// Another answer to whom the filing is for.
    pub fn for_whom(&mut self, for_whom: ForWhom) {
        self.waiting.for_whom = Some(for_whom);
    }

    /// Agency or delivery of one part of a group was chosen.
    pub fn part(&mut self, key: &str, choice: PartChoice) {
        self.withheld.parts.remove(key);
        self.waiting.parts.insert(key.to_owned(), choice);
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
                let found = waiting.parts.remove_entry(&key);
                found
                    .map(|(key, part)| withheld.parts.insert(key, part))
                    .is_some()
            }
            ("papers", Some(key)) => {
                let found = waiting.papers.remove_entry(&key);
                found
                    .map(|(key, needed)| withheld.papers.insert(key, needed))
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
        self.sent = None;
    }

    /// The patch that was taken didn't arrive, or nobody knows; it waits again, under what came later.
    pub fn failed(&mut self) {
        if let Some(sent) = self.sent.take() {
            let later = core::mem::replace(&mut self.waiting, sent);
            lay_over(&mut self.waiting, later);
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
        draft.papers.extend(patch.papers);
        draft.parts.extend(patch.parts);
        draft
    }
}

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
    patch.papers.extend(later.papers);
    patch.parts.extend(later.parts);
}

#[cfg(test)]
mod tests;
