//! «Tài khoản của tôi»: shows the account and changes it. Passwords stay in their fields. Citizen id and phone are masked,
//! because others may see the screen.
//!
//! Every page below «Tài khoản của tôi» needs a signed-in citizen; `routes` guards them with `RequireSignIn`.

/// Shows the account and links to the pages that change it.
pub mod account_page;
/// The account as rows of a summary list.
pub mod account_summary;
/// Changes the password.
pub mod change_password_page;
/// Changes the phone.
pub mod change_phone_page;
/// Closes the account.
pub mod close_account_page;
/// The card of one consent purpose.
mod consent_card;
/// Lists the consents, and gives or withdraws them.
pub mod consents_page;
/// «Dữ liệu của tôi», the export of all personal data.
pub mod data_page;
/// The sections of «Dữ liệu của tôi».
mod data_sections;
/// The checkbox «Máy dùng chung» of the running session.
pub mod device_sharing;
/// Lists the signed-in devices, and signs them out.
pub mod devices_page;
/// Signs out on all devices.
pub mod sign_out_everywhere;
