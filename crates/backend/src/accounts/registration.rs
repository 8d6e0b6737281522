//! Registration by phone («Đăng ký», R0.9–R0.12) of citizens and organisations (R2.7). The steps are a form, a one-time
//! code, and a password.
//!
//! If an account already exists, the response is the same, but the message contains no code. If the phone already has
//! an account, the message states this, because its reader holds that phone. If the citizen id or tax code has an
//! account with another phone, the message to the entered phone only states that this registration isn't possible and
//! where to get help. The phone of the existing account gets a warning.
//!
//! Somebody can still find out whether a citizen id is registered by registering with their own phone, because they get
//! a code only if the id is free. Sending no message would reveal the same, and wouldn't help citizens who mistyped a
//! number or lost their phone. The limits on messages make such tests slow, and the owner is warned.

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

/// Limit on warnings to the owner of one account. Without it, somebody could flood the owner's phone by registering
/// with many other phones.
const WARNINGS: RateLimit = RateLimit {
    max: 1,
    seconds: 3600,
    is_shared: true,
};

/// An existing account that prevents a registration.
pub(super) struct ExistingAccount {
    account_id: i64,
    phone: Option<String>,
}

/// `POST /registrations`: starts a registration.
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
                sent_to: phone,
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

/// Creates an account without a one-time code, for a demonstration. Does nothing if the account exists.
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

/// Inserts the account and its consents, and returns the account's database key.
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
        email: None,
        phone_leaves_on: None,
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

/// Finds the account that prevents the registration. For an organisation, this is the account with its tax code. For a
/// citizen, it is the account with the phone, or else the account with the citizen id.
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

/// The kind of message to a phone that already has an account.
pub(super) fn existing_account_content(registration: &Registration) -> MessageContent {
    match registration.organisation {
        Some(_) => MessageContent::OrganisationExists,
        None => MessageContent::AccountExists,
    }
}

/// Creates the warning to the owner of the existing account. `None` if the limit on warnings is reached, or if the
/// account has no phone.
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
