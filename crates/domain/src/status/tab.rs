//! The tab of «Hồ sơ của tôi» in which a dossier is listed.

use contract::dossier::{DossierStatus, Tab};

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

/// What decides in which tab a dossier is listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DossierState {
    /// The status of the dossier.
    pub status: DossierStatus,
    /// Whether the citizen can pay a fee online.
    pub has_open_fee: bool,
    /// Whether the office has agreed to the citizen's withdrawal.
    pub is_withdrawn: bool,
}

impl DossierState {
    /// The tab in which the dossier is listed.
    pub fn tab(self) -> Tab {
        tab_of(self.status, self.has_open_fee, self.is_withdrawn)
    }

    /// Whether the dossier ends without a result: it was rejected or withdrawn.
    pub(super) fn ends_without_result(self) -> bool {
        self.is_withdrawn || self.status == DossierStatus::Rejected
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use DossierStatus::*;

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
}
