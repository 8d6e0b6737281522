//! One-time codes: generation, hashing, limits, and messages. Only the message contains a code in clear text.
//!
//! A code is valid for five minutes, even if another code is sent during that time, because the first message may
//! arrive late.
//!
//! Each phone has two separate message limits of the same size. One limit counts requests by the account owner, who has
//! already proved their identity with the password or a session. The other limit counts all other requests for this
//! phone. A stranger who enters the number can only use up the second limit, so an owner with a password can still sign
//! in. In total, a phone gets at most twice the limit.
//!
//! The limit of an IP address counts only messages that somebody requested without a proof, and whose code wasn't
//! entered. So a commune's desk, where forty citizens use one address, doesn't reach it.

use contract::challenge::ChallengePurpose;
use contract::limits::CODE_DIGITS;
use rusqlite::{Transaction, params};

use super::challenge_store::StoredChallenge;
use super::message_text::{self, MessageContent, OwnerWarning};
use crate::auth::random;
use crate::http::client_ip::ClientIp;
use crate::messages::EmailMessage;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// Lifetime of a code, in seconds.
pub(super) const LIFE_SECONDS: i64 = 300;
/// Minimum time between two codes of a challenge, in seconds.
pub(super) const RESEND_SECONDS: i64 = 60;
const TEN_MINUTES: i64 = 600;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Letters of a reference. They can't be confused when they are read aloud or shown on a poor screen.
const REFERENCE_LETTERS: [char; 20] = [
    'A', 'B', 'C', 'D', 'E', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'X',
    'Y',
];

/// Where a message about an account goes.
#[derive(Clone, PartialEq, Eq)]
pub(super) enum Recipient {
    /// A phone, in national form.
    Phone(String),
    /// An e-mail address.
    Email(String),
}

/// A message to send after the transaction that created it has been committed.
pub(super) struct OutgoingMessage {
    recipient: Recipient,
    text: Option<String>,
    sent_at: i64,
    is_awaited: bool,
}

impl OutgoingMessage {
    /// Sends the message and waits for it. A failure is only logged.
    pub(super) async fn send_and_log(self, state: &AppState) {
        let Some(text) = self.text else {
            return;
        };
        if deliver(state, self.recipient, text, self.sent_at)
            .await
            .is_err()
        {
            tracing::warn!("a message in the background couldn't be sent");
        }
    }

    /// Sends the message, unless it has no text. Returns an error only if the response waits for this message.
    pub(super) async fn send(self, state: &AppState) -> Result<(), Refusal> {
        match (self.is_awaited, self.text) {
            (true, Some(text)) => deliver(state, self.recipient, text, self.sent_at).await,
            (is_awaited, text) => {
                let message = OutgoingMessage {
                    text,
                    is_awaited,
                    ..self
                };
                let state = state.clone();
                tokio::spawn(async move { message.send_and_log(&state).await });
                Ok(())
            }
        }
    }
}

/// Sends a message to a phone or an e-mail address.
async fn deliver(
    state: &AppState,
    recipient: Recipient,
    text: String,
    sent_at: i64,
) -> Result<(), Refusal> {
    match recipient {
        Recipient::Phone(phone) => state.messages.send(&phone, text, sent_at).await,
        Recipient::Email(address) => {
            let message = EmailMessage {
                address,
                subject: message_text::EMAIL_SUBJECT.to_owned(),
                text,
                id: random::id()?,
                sent_at,
            };
            state.emails.send(message).await
        }
    }
}

/// Creates the next code of a challenge and the message that contains it. 429 if a message limit is reached.
pub(super) fn issue_code(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    stored: &StoredChallenge,
) -> Result<OutgoingMessage, Refusal> {
    let now = state.clock.now();
    let by_owner = is_for_owner(stored.purpose);
    check_recipient_limit(transaction, state, &stored.sent_to, by_owner, now)?;
    count_message(transaction, state, client_ip, by_owner, now)?;
    let reference = reference()?;
    let (hash, text) = match stored.content {
        MessageContent::Code => {
            let code = format!(
                "{:0CODE_DIGITS$}",
                random::number_below(10_u32.pow(CODE_DIGITS as u32))?
            );
            let hash = hash(state, &stored.id, &code);
            let host = &state.config.host;
            let text = match stored.purpose {
                ChallengePurpose::EmailChange => message_text::code_email(&code, &reference, host),
                purpose => message_text::code_message(purpose, &code, &reference, host),
            };
            (Some(hash), Some(text))
        }
        content => (
            None,
            message_text::message_without_code(content, &reference),
        ),
    };
    transaction.execute(
        "INSERT INTO codes (challenge_id, phone, by_owner, reference, code_hash, sent_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        params![stored.id, stored.sent_to, by_owner, reference, hash, now],
    )?;
    let recipient = match stored.purpose {
        ChallengePurpose::EmailChange => Recipient::Email(stored.sent_to.clone()),
        _ => Recipient::Phone(stored.sent_to.clone()),
    };
    Ok(OutgoingMessage {
        recipient,
        text,
        sent_at: now,
        // A password reset sends a message only if the account exists. If the response waited for the message, its
        // duration would reveal that the account exists.
        is_awaited: stored.purpose != ChallengePurpose::PasswordReset,
    })
}

