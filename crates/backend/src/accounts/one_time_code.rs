//! One-time codes: made, hashed, counted and put into a message. A code stands in clear in its message alone.
//!
//! A code lives five minutes whatever else is sent meanwhile: a slow message must not be worthless
//! because the citizen asked for another.
//!
//! A phone has two shares of codes, each of the same numbers: one for who has proved to be the owner of its account, and one
//! for whoever only knows the number. So a stranger can use up the second, but keeps nobody from signing in who has the
//! password; and a phone never gets more than twice the numbers, whoever asks.

use contract::challenge::ChallengePurpose;
use contract::limits::CODE_DIGITS;
use rusqlite::{Transaction, params};

use super::challenge_store::StoredChallenge;
use super::message_text::{self, MessageContent, OwnerWarning};
use crate::auth::random;
use crate::http::client_ip::ClientIp;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// A code can be answered for so long.
pub(super) const LIFE_SECONDS: i64 = 300;
/// Another code may be asked for after so long.
pub(super) const RESEND_SECONDS: i64 = 60;
const TEN_MINUTES: i64 = 600;
const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
/// Letters that aren't taken for one another when read aloud or on a poor screen.
const REFERENCE_LETTERS: [char; 20] = [
    'A', 'B', 'C', 'D', 'E', 'G', 'H', 'K', 'L', 'M', 'N', 'P', 'Q', 'R', 'S', 'T', 'U', 'V', 'X',
    'Y',
];

/// A message that waits for its transaction to be committed.
pub(super) struct OutgoingMessage {
    phone: String,
    text: Option<String>,
    sent_at: i64,
    waited_for: bool,
}

impl OutgoingMessage {
    /// Sends it, if there is anything to say. Who waits for it hears when it can't be sent.
    pub(super) async fn send(self, state: &AppState) -> Result<(), Refusal> {
        let Some(text) = self.text else {
            return Ok(());
        };
        if self.waited_for {
            return state.messages.send(&self.phone, text, self.sent_at).await;
        }
        let messages = state.messages.clone();
        tokio::spawn(async move {
            if messages
                .send(&self.phone, text, self.sent_at)
                .await
                .is_err()
            {
                tracing::warn!("a message that nobody waited for wasn't sent");
            }
        });
        Ok(())
    }
}

/// Makes the next code of a challenge and its message, or refuses while there have been too many.
pub(super) fn issue(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    stored: &StoredChallenge,
) -> Result<OutgoingMessage, Refusal> {
    let now = state.clock.now();
    let by_owner = is_for_owner(stored.purpose);
    check_phone_limit(transaction, state, &stored.phone, by_owner, now)?;
    count_message(transaction, state, client_ip, now)?;
    let reference = reference()?;
    let (hash, text) = match stored.content {
        MessageContent::Code => {
            let code = format!(
                "{:0CODE_DIGITS$}",
                random::below(10_u32.pow(CODE_DIGITS as u32))?
            );
            let hash = hash(state, &stored.id, &code);
            let text =
                message_text::code_message(stored.purpose, &code, &reference, &state.config.host);
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
        params![stored.id, stored.phone, by_owner, reference, hash, now],
    )?;
    Ok(OutgoingMessage {
        phone: stored.phone.clone(),
        text,
        sent_at: now,
        // To wait for a message would tell by the time it takes that there is an account to send one to.
        waited_for: stored.purpose != ChallengePurpose::PasswordReset,
    })
}

/// Tells the owner of an account what has happened to it. It isn't counted against the phone: a stranger must not use up
/// the messages that the owner needs to sign in. It isn't waited for either: two messages take longer than one, and that
/// alone would tell everybody.
pub(super) fn warning_message(
    state: &AppState,
    phone: String,
    warning: OwnerWarning,
) -> OutgoingMessage {
    OutgoingMessage {
        phone,
        text: Some(warning.text().to_owned()),
        sent_at: state.clock.now(),
        waited_for: false,
    }
}

/// Says to who has lost a race for an account that it exists now.
pub(super) fn account_exists_message(
    state: &AppState,
    phone: String,
    content: MessageContent,
) -> Result<OutgoingMessage, Refusal> {
    Ok(OutgoingMessage {
        phone,
        text: message_text::message_without_code(content, &reference()?),
        sent_at: state.clock.now(),
        waited_for: false,
    })
}

/// What the store keeps of a code.
pub(super) fn hash(state: &AppState, challenge: &str, code: &str) -> [u8; 32] {
    state.secret.hash("one-time-code", &[challenge, code])
}

/// Whether a code is taken from the owner's share: the password was right, or the session is the account's. A change of phone
/// is not, though it asks for the password: its code goes to any phone that whoever is signed in names.
fn is_for_owner(purpose: ChallengePurpose) -> bool {
    match purpose {
        ChallengePurpose::SignIn | ChallengePurpose::Renewal | ChallengePurpose::Closing => true,
        ChallengePurpose::Registration
        | ChallengePurpose::PasswordReset
        | ChallengePurpose::PhoneChange => false,
    }
}

fn check_phone_limit(
    transaction: &Transaction<'_>,
    state: &AppState,
    phone: &str,
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
            params![phone, by_owner, now - seconds],
            |row| Ok((row.get(0)?, row.get(1)?)),
        )?;
        if sent >= max {
            let wait = first.map_or(seconds, |first| first + seconds - now);
            return Err(Refusal::TooManyRequests {
                retry_after_seconds: u32::try_from(wait).unwrap_or(1),
            });
        }
    }
    Ok(())
}

/// In the same transaction as the code: a message that doesn't leave costs nothing.
fn count_message(
    transaction: &Transaction<'_>,
    state: &AppState,
    client_ip: &ClientIp,
    now: i64,
) -> Result<(), Refusal> {
    let limits = &state.config.messages;
    let per_client_ip = RateLimit {
        max: limits.per_client_ip,
        seconds: HOUR,
    };
    let by_client_ip = state.secret.hash("messages-address", &[client_ip.as_str()]);
    rate_limit::record_attempt(transaction, by_client_ip, &per_client_ip, now)?;
    let in_all = RateLimit {
        max: limits.in_all,
        seconds: DAY,
    };
    let everybody = state.secret.hash("messages", &[]);
    rate_limit::record_attempt(transaction, everybody, &in_all, now).inspect_err(|_| {
        tracing::error!("the day's messages are used up: nobody can sign in with a code");
    })
}

fn reference() -> Result<String, Refusal> {
    let mut reference = String::with_capacity(2);
    for _ in 0..2 {
        let place = random::below(REFERENCE_LETTERS.len() as u32)?;
        reference.extend(REFERENCE_LETTERS.get(place as usize));
    }
    Ok(reference)
}
