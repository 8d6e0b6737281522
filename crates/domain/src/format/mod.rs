//! Parses typed text into canonical values, and formats canonical values for display.
//!
//! Each `parse_` function returns the canonical text that is stored and sent, or a [`FormatError`]. It never guesses
//! what the citizen meant.
//!
//! Invisible characters (direction marks, control characters, zero-width characters) are dropped from numbers,
//! addresses and free text. In names and passwords they are refused, because two names or passwords that look the same
//! must be the same.

mod error;
mod invisible;
mod digits;
mod code;
mod name_letters;
mod person_name;
mod identity;
mod phone;
mod sign_in_identifier;
mod email;
mod date;
mod text;
mod display;
mod date_in_words;

pub use code::{parse_birth_certificate_code, parse_dossier_code};
pub use date::{parse_date, parse_partial_date, refuse_future_date};
pub use date_in_words::date_in_words;
pub use display::{
    display_citizen_id, display_file_size, display_money, display_phone, mask_citizen_id,
    mask_date, mask_email, mask_phone,
};
pub use email::parse_email;
pub use error::FormatError;
pub use identity::{
    IdWarning, Sex, citizen_id_warnings, parse_citizen_id, parse_identity_number, parse_tax_code,
};
pub use invisible::is_blank;
pub use person_name::{parse_organisation_name, parse_person_name};
pub use phone::parse_phone;
pub use sign_in_identifier::{SignInIdentifier, parse_sign_in_identifier};
pub use text::{
    parse_amount, parse_count, parse_one_line_text, parse_one_time_code, parse_password, parse_text,
};

pub(crate) use invisible::is_invisible;

#[cfg(test)]
mod tests;
