//! The decisions that the demo page offers for a status. They include the officer's decisions, and also the status
//! changes that a deadline or the payment platform triggers in a real system.

use contract::dossier::DossierStatus;
use domain::status::{Actor, Transition, is_allowed, transitions_from};

/// A decision. The page `/demo` shows it as a button.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct OfficerMove {
    /// The status change that the decision causes.
    pub(super) transition: &'static Transition,
    /// Whether the dossier waits for an online payment afterwards.
    pub(super) online_fee: bool,
}

impl OfficerMove {
    /// The value of this decision's button. It is the number of the new status, with the suffix `-online` for an online
    /// payment.
    pub(super) fn key(self) -> String {
        let number = u8::from(self.transition.to);
        if self.online_fee {
            format!("{number}-online")
        } else {
            number.to_string()
        }
    }

    /// The label of this decision's button. The history of the dossier shows the same text as the action.
    pub(super) fn action(self) -> &'static str {
        if self.online_fee {
            "Yêu cầu nộp phí"
        } else {
            self.transition.action
        }
    }
}

/// The decisions that are possible for a status. A decision that moves the dossier towards its result comes first.
///
/// `accepted` is whether the dossier was accepted earlier. It determines the status to which the dossier returns after
/// a payment.
pub(super) fn possible_moves(status: DossierStatus, accepted: bool) -> Vec<OfficerMove> {
    let actors = [Actor::Officer, Actor::System, Actor::Payment];
    let mut possible: Vec<OfficerMove> = actors
        .into_iter()
        .flat_map(|actor| transitions_from(Some(status), actor))
        // A change that happens by itself, and that the officer may make as well, is offered once.
        .filter(|row| row.by != Actor::System || !is_allowed(Some(status), row.to, Actor::Officer))
        .filter(|row| row.by != Actor::Payment || (row.to == DossierStatus::Processing) == accepted)
        .flat_map(|transition| {
            let requests_fee = transition.to == DossierStatus::ObligationRequested;
            let plain = OfficerMove {
                transition,
                online_fee: false,
            };
            let online = OfficerMove {
                transition,
                online_fee: true,
            };
            [Some(plain), requests_fee.then_some(online)]
        })
        .flatten()
        .collect();
    // The page `/demo` shows the first button as the main action, so sort the decisions that move the dossier towards
    // its result first.
    possible.sort_by_key(|chosen| !advances_dossier(chosen.transition.to));
    possible
}

/// Whether a status is a step towards the result.
fn advances_dossier(to: DossierStatus) -> bool {
    matches!(
        to,
        DossierStatus::Accepted
            | DossierStatus::Processing
            | DossierStatus::Processed
            | DossierStatus::Returned
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys(status: DossierStatus, accepted: bool) -> Vec<String> {
        possible_moves(status, accepted)
            .into_iter()
            .map(OfficerMove::key)
            .collect()
    }

    #[test]
    fn a_new_dossier_can_be_accepted_rejected_supplemented_or_charged() {
        assert_eq!(
            keys(DossierStatus::Registered, false),
            ["2", "3", "5", "6", "6-online"]
        );
    }

    #[test]
    fn the_decision_that_advances_a_dossier_comes_first() {
        assert_eq!(
            keys(DossierStatus::Accepted, true),
            ["4", "5", "6", "6-online"]
        );
        assert_eq!(
            keys(DossierStatus::Processing, true),
            ["9", "5", "6", "6-online", "8"]
        );
    }

    #[test]
    fn a_payment_restores_the_previous_status() {
        assert_eq!(keys(DossierStatus::ObligationRequested, false), ["1"]);
        assert_eq!(keys(DossierStatus::ObligationRequested, true), ["4"]);
    }

    #[test]
    fn decision_keys_are_unique_per_dossier() {
        for status in DossierStatus::ALL {
            for accepted in [false, true] {
                let mut all_keys = keys(status, accepted);
                let count = all_keys.len();
                all_keys.sort();
                all_keys.dedup();
                assert_eq!(all_keys.len(), count, "{status:?}");
            }
        }
    }

    #[test]
    fn a_returned_dossier_offers_no_decision() {
        assert!(possible_moves(DossierStatus::Returned, true).is_empty());
        assert!(possible_moves(DossierStatus::Rejected, false).is_empty());
    }
}
