//! Lookup of a dossier's status without signing in («Tra cứu hồ sơ», R4.14–R4.15). It needs the dossier code and the
//! phone or citizen id of the applicant. A wrong code and a wrong person get the same response, and no response
//! contains personal data.
//!
//! A code is printed on paper, and other codes are easily derived from it, so both halves of the pair have a rate
//! limit. Wrong persons for a code are counted per IP address: a common count would let a stranger lock the applicant
//! out with ten wrong attempts. Answering a right pair despite a full count wouldn't lock anybody out, but would allow
//! endless guessing. Wrong codes for a person are counted over all addresses, because otherwise many addresses could
//! share the guessing. A stranger can thus block lookups for a person, who can still see the dossier after signing in.

use axum::Json;
use axum::extract::State;
use contract::limits::{LOOKUP_CODE_CHARS, LOOKUP_FILED_BY_CHARS};
use contract::lookup::{LookupRequest, LookupResult};
use domain::format::parse_sign_in_identifier;
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::{self, StoredDossier};
use super::part_store;
use crate::clock::timestamp;
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

/// Limit on wrong persons for one code from one IP address.
const PER_CODE: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Limit on wrong codes for one phone or citizen id.
const PER_PERSON: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
};
/// Limit on lookups from one IP address, including successful ones. Many people may share an address.
const PER_CLIENT_IP: RateLimit = RateLimit {
    max: 60,
    seconds: 600,
};

/// `POST /lookups`.
pub(super) async fn look_up_dossier(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(request): JsonBody<LookupRequest>,
) -> Result<Json<LookupResult>, Refusal> {
    require_length(&request.code, "/code", LOOKUP_CODE_CHARS)?;
    require_length(&request.filed_by, "/filed_by", LOOKUP_FILED_BY_CHARS)?;
    let code = code(&request.code);
    // An identifier that is neither a phone nor a citizen id matches nobody, but is counted too.
    let filed_by = parse_sign_in_identifier(&request.filed_by).unwrap_or(request.filed_by);
    let ip = client_ip.as_str();
    let by_client_ip = state.secret.hash("lookup-address", &[ip]);
    let by_code = state.secret.hash("lookup-code", &[&code, ip]);
    let by_person = state.secret.hash("lookup-person", &[&filed_by]);
    let now = state.clock.now();
    // Each count has its own transaction, so that a later refusal doesn't undo an earlier count. The IP address comes
    // first: requests beyond its limit aren't attempts and must not use up the limit of the person.
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

/// Normalises a typed code to its printed form.
fn code(typed: &str) -> String {
    let seen = typed.chars().filter(|letter| !letter.is_whitespace());
    seen.collect::<String>().to_uppercase()
}

/// One query for both halves, so that the result doesn't reveal which of them is wrong.
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
    let parts = parts.into_iter().map(|part| single_to_api(part.dossier));
    Ok(LookupResult {
        parts: parts.collect(),
        ..single_to_api(dossier)
    })
}

fn single_to_api(dossier: StoredDossier) -> LookupResult {
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
