//! «Tài khoản của tôi»: the pages that show the account and change it. Passwords exist only in their fields and are
//! never stored. Citizen id and phone number are masked, because other people may see the screen.
//!
//! All pages about the account need a signed-in citizen; `identity::routes` wraps them in `RequireSignIn`.

/// The page that shows the account, and links to the pages that change it.
pub mod account_page;
/// The account's data as rows of a summary list.
pub mod account_summary;
/// The page that changes the password.
pub mod change_password_page;
/// The page that sets or changes the e-mail address.
pub mod change_email_page;
/// The page that changes the phone number.
pub mod change_phone_page;
/// The page that closes the account.
pub mod close_account_page;
/// The card of one consent purpose.
mod consent_card;
/// The page where the citizen gives and withdraws consents.
pub mod consents_page;
/// The page «Dữ liệu của tôi»: shows and exports all personal data of the account.
pub mod data_page;
/// The sections of «Dữ liệu của tôi».
mod data_sections;
/// The checkbox «Máy dùng chung» for the current session.
pub mod device_sharing;
/// The page that lists the signed-in devices and signs them out.
pub mod devices_page;
/// The e-mail address on the page of the channels.
mod email_section;
/// The page that chooses the channels of notices.
pub mod notice_settings_page;
/// The button that signs the citizen out on all devices.
pub mod sign_out_everywhere;
