//! Checks passwords and limits wrong passwords. Also ends sessions and challenges after a change of the password or
//! phone.
//!
//! An attempt is counted before the password is compared, because comparing takes long, and concurrent attempts must
//! not all see the same count. If the password is correct, the count is given back. A stored hash that was made with a
//! lower cost than the configured one is replaced after a correct password.
//!
//! Nobody can lock out somebody else. Wrong passwords are counted first for the identifier at one IP address. The count
//! of the identifier at all addresses together is far higher. A browser on which the account has signed in before has a
//! count of its own for this account. So has a signed-in account that asks for its password again. No stranger can use
//! these up. The total of all sign-ins also counts what known browsers try.
//!
//! Comparing takes long enough for the account to change meanwhile. A right password therefore gives only a
//! [`VerifiedPassword`], and the transaction that uses it must ask again for the account as it is then.

use contract::account::AccountKind;
use contract::limits::PASSWORD_MAX_CHARS;
use rusqlite::{OptionalExtension, Transaction, params};

use crate::auth::extractors::Citizen;
use crate::auth::known_device::KnownDevice;
use crate::config::PasswordLimits;
use crate::http::client_ip::ClientIp;
use crate::http::extract::to_nfc;
use crate::http::request_account;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::rate_limit::{CountedAttempt, RateLimit};

const TEN_MINUTES: i64 = 600;
const HOUR: i64 = 3600;

/// The password of an account, which was right when it was compared.
#[derive(Clone)]
pub(super) struct VerifiedPassword {
    account_id: i64,
    password_hash: String,
}

/// An account as it is in the transaction that uses the right password.
pub(super) struct CurrentAccount {
    /// Database key of the account.
    pub(super) id: i64,
    /// The phone that the account has now.
    pub(super) phone: Option<String>,
}

impl VerifiedPassword {
    /// Loads the account again. 403 if it was closed or got another password since the password was compared.
    pub(super) fn load_account(
        &self,
        transaction: &Transaction<'_>,
    ) -> Result<CurrentAccount, Refusal> {
        let current = load_password(transaction, self.account_id)?
            .filter(|current| current.password_hash.as_ref() == Some(&self.password_hash));
        let current = current.ok_or(Refusal::WrongCredentials)?;
        Ok(CurrentAccount {
            id: self.account_id,
            phone: current.phone,
        })
    }
}

/// An account whose password is compared.
pub(super) struct PasswordAccount {
    /// Database key of the account.
    pub(super) id: i64,
    /// The phone of the account.
    pub(super) phone: Option<String>,
    /// The password hash. `None` if the account has no password.
    pub(super) password_hash: Option<String>,
}

/// An identifier that somebody entered, and who enters it. Attempts are counted for each identifier, not for each
/// account. A common count for all identifiers of an account would reveal that these identifiers belong together.
pub(super) struct SignInAttempt<'a> {
    /// The kind of account. Each kind has its own counts, so that a count doesn't reveal whether an identifier has an
    /// account of the other kind.
    pub(super) kind: AccountKind,
    /// What the identifier can mean, each with the account that has it.
    pub(super) meanings: Vec<(String, Option<PasswordAccount>)>,
    /// The browser, if the account has signed in there before.
    pub(super) known_device: Option<KnownDevice>,
    /// The IP address of the browser.
    pub(super) client_ip: &'a ClientIp,
}

/// Returns the right password of one of the accounts that the identifier can mean, or 403. The response and its
/// duration are the same for an unknown identifier and for a wrong password.
pub(super) async fn verify_sign_in(
    state: &AppState,
    attempt: SignInAttempt<'_>,
    password: &str,
) -> Result<VerifiedPassword, Refusal> {
    let mut counted =
        CountedAttempt::count(&state.store, limits_of(state, &attempt), state.clock.now()).await?;
    let mut verified = None;
    for (meaning, account) in attempt.meanings {
        if let Some(account) = &account {
            request_account::record_account(account.id);
        }
        // Every meaning is compared, so that the duration doesn't reveal which of them has an account.
        let right = compare(state, account, password).await?;
        if right.is_none() {
            // For the account of this meaning, the password of the other one was a guess.
            counted.keep(&limits_of_meaning(
                state,
                attempt.kind,
                &meaning,
                attempt.client_ip,
            ));
        }
        verified = verified.or(right);
    }
    let verified = verified.ok_or(Refusal::WrongCredentials)?;
    accept_right_password(state, counted, verified, password).await
}

