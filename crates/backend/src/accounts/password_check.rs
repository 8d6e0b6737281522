//! Checks passwords and limits wrong attempts. Also ends sessions and challenges when a password or phone changes.
//!
//! An attempt is counted before the password is compared, and uncounted if it was right. Comparing takes long, and
//! concurrent attempts must not all see the same count. If a right password's hash was made with a lower cost than
//! configured, it is replaced.

use contract::account::AccountKind;
use contract::limits::PASSWORD_MAX_CHARS;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::http::client_ip::ClientIp;
use crate::http::extract::to_nfc;
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::rate_limit::{self, RateLimit};

const TEN_MINUTES: i64 = 600;
const HOUR: i64 = 3600;

/// Whose password is checked.
pub(super) enum PasswordOwner<'a> {
    /// A signed-in account, and its password hash, if it has one.
    Account(i64, Option<String>),
    /// The account with this identifier, if there is one. Attempts are counted by the typed identifier, not by
    /// account: a common count of the account's identifiers would reveal that they belong together.
    Identifier(AccountKind, &'a str, Option<(i64, Option<String>)>),
}

/// 403 unless the password is right. An unknown identifier takes the same time and gets the same answer as a wrong
/// password.
pub(super) async fn verify_password(
    state: &AppState,
    client_ip: &ClientIp,
    owner: PasswordOwner<'_>,
    password: &str,
) -> Result<(), Refusal> {
    let (by_identifier, found) = match owner {
        PasswordOwner::Account(id, known) => {
            let by_account = state.secret.hash("account", &[&id.to_string()]);
            (by_account, Some((id, known)))
        }
        PasswordOwner::Identifier(kind, identifier, found) => {
            // Each kind has its own count, so that an identifier with an account can't be told from one without.
            let of_kind = match kind {
                AccountKind::Citizen => "identifier",
                AccountKind::Organisation => "tax-code",
            };
            (state.secret.hash(of_kind, &[identifier]), found)
        }
    };
    if let Some((id, _)) = found {
        request_account::record_account(id);
    }
    let account = found.and_then(|(id, known)| Some((id, known?)));
    let known = account.as_ref().map(|(_, known)| known.clone());
    let by_client_ip = state.secret.hash("sign-in-address", &[client_ip.as_str()]);
    let everybody = state.secret.hash("sign-ins", &[]);
    let limits = state.config.wrong_passwords;
    let now = state.clock.now();
    // Each count has its own transaction, so that a later refusal doesn't undo an earlier count. The IP address comes
    // first: requests beyond its limit aren't attempts and must not use up the limit of the account.
    for (counted, max, seconds) in [
        (by_client_ip, limits.per_client_ip, HOUR),
        (by_identifier, limits.per_identifier, TEN_MINUTES),
        (everybody, limits.in_all, HOUR),
    ] {
        let limit = RateLimit { max, seconds };
        let count = move |transaction: &Transaction<'_>| {
            rate_limit::record_attempt(transaction, counted, &limit, now)
        };
        state.store.run(count).await?;
    }
    if !state.passwords.matches(to_nfc(password), known).await? {
        return Err(Refusal::WrongCredentials);
    }
    let right = state.store.run(move |transaction| {
        rate_limit::reset(transaction, by_identifier)?;
        rate_limit::undo_attempt(transaction, by_client_ip)?;
        rate_limit::undo_attempt(transaction, everybody)
    });
    right.await?;
    match account {
        Some((id, known)) => rehash_if_outdated(state, id, known, password).await,
        None => Ok(()),
    }
}

/// Replaces a hash that was made with a lower cost than configured.
async fn rehash_if_outdated(
    state: &AppState,
    account_id: i64,
    known: String,
    password: &str,
) -> Result<(), Refusal> {
    if !state.passwords.is_outdated(&known) {
        return Ok(());
    }
    let hash = state.passwords.hash(to_nfc(password)).await?;
    let replaced = state
        .store
        .run(move |transaction| accounts::replace_hash(transaction, account_id, &known, &hash));
    replaced.await
}

/// Refuses passwords of impossible length before any work is done.
pub(super) fn require_length(password: &str, pointer: &str) -> Result<(), Refusal> {
    match password.chars().count() {
        0 => Err(Refusal::invalid_property(pointer, "minLength")),
        chars if chars > PASSWORD_MAX_CHARS => Err(Refusal::invalid_property(pointer, "maxLength")),
        _ => Ok(()),
    }
}

/// The phone and the password hash of an account.
pub(super) async fn load_phone_and_hash(
    state: &AppState,
    account_id: i64,
) -> Result<(Option<String>, Option<String>), Refusal> {
    let find = move |transaction: &Transaction<'_>| {
        transaction
            .query_row(
                "SELECT phone, password_hash FROM accounts WHERE id = ?1",
                params![account_id],
                |row| Ok((row.get(0)?, row.get(1)?)),
            )
            .optional()?
            .ok_or(Refusal::NotSignedIn)
    };
    state.store.run(find).await
}

/// Deletes all sessions of the account except one, and its pending challenges. Somebody with the old password or on a
/// signed-out device may have started any of them.
pub(super) fn revoke_sessions_and_codes(
    transaction: &Transaction<'_>,
    account_id: i64,
    except_session: Option<[u8; 32]>,
) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM sessions WHERE account_id = ?1 AND token_hash IS NOT ?2",
        params![account_id, except_session],
    )?;
    // An answered challenge can't be used again, except to set a password.
    transaction.execute(
        "DELETE FROM challenges
         WHERE account_id = ?1 AND (answered_at IS NULL OR purpose = 'password_reset')",
        [account_id],
    )?;
    Ok(())
}
