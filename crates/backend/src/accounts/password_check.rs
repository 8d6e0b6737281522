//! What proves who somebody is: the password asked for again, its wrong tries counted, and what ends when it changes.
//!
//! A try counts as wrong from before its password is compared until it has proved right: comparing takes
//! long, and as many tries as anybody sends at once must not all be made on one count. A right password whose hash was made
//! with less work than is asked for now is hashed anew.

use contract::account::AccountKind;
use contract::limits::PASSWORD_MAX_CHARS;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::http::client_ip::ClientIp;
use crate::http::extract::nfc;
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::rate_limit::{self, RateLimit};

const TEN_MINUTES: i64 = 600;
const HOUR: i64 = 3600;

/// Whose password it is to be.
pub(super) enum PasswordOwner<'a> {
    /// Of whoever is signed in: the account, and the hash of its password where it has one.
    Account(i64, Option<String>),
    /// Of whoever the identifier names, if anybody: it costs the same work, and is counted by what was typed. Counting what
    /// one account's identifiers share would tell strangers that they belong together.
    Identifier(AccountKind, &'a str, Option<(i64, Option<String>)>),
}

/// Refuses a password that isn't the one of this account.
pub(super) async fn verify(
    state: &AppState,
    client_ip: &ClientIp,
    whose: PasswordOwner<'_>,
    password: &str,
) -> Result<(), Refusal> {
    let (by_identifier, found) = match whose {
        PasswordOwner::Account(id, known) => {
            let by_account = state.secret.hash("account", &[&id.to_string()]);
            (by_account, Some((id, known)))
        }
        PasswordOwner::Identifier(kind, identifier, found) => {
            // Of each kind by itself: one that has an account under this identifier must not be told from one that hasn't.
            let of_kind = match kind {
                AccountKind::Citizen => "identifier",
                AccountKind::Organisation => "tax-code",
            };
            (state.secret.hash(of_kind, &[identifier]), found)
        }
    };
    if let Some((id, _)) = found {
        request_account::set(id);
    }
    let account = found.and_then(|(id, known)| Some((id, known?)));
    let known = account.as_ref().map(|(_, known)| known.clone());
    let by_client_ip = state.secret.hash("sign-in-address", &[client_ip.as_str()]);
    let everybody = state.secret.hash("sign-ins", &[]);
    let limits = state.config.wrong_passwords;
    let now = state.clock.now();
    // Each by itself, so that a later refusal takes no earlier count back. The address comes first: what it asks beyond
    // its share is no try, and must not use up the share of the accounts it names.
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
    if !state.passwords.matches(nfc(password), known).await? {
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

async fn rehash_if_outdated(
    state: &AppState,
    account_id: i64,
    known: String,
    password: &str,
) -> Result<(), Refusal> {
    if !state.passwords.is_outdated(&known) {
        return Ok(());
    }
    let hash = state.passwords.hash(nfc(password)).await?;
    let replaced = state
        .store
        .run(move |transaction| accounts::replace_hash(transaction, account_id, &known, &hash));
    replaced.await
}

/// Refuses what can't be the password of any account, before it costs anything.
pub(super) fn require_length(password: &str, pointer: &str) -> Result<(), Refusal> {
    match password.chars().count() {
        0 => Err(Refusal::invalid_property(pointer, "minLength")),
        chars if chars > PASSWORD_MAX_CHARS => Err(Refusal::invalid_property(pointer, "maxLength")),
        _ => Ok(()),
    }
}

/// The phone of an account and the hash of its password.
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

/// Ends every session of an account but this one, and voids its codes under way: who has the old password, or the device
/// that is signed out, may have begun any of them.
pub(super) fn revoke_sessions_and_codes(
    transaction: &Transaction<'_>,
    account_id: i64,
    but_session: Option<[u8; 32]>,
) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM sessions WHERE account_id = ?1 AND token_hash IS NOT ?2",
        params![account_id, but_session],
    )?;
    // One that was answered opens nothing again, but where a password follows.
    transaction.execute(
        "DELETE FROM challenges
         WHERE account_id = ?1 AND (answered_at IS NULL OR purpose = 'password_reset')",
        [account_id],
    )?;
    Ok(())
}
