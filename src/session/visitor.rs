//! Who is using the app, and whose account it is.

use contract::account::Account;

/// Who is using the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Visitor {
    /// The backend hasn't answered yet.
    Unknown,
    /// Nobody is signed in.
    Guest,
    /// A citizen is signed in.
    Citizen(Account),
}

impl Visitor {
    /// Whose account it is. One person may have one of their own and act for organisations in others.
    pub fn holder(&self) -> Option<String> {
        match self {
            Visitor::Citizen(account) => Some(holder_of(account)),
            Visitor::Unknown | Visitor::Guest => None,
        }
    }
}

/// As [`Visitor::holder`], of an account.
pub(super) fn holder_of(account: &Account) -> String {
    let organisation = account.organisation.as_ref();
    let tax_code = organisation.map(|organisation| organisation.tax_code.as_str());
    [&account.citizen_id, " ", tax_code.unwrap_or_default()].concat()
}
