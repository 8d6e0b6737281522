//! Looks up the status of a dossier without a session («Tra cứu hồ sơ», R4.14–R4.15). The request must contain the
//! dossier code and the phone or citizen id of the applicant. The response to a wrong code is the same as the response
//! to a wrong phone or id. No response contains personal data.
//!
//! A dossier code is printed on paper, and other codes can easily be derived from it. So there is a limit for each
//! code, and a limit for each phone or citizen id.
//!
//! Attempts with one code are counted separately for each IP address. With a common count, a stranger could make ten
//! wrong attempts and thereby block the applicant. If the correct code with the correct phone or citizen id were
//! accepted even after the limit is reached, nobody could be blocked, but unlimited guessing would be possible.
//!
//! Attempts with one phone or citizen id are counted for all IP addresses together. With separate counts, an attacker
//! with many addresses could make many attempts. A stranger can therefore block lookups for a citizen. This citizen can
//! still see the dossier after signing in.

use axum::Json;
use axum::extract::State;
use contract::limits::{LOOKUP_CODE_CHARS, LOOKUP_FILED_BY_CHARS};
use contract::lookup::{LookupRequest, LookupResult};
use domain::format::parse_sign_in_identifier;
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::{self, StoredDossier};
use super::part_store;
use crate::clock::timestamp;
use crate::data::Data;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// Limit on attempts with one code from one IP address. A successful lookup resets it.
const PER_CODE: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Limit on attempts with one phone or citizen id, from all IP addresses together. A successful lookup resets it.
const PER_PERSON: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Limit on all lookups from one IP address, including successful lookups. It is high, because many people may share an
/// address.
const PER_CLIENT_IP: RateLimit = RateLimit {
    max: 60,
    seconds: 600,
};

/// `POST /lookups`: looks up a dossier.
pub(super) async fn look_up_dossier(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(request): JsonBody<LookupRequest>,
) -> Result<Json<LookupResult>, Refusal> {
    require_length(&request.code, "/code", LOOKUP_CODE_CHARS)?;
    require_length(&request.filed_by, "/filed_by", LOOKUP_FILED_BY_CHARS)?;
    let code = code(&request.code);
    // If `filed_by` is neither a phone nor a citizen id, the lookup finds no dossier, but it counts as an attempt.
    let filed_by = parse_sign_in_identifier(&request.filed_by).unwrap_or(request.filed_by);
    let ip = client_ip.as_str();
    let by_client_ip = state.secret.hash("lookup-address", &[ip]);
    let by_code = state.secret.hash("lookup-code", &[&code, ip]);
    let by_person = state.secret.hash("lookup-person", &[&filed_by]);
    let now = state.clock.now();
    // Each count has its own transaction: if a later count refuses the request, the earlier counts stay. The IP address
    // is counted first. Requests beyond its limit are refused before they can use up the limit of the phone or citizen
    // id.
    for (rate_limit_key, limit) in [
        (by_client_ip, &PER_CLIENT_IP),
        (by_code, &PER_CODE),
        (by_person, &PER_PERSON),
    ] {
        let count = move |transaction: &Transaction<'_>| {
            rate_limit::record_attempt(transaction, rate_limit_key, limit, now)
        };
        state.store.run(count).await?;
    }
    let data = state.data.clone();
    let found = state.store.run(move |transaction| {
        let found = find(transaction, &code, &filed_by)?;
        rate_limit::reset(transaction, by_code)?;
        rate_limit::reset(transaction, by_person)?;
        to_api(transaction, found, &data)
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

/// Converts a dossier code that somebody typed to the form in which it is printed.
fn code(typed: &str) -> String {
    let letters = typed.chars().filter(|letter| !letter.is_whitespace());
    letters.collect::<String>().to_uppercase()
}

/// Finds a dossier by code and by phone or citizen id. It uses one query for both, so that the duration doesn't reveal
/// which of them is wrong.
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

fn to_api(
    transaction: &Transaction<'_>,
    dossier: StoredDossier,
    data: &Data,
) -> Result<LookupResult, Refusal> {
    let parts = part_store::load_parts(transaction, &dossier.receipt.code)?;
    let parts = parts
        .into_iter()
        .map(|part| single_to_api(part.dossier, data));
    Ok(LookupResult {
        parts: parts.collect(),
        ..single_to_api(dossier, data)
    })
}

fn single_to_api(dossier: StoredDossier, data: &Data) -> LookupResult {
    LookupResult {
        due_on_provisional: dossier.is_provisional(data),
        due_on: dossier.expected_on(),
        code: dossier.receipt.code,
        procedure_name: dossier.receipt.procedure.name,
        agency_name: dossier.receipt.agency_name,
        status: dossier.status,
        updated_at: timestamp(dossier.updated_at),
        parts: Vec::new(),
    }
}
