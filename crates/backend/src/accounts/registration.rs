//! Registration by phone («Đăng ký», R0.9–R0.12) of citizens and organisations (R2.7): a form, a code, a password.
//!
//! If an account exists, the response is the same, but the message contains no code. A phone that has an account gets
//! a message that says so, because its reader holds that phone. If the citizen id or tax code has an account with
//! another phone, the given phone only gets a message that this registration isn't possible and where to get help; the
//! phone of the account gets a warning.
//!
//! Somebody can still find out whether a citizen id is registered by using a phone of their own, because a free id
//! gets a code in the end. Sending nothing would reveal as much, and wouldn't help citizens who mistyped a number or
//! lost their phone. The limits on messages make such tests slow, and the owner is warned.

use axum::extract::State;
use contract::account::{Account, Registration, Verification};
use contract::challenge::ChallengePurpose;
use rusqlite::{OptionalExtension, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::{MessageContent, OwnerWarning};
use super::{one_time_code, registration_consents, registration_fields};
use crate::auth::password;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::accounts;
use crate::store::rate_limit::{self, RateLimit};

/// Limit on warnings to one owner, so that nobody can flood their phone by using many phones.
const WARNINGS: RateLimit = RateLimit {
    max: 1,
    seconds: 3600,
};

/// The existing account that prevents a registration.
pub(super) struct ExistingAccount {
    account_id: i64,
    phone: Option<String>,
}

/// `POST /registrations`.
pub(super) async fn start_registration(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(registration): JsonBody<Registration>,
) -> Result<ChallengeCreated, Refusal> {
    let registration = registration_fields::validate_registration(registration, &state.data)?;
    let app_state = state.clone();
    let (started, warning) = state
        .store
        .run(move |transaction| {
            let mut warning = None;
            let phone = registration.phone.clone();
            let content = match find_existing(transaction, &registration)? {
                None => MessageContent::Code,
                Some(existing) if existing.phone.as_ref() == Some(&phone) => {
                    existing_account_content(&registration)
                }
                Some(existing) => {
                    warning = warn_owner(transaction, &app_state, existing, &registration);
                    MessageContent::Unregistrable
                }
            };
            let new_challenge = NewChallenge {
                purpose: ChallengePurpose::Registration,
                phone,
                content,
                account_id: None,
                registration: (content == MessageContent::Code).then_some(registration),
                session_hash: None,
            };
            let started =
                challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)?;
            Ok((started, warning))
        })
        .await?;
    if let Some(warning) = warning {
        warning.send(&state).await?;
    }
    challenge::send_and_respond(&state, started).await
}

/// Creates an account without a code, for a demonstration. Does nothing if it exists.
pub async fn create_account(
    state: &AppState,
    registration: Registration,
    password: &str,
) -> Result<(), Refusal> {
    let registration = registration_fields::validate_registration(registration, &state.data)?;
    let hash = state
        .passwords
        .hash(password::validate_password(password)?)
        .await?;
    let app_state = state.clone();
    state
        .store
        .run(move |transaction| {
            if find_existing(transaction, &registration)?.is_none() {
                insert_account(transaction, &app_state, &registration, &hash)?;
            }
            Ok(())
        })
        .await
}

/// Inserts the account and its consents.
pub(super) fn insert_account(
    transaction: &Transaction<'_>,
    state: &AppState,
    registration: &Registration,
    password_hash: &str,
) -> Result<i64, Refusal> {
    let account = Account {
        name: registration.name.clone(),
        citizen_id: registration.citizen_id.clone(),
        birth_date: registration.birth_date.clone(),
        phone: Some(registration.phone.clone()),
        verification: Verification::Phone,
        organisation: registration.organisation.clone(),
        lacks_password: false,
    };
    let now = state.clock.now();
    let id = accounts::insert(transaction, &account, Some(password_hash), now)?;
    registration_consents::save_consents(
        transaction,
        &state.data,
        id,
        &registration.consents,
        now,
    )?;
    Ok(id)
}

/// The account that prevents the registration. For an organisation: the one with its tax code. For a citizen: the one
/// with the phone, otherwise the one with the citizen id.
pub(super) fn find_existing(
    transaction: &Transaction<'_>,
    registration: &Registration,
) -> Result<Option<ExistingAccount>, Refusal> {
    let tax_code = registration.organisation.as_ref().map(|own| &own.tax_code);
    Ok(transaction
        .query_row(
            "SELECT id, phone FROM accounts
             WHERE closed_at IS NULL
                 AND iif(?3 IS NULL, organisation IS NULL AND (citizen_id = ?1 OR phone = ?2), tax_code = ?3)
             ORDER BY phone = ?2 DESC LIMIT 1",
            params![registration.citizen_id, registration.phone, tax_code],
            |row| {
                Ok(ExistingAccount {
                    account_id: row.get(0)?,
                    phone: row.get(1)?,
                })
            },
        )
        .optional()?)
}

/// The message to a phone that already has an account.
pub(super) fn existing_account_content(registration: &Registration) -> MessageContent {
    match registration.organisation {
        Some(_) => MessageContent::OrganisationExists,
        None => MessageContent::AccountExists,
    }
}

/// The warning to the owner of the existing account; `None` if the limit on warnings is reached or the account has no
/// phone.
fn warn_owner(
    transaction: &Transaction<'_>,
    state: &AppState,
    existing: ExistingAccount,
    registration: &Registration,
) -> Option<one_time_code::OutgoingMessage> {
    let warned = state
        .secret
        .hash("owner-warned", &[&existing.account_id.to_string()]);
    let (Some(phone), Ok(())) = (
        existing.phone,
        rate_limit::record_attempt(transaction, warned, &WARNINGS, state.clock.now()),
    ) else {
        return None;
    };
    let warning = match registration.organisation {
        Some(_) => OwnerWarning::TaxCodeTried,
        None => OwnerWarning::IdentityTried,
    };
    Some(one_time_code::warning_message(state, phone, warning))
}
