//! Addresses for electronic mail. Only what can be told from the text is judged: whether anybody reads there,
//! no form can know. Marks on letters are refused: they come from a Telex keyboard that was left on.

use contract::limits::EMAIL_CHARS;

use super::{Fault, is_invisible};

/// The address without blanks around it, the part after `@` in lower case; before it case may tell mailboxes apart.
///
/// One `@` with something before it; after it at least two words of letters, digits and hyphens, with dots between.
pub fn email(text: &str) -> Result<String, Fault> {
    let seen: String = text.chars().filter(|c| !is_invisible(*c)).collect();
    let address = seen.trim();
    if address.is_empty() {
        return Err(Fault::Empty);
    }
    if address.chars().count() > EMAIL_CHARS {
        return Err(Fault::TooLong { max: EMAIL_CHARS });
    }
    let (mailbox, host) = address.split_once('@').ok_or(Fault::NotAnEmail)?;
    if !is_mailbox(mailbox) || !is_host(host) {
        return Err(Fault::NotAnEmail);
    }
    Ok([mailbox, "@", &host.to_ascii_lowercase()].concat())
}

fn is_mailbox(text: &str) -> bool {
    let sound =
        |letter: u8| letter.is_ascii_alphanumeric() || b"!#$%&'*+-/=?^_`{|}~".contains(&letter);
    text.split('.')
        .all(|word| !word.is_empty() && word.bytes().all(sound))
}

fn is_host(text: &str) -> bool {
    let sound = |letter: u8| letter.is_ascii_alphanumeric() || letter == b'-';
    text.contains('.')
        && text.split('.').all(|word| {
            !word.is_empty()
                && !word.starts_with('-')
                && !word.ends_with('-')
                && word.bytes().all(sound)
        })
}