/// Returns the right password of a signed-in account, or 403.
pub(super) async fn verify_own_password(
    state: &AppState,
    citizen: &Citizen,
    password: &str,
) -> Result<VerifiedPassword, Refusal> {
    let account_id = citizen.account_id;
    let by_account = state
        .secret
        .hash("account", &[account_id.to_string().as_str()]);
    let limit = own_limit(state.config.wrong_passwords.per_identifier);
    let counted =
        CountedAttempt::count(&state.store, vec![(by_account, limit)], state.clock.now()).await?;
    let account = state
        .store
        .run(move |transaction| load_password(transaction, account_id))
        .await?;
    let verified = compare(state, account, password)
        .await?
        .ok_or(Refusal::WrongCredentials)?;
    accept_right_password(state, counted, verified, password).await
}

/// Compares the password with the hash of an account. Without an account or a hash it does the same amount of work.
async fn compare(
    state: &AppState,
    account: Option<PasswordAccount>,
    password: &str,
) -> Result<Option<VerifiedPassword>, Refusal> {
    let known = account.and_then(|account| Some((account.id, account.password_hash?)));
    let hash = known.as_ref().map(|(_, hash)| hash.clone());
    let is_right = state.passwords.matches(to_nfc(password), hash).await?;
    let right = known.filter(|_| is_right);
    Ok(right.map(|(account_id, password_hash)| VerifiedPassword {
        account_id,
        password_hash,
    }))
}

/// The limits that an attempt to sign in counts towards, in the order in which they are counted.
fn limits_of(state: &AppState, attempt: &SignInAttempt<'_>) -> Vec<([u8; 32], RateLimit)> {
    let PasswordLimits {
        per_identifier,
        per_client_ip,
        in_all,
        ..
    } = state.config.wrong_passwords;
    let in_total = (state.secret.hash("sign-ins", &[]), shared_limit(in_all));
    if let Some(device) = attempt.known_device {
        let by_device = state.secret.hash("sign-in-device", &[&device.key()]);
        return vec![(by_device, own_limit(per_identifier)), in_total];
    }
    let client_ip = attempt.client_ip;
    let meanings = attempt.meanings.iter();
    let of_meanings = meanings
        .flat_map(|(meaning, _)| limits_of_meaning(state, attempt.kind, meaning, client_ip));
    let limit = shared_limit(per_client_ip);
    let by_client_ip = state.client_limits("sign-in-address", &[], client_ip, limit);
    let mut limits: Vec<_> = of_meanings.chain(by_client_ip).chain([in_total]).collect();
    // What only this address can use up is counted first, so that the response names the narrowest limit.
    limits.sort_by_key(|(_, limit)| limit.is_shared);
    limits
}

/// The limits of one meaning of an identifier: at this IP address, and at all addresses together.
fn limits_of_meaning(
    state: &AppState,
    kind: AccountKind,
    meaning: &str,
    client_ip: &ClientIp,
) -> Vec<([u8; 32], RateLimit)> {
    let of_kind = match kind {
        AccountKind::Citizen => "identifier",
        AccountKind::Organisation => "tax-code",
    };
    let limits = state.config.wrong_passwords;
    let own = own_limit(limits.per_identifier);
    let mut of_meaning = state.client_limits(of_kind, &[meaning], client_ip, own);
    let anywhere = state.secret.hash(of_kind, &[meaning]);
    of_meaning.push((anywhere, shared_limit(limits.per_identifier_in_all)));
    of_meaning
}

