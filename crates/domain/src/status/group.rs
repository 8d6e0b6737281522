//! The state of a group dossier, computed from the states of its parts.

use contract::dossier::{DossierStatus, Tab};

use super::tab::DossierState;

use DossierStatus::{
    Accepted, ObligationRequested, Paused, Processed, Processing, Registered, Rejected, Returned,
    SupplementRequested, WithdrawalRequested,
};

/// The state of a group dossier, computed from the states of its parts.
///
/// Withdrawn parts don't count, because the other parts go on. If no part goes on and one was withdrawn, the group dossier
/// is withdrawn too. A fee of a part counts only while it can be paid.
pub fn combined_state(parts: &[DossierState]) -> DossierState {
    let has_open_fee = parts.iter().any(|part| part.tab() == Tab::Payment);
    let is_withdrawn = parts.iter().any(|part| part.is_withdrawn)
        && parts.iter().all(|part| part.ends_without_result());
    let counted = parts.iter().filter(|part| !part.is_withdrawn);
    let statuses: Vec<DossierStatus> = counted.map(|part| part.status).collect();
    DossierState {
        status: match is_withdrawn {
            true => Paused,
            false => combined_status(&statuses),
        },
        has_open_fee,
        is_withdrawn,
    }
}

/// The status of a group dossier, computed from the statuses of its parts that aren't withdrawn.
///
/// If the citizen must act in some part, the group dossier has the status of that part. The group dossier is finished
/// only when all its parts are finished. Without parts its status is [`DossierStatus::Registered`].
fn combined_status(parts: &[DossierStatus]) -> DossierStatus {
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

#[cfg(test)]
mod tests {
    use super::*;

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
            let parts: Vec<DossierState> = parts.iter().map(|status| part(*status)).collect();
            assert_eq!(combined_state(&parts), part(expected), "{parts:?}");
        }
    }

    fn part(status: DossierStatus) -> DossierState {
        DossierState {
            status,
            has_open_fee: false,
            is_withdrawn: false,
        }
    }

    #[test]
    fn a_withdrawn_part_does_not_halt_the_others() {
        let withdrawn = DossierState {
            is_withdrawn: true,
            ..part(Paused)
        };
        for (parts, expected) in [
            (
                [part(Processed), withdrawn, withdrawn],
                (Processed, Tab::Processed),
            ),
            (
                [part(Returned), withdrawn, part(Processing)],
                (Processing, Tab::Processing),
            ),
            (
                [part(Returned), withdrawn, withdrawn],
                (Returned, Tab::Returned),
            ),
            ([withdrawn, withdrawn, withdrawn], (Paused, Tab::Closed)),
            (
                [part(Rejected), withdrawn, withdrawn],
                (Paused, Tab::Closed),
            ),
            (
                [part(Paused), withdrawn, part(Processing)],
                (Paused, Tab::Paused),
            ),
        ] {
            let whole = combined_state(&parts);
            assert_eq!((whole.status, whole.tab()), expected, "{parts:?}");
        }
    }

    #[test]
    fn a_group_is_listed_under_payment_only_while_a_part_can_be_paid() {
        let fee = |status| DossierState {
            has_open_fee: true,
            ..part(status)
        };
        for (parts, expected) in [
            ([fee(Processing), part(Registered)], Tab::Payment),
            ([part(Processed), fee(Accepted)], Tab::Payment),
            ([fee(Rejected), part(Registered)], Tab::New),
            ([fee(Processed), part(Processing)], Tab::Processing),
            (
                [fee(SupplementRequested), part(Registered)],
                Tab::Supplement,
            ),
        ] {
            assert_eq!(combined_state(&parts).tab(), expected, "{parts:?}");
        }
    }
}
