//! The person who uses the app: a signed-in citizen or a guest.

use contract::account::Account;

/// The person who uses the app.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::large_enum_variant,
    reason = "the app holds only a few values of this type"
)]
pub enum Visitor {
    /// Not known yet, because the backend hasn't responded.
    Unknown,
    /// Nobody is signed in.
    Guest,
    /// A citizen is signed in to this account.
    Citizen(Account),
}

impl Visitor {
    /// A key that identifies the citizen's account. `None` when nobody is signed in.
    pub fn account_key(&self) -> Option<String> {
        match self {
            Visitor::Citizen(account) => Some(account_key(account)),
            Visitor::Unknown | Visitor::Guest => None,
        }
    }
}

/// A key that identifies an account: the citizen id and the tax code. The citizen id alone isn't enough, because one
/// person may have their own account and another account for each organisation that they represent.
pub(super) fn account_key(account: &Account) -> String {
    let organisation = account.organisation.as_ref();
    let tax_code = organisation.map(|organisation| organisation.tax_code.as_str());
    [&account.citizen_id, " ", tax_code.unwrap_or_default()].concat()
}
