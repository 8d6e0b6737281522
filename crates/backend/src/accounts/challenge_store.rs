//! Table of challenges. Anyone who knows the id of a challenge may enter its code. Therefore ids are unguessable, and
//! challenges expire after an hour.

use contract::account::Registration;
use contract::challenge::ChallengePurpose;
use rusqlite::types::{FromSql, FromSqlError, FromSqlResult, ToSql, ToSqlOutput, ValueRef};
use rusqlite::{OptionalExtension, Transaction, params};

use super::message_text::MessageContent;
use super::session;
use crate::auth::random;
use crate::config::SessionLimits;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Number of wrong codes that a challenge allows, and of attempts to set a password after the correct code.
pub(super) const MAX_ATTEMPTS: u32 = 5;
/// Lifetime of a challenge, in seconds.
const CHALLENGE_SECONDS: i64 = 3600;
/// How long a sent code counts towards the message limits of its phone, in seconds.
const CODE_HISTORY_SECONDS: i64 = 24 * 3600;

/// Data of a challenge that is about to be stored.
pub(super) struct NewChallenge {
    /// The action that the challenge confirms, such as a sign-in.
    pub(super) purpose: ChallengePurpose,
    /// Where the codes are sent: a phone in national form, or for a change of the e-mail address, the new address.
    pub(super) sent_to: String,
    /// The kind of text that is sent to the phone: a code, or a notice without a code.
    pub(super) content: MessageContent,
    /// Database key of the account that the challenge belongs to. `None` for a registration, and for a password reset
    /// without a matching account.
    pub(super) account_id: Option<i64>,
    /// The registration to complete. `None` unless the purpose is a registration.
    pub(super) registration: Option<Registration>,
    /// Hash of the expired session's token, if the challenge renews a session.
    pub(super) session_hash: Option<[u8; 32]>,
}

impl NewChallenge {
    /// Creates a challenge that sends a code to a phone or e-mail address on behalf of an account.
    pub(super) fn of_account(
        purpose: ChallengePurpose,
        account_id: i64,
        sent_to: String,
    ) -> NewChallenge {
        NewChallenge {
            purpose,
            sent_to,
            content: MessageContent::Code,
            account_id: Some(account_id),
            registration: None,
            session_hash: None,
        }
    }
}

/// A challenge as the database stores it.
pub(super) struct StoredChallenge {
    /// Opaque id of the challenge.
    pub(super) id: String,
    /// The action that the challenge confirms, such as a sign-in.
    pub(super) purpose: ChallengePurpose,
    /// Where the codes are sent: a phone in national form, or for a change of the e-mail address, the new address.
    pub(super) sent_to: String,
    /// The kind of text that is sent to the phone: a code, or a notice without a code.
    pub(super) content: MessageContent,
    /// Database key of the account that the challenge belongs to, if any.
    pub(super) account_id: Option<i64>,
    /// Number of wrong codes that are still allowed.
    pub(super) tries_left: u32,
    /// When the correct code was entered, in Unix seconds. `None` until then.
    pub(super) answered_at: Option<i64>,
}

impl StoredChallenge {
    /// Whether the citizen sets a new password after the correct code.
    pub(super) fn awaits_password(&self) -> bool {
        matches!(
            self.purpose,
            ChallengePurpose::Registration | ChallengePurpose::PasswordReset
        )
    }
}

/// Inserts a challenge and returns its id. Deletes expired rows first.
pub(super) fn insert_challenge(
    transaction: &Transaction<'_>,
    state: &AppState,
    new_challenge: &NewChallenge,
) -> Result<String, Refusal> {
    let now = state.clock.now();
    delete_expired(transaction, &state.config.sessions, now)?;
    let id = random::id()?;
    let registration = new_challenge.registration.as_ref();
    let organisation = registration.and_then(|registration| registration.organisation.as_ref());
    transaction.execute(
        "INSERT INTO challenges (id, purpose, content, phone, account_id, name, citizen_id, birth_date,
             organisation, consents, session_hash, tries_left, begun_at)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
        params![
            id,
            StoredPurpose(new_challenge.purpose),
            new_challenge.content,
            new_challenge.sent_to,
            new_challenge.account_id,
            registration.map(|registration| &registration.name),
            registration.map(|registration| &registration.citizen_id),
            registration.and_then(|registration| registration.birth_date.as_ref()),
            organisation.map(serde_json::to_string).transpose()?,
            registration.map(|registration| serde_json::to_string(&registration.consents)).transpose()?,
            new_challenge.session_hash,
            MAX_ATTEMPTS,
            now
        ],
    )?;
    Ok(id)
}

