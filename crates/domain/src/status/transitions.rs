//! The table of status changes, and the rules around it.
//!
//! No official document contains such a table. The one here is derived from the steps in NĐ 118/2025/NĐ-CP and from systems
//! in use. It belongs to the reference backend; other backends may have other tables.

use contract::dossier::DossierStatus;

/// Who changes the status of a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The citizen who filed the dossier.
    Citizen,
    /// An officer of the office that handles the dossier.
    Officer,
    /// The backend itself: a deadline has passed, or another status change causes this change.
    System,
    /// The payment platform, after the citizen has paid.
    Payment,
}

/// One allowed status change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// The status before the change. `None`: the dossier is still a draft.
    pub from: Option<DossierStatus>,
    /// The status after the change.
    pub to: DossierStatus,
    /// Who may make the change.
    pub by: Actor,
    /// Name of the change, as shown in the dossier's history.
    pub action: &'static str,
    /// Whether a reason must be given for the change.
    pub reason_required: bool,
}

/// Whether `by` may change the status from `from` to `to`. If `from` is `None`, the dossier is a draft.
pub fn is_allowed(from: Option<DossierStatus>, to: DossierStatus, by: Actor) -> bool {
    find_transition(from, to, by).is_some()
}

/// The status change from `from` to `to`, if `by` may make it.
pub fn find_transition(
    from: Option<DossierStatus>,
    to: DossierStatus,
    by: Actor,
) -> Option<&'static Transition> {
    TRANSITIONS
        .iter()
        .find(|transition| (transition.from, transition.to, transition.by) == (from, to, by))
}

/// Every status change that `by` may make from `from`, in the order of [`TRANSITIONS`].
pub fn transitions_from(
    from: Option<DossierStatus>,
    by: Actor,
) -> impl Iterator<Item = &'static Transition> {
    TRANSITIONS
        .iter()
        .filter(move |transition| transition.from == from && transition.by == by)
}

/// Whether the citizen may ask to withdraw a dossier with this status.
///
/// `was_accepted`: the office has accepted the dossier. `is_paid`: the citizen has paid a fee of it. Before acceptance, a
/// paid dossier can't be withdrawn: the office must first pay the money back.
pub fn may_withdraw(status: DossierStatus, was_accepted: bool, is_paid: bool) -> bool {
    is_allowed(Some(status), WithdrawalRequested, Citizen) && (was_accepted || !is_paid)
}

/// Whether a part of a group may change its status although it waits for the result of another part. It may only be
/// withdrawn, or rejected together with the part that it waits for: no office has begun with it.
pub fn may_change_while_waiting(transition: &Transition) -> bool {
    matches!(
        (transition.from, transition.to, transition.by),
        (Some(Registered), WithdrawalRequested, Citizen)
            | (Some(WithdrawalRequested), Paused, Officer)
            | (Some(Registered), Rejected, System)
    )
}

const fn without_reason(
    from: DossierStatus,
    to: DossierStatus,
    by: Actor,
    action: &'static str,
) -> Transition {
    Transition {
        from: Some(from),
        to,
        by,
        action,
        reason_required: false,
    }
}

const fn with_reason(
    from: DossierStatus,
    to: DossierStatus,
    by: Actor,
    action: &'static str,
) -> Transition {
    Transition {
        from: Some(from),
        to,
        by,
        action,
        reason_required: true,
    }
}

use Actor::{Citizen, Officer, Payment, System};
use DossierStatus::{
    Accepted, ObligationRequested, Paused, Processed, Processing, Registered, Rejected, Returned,
    SupplementRequested, WithdrawalRequested,
};

