//! A phone that the operator gave to somebody new still belongs to the account of its former owner. The new holder
//! can't register with it, and would get the codes of a stranger. So a phone can leave an account:
//!
//! 1. Somebody proves with a one-time code that they hold the phone. This alone changes nothing.
//! 2. After a waiting time the phone leaves every account that has it, but not within seven days after the clock has
//!    jumped or the backend was stopped. The phone gets a message at the start and at the
//!    end, and the account shows the day to its owner, who may come through the identity provider.
//! 3. Who signs in with the password and a code to this phone, or renews a session so, is the owner and holds the phone.
//!    Then every account with this phone keeps it.
//!
//! The account keeps its dossiers, drafts, password and sessions. Without a phone, its owner signs in through the
//! identity provider or goes to the counter. At the counter an official who has seen the papers can release a phone at
//! once, with a command of the backend.

use std::collections::BTreeSet;

use axum::extract::State;
use contract::account::PhoneRelease;
use contract::challenge::{ChallengePurpose, CodeOutcome};
use rusqlite::{Row, Transaction, params};

use super::challenge::{self, ChallengeCreated};
use super::challenge_store::NewChallenge;
use super::message_text::{MessageContent, OwnerWarning};
use super::one_time_code::{self, OutgoingMessage};
use super::registration_fields::require_phone;
use crate::clock;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::{accounts, housekeeping};

/// How long the former owner can keep the phone, in seconds: two weeks.
const WAITING_SECONDS: i64 = 14 * 24 * 3600;

/// `POST /phone-releases`: sends a code to the phone. The response doesn't reveal whether an account has the phone.
pub(super) async fn start_phone_release(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(request): JsonBody<PhoneRelease>,
) -> Result<ChallengeCreated, Refusal> {
    require_phone(&request.phone)?;
    let app_state = state.clone();
    let started = state.store.run(move |transaction| {
        let new_challenge = NewChallenge {
            purpose: ChallengePurpose::PhoneRelease,
            sent_to: request.phone,
            content: MessageContent::Code,
            // The challenge belongs to the holder of the phone, not to the account that has it.
            account_id: None,
            registration: None,
            session_hash: None,
        };
        challenge::start_challenge(transaction, &app_state, &client_ip, &new_challenge)
    });
    challenge::send_and_respond(&state, started.await?).await
}

/// Begins the waiting time after the correct code. A waiting time that has begun isn't prolonged.
pub(super) fn begin_waiting(
    transaction: &Transaction<'_>,
    state: &AppState,
    phone: &str,
) -> Result<(CodeOutcome, Option<OutgoingMessage>), Refusal> {
    let leaves_at = state.clock.now() + WAITING_SECONDS;
    let begun = transaction.execute(
        "INSERT INTO phone_releases (account_id, phone, leaves_at)
         SELECT id, phone, ?2 FROM accounts WHERE phone = ?1 AND closed_at IS NULL
         ON CONFLICT (account_id) DO UPDATE SET phone = excluded.phone, leaves_at = ?2, left_at = NULL
             WHERE phone_releases.phone <> excluded.phone OR left_at IS NOT NULL",
        params![phone, leaves_at],
    )?;
    let last: Option<i64> = transaction.query_row(
        "SELECT max(leaves_at) FROM phone_releases WHERE phone = ?1 AND left_at IS NULL",
        [phone],
        |row| row.get(0),
    )?;
    let Some(last) = last else {
        return Ok((CodeOutcome::PhoneFree, None));
    };
    let day = clock::date_in_vietnam(last);
    let warning = (begun > 0).then(|| {
        let warning = OwnerWarning::PhoneLeaves(day);
        one_time_code::warning_message(state, phone.to_owned(), warning)
    });
    let outcome = CodeOutcome::PhoneLeaves {
        leaves_on: clock::day(day),
    };
    Ok((outcome, warning))
}

