//! Sign-in («Đăng nhập», R4.2–R4.4) with an identifier and a password, followed by a one-time code. The response and
//! its duration are the same for an unknown identifier and for a wrong password.

use axum::extract::State;
use contract::account::{AccountKind, SignIn};
use contract::challenge::ChallengePurpose;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::password_check::{self, PasswordOwner};
use super::registration_fields::is_tax_code;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;

/// The account that belongs to an identifier.
struct PasswordAccount {
    id: i64,
    phone: String,
    password_hash: Option<String>,
}

/// `POST /sign-ins`: checks the password and sends a code.
pub(super) async fn start_sign_in(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(sign_in): JsonBody<SignIn>,
) -> Result<ChallengeCreated, Refusal> {
    check(&sign_in)?;
    let SignIn {
        kind,
        identifier,
        password,
    } = sign_in;
    let typed = identifier.clone();
    let found = state
        .store
        .run(move |transaction| find(transaction, kind, &typed))
        .await?;
    let account = found
        .as_ref()
        .map(|found| (found.id, found.password_hash.clone()));
    let owner = PasswordOwner::Identifier(kind, &identifier, account);
    password_check::verify_password(&state, &client_ip, owner, &password).await?;
    let found = found.ok_or(Refusal::WrongCredentials)?;
    let app_state = state.clone();
    // This transaction is separate from the password check. The check remains recorded even if this transaction fails
    // because the phone's message limit is reached.
    let started = state.store.run(move |transaction| {
        let new_challenge =
            NewChallenge::of_account(ChallengePurpose::SignIn, found.id, found.phone);
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Returns 422 if the identifier is malformed, or if the password is shorter or longer than any valid password.
fn check(sign_in: &SignIn) -> Result<(), Refusal> {
    let identifier = &sign_in.identifier;
    let is_well_formed = match sign_in.kind {
        AccountKind::Citizen => {
            let digits = identifier.bytes().all(|byte| byte.is_ascii_digit());
            digits && (9..=12).contains(&identifier.len())
        }
        AccountKind::Organisation => is_tax_code(identifier),
    };
    if !is_well_formed {
        return Err(Refusal::invalid_property("/identifier", "pattern"));
    }
    password_check::require_length(&sign_in.password, "/password")
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
