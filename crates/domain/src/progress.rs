//! How a dossier is getting on: whose turn it is, and the stages from sending to the result, with those that are still to
//! come.

use contract::dossier::{DossierStatus, StepActor, WaitingParty};

use crate::status::Actor;

/// Whose turn it is while a dossier has this status.
///
/// `has_open_fee`: the citizen can pay a fee now. `is_withdrawal_confirmed`: the office has agreed to the citizen's
/// withdrawal. `is_collected`: the citizen fetches the result at the counter.
pub fn waiting_party(
    status: DossierStatus,
    has_open_fee: bool,
    is_withdrawal_confirmed: bool,
    is_collected: bool,
) -> WaitingParty {
    match status {
        DossierStatus::Rejected | DossierStatus::Returned => WaitingParty::Nobody,
        _ if is_withdrawal_confirmed => WaitingParty::Nobody,
        DossierStatus::SupplementRequested | DossierStatus::ObligationRequested => {
            WaitingParty::Citizen
        }
        DossierStatus::Registered | DossierStatus::Accepted | DossierStatus::Processing
            if has_open_fee =>
        {
            WaitingParty::Citizen
        }
        DossierStatus::Processed if is_collected => WaitingParty::Citizen,
        DossierStatus::Registered
        | DossierStatus::Accepted
        | DossierStatus::Processing
        | DossierStatus::WithdrawalRequested
        | DossierStatus::Paused
        | DossierStatus::Processed
        | DossierStatus::Other(_) => WaitingParty::Office,
    }
}

/// Whether the processing time isn't counted while a dossier has this status: the office can't go on.
pub const fn pauses_term(status: DossierStatus) -> bool {
    matches!(
        status,
        DossierStatus::SupplementRequested
            | DossierStatus::ObligationRequested
            | DossierStatus::Paused
    )
}

/// Whether the dossier is closed: no office and no citizen can do anything more for it.
pub const fn is_closed(status: DossierStatus, is_withdrawal_confirmed: bool) -> bool {
    is_withdrawal_confirmed || matches!(status, DossierStatus::Rejected | DossierStatus::Returned)
}

impl From<Actor> for StepActor {
    fn from(actor: Actor) -> StepActor {
        match actor {
            Actor::Citizen => StepActor::Citizen,
            Actor::Officer => StepActor::Officer,
            Actor::System => StepActor::System,
            Actor::Payment => StepActor::Payment,
        }
    }
}

/// A stage on the way of every dossier.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stage {
    /// The citizen has sent the dossier.
    Sent,
    /// The office accepts the dossier.
    Accepted,
    /// The office processes the dossier.
    Processing,
    /// The result is ready.
    Processed,
    /// The result is handed over.
    Returned,
}

/// How far a stage is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StageState {
    /// The stage is finished.
    Done,
    /// The dossier is in this stage.
    Current,
    /// The stage is still to come.
    Ahead,
    /// The dossier was closed before this stage, so it will never come.
    Never,
}

impl Stage {
    /// All stages, in order.
    pub const ALL: [Stage; 5] = [
        Stage::Sent,
        Stage::Accepted,
        Stage::Processing,
        Stage::Processed,
        Stage::Returned,
    ];

    /// The status that a dossier has after this stage has begun.
    pub const fn status(self) -> DossierStatus {
        match self {
            Stage::Sent => DossierStatus::Registered,
            Stage::Accepted => DossierStatus::Accepted,
            Stage::Processing => DossierStatus::Processing,
            Stage::Processed => DossierStatus::Processed,
            Stage::Returned => DossierStatus::Returned,
        }
    }
}

/// The stages of a dossier with their states. `before` are the statuses of its history, the newest first: while a
/// dossier is halted, they say how far it had come. They are read only then. Without history, a halted dossier is taken to
/// be in processing.
pub fn stages(
    status: DossierStatus,
    is_withdrawal_confirmed: bool,
    before: impl IntoIterator<Item = DossierStatus>,
) -> [(Stage, StageState); 5] {
    let reached = reached_stage(status).unwrap_or_else(|| {
        let mut before = before.into_iter().peekable();
        let has_history = before.peek().is_some();
        match (has_history, status) {
            (true, _) => before.find_map(reached_stage).unwrap_or(0),
            (false, DossierStatus::Rejected) => 0,
            (false, _) => 2,
        }
    });
    let ends = is_closed(status, is_withdrawal_confirmed) && status != DossierStatus::Returned;
    let mut index = 0;
    Stage::ALL.map(|stage| {
        let state = match index {
            index if index < reached => StageState::Done,
            // A finished stage is the current one as long as nothing else has begun.
            index if index == reached && (ends || status == DossierStatus::Returned) => {
                StageState::Done
            }
            index if index == reached => StageState::Current,
            _ if ends => StageState::Never,
            _ => StageState::Ahead,
        };
        index += 1;
        (stage, state)
    })
}