/// Ends the waiting time because the owner of the account has signed in with a code to this phone. All accounts with
/// this phone keep it, for example the owner's organisation.
pub(super) fn keep_phone(
    transaction: &Transaction<'_>,
    state: &AppState,
    account_id: i64,
) -> Result<Option<OutgoingMessage>, Refusal> {
    let Some(phone) = accounts::find(transaction, account_id)?.phone else {
        return Ok(None);
    };
    let kept = transaction.execute(
        "DELETE FROM phone_releases WHERE phone = ?1 AND left_at IS NULL",
        [&phone],
    )?;
    Ok((kept > 0).then(|| one_time_code::warning_message(state, phone, OwnerWarning::PhoneStays)))
}

/// Takes the phones whose waiting time is over from their accounts, and sends the messages about it. Returns the number
/// of accounts that lost their phone. After the clock has jumped, no phone leaves for seven days, so that owners don't
/// lose the time in which they can keep it.
pub async fn release_due_phones(state: &AppState) -> Result<usize, Refusal> {
    let app_state = state.clone();
    let released = state.store.run(move |transaction| {
        let now = app_state.clock.now();
        // The account may have got another phone since the waiting time began or ended.
        transaction.execute(
            "DELETE FROM phone_releases WHERE NOT EXISTS
                 (SELECT 1 FROM accounts WHERE id = account_id
                      AND accounts.phone IS iif(left_at IS NULL, phone_releases.phone, NULL))",
            [],
        )?;
        if !housekeeping::is_clock_steady(transaction, now)? {
            return Ok(ReleasedPhones::default());
        }
        let due = transaction
            .prepare("SELECT account_id, phone FROM phone_releases WHERE left_at IS NULL AND leaves_at <= ?1")?
            .query_map([now], read_release)?
            .collect::<Result<_, _>>()?;
        release(transaction, due, now)
    });
    released.await?.tell(state).await
}

/// Takes a phone from its accounts at once, after an official has seen the papers of its holder. Returns the number of
/// accounts that lost their phone.
pub async fn release_phone_now(state: &AppState, phone: &str) -> Result<usize, Refusal> {
    require_phone(phone)?;
    let (phone, now) = (phone.to_owned(), state.clock.now());
    let released = state.store.run(move |transaction| {
        let due = transaction
            .prepare(
                "INSERT INTO phone_releases (account_id, phone, leaves_at)
                 SELECT id, phone, ?2 FROM accounts WHERE phone = ?1 AND closed_at IS NULL
                 ON CONFLICT (account_id) DO UPDATE
                     SET phone = excluded.phone, leaves_at = ?2, left_at = NULL
                 RETURNING account_id, phone",
            )?
            .query_map(params![phone, now], read_release)?
            .collect::<Result<_, _>>()?;
        release(transaction, due, now)
    });
    released.await?.tell(state).await
}

/// The phones that have left their accounts, and how many accounts lost one.
#[derive(Default)]
struct ReleasedPhones {
    accounts: usize,
    phones: BTreeSet<String>,
}

impl ReleasedPhones {
    /// Sends each phone one message, and returns the number of accounts.
    async fn tell(self, state: &AppState) -> Result<usize, Refusal> {
        for phone in self.phones {
            one_time_code::warning_message(state, phone, OwnerWarning::PhoneLeft)
                .send_and_log(state)
                .await;
        }
        Ok(self.accounts)
    }
}

fn read_release(row: &Row<'_>) -> rusqlite::Result<(i64, String)> {
    Ok((row.get(0)?, row.get(1)?))
}

/// Takes the phones of `due` from their accounts, and deletes the challenges whose code was sent to them.
fn release(
    transaction: &Transaction<'_>,
    due: Vec<(i64, String)>,
    now: i64,
) -> Result<ReleasedPhones, Refusal> {
    for (account_id, _) in &due {
        transaction.execute(
            "UPDATE accounts SET phone = NULL WHERE id = ?1",
            [account_id],
        )?;
        transaction.execute(
            "DELETE FROM challenges WHERE account_id = ?1 AND answered_at IS NULL",
            [account_id],
        )?;
        transaction.execute(
            "UPDATE phone_releases SET left_at = ?2 WHERE account_id = ?1",
            params![account_id, now],
        )?;
    }
    Ok(ReleasedPhones {
        accounts: due.len(),
        phones: due.into_iter().map(|(_, phone)| phone).collect(),
    })
}