/// Creates a warning to the owner about a change of their account. Warnings don't count towards the limits of the
/// phone, so a stranger can't use up the messages that the owner needs for signing in. The response doesn't wait for a
/// warning, because its duration would reveal that a second message was sent.
pub(super) fn warning_message(
    state: &AppState,
    phone: String,
    warning: OwnerWarning,
) -> OutgoingMessage {
    warning_to(state, Recipient::Phone(phone), warning)
}

/// Creates a warning like [`warning_message`], to a phone or an e-mail address.
pub(super) fn warning_to(
    state: &AppState,
    recipient: Recipient,
    warning: OwnerWarning,
) -> OutgoingMessage {
    OutgoingMessage {
        recipient,
        text: Some(warning.text()),
        sent_at: state.clock.now(),
        is_awaited: false,
    }
}

/// Creates the message for a registration that lost a race: another registration has created the account first.
pub(super) fn account_exists_message(
    state: &AppState,
    phone: String,
    content: MessageContent,
) -> Result<OutgoingMessage, Refusal> {
    Ok(OutgoingMessage {
        recipient: Recipient::Phone(phone),
        text: message_text::message_without_code(content, &reference()?),
        sent_at: state.clock.now(),
        is_awaited: false,
    })
}

/// The hash under which the database stores the code of a challenge.
pub(super) fn hash(state: &AppState, challenge: &str, code: &str) -> [u8; 32] {
    state.secret.hash("one-time-code", &[challenge, code])
}

/// Whether a code counts towards the owner's limit. This is so if the citizen has entered the correct password or has a
/// session of the account. A change of phone counts towards the other limit, because its code goes to a phone that may
/// not belong to the citizen.
fn is_for_owner(purpose: ChallengePurpose) -> bool {
    match purpose {
        ChallengePurpose::SignIn | ChallengePurpose::Renewal | ChallengePurpose::Closing => true,
        ChallengePurpose::Registration
        | ChallengePurpose::PasswordReset
        | ChallengePurpose::PhoneChange
        | ChallengePurpose::EmailChange
        | ChallengePurpose::PhoneRelease
        | ChallengePurpose::Other(_) => false,
    }
}

/// Returns 429 if the phone or e-mail address has reached its limit for ten minutes or its limit for a day.
fn check_recipient_limit(
    transaction: &Transaction<'_>,
    state: &AppState,
    sent_to: &str,
    by_owner: bool,
    now: i64,
) -> Result<(), Refusal> {
    let limits = &state.config.messages;
    for (max, seconds) in [
        (limits.per_phone, TEN_MINUTES),
        (limits.per_phone_a_day, DAY),
    ] {
        let (sent, first): (u32, Option<i64>) = transaction.query_row(
            "SELECT count(*), min(sent_at) FROM codes
             WHERE phone = ?1 AND by_owner = ?2 AND sent_at > ?3",
            params![sent_to, by_owner, now - seconds],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if sent >= max {
            let wait = first.map_or(seconds, |first| first + seconds - now);
            return Err(Refusal::TooManyRequests {
                retry_after_seconds: u32::try_from(wait).unwrap_or(1),
                is_shared: !by_owner,
            });
        }
    }
    Ok(())
}

/// Counts a message towards the limit of all phones, and, unless the owner requested it, of the IP address. Call it in
/// the transaction that stores the code, so that nothing is counted if the code isn't stored.
fn count_message(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    by_owner: bool,
    now: i64,
) -> Result<(), Refusal> {
    let limits = &state.config.messages;
    if !by_owner {
        for (key, limit) in address_limits(state, client_ip) {
            rate_limit::record_attempt(transaction, key, &limit, now)?;
        }
    }
    let total = RateLimit {
        max: limits.in_all,
        seconds: DAY,
        is_shared: true,
    };
    let everybody = state.secret.hash("messages", &[]);
    rate_limit::record_attempt(transaction, everybody, &total, now).inspect_err(|_| {
        tracing::error!("the daily limit of messages is reached: nobody can sign in with a code");
    })
}

/// Takes a message back from the count of the IP address after its code was entered: somebody has wanted and received
/// it.
pub(super) fn give_message_back(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    purpose: ChallengePurpose,
) -> Result<(), Refusal> {
    if is_for_owner(purpose) {
        return Ok(());
    }
    for (key, _) in address_limits(state, client_ip) {
        rate_limit::undo_attempt(transaction, key)?;
    }
    Ok(())
}

/// The counts of messages that were requested from an IP address.
fn address_limits(state: &AppState, client_ip: &ClientIp) -> Vec<([u8; 32], RateLimit)> {
    let limit = RateLimit {
        max: state.config.messages.per_client_ip,
        seconds: HOUR,
        is_shared: true,
    };
    state.client_limits("messages-address", &[], client_ip, limit)
}

/// Creates the reference: two letters that the page and the message both show, so that the citizen recognises the right
/// message.
fn reference() -> Result<String, Refusal> {
    let mut reference = String::with_capacity(2);
    for _ in 0..2 {
        let place = random::number_below(REFERENCE_LETTERS.len() as u32)?;
        reference.extend(REFERENCE_LETTERS.get(place as usize));
    }
    Ok(reference)
}