/// Every allowed status change.
pub const TRANSITIONS: [Transition; 26] = [
    Transition {
        from: None,
        to: Registered,
        by: Citizen,
        action: "Gửi hồ sơ",
        reason_required: false,
    },
    without_reason(Registered, Accepted, Officer, "Tiếp nhận"),
    with_reason(Registered, Rejected, Officer, "Từ chối tiếp nhận"),
    // A part of a group that needs the result of a part which will have none.
    with_reason(Registered, Rejected, System, "Không tiếp nhận"),
    with_reason(
        Registered,
        SupplementRequested,
        Officer,
        "Yêu cầu bổ sung trước tiếp nhận",
    ),
    without_reason(
        Registered,
        ObligationRequested,
        Officer,
        "Yêu cầu nộp phí trước tiếp nhận",
    ),
    with_reason(Registered, WithdrawalRequested, Citizen, "Rút hồ sơ"),
    without_reason(Accepted, Processing, System, "Chuyển xử lý"),
    with_reason(Accepted, SupplementRequested, Officer, "Yêu cầu bổ sung"),
    without_reason(
        Accepted,
        ObligationRequested,
        Officer,
        "Yêu cầu nghĩa vụ tài chính",
    ),
    with_reason(Accepted, WithdrawalRequested, Citizen, "Xin rút hồ sơ"),
    with_reason(Processing, SupplementRequested, Officer, "Yêu cầu bổ sung"),
    without_reason(
        Processing,
        ObligationRequested,
        Officer,
        "Yêu cầu nghĩa vụ tài chính",
    ),
    with_reason(Processing, WithdrawalRequested, Citizen, "Xin rút hồ sơ"),
    with_reason(Processing, Paused, Officer, "Dừng xử lý"),
    without_reason(Processing, Processed, Officer, "Có kết quả"),
    without_reason(
        SupplementRequested,
        Registered,
        Citizen,
        "Gửi bổ sung trước tiếp nhận",
    ),
    without_reason(SupplementRequested, Processing, Citizen, "Gửi bổ sung"),
    without_reason(SupplementRequested, Paused, System, "Quá hạn bổ sung"),
    with_reason(
        SupplementRequested,
        WithdrawalRequested,
        Citizen,
        "Xin rút hồ sơ",
    ),
    without_reason(
        ObligationRequested,
        Registered,
        Payment,
        "Đã thanh toán trước tiếp nhận",
    ),
    without_reason(ObligationRequested, Processing, Payment, "Đã thanh toán"),
    without_reason(WithdrawalRequested, Paused, Officer, "Đồng ý cho rút"),
    with_reason(
        WithdrawalRequested,
        Processing,
        Officer,
        "Không đồng ý cho rút",
    ),
    without_reason(Paused, Processing, Officer, "Tiếp tục xử lý"),
    without_reason(Processed, Returned, Officer, "Trả kết quả"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_paid_dossier_is_withdrawn_only_after_it_was_accepted() {
        for status in DossierStatus::ALL {
            let withdrawable = matches!(
                status,
                Registered | Accepted | Processing | SupplementRequested
            );
            assert_eq!(may_withdraw(status, false, false), withdrawable);
            assert_eq!(may_withdraw(status, true, true), withdrawable);
            assert!(!may_withdraw(status, false, true), "{status:?}");
        }
    }

    #[test]
    fn allows_a_citizen_to_supplement_and_withdraw_but_not_to_accept() {
        assert!(is_allowed(None, Registered, Citizen));
        assert!(is_allowed(Some(SupplementRequested), Processing, Citizen));
        assert!(is_allowed(Some(Registered), WithdrawalRequested, Citizen));
        assert!(!is_allowed(Some(Registered), Accepted, Citizen));
        assert!(!is_allowed(Some(Processed), WithdrawalRequested, Citizen));
    }

    #[test]
    fn allows_no_change_from_a_final_status() {
        for status in [Rejected, Returned] {
            assert!(TRANSITIONS.iter().all(|row| row.from != Some(status)));
        }
    }

    #[test]
    fn reaches_every_status_from_the_draft() {
        let mut reached = vec![None];
        for _ in 0..DossierStatus::ALL.len() {
            for row in &TRANSITIONS {
                if reached.contains(&row.from) && !reached.contains(&Some(row.to)) {
                    reached.push(Some(row.to));
                }
            }
        }
        assert_eq!(reached.len(), DossierStatus::ALL.len() + 1);
    }

    #[test]
    fn has_no_duplicate_transition() {
        for (index, row) in TRANSITIONS.iter().enumerate() {
            let same = |other: &&Transition| {
                (other.from, other.to, other.by) == (row.from, row.to, row.by)
            };
            assert_eq!(TRANSITIONS.iter().filter(same).count(), 1, "row {index}");
        }
    }

    #[test]
    fn requires_a_reason_for_a_refusal() {
        assert!(
            find_transition(Some(Registered), Rejected, Officer)
                .is_some_and(|transition| transition.reason_required)
        );
        assert_eq!(transitions_from(Some(Registered), Officer).count(), 4);
    }
}
