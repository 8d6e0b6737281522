//! Which state a fee has, and what arrived money does. Money is never lost: what doesn't pay the fee is paid back.

use contract::dossier::DossierStatus;
use contract::payment::{FeeLine, FeeState, RefundReason};

use crate::calendar::{Date, VietnamTime};

/// What is stored about a fee, as far as its state depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeeFacts {
    /// Whether the fee is paid, or nothing had to be paid.
    pub paid: bool,
    /// Whether the office doesn't ask for the fee any more.
    pub cancelled: bool,
    /// Whether the bank is processing a payment of the fee.
    pub confirming: bool,
    /// Last day on which the fee can be paid.
    pub until: Option<Date>,
}

/// The state of a fee on the day `today` in Vietnam.
pub fn fee_state(fee: FeeFacts, today: Date) -> FeeState {
    if fee.paid {
        FeeState::Paid
    } else if fee.cancelled {
        FeeState::Cancelled
    } else if fee.confirming {
        FeeState::Pending
    } else if fee.until.is_some_and(|until| until < today) {
        FeeState::Expired
    } else {
        FeeState::Waiting
    }
}

/// Whether an office can ask for a fee in a dossier with this status, and the citizen can pay one. A fee can be open
/// while the dossier goes on (codes 1, 2 and 4), or the dossier waits for it (code 6).
pub fn can_ask_for_fee(status: DossierStatus) -> bool {
    matches!(
        status,
        DossierStatus::Registered
            | DossierStatus::Accepted
            | DossierStatus::Processing
            | DossierStatus::ObligationRequested
    )
}

/// The state of a fee that counts when money arrives for it, in a dossier with this status. While the citizen's request to
/// withdraw is open, and once the dossier has ended, an unpaid fee counts as cancelled, so the money is paid back.
/// Otherwise an office could agree to a withdrawal and keep money that came after the request.
pub fn state_on_arrival(
    state: FeeState,
    status: DossierStatus,
    is_withdrawal_confirmed: bool,
) -> FeeState {
    let takes_no_money = is_withdrawal_confirmed
        || matches!(
            status,
            DossierStatus::WithdrawalRequested | DossierStatus::Rejected | DossierStatus::Returned
        );
    match state {
        FeeState::Paid => FeeState::Paid,
        _ if takes_no_money => FeeState::Cancelled,
        state => state,
    }
}

/// Whether the citizen can pay a fee in this state now, in a dossier with this status.
pub fn can_pay_now(state: FeeState, status: DossierStatus) -> bool {
    state == FeeState::Waiting && can_ask_for_fee(status)
}

/// What arrived money does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrivedMoney {
    /// It pays the fee.
    Pays,
    /// It is paid back.
    PaidBack(RefundReason),
}

/// Decides what money does that has arrived for a fee of `asked` đồng. Money that was sent in time pays the fee even if
/// it arrives a day late, so an expired fee is paid.
pub fn judge_money(state: FeeState, asked: u64, arrived: u64) -> ArrivedMoney {
    match state {
        _ if arrived != asked => ArrivedMoney::PaidBack(RefundReason::OtherAmount),
        FeeState::Paid => ArrivedMoney::PaidBack(RefundReason::PaidTwice),
        FeeState::Cancelled => ArrivedMoney::PaidBack(RefundReason::FeeCancelled),
        FeeState::Waiting | FeeState::Pending | FeeState::Expired | FeeState::Other(_) => {
            ArrivedMoney::Pays
        }
    }
}

/// The sum of all lines in đồng. `None` if it is too large for a fee.
pub fn total(lines: &[FeeLine]) -> Option<u64> {
    let sum = lines
        .iter()
        .try_fold(0_u64, |sum, line| sum.checked_add(line.amount));
    sum.filter(|sum| *sum <= contract::limits::FEE_TOTAL)
}

