//! Sign-in («Đăng nhập», R4.2–R4.4) with an identifier and a password, followed by a one-time code. The response and
//! its duration are the same for an unknown identifier and for a wrong password.

use axum::extract::State;
use contract::account::{AccountKind, SignIn};
use contract::challenge::ChallengePurpose;
use domain::format::parse_sign_in_identifier;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::password_check::{self, PasswordAccount, SignInAttempt};
use super::registration_fields::is_tax_code;
use crate::auth::known_device::{self, DeviceMark, KnownDevice};
use crate::auth::login_context::LoginContext;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /sign-ins`: checks the password and sends a code.
pub(super) async fn start_sign_in(
    State(state): State<AppState>,
    client_ip: ClientIp,
    context: LoginContext,
    JsonBody(sign_in): JsonBody<SignIn>,
) -> Result<ChallengeCreated, Refusal> {
    let meanings = meanings(&sign_in)?;
    password_check::require_length(&sign_in.password, "/password")?;
    let (kind, now) = (sign_in.kind, state.clock.now());
    let (meanings, known_device) = state
        .store
        .run(move |transaction| {
            let meanings = meanings.into_iter().map(|meaning| {
                let account = find(transaction, kind, &meaning)?;
                Ok((meaning, account))
            });
            let meanings: Vec<_> = meanings.collect::<Result<_, Refusal>>()?;
            let known_device = known_device(transaction, context.device_mark, &meanings, now)?;
            Ok((meanings, known_device))
        })
        .await?;
    let attempt = SignInAttempt {
        kind,
        meanings,
        known_device,
        client_ip: &client_ip,
    };
    let verified = password_check::verify_sign_in(&state, attempt, &sign_in.password).await?;
    let app_state = state.clone();
    // This transaction is separate from the password check. The check remains recorded even if this transaction fails
    // because the phone's message limit is reached.
    let started = state.store.run(move |transaction| {
        let account = verified.load_account(transaction)?;
        // An account whose phone was removed meanwhile can't be found by an identifier and a password.
        let phone = account.phone.ok_or(Refusal::WrongCredentials)?;
        let new_challenge = NewChallenge::of_account(ChallengePurpose::SignIn, account.id, phone);
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// What the identifier can mean. 422 if it is malformed; this doesn't count as an attempt.
fn meanings(sign_in: &SignIn) -> Result<Vec<String>, Refusal> {
    let identifier = &sign_in.identifier;
    let malformed = || Refusal::invalid_property("/identifier", "pattern");
    match sign_in.kind {
        AccountKind::Citizen if identifier.bytes().all(|byte| byte.is_ascii_digit()) => {
            let identifier = parse_sign_in_identifier(identifier).map_err(|_| malformed())?;
            Ok(identifier.meanings().map(str::to_owned).collect())
        }
        AccountKind::Organisation if is_tax_code(identifier) => Ok(vec![identifier.clone()]),
        AccountKind::Citizen | AccountKind::Organisation => Err(malformed()),
    }
}

/// The browser, if the only account that the identifier can mean has signed in there before.
fn known_device(
    transaction: &Transaction<'_>,
    mark: Option<DeviceMark>,
    meanings: &[(String, Option<PasswordAccount>)],
    now: i64,
) -> Result<Option<KnownDevice>, Refusal> {
    let accounts: Vec<i64> = meanings
        .iter()
        .filter_map(|(_, account)| Some(account.as_ref()?.id))
        .collect();
    let (Some(mark), [account_id]) = (mark, accounts.as_slice()) else {
        return Ok(None);
    };
    known_device::find(transaction, mark, *account_id, now)
}

fn find(
    transaction: &Transaction<'_>,
    kind: AccountKind,
    identifier: &str,
) -> Result<Option<PasswordAccount>, Refusal> {
    let of_kind = match kind {
        AccountKind::Citizen => "organisation IS NULL AND (citizen_id = ?1 OR phone = ?1)",
        AccountKind::Organisation => "tax_code = ?1",
    };
    let select = format!(
        "SELECT id, phone, password_hash FROM accounts
         WHERE closed_at IS NULL AND phone IS NOT NULL AND {of_kind}"
    );
    Ok(transaction
        .query_row(&select, params![identifier], |row| {
            Ok(PasswordAccount {
                id: row.get(0)?,
                phone: row.get(1)?,
                password_hash: row.get(2)?,
            })
        })
        .optional()?)
}