/// Loads the challenge with this id. `NotFound` if it has expired or doesn't exist.
pub(super) fn load_challenge(
    transaction: &Transaction<'_>,
    id: &str,
    now: i64,
) -> Result<StoredChallenge, Refusal> {
    clamp_to_clock(transaction, now)?;
    transaction
        .query_row(
            "SELECT id, purpose, phone, content, account_id, tries_left, answered_at
             FROM challenges WHERE id = ?1 AND begun_at > ?2",
            params![id, now - CHALLENGE_SECONDS],
            |row| {
                let StoredPurpose(purpose) = row.get(1)?;
                Ok(StoredChallenge {
                    id: row.get(0)?,
                    purpose,
                    sent_to: row.get(2)?,
                    content: row.get(3)?,
                    account_id: row.get(4)?,
                    tries_left: row.get(5)?,
                    answered_at: row.get(6)?,
                })
            },
        )
        .optional()?
        .ok_or(Refusal::NotFound)
}

/// Uses up one of the attempts to set a password. `CodeExpired` if none is left.
pub(super) fn use_up_attempt(transaction: &Transaction<'_>, id: &str) -> Result<(), Refusal> {
    let updated = transaction.execute(
        "UPDATE challenges SET tries_left = tries_left - 1 WHERE id = ?1 AND tries_left > 0",
        [id],
    )?;
    if updated == 0 {
        return Err(Refusal::CodeExpired);
    }
    Ok(())
}

/// Loads the registration that was stored with a challenge.
pub(super) fn load_registration(
    transaction: &Transaction<'_>,
    id: &str,
) -> Result<Registration, Refusal> {
    let select = "SELECT organisation, consents, name, citizen_id, birth_date, phone
                  FROM challenges WHERE id = ?1";
    let (organisation, consents, registration) =
        transaction.query_row(select, params![id], |row| {
            let (organisation, consents): (Option<String>, String) = (row.get(0)?, row.get(1)?);
            let registration = Registration {
                name: row.get(2)?,
                citizen_id: row.get(3)?,
                birth_date: row.get(4)?,
                phone: row.get(5)?,
                organisation: None,
                consents: Vec::new(),
            };
            Ok((organisation, consents, registration))
        })?;
    let organisation = organisation.map(|text| serde_json::from_str(&text));
    Ok(Registration {
        organisation: organisation.transpose()?,
        consents: serde_json::from_str(&consents)?,
        ..registration
    })
}

/// Deletes expired challenges, old codes, and sessions that expired long ago.
fn delete_expired(
    transaction: &Transaction<'_>,
    sessions: &SessionLimits,
    now: i64,
) -> Result<(), Refusal> {
    clamp_to_clock(transaction, now)?;
    let expired = now - CHALLENGE_SECONDS;
    transaction.execute("DELETE FROM challenges WHERE begun_at <= ?1", [expired])?;
    let expired = now - CODE_HISTORY_SECONDS;
    transaction.execute("DELETE FROM codes WHERE sent_at <= ?1", [expired])?;
    session::delete_expired_sessions(transaction, sessions, now)
}

/// Replaces stored times that are in the future by the current time. Such times exist after the clock was set back.
/// Without the correction, codes would be valid for too long, and no new code could be sent until the clock reaches the
/// stored time.
fn clamp_to_clock(transaction: &Transaction<'_>, now: i64) -> Result<(), Refusal> {
    transaction.execute("UPDATE codes SET sent_at = ?1 WHERE sent_at > ?1", [now])?;
    transaction.execute(
        "UPDATE challenges SET begun_at = min(begun_at, ?1), answered_at = min(answered_at, ?1)
         WHERE begun_at > ?1 OR answered_at > ?1",
        [now],
    )?;
    Ok(())
}

/// The purpose of a challenge, as the text that the database stores.
struct StoredPurpose(ChallengePurpose);

impl FromSql for StoredPurpose {
    fn column_result(value: ValueRef<'_>) -> FromSqlResult<Self> {
        let purpose = ChallengePurpose::from_key(value.as_str()?);
        purpose.map(StoredPurpose).ok_or(FromSqlError::InvalidType)
    }
}

impl ToSql for StoredPurpose {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::from(self.0.key()))
    }
}
