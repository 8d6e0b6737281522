//! Who uses the app.

use contract::account::Account;

/// Who uses the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Visitor {
    /// The backend hasn't answered yet.
    Unknown,
    /// Nobody is signed in.
    Guest,
    /// A citizen is signed in to this account.
    Citizen(Account),
}

impl Visitor {
    /// Identifies the account. `None` when nobody is signed in.
    pub fn account_key(&self) -> Option<String> {
        match self {
            Visitor::Citizen(account) => Some(account_key(account)),
            Visitor::Unknown | Visitor::Guest => None,
        }
    }
}

/// Identifies an account by citizen id and tax code. One person may have an account of their own, and another for each
/// organisation that they represent.
pub(super) fn account_key(account: &Account) -> String {
    let organisation = account.organisation.as_ref();
    let tax_code = organisation.map(|organisation| organisation.tax_code.as_str());
    [&account.citizen_id, " ", tax_code.unwrap_or_default()].concat()
}