/// The id of a fee that is asked for at this time: `<dossier code>-yyyyMMddHHmmss`, in Vietnam's time.
pub fn fee_id(dossier_code: &str, unix_seconds: i64) -> String {
    let time = VietnamTime::at(unix_seconds);
    let day: String = time.date.to_iso().chars().filter(|c| *c != '-').collect();
    let (hours, minutes) = (time.minutes / 60, time.minutes % 60);
    let seconds = unix_seconds.rem_euclid(60);
    format!("{dossier_code}-{day}{hours:02}{minutes:02}{seconds:02}")
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use contract::payment::FeeLineKind;

    use super::*;

    const OPEN: FeeFacts = FeeFacts {
        paid: false,
        cancelled: false,
        confirming: false,
        until: None,
    };

    fn day(text: &str) -> Date {
        Date::parse_iso(text).unwrap()
    }

    #[test]
    fn a_fee_can_be_paid_on_its_last_day_and_not_on_the_next() {
        let fee = FeeFacts {
            until: Some(day("2026-11-25")),
            ..OPEN
        };
        assert_eq!(fee_state(fee, day("2026-11-25")), FeeState::Waiting);
        assert_eq!(fee_state(fee, day("2026-11-26")), FeeState::Expired);
        let settled = FeeFacts { paid: true, ..fee };
        assert_eq!(fee_state(settled, day("2026-12-26")), FeeState::Paid);
        let running = FeeFacts {
            confirming: true,
            ..fee
        };
        assert_eq!(fee_state(running, day("2026-11-26")), FeeState::Pending);
    }

    #[test]
    fn a_fee_can_be_paid_while_the_dossier_goes_on_or_waits_for_it() {
        let payable: Vec<u8> = DossierStatus::ALL
            .into_iter()
            .filter(|status| can_pay_now(FeeState::Waiting, *status))
            .map(DossierStatus::number)
            .collect();
        assert_eq!(payable, [1, 2, 4, 6]);
        for state in [
            FeeState::Pending,
            FeeState::Paid,
            FeeState::Cancelled,
            FeeState::Expired,
        ] {
            assert!(!can_pay_now(state, DossierStatus::ObligationRequested));
        }
    }

    #[test]
    fn money_pays_a_fee_once_and_is_paid_back_otherwise() {
        use ArrivedMoney::{PaidBack, Pays};
        for (state, arrived, expected) in [
            (FeeState::Waiting, 8_000, Pays),
            (FeeState::Pending, 8_000, Pays),
            (FeeState::Expired, 8_000, Pays),
            (FeeState::Paid, 8_000, PaidBack(RefundReason::PaidTwice)),
            (
                FeeState::Cancelled,
                8_000,
                PaidBack(RefundReason::FeeCancelled),
            ),
            (
                FeeState::Waiting,
                7_999,
                PaidBack(RefundReason::OtherAmount),
            ),
            (FeeState::Paid, 80_000, PaidBack(RefundReason::OtherAmount)),
        ] {
            assert_eq!(judge_money(state, 8_000, arrived), expected, "{state:?}");
        }
    }

    #[test]
    fn money_that_arrives_during_or_after_a_withdrawal_is_paid_back() {
        let arriving = |state, status, withdrawn| {
            judge_money(state_on_arrival(state, status, withdrawn), 8_000, 8_000)
        };
        let back = ArrivedMoney::PaidBack(RefundReason::FeeCancelled);
        for status in DossierStatus::ALL {
            let ends = matches!(status.number(), 3 | 7 | 10);
            for state in [FeeState::Waiting, FeeState::Pending, FeeState::Expired] {
                let expected = if ends { back } else { ArrivedMoney::Pays };
                assert_eq!(arriving(state, status, false), expected, "{status:?}");
                assert_eq!(arriving(state, status, true), back, "{status:?}");
            }
            let twice = ArrivedMoney::PaidBack(RefundReason::PaidTwice);
            assert_eq!(arriving(FeeState::Paid, status, true), twice);
        }
    }

    #[test]
    fn adds_up_phi_and_le_phi_up_to_the_largest_fee() {
        let line = |amount| FeeLine {
            kind: FeeLineKind::Duty,
            name: String::new(),
            amount,
            basis: None,
        };
        assert_eq!(total(&[]), Some(0));
        assert_eq!(
            total(&[line(5_000), line(10_000_000_000)]),
            Some(10_000_005_000)
        );
        assert_eq!(total(&[line(contract::limits::FEE_TOTAL), line(1)]), None);
        assert_eq!(total(&[line(u64::MAX), line(1)]), None);
    }

    #[test]
    fn the_id_of_a_fee_has_the_time_in_vietnam() {
        assert_eq!(
            fee_id("H50.19.360-261122-0001", 1_795_310_405),
            "H50.19.360-261122-0001-20261122082005"
        );
    }
}