/// A limit that only attempts of one person, device or address count towards.
fn own_limit(max: u32) -> RateLimit {
    RateLimit {
        max,
        seconds: TEN_MINUTES,
        is_shared: false,
    }
}

/// A limit that attempts of several people count towards.
fn shared_limit(max: u32) -> RateLimit {
    RateLimit {
        max,
        seconds: HOUR,
        is_shared: true,
    }
}

/// Gives the count of a right password back, and replaces the stored hash if it was made with a lower cost than the
/// configured one.
async fn accept_right_password(
    state: &AppState,
    counted: CountedAttempt,
    verified: VerifiedPassword,
    password: &str,
) -> Result<VerifiedPassword, Refusal> {
    state
        .store
        .run(move |transaction| counted.give_back(transaction))
        .await?;
    if !state.passwords.is_outdated(&verified.password_hash) {
        return Ok(verified);
    }
    let renewed = VerifiedPassword {
        password_hash: state.passwords.hash(to_nfc(password)).await?,
        ..verified
    };
    let (former, new) = (verified.password_hash, renewed.clone());
    let stored = state.store.run(move |transaction| {
        if accounts::replace_hash(transaction, new.account_id, &former, &new.password_hash)? {
            return Ok(None);
        }
        load_password(transaction, new.account_id).map(Some)
    });
    match stored.await? {
        None => Ok(renewed),
        // Another sign-in has renewed the hash at the same time, or the password has changed.
        Some(current) => compare(state, current, password)
            .await?
            .ok_or(Refusal::WrongCredentials),
    }
}

/// Refuses a password that is shorter or longer than any valid password, before the expensive hash is computed.
pub(super) fn require_length(password: &str, pointer: &str) -> Result<(), Refusal> {
    match password.chars().count() {
        0 => Err(Refusal::invalid_property(pointer, "minLength")),
        chars if chars > PASSWORD_MAX_CHARS => Err(Refusal::invalid_property(pointer, "maxLength")),
        _ => Ok(()),
    }
}

/// Loads the phone and the password hash of an account that isn't closed.
fn load_password(
    transaction: &Transaction<'_>,
    account_id: i64,
) -> Result<Option<PasswordAccount>, Refusal> {
    let select =
        "SELECT id, phone, password_hash FROM accounts WHERE id = ?1 AND closed_at IS NULL";
    Ok(transaction
        .query_row(select, params![account_id], |row| {
            Ok(PasswordAccount {
                id: row.get(0)?,
                phone: row.get(1)?,
                password_hash: row.get(2)?,
            })
        })
        .optional()?)
}

/// Returns 401 unless the session of the request still exists. A change that waited for a password hash calls this in
/// its last transaction, because the owner may have signed out this device meanwhile.
pub(super) fn require_session(
    transaction: &Transaction<'_>,
    citizen: &Citizen,
) -> Result<(), Refusal> {
    let found = transaction
        .query_row(
            "SELECT 1 FROM sessions WHERE token_hash = ?1 AND account_id = ?2",
            params![citizen.session.token_hash, citizen.account_id],
            |_| Ok(()),
        )
        .optional()?;
    found.ok_or(Refusal::NotSignedIn)
}

/// Deletes the pending challenges of the account, and all its sessions except `except_session`, whose event streams end
/// too. Another person who knows the old password or uses one of the devices may have started them.
pub(super) fn revoke_sessions_and_codes(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
    except_session: Option<[u8; 32]>,
) -> Result<(), Refusal> {
    transaction.execute(
        "DELETE FROM sessions WHERE account_id = ?1 AND token_hash IS NOT ?2",
        params![account_id, except_session],
    )?;
    state.events.announce_end_of_session(account_id);
    // Delete the challenges without a correct code, and all password resets. Other challenges can't be used again after
    // the correct code, so they can stay.
    transaction.execute(
        "DELETE FROM challenges
         WHERE account_id = ?1 AND (answered_at IS NULL OR purpose = 'password_reset')",
        [account_id],
    )?;
    Ok(())
}
