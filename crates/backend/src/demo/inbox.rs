//! Reads the messages that the demo gateways stored instead of sending.

use rusqlite::{Transaction, params};
use serde::Serialize;

use crate::clock::timestamp;
use crate::refusal::Refusal;

/// The largest number of text messages that the page `/demo` shows.
const MAX_MESSAGES: u32 = 50;

/// A stored text message.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct InboxMessage {
    /// The phone that the message is addressed to, in national format.
    pub(super) phone: String,
    /// The text of the message.
    pub(super) text: String,
    /// The one-time code in the text, if there is one.
    pub(super) code: Option<String>,
    /// The channel of the message: `sms` or `zalo`.
    pub(super) channel: String,
    /// The time of sending, in RFC 3339 format.
    pub(super) sent_at: String,
    /// The time of sending, in Unix seconds.
    #[serde(skip)]
    pub(super) at: i64,
}

/// Loads the latest messages, newest first. If `phone` is given, only the messages to that phone are returned.
pub(super) fn latest_messages(
    transaction: &Transaction<'_>,
    phone: Option<&str>,
) -> Result<Vec<InboxMessage>, Refusal> {
    let mut messages = transaction.prepare(
        "SELECT phone, text, sent_at, channel FROM messages WHERE ?1 IS NULL OR phone = ?1
         ORDER BY id DESC LIMIT ?2",
    )?;
    let messages = messages.query_map(params![phone, MAX_MESSAGES], |row| {
        let text: String = row.get(1)?;
        let at = row.get(2)?;
        Ok(InboxMessage {
            phone: row.get(0)?,
            code: code(&text),
            text,
            channel: row.get(3)?,
            sent_at: timestamp(at).0,
            at,
        })
    })?;
    Ok(messages.collect::<Result<Vec<_>, _>>()?)
}

/// A stored e-mail.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct InboxEmail {
    /// The address that the e-mail is addressed to.
    pub(super) address: String,
    /// The subject of the e-mail.
    pub(super) subject: String,
    /// The text of the e-mail.
    pub(super) text: String,
    /// The one-time code in the text, if there is one.
    pub(super) code: Option<String>,
    /// The time of sending, in Unix seconds.
    #[serde(skip)]
    pub(super) at: i64,
}

/// Loads the latest e-mails, newest first. If `address` is given, only the e-mails to that address are returned.
pub(super) fn latest_emails(
    transaction: &Transaction<'_>,
    address: Option<&str>,
) -> Result<Vec<InboxEmail>, Refusal> {
    let mut emails = transaction.prepare(
        "SELECT address, subject, text, sent_at FROM emails WHERE ?1 IS NULL OR address = ?1
         ORDER BY id DESC LIMIT ?2",
    )?;
    let emails = emails.query_map(params![address, MAX_MESSAGES], |row| {
        let text: String = row.get(2)?;
        Ok(InboxEmail {
            address: row.get(0)?,
            subject: row.get(1)?,
            code: code(&text),
            text,
            at: row.get(3)?,
        })
    })?;
    Ok(emails.collect::<Result<Vec<_>, _>>()?)
}

/// Finds the one-time code in a text: a word of exactly six digits. The date in a dossier code has six digits as well,
/// but it is no separate word, because it is between dashes.
fn code(text: &str) -> Option<String> {
    text.split([' ', ',', '.', '(', '\n'])
        .find(|word| word.len() == 6 && word.bytes().all(|byte| byte.is_ascii_digit()))
        .map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_the_code_and_does_not_mistake_a_date_for_it() {
        let text = "Mã xác thực Một Cửa của bạn là 123456 (tham chiếu KM), có hiệu lực 5 phút.";
        assert_eq!(code(text).as_deref(), Some("123456"));
        assert_eq!(code("Hồ sơ H50.19.360-261122-0001 đã được gửi."), None);
    }
}
