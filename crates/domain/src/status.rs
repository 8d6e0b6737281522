//! The ten statuses: who may move a dossier from one to another, and the tab it then stands under.
//!
//! No official text gives a table of moves; this one is read from the steps of NĐ 118/2025/NĐ-CP and
//! from systems in use, and is the reference backend's own.

use contract::dossier::{DossierStatus, Tab};

/// Who moves a dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Actor {
    /// The citizen who filed it.
    Citizen,
    /// An officer of the office that holds it.
    Officer,
    /// Nobody: a deadline passed, or one step follows from another.
    System,
    /// The payment platform, when a sum has arrived.
    Payment,
}

/// One permitted move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Transition {
    /// Before; `None` is the draft.
    pub from: Option<DossierStatus>,
    /// After.
    pub to: DossierStatus,
    /// Who makes it.
    pub by: Actor,
    /// What it is called in a history.
    pub action: &'static str,
    /// A reason must be written.
    pub reason_required: bool,
}

/// The tab a dossier stands under (R2.14–R2.16): exactly one, the first that fits.
///
/// `open_fee`: a payment that can be made online is waiting. `withdrawn_confirmed`: the office has agreed
/// to the citizen's withdrawal.
pub fn tab(status: DossierStatus, open_fee: bool, withdrawn_confirmed: bool) -> Tab {
    match status {
        DossierStatus::Rejected => Tab::Closed,
        DossierStatus::WithdrawalRequested | DossierStatus::Paused if withdrawn_confirmed => {
            Tab::Closed
        }
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::Processing
        | DossierStatus::ObligationRequested
            if open_fee =>
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
    }
}

/// The status of a group's dossier by those of its parts: what the citizen must do comes first, and it is finished
/// when its last part is. Empty: [`DossierStatus::Registered`].
pub fn of_parts(parts: &[DossierStatus]) -> DossierStatus {
    let any = |wanted: DossierStatus| parts.contains(&wanted);
    let open = parts.iter().filter(|status| **status != Rejected);
    let least = open.copied().min_by_key(|status| match status {
        Registered => 0,
        Accepted => 1,
        Processing => 2,
        Processed => 3,
        _ => 4,
    });
    match least {
        None if parts.is_empty() => Registered,
        None => Rejected,
        _ if any(SupplementRequested) => SupplementRequested,
        _ if any(ObligationRequested) => ObligationRequested,
        _ if any(WithdrawalRequested) => WithdrawalRequested,
        _ if any(Paused) => Paused,
        // A part that waits for another's result hasn't begun, and the dossier has.
        Some(Registered | Accepted) if any(Processing) || any(Processed) || any(Returned) => {
            Processing
        }
        Some(Registered) if any(Accepted) => Accepted,
        Some(status) => status,
    }
}

/// Whether `by` may move a dossier from `from` (`None`: a draft) to `to`.
pub fn may(from: Option<DossierStatus>, to: DossierStatus, by: Actor) -> bool {
    transition(from, to, by).is_some()
}

/// The move of that name, if it is permitted.
pub fn transition(
    from: Option<DossierStatus>,
    to: DossierStatus,
    by: Actor,
) -> Option<&'static Transition> {
    TRANSITIONS
        .iter()
        .find(|row| row.from == from && row.to == to && row.by == by)
}

/// Every move that `by` may make from `from`, in the order of the table.
pub fn moves(from: Option<DossierStatus>, by: Actor) -> impl Iterator<Item = &'static Transition> {
    TRANSITIONS
        .iter()
        .filter(move |row| row.from == from && row.by == by)
}

