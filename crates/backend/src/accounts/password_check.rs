//! Checks passwords and limits wrong passwords. Also ends sessions and challenges after a change of the password or
//! phone.
//!
//! An attempt is counted before the password is compared, because comparing takes long, and concurrent attempts must
//! not all see the same count. If the password is correct, the count is undone. A stored hash that was made with a
//! lower cost than the configured one is replaced after a correct password.

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

/// The account that a password is checked for.
pub(super) enum PasswordOwner<'a> {
    /// A signed-in account: its database key, and its password hash if it has a password.
    Account(i64, Option<String>),
    /// The account that belongs to an identifier that somebody entered. Contains the kind of account, the identifier,
    /// and, if the account exists, its database key and password hash. Attempts are counted for each identifier, not
    /// for each account. A common count for all identifiers of an account would reveal that these identifiers belong
    /// together.
    Identifier(AccountKind, &'a str, Option<(i64, Option<String>)>),
}

/// Returns 403 unless the password is correct. The response and its duration are the same for an unknown identifier and
/// for a wrong password.
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
            // Each kind of account has its own count, so that the count doesn't reveal whether an identifier has an
            // account of the other kind.
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
    // Each count has its own transaction: if a later count refuses the request, the earlier counts stay. The IP address
    // is counted first. Requests beyond its limit are refused before they can use up the limit of the identifier.
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

/// Replaces the stored hash if it was made with a lower cost than the configured one.
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

/// Refuses a password that is shorter or longer than any valid password, before the expensive hash is computed.
pub(super) fn require_length(password: &str, pointer: &str) -> Result<(), Refusal> {
    match password.chars().count() {
        0 => Err(Refusal::invalid_property(pointer, "minLength")),
        chars if chars > PASSWORD_MAX_CHARS => Err(Refusal::invalid_property(pointer, "maxLength")),
        _ => Ok(()),
    }
}

/// Loads the phone and the password hash of an account.
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

/// Deletes the pending challenges of the account, and all its sessions except `except_session`. Another person who
/// knows the old password or uses one of the devices may have started them.
pub(super) fn revoke_sessions_and_codes(
    transaction: &Transaction<'_>,
    account_id: i64,
    except_session: Option<[u8; 32]>,
) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM sessions WHERE account_id = ?1 AND token_hash IS NOT ?2",
        params![account_id, except_session],
    )?;
    // Delete the challenges without a correct code, and all password resets. Other challenges can't be used again after
    // the correct code, so they can stay.
    transaction.execute(
        "DELETE FROM challenges
         WHERE account_id = ?1 AND (answered_at IS NULL OR purpose = 'password_reset')",
        [account_id],
    )?;
    Ok(())
}
