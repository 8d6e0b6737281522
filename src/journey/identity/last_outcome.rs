//! What the citizen has just achieved, for the page that opens next and tells them. It is kept in the page's memory and
//! never in an address: an address can be written, shared and opened again, and would claim what didn't happen.

use std::cell::RefCell;

use contract::time::Day;

/// What a right one-time code or a sign-in has led to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum LastOutcome {
    /// The account has another phone number now.
    PhoneChanged,
    /// The account has another e-mail address now.
    EmailChanged,
    /// The citizen is signed in, but the device could not be marked as shared.
    DeviceNotShared,
    /// The phone number leaves the account of its former owner on this day.
    PhoneLeaves(Day),
    /// The phone number belongs to no account.
    PhoneFree,
    /// The account is closed.
    AccountClosed,
}

thread_local! {
    static LAST: RefCell<Option<LastOutcome>> = const { RefCell::new(None) };
}

impl LastOutcome {
    /// Keeps the outcome for the page that opens next.
    pub(super) fn keep(self) {
        LAST.set(Some(self));
    }

    /// Returns the kept outcome, once.
    pub(super) fn take() -> Option<LastOutcome> {
        LAST.take()
    }
}

#[cfg(test)]
mod tests {
    use super::LastOutcome;

    #[test]
    fn an_outcome_is_told_once() {
        LastOutcome::PhoneFree.keep();
        assert_eq!(LastOutcome::take(), Some(LastOutcome::PhoneFree));
        assert_eq!(LastOutcome::take(), None);
    }
}
