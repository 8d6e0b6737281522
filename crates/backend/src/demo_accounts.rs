//! Accounts that exist in every demonstration, so that a new user can sign in immediately. They belong to no real
//! person, and they are never created in a database for real citizens.

use backend::accounts::create_account;
use backend::refusal::Refusal;
use backend::state::AppState;
use contract::account::{Organisation, Registration};
use contract::consent::GivenConsent;

const NAME: &str = "Nguyễn Thị Thử";
const CITIZEN_ID: &str = "001190000001";
const PHONE: &str = "0912345678";
/// A tax code that no real organisation can have, because its check digit is wrong.
const TAX_CODE: &str = "0100000001";
const PASSWORD: &str = "motcua-demo";

/// Creates the demo accounts that don't exist yet: one for a citizen, and one for an organisation that this citizen
/// represents.
pub(crate) async fn create_accounts(state: &AppState) -> Result<(), Refusal> {
    let organisation = Organisation {
        name: "Công ty TNHH Thử Nghiệm".to_owned(),
        tax_code: TAX_CODE.to_owned(),
        position: "Giám đốc".to_owned(),
    };
    for organisation in [None, Some(organisation)] {
        let purposes = state.data.consents().iter();
        let registration = Registration {
            name: NAME.to_owned(),
            citizen_id: CITIZEN_ID.to_owned(),
            birth_date: None,
            phone: PHONE.to_owned(),
            organisation,
            consents: purposes
                .map(|purpose| GivenConsent {
                    purpose: purpose.key.clone(),
                    version: purpose.version,
                })
                .collect(),
        };
        create_account(state, registration, PASSWORD).await?;
    }
    Ok(())
}

/// Prints the identifiers and passwords of the demo accounts.
pub(crate) fn print_accounts() {
    println!("Ready account: phone {PHONE} or citizen id {CITIZEN_ID}, password {PASSWORD}");
    println!("Ready organisation: tax code {TAX_CODE}, password {PASSWORD}");
}
