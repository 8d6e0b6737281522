//! Parses email addresses. Checks only the form of an address, not whether the address exists.
//!
//! Letters with Vietnamese marks are refused. They are typing errors: the Telex input method was still on.

use contract::limits::EMAIL_CHARS;

use super::error::FormatError;
use super::invisible::is_invisible;

/// Parses an email address. Trims it and converts the host to lower case. The case of the mailbox is kept, because it
/// may be significant.
///
/// An address has one `@` with a mailbox before it and a host after it. The host has at least two labels, separated by
/// dots. A label consists of letters, digits and hyphens.
pub fn parse_email(text: &str) -> Result<String, FormatError> {
    let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let address = visible.trim();
    if address.is_empty() {
        return Err(FormatError::Empty);
    }
    if address.chars().count() > EMAIL_CHARS {
        return Err(FormatError::TooLong { max: EMAIL_CHARS });
    }
    let (mailbox, host) = address.split_once('@').ok_or(FormatError::NotAnEmail)?;
    if !is_mailbox(mailbox) || !is_host(host) {
        return Err(FormatError::NotAnEmail);
    }
    Ok([mailbox, "@", &host.to_ascii_lowercase()].concat())
}

fn is_mailbox(text: &str) -> bool {
    let is_allowed =
        |letter: u8| letter.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&letter);
    text.split('.')
        .all(|atom| !atom.is_empty() && atom.bytes().all(is_allowed))
}

fn is_host(text: &str) -> bool {
    let is_allowed = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    text.contains('.')
        && text.split('.').all(|label| {
            !label.is_empty()
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label.bytes().all(is_allowed)
        })
}