/// The number of the stage that a status belongs to. `None` for a status that halts a dossier in any stage.
const fn reached_stage(status: DossierStatus) -> Option<usize> {
    match status {
        DossierStatus::Registered => Some(0),
        DossierStatus::Accepted => Some(1),
        DossierStatus::Processing => Some(2),
        DossierStatus::Processed => Some(3),
        DossierStatus::Returned => Some(4),
        DossierStatus::Rejected
        | DossierStatus::SupplementRequested
        | DossierStatus::ObligationRequested
        | DossierStatus::WithdrawalRequested
        | DossierStatus::Paused
        | DossierStatus::Other(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DossierStatus::*;

    #[test]
    fn says_whose_turn_it_is_in_each_status() {
        for (status, open_fee, withdrawn, collected, expected) in [
            (Registered, false, false, false, WaitingParty::Office),
            (Registered, true, false, false, WaitingParty::Citizen),
            (Accepted, false, false, true, WaitingParty::Office),
            (Processing, true, false, false, WaitingParty::Citizen),
            (
                SupplementRequested,
                false,
                false,
                false,
                WaitingParty::Citizen,
            ),
            (
                ObligationRequested,
                false,
                false,
                false,
                WaitingParty::Citizen,
            ),
            (
                WithdrawalRequested,
                true,
                false,
                false,
                WaitingParty::Office,
            ),
            (Paused, false, false, false, WaitingParty::Office),
            (Paused, false, true, false, WaitingParty::Nobody),
            (Processed, false, false, true, WaitingParty::Citizen),
            (Processed, false, false, false, WaitingParty::Office),
            (Rejected, true, false, false, WaitingParty::Nobody),
            (Returned, false, false, true, WaitingParty::Nobody),
        ] {
            let party = waiting_party(status, open_fee, withdrawn, collected);
            assert_eq!(party, expected, "{status:?}");
        }
    }

    fn states(status: DossierStatus, withdrawn: bool, before: &[DossierStatus]) -> String {
        let letter = |(_, state)| match state {
            StageState::Done => 'x',
            StageState::Current => 'o',
            StageState::Ahead => '.',
            StageState::Never => '-',
        };
        stages(status, withdrawn, before.iter().copied())
            .map(letter)
            .iter()
            .collect()
    }

    #[test]
    fn a_halted_dossier_stays_in_the_stage_that_it_had_reached() {
        for (status, withdrawn, before, expected) in [
            (Registered, false, &[Registered][..], "o...."),
            (Accepted, false, &[Accepted, Registered], "xo..."),
            (
                SupplementRequested,
                false,
                &[SupplementRequested, Registered],
                "o....",
            ),
            (
                Paused,
                false,
                &[Paused, SupplementRequested, Processing, Accepted],
                "xxo..",
            ),
            (
                Paused,
                true,
                &[Paused, WithdrawalRequested, Accepted],
                "xx---",
            ),
            (Rejected, false, &[Rejected, Registered], "x----"),
            (Processed, false, &[], "xxxo."),
            (Returned, false, &[], "xxxxx"),
            (ObligationRequested, false, &[], "xxo.."),
        ] {
            assert_eq!(
                states(status, withdrawn, before),
                expected,
                "{status:?} {before:?}"
            );
        }
    }

    #[test]
    fn a_status_of_newer_software_breaks_nothing() {
        let unknown: DossierStatus = serde_json::from_str("11").unwrap_or(Processing);
        assert_eq!(states(unknown, false, &[unknown, Accepted]), "xo...");
        assert_eq!(
            waiting_party(unknown, true, false, false),
            WaitingParty::Office
        );
    }
}
