//! Looks up the status of a dossier without a session («Tra cứu hồ sơ», R4.14–R4.15). The request must contain the
//! dossier code and the phone or citizen id of the applicant. The response to a wrong code is the same as the response
//! to a wrong phone or id. No response contains personal data.
//!
//! A dossier code is printed on paper, and other codes can easily be derived from it. So there is a limit for each
//! code, and a limit for each phone or citizen id.
//!
//! Attempts with one code and attempts with one phone or citizen id are counted separately for each IP address, so a
//! stranger's wrong attempts can't block the applicant. Attempts with one phone or citizen id are also counted for all
//! IP addresses together, with a far higher limit: otherwise an attacker with many addresses could make many attempts. A
//! right pair gives its count back. If the limit of all addresses is reached, the citizen can still see the dossier
//! after signing in.
//!
//! A text that has not the shape of a code or number is refused at its place and costs no attempt.

use axum::Json;
use axum::extract::State;
use contract::dossier::{StuckStep, WaitingFor};
use contract::limits::{LOOKUP_CODE_CHARS, LOOKUP_FILED_BY_CHARS};
use contract::lookup::{LookupRequest, LookupResult};
use domain::format::{SignInIdentifier, parse_dossier_code, parse_sign_in_identifier};
use rusqlite::{OptionalExtension, Transaction, params};

use super::dossier_store::{self, StoredDossier};
use super::{lapse, part_store, progress, terms};
use crate::clock::{self, timestamp};
use crate::http::client_ip::ClientIp;
use crate::http::extract::JsonBody;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{CountedAttempt, RateLimit};

/// Limit on attempts with one code, or with one phone or citizen id, from one IP address.
const PER_ADDRESS: RateLimit = RateLimit {
    max: 10,
    seconds: 600,
    is_shared: false,
};
/// Limit on wrong attempts with one phone or citizen id from all IP addresses together.
const PER_PERSON: RateLimit = RateLimit {
    max: 60,
    seconds: 3600,
    is_shared: true,
};
/// Limit on wrong attempts from one IP address. It is high, because many people may share an address.
const PER_CLIENT_IP: RateLimit = RateLimit {
    max: 60,
    seconds: 600,
    is_shared: true,
};

/// `POST /lookups`: looks up a dossier.
pub(super) async fn look_up_dossier(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(request): JsonBody<LookupRequest>,
) -> Result<Json<LookupResult>, Refusal> {
    require_length(&request.code, "/code", LOOKUP_CODE_CHARS)?;
    require_length(&request.filed_by, "/filed_by", LOOKUP_FILED_BY_CHARS)?;
    let malformed = |pointer| move |_| Refusal::invalid_property(pointer, "pattern");
    let code = parse_dossier_code(&request.code).map_err(malformed("/code"))?;
    let filed_by = parse_sign_in_identifier(&request.filed_by).map_err(malformed("/filed_by"))?;
    let mut limits = state.client_limits("lookup-code", &[&code], &client_ip, PER_ADDRESS);
    for person in filed_by.meanings() {
        limits.extend(state.client_limits("lookup-person", &[person], &client_ip, PER_ADDRESS));
    }
    limits.extend(state.client_limits("lookup-address", &[], &client_ip, PER_CLIENT_IP));
    for person in filed_by.meanings() {
        limits.push((state.secret.hash("lookup-person", &[person]), PER_PERSON));
    }
    let counted = CountedAttempt::count(&state.store, limits, state.clock.now()).await?;
    let app_state = state.clone();
    let found = state.store.run(move |transaction| {
        let found = find(transaction, &app_state, &code, &filed_by)?;
        counted.give_back(transaction)?;
        let found = current(transaction, &app_state, found)?;
        to_api(transaction, found, &app_state)
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

/// Finds a dossier by code and by phone or citizen id. It uses one query for both, so that the duration doesn't reveal
/// which of them is wrong.
fn find(
    transaction: &Transaction<'_>,
    state: &AppState,
    code: &str,
    filed_by: &SignInIdentifier,
) -> Result<StoredDossier, Refusal> {
    let mut meanings = filed_by.meanings();
    let (first, second) = (meanings.next(), meanings.next());
    let hash =
        |meaning: Option<&str>| meaning.map(|meaning| state.secret.hash_former_identifier(meaning));
    let known: Option<String> = transaction
        .query_row(
            "SELECT code FROM dossiers JOIN accounts ON accounts.id = account_id
             WHERE code = ?1 AND (phone IN (?2, ?3) OR citizen_id IN (?2, ?3)
                 OR account_id IN (SELECT account_id FROM former_identifiers WHERE identifier_hash IN (?4, ?5)))",
            params![code, first, second, hash(first), hash(second)],
            |row| row.get(0),
        )
        .optional()?;
    dossier_store::find_for_officer(transaction, &known.ok_or(Refusal::NotFound)?)
}

/// The dossier after everything whose deadline has passed.
fn current(
    transaction: &Transaction<'_>,
    state: &AppState,
    found: StoredDossier,
) -> Result<StoredDossier, Refusal> {
    lapse::apply_due(transaction, state)?;
    dossier_store::find_for_officer(transaction, &found.receipt.code)
}

fn to_api(
    transaction: &Transaction<'_>,
    dossier: StoredDossier,
    state: &AppState,
) -> Result<LookupResult, Refusal> {
    let today = clock::day(state.clock.today());
    let parts = part_store::load_parts(transaction, &dossier.receipt.code)?;
    let siblings = match &dossier.whole {
        Some(whole) => part_store::load_parts(transaction, whole)?,
        None => Vec::new(),
    };
    let code = &dossier.receipt.code;
    let itself = siblings
        .iter()
        .find(|part| part.dossier.receipt.code == *code);
    let waiting_for = match itself {
        Some(part) => progress::part_waiting_for(transaction, part, &siblings, &today)?,
        None => progress::waiting_for(transaction, &dossier, &parts, &today)?,
    };
    let stuck = progress::stuck_steps(transaction, &dossier, &parts, &today)?;
    let mut results = Vec::new();
    for part in &parts {
        let stuck = progress::stuck_steps(transaction, &part.dossier, &[], &today)?;
        let waiting_for = progress::part_waiting_for(transaction, part, &parts, &today)?;
        results.push(single_to_api(
            transaction,
            &part.dossier,
            state,
            waiting_for,
            stuck,
        )?);
    }
    Ok(LookupResult {
        parts: results,
        ..single_to_api(transaction, &dossier, state, waiting_for, stuck)?
    })
}

fn single_to_api(
    transaction: &Transaction<'_>,
    dossier: &StoredDossier,
    state: &AppState,
    waiting_for: WaitingFor,
    stuck: Vec<StuckStep>,
) -> Result<LookupResult, Refusal> {
    let receipt = dossier.receipt.clone();
    Ok(LookupResult {
        due_on_provisional: dossier.is_provisional(&state.data),
        due_on: dossier.expected_on(),
        due: terms::explain(transaction, &state.data, dossier)?,
        waiting_for: Some(waiting_for),
        stuck,
        code: receipt.code,
        procedure_name: receipt.procedure.name,
        agency_name: receipt.agency_name,
        status: dossier.status,
        updated_at: timestamp(dossier.updated_at),
        parts: Vec::new(),
    })
}
