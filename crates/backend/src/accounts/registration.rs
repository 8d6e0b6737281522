//! «Đăng ký» by phone: a slip, a code, a password (R0.9–R0.12), for a citizen or an organisation (R2.7).
//!
//! What has an account already gets the same challenge as anything else, but a message without a code,
//! and no password can be changed this way. A phone that has an account is told so: whoever reads it
//! there holds that phone. A citizen id or tax code that has an account with another phone is not said to
//! have one: the phone that was given hears only that this can't be registered and who helps, and the
//! account's own phone hears of the attempt.
//!
//! Who gives a phone of their own can still tell such a citizen id from a free one, because a free one
//! gets a code in the end. Silence would give away as much, and would leave alone those who mistyped
//! their number or have lost the phone of their account. So it is made slow, by the share of messages of
//! each phone, and it can't be done behind the owner's back.

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

/// Warnings to the owner of an account; or a stranger could flood their phone from any number of phones.
const WARNINGS: RateLimit = RateLimit {
    max: 1,
    seconds: 3600,
};

/// The account that stands in the way of a registration.
pub(super) struct ExistingAccount {
    account_id: i64,
    phone: Option<String>,
}

/// `POST /registrations`.
pub(super) async fn begin(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(registration): JsonBody<Registration>,
) -> Result<ChallengeCreated, Refusal> {
    let registration = registration_fields::validate(registration, &state.data)?;
    let within = state.clone();
    let (begun, warning) = state
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
                    warning = warn_owner(transaction, &within, existing, &registration);
                    MessageContent::Unregistrable
                }
            };
            let beginning = NewChallenge {
                purpose: ChallengePurpose::Registration,
                phone,
                content,
                account_id: None,
                registration: (content == MessageContent::Code).then_some(registration),
                session_hash: None,
            };
            let begun = challenge::begin(transaction, &within, &client_ip, &beginning)?;
            Ok((begun, warning))
        })
        .await?;
    if let Some(warning) = warning {
        warning.send(&state).await?;
    }
    challenge::created(&state, begun).await
}

/// Creates an account without a code: a ready account of a demonstration. Does nothing where it is taken.
pub async fn create_account(
    state: &AppState,
    registration: Registration,
    password: &str,
) -> Result<(), Refusal> {
    let registration = registration_fields::validate(registration, &state.data)?;
    let hash = state.passwords.hash(password::check(password)?).await?;
    let within = state.clone();
    state
        .store
        .run(move |transaction| {
            if find_existing(transaction, &registration)?.is_none() {
                insert(transaction, &within, &registration, &hash)?;
            }
            Ok(())
        })
        .await
}

/// Keeps the account and what was consented to.
pub(super) fn insert(
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
    registration_consents::save(transaction, &state.data, id, &registration.consents, now)?;
    Ok(id)
}

/// The account that stands in the way. For an organisation it is the one of its tax code; for a citizen the one of the
/// phone, whosesoever the citizen id, or else the one of the citizen id.
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

/// What the phone of an account hears when somebody registers with it.
pub(super) fn existing_account_content(registration: &Registration) -> MessageContent {
    match registration.organisation {
        Some(_) => MessageContent::OrganisationExists,
        None => MessageContent::AccountExists,
    }
}

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
