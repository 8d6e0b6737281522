//! The ten statuses of a dossier: who may change one status to another, and in which tab a dossier is listed.
//!
//! No official document contains a table of status changes. The table here is derived from the steps in NĐ
//! 118/2025/NĐ-CP and from systems in use. It belongs to the reference backend; other backends may have other tables.

use contract::dossier::{DossierStatus, Tab};

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

/// The tab in which a dossier is listed (R2.14–R2.16). Every dossier is listed in exactly one tab.
///
/// `has_open_fee`: the citizen can pay a fee online. `is_withdrawal_confirmed`: the office has agreed to the citizen's
/// withdrawal.
pub fn tab_of(status: DossierStatus, has_open_fee: bool, is_withdrawal_confirmed: bool) -> Tab {
    match status {
        DossierStatus::Rejected => Tab::Closed,
        DossierStatus::WithdrawalRequested | DossierStatus::Paused if is_withdrawal_confirmed => {
            Tab::Closed
        }
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::Processing
        | DossierStatus::ObligationRequested
            if has_open_fee =>
        {
            Tab::Payment
        }
        DossierStatus::SupplementRequested => Tab::Supplement,
        DossierStatus::ObligationRequested => Tab::Obligation,
        DossierStatus::WithdrawalRequested | DossierStatus::Paused => Tab::Paused,
        DossierStatus::Registered => Tab::New,
        DossierStatus::Accepted | DossierStatus::Processing => Tab::Processing,
        DossierStatus::Processed => Tab::Processed,
        DossierStatus::Returned => Tab::Returned,
        // Only an office that runs newer software knows this status; the dossier is in its hands.
        DossierStatus::Other(_) => Tab::Processing,
    }
}

/// The status of a group dossier, computed from the statuses of its parts.
///
/// If the citizen must act in some part, the group dossier has the status of that part. The group dossier is finished
/// only when all its parts are finished. Without parts its status is [`DossierStatus::Registered`].
pub fn combined_status(parts: &[DossierStatus]) -> DossierStatus {
    let any = |status: DossierStatus| parts.contains(&status);
    let open = parts.iter().filter(|status| **status != Rejected);
    let least_advanced = open.copied().min_by_key(|status| match status {
        Registered => 0,
        Accepted => 1,
        Processing => 2,
        Processed => 3,
        Returned => 4,
        // The order doesn't matter for these statuses. The match below handles them first.
        SupplementRequested
        | ObligationRequested
        | WithdrawalRequested
        | Paused
        | Rejected
        | DossierStatus::Other(_) => 4,
    });
    match least_advanced {
        None if parts.is_empty() => Registered,
        None => Rejected,
        _ if any(SupplementRequested) => SupplementRequested,
        _ if any(ObligationRequested) => ObligationRequested,
        _ if any(WithdrawalRequested) => WithdrawalRequested,
        _ if any(Paused) => Paused,
        // A part that waits for the result of another part has not begun, but the group dossier has begun.
        Some(Registered | Accepted) if any(Processing) || any(Processed) || any(Returned) => {
            Processing
        }
        Some(Registered) if any(Accepted) => Accepted,
        Some(status) => status,
    }
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
pub const TRANSITIONS: [Transition; 25] = [
    Transition {
        from: None,
        to: Registered,
        by: Citizen,
        action: "Gửi hồ sơ",
        reason_required: false,
    },
    without_reason(Registered, Accepted, Officer, "Tiếp nhận"),
    with_reason(Registered, Rejected, Officer, "Từ chối tiếp nhận"),
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
    fn lists_every_status_under_the_tab_of_the_source_documents() {
        for (status, open_fee, confirmed, expected) in [
            (Registered, false, false, Tab::New),
            (Registered, true, false, Tab::Payment),
            (Accepted, false, false, Tab::Processing),
            (Accepted, true, false, Tab::Payment),
            (Rejected, false, false, Tab::Closed),
            (Rejected, true, false, Tab::Closed),
            (Processing, false, false, Tab::Processing),
            (Processing, true, false, Tab::Payment),
            (SupplementRequested, false, false, Tab::Supplement),
            (SupplementRequested, true, false, Tab::Supplement),
            (ObligationRequested, false, false, Tab::Obligation),
            (ObligationRequested, true, false, Tab::Payment),
            (WithdrawalRequested, false, false, Tab::Paused),
            (WithdrawalRequested, false, true, Tab::Closed),
            (Paused, false, false, Tab::Paused),
            (Paused, false, true, Tab::Closed),
            (Processed, false, false, Tab::Processed),
            (Returned, false, false, Tab::Returned),
        ] {
            assert_eq!(
                tab_of(status, open_fee, confirmed),
                expected,
                "{status:?} {open_fee} {confirmed}"
            );
        }
    }

    #[test]
    fn combines_the_statuses_of_the_parts_of_a_group() {
        for (parts, expected) in [
            (&[Registered, Registered, Registered][..], Registered),
            (&[Accepted, Registered, Registered], Accepted),
            (&[Returned, Registered, Processing], Processing),
            (
                &[Processed, SupplementRequested, Registered],
                SupplementRequested,
            ),
            (&[Returned, Processed, Returned], Processed),
            (&[Returned, Returned, Rejected], Returned),
            (&[Rejected, Rejected], Rejected),
            (&[], Registered),
        ] {
            assert_eq!(combined_status(parts), expected, "{parts:?}");
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