const fn row(
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

const fn reasoned(
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

/// Every permitted move.
pub const TRANSITIONS: [Transition; 25] = [
    Transition {
        from: None,
        to: Registered,
        by: Citizen,
        action: "Gửi hồ sơ",
        reason_required: false,
    },
    row(Registered, Accepted, Officer, "Tiếp nhận"),
    reasoned(Registered, Rejected, Officer, "Từ chối tiếp nhận"),
    reasoned(
        Registered,
        SupplementRequested,
        Officer,
        "Yêu cầu bổ sung trước tiếp nhận",
    ),
    row(
        Registered,
        ObligationRequested,
        Officer,
        "Yêu cầu nộp phí trước tiếp nhận",
    ),
    reasoned(Registered, WithdrawalRequested, Citizen, "Rút hồ sơ"),
    row(Accepted, Processing, System, "Chuyển xử lý"),
    reasoned(Accepted, SupplementRequested, Officer, "Yêu cầu bổ sung"),
    row(
        Accepted,
        ObligationRequested,
        Officer,
        "Yêu cầu nghĩa vụ tài chính",
    ),
    reasoned(Accepted, WithdrawalRequested, Citizen, "Xin rút hồ sơ"),
    reasoned(Processing, SupplementRequested, Officer, "Yêu cầu bổ sung"),
    row(
        Processing,
        ObligationRequested,
        Officer,
        "Yêu cầu nghĩa vụ tài chính",
    ),
    reasoned(Processing, WithdrawalRequested, Citizen, "Xin rút hồ sơ"),
    reasoned(Processing, Paused, Officer, "Dừng xử lý"),
    row(Processing, Processed, Officer, "Có kết quả"),
    row(
        SupplementRequested,
        Registered,
        Citizen,
        "Gửi bổ sung trước tiếp nhận",
    ),
    row(SupplementRequested, Processing, Citizen, "Gửi bổ sung"),
    row(SupplementRequested, Paused, System, "Quá hạn bổ sung"),
    reasoned(
        SupplementRequested,
        WithdrawalRequested,
        Citizen,
        "Xin rút hồ sơ",
    ),
    row(
        ObligationRequested,
        Registered,
        Payment,
        "Đã thanh toán trước tiếp nhận",
    ),
    row(ObligationRequested, Processing, Payment, "Đã thanh toán"),
    row(WithdrawalRequested, Paused, Officer, "Đồng ý cho rút"),
    reasoned(
        WithdrawalRequested,
        Processing,
        Officer,
        "Không đồng ý cho rút",
    ),
    row(Paused, Processing, Officer, "Tiếp tục xử lý"),
    row(Processed, Returned, Officer, "Trả kết quả"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_status_stands_under_the_tab_of_the_source_documents() {
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
                tab(status, open_fee, confirmed),
                expected,
                "{status:?} {open_fee} {confirmed}"
            );
        }
    }

    #[test]
    fn a_group_stands_where_the_citizen_must_act_and_ends_with_its_last_part() {
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
            assert_eq!(of_parts(parts), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_citizen_sends_supplements_and_withdraws_but_never_accepts() {
        assert!(may(None, Registered, Citizen));
        assert!(may(Some(SupplementRequested), Processing, Citizen));
        assert!(may(Some(Registered), WithdrawalRequested, Citizen));
        assert!(!may(Some(Registered), Accepted, Citizen));
        assert!(!may(Some(Processed), WithdrawalRequested, Citizen));
    }

    #[test]
    fn nothing_leaves_the_end_states() {
        for end in [Rejected, Returned] {
            assert!(TRANSITIONS.iter().all(|row| row.from != Some(end)));
        }
    }

    #[test]
    fn every_status_can_be_reached_from_the_draft() {
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
    fn no_move_stands_in_the_table_twice() {
        for (index, row) in TRANSITIONS.iter().enumerate() {
            let same = |other: &&Transition| {
                (other.from, other.to, other.by) == (row.from, row.to, row.by)
            };
            assert_eq!(TRANSITIONS.iter().filter(same).count(), 1, "row {index}");
        }
    }

    #[test]
    fn an_officer_must_say_why_he_refuses() {
        assert!(
            transition(Some(Registered), Rejected, Officer).is_some_and(|row| row.reason_required)
        );
        assert_eq!(moves(Some(Registered), Officer).count(), 4);
    }
}
