//! «Tài khoản của tôi»: what the account is and holds, and every change of it. Passwords live in their field alone, and
//! the citizen id and the phone are shown masked: others look at the screen too.

/// What the account is, and the ways to change it.
pub mod account_page;
/// «Máy dùng chung».
pub mod device_sharing;
/// The account in rows to read.
pub mod present;
/// Change the password.
pub mod password_page;
/// Change the phone.
pub mod phone_page;
/// Devices that are signed in.
pub mod devices_page;
/// Sign out everywhere.
pub mod everywhere;
/// Consent given and withdrawn.
pub mod consents_page;
mod consent_card;
/// «Dữ liệu của tôi».
pub mod data_page;
mod data_parts;
/// Close the account.
pub mod closing_page;
