//! «Tra cứu hồ sơ» (R4.14–R4.15): how a dossier stands, for anybody who knows its code and the phone or citizen id of
//! who filed it. A wrong code and a wrong person get one and the same answer, and nothing personal is ever in it.
//!
//! A code is printed on paper and the next one is easily told from it, so each half of a pair is guarded against whoever
//! knows the other. The persons tried on a code are counted for each address apart: counted together, ten wrong tries of
//! a stranger would keep out the one who filed. Answering a right pair in spite of a full count would keep nobody out
//! either, but it would let the guessing go on; so it isn't done, and an address has ten tries at a code instead of all
//! its sixty. The codes tried with a person are counted from everywhere, or many addresses could share a day's codes
//! between them. So a stranger who goes on trying keeps a person from looking up, but not from signing in, which shows
//! the same.

use axum::Json;
use axum::extract::State;
use contract::limits::{LOOKUP_CODE_CHARS, LOOKUP_FILED_BY_CHARS};
use contract::lookup::{LookupRequest, LookupResult};
use domain::format::sign_in_identifier;
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::{self, StoredDossier};
use super::part_store;
use crate::clock::timestamp;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// Wrong persons that one code bears from one address.
const PER_CODE: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Wrong codes that one phone or citizen id bears.
const PER_PERSON: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Lookups from one address, right ones too; a whole neighbourhood may share one.
const PER_CLIENT_IP: RateLimit = RateLimit {
    max: 60,
    seconds: 600,
};

/// `POST /lookups`.
pub(super) async fn look_up(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(asked): JsonBody<LookupRequest>,
) -> Result<Json<LookupResult>, Refusal> {
    require_length(&asked.code, "/code", LOOKUP_CODE_CHARS)?;
    require_length(&asked.filed_by, "/filed_by", LOOKUP_FILED_BY_CHARS)?;
    let code = code(&asked.code);
    // What can be neither a phone nor an id is nobody's as it was typed; it is counted all the same.
    let filed_by = sign_in_identifier(&asked.filed_by).unwrap_or(asked.filed_by);
    let place = client_ip.as_str();
    let by_client_ip = state.secret.hash("lookup-address", &[place]);
    let by_code = state.secret.hash("lookup-code", &[&code, place]);
    let by_person = state.secret.hash("lookup-person", &[&filed_by]);
    let now = state.clock.now();
    // Each by itself, so that a later refusal takes no earlier count back. The address comes first: what it asks beyond
    // its share is no try, and must not use up the share of the persons it names.
    for (whose, limit) in [
        (by_client_ip, &PER_CLIENT_IP),
        (by_code, &PER_CODE),
        (by_person, &PER_PERSON),
    ] {
        let count = move |transaction: &Transaction<'_>| {
            rate_limit::record_attempt(transaction, whose, limit, now)
        };
        state.store.run(count).await?;
    }
    let found = state.store.run(move |transaction| {
        let found = find(transaction, &code, &filed_by)?;
        rate_limit::reset(transaction, by_code)?;
        rate_limit::reset(transaction, by_person)?;
        to_api(transaction, found)
    });
    Ok(Json(found.await?))
}

fn require_length(text: &str, pointer: &str, max: usize) -> Result<(), Refusal> {
    match text.chars().count() {
        0 => Err(Refusal::invalid_property(pointer, "minLength")),
        chars if chars > max => Err(Refusal::invalid_property(pointer, "maxLength")),
        _ => Ok(()),
    }
}

/// The code as it is printed, however it was typed.
fn code(typed: &str) -> String {
    let seen = typed.chars().filter(|letter| !letter.is_whitespace());
    seen.collect::<String>().to_uppercase()
}

/// One question for both, so that its answer doesn't tell which of them was wrong.
fn find(
    transaction: &Transaction<'_>,
    code: &str,
    filed_by: &str,
) -> Result<StoredDossier, Refusal> {
    let known: Option<String> = transaction
        .query_row(
            "SELECT code FROM dossiers JOIN accounts ON accounts.id = account_id
             WHERE code = ?1 AND (phone = ?2 OR citizen_id = ?2)",
            params![code, filed_by],
            |row| row.get(0),
        )
        .optional()?;
    dossier_store::find_for_officer(transaction, &known.ok_or(Refusal::NotFound)?)
}

fn to_api(transaction: &Transaction<'_>, dossier: StoredDossier) -> Result<LookupResult, Refusal> {
    let parts = part_store::of_whole(transaction, &dossier.receipt.code)?;
    let parts = parts.into_iter().map(|part| state_of(part.dossier));
    Ok(LookupResult {
        parts: parts.collect(),
        ..state_of(dossier)
    })
}

fn state_of(dossier: StoredDossier) -> LookupResult {
    LookupResult {
        due_on: dossier.expected_on(),
        code: dossier.receipt.code,
        procedure_name: dossier.receipt.procedure.name,
        agency_name: dossier.receipt.agency_name,
        status: dossier.status,
        updated_at: timestamp(dossier.updated_at),
        parts: Vec::new(),
    }
}
