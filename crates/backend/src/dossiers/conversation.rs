//! Messages between the citizen and the office that handles a dossier.

use axum::Json;
use axum::extract::State;
use axum::http::{HeaderMap, StatusCode};
use contract::dossier::{Message, MessagePage, MessagesRead, NewMessage};
use contract::limits::{LONG_TEXT_CHARS, PAGE_SIZE};
use domain::format::parse_text;

use super::conversation_store::{self, NewDossierMessage};
use super::dossier_store;
use super::repeatable_requests;
use crate::auth::extractors::Citizen;
use crate::http::extract::{JsonBody, Path, Query, to_nfc};
use crate::http::idempotency::IdempotentRequest;
use crate::http::page_number::PageQuery;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, RateLimit};

const DAY: i64 = 24 * 3600;

/// `GET /dossiers/{code}/messages`: returns one page of the messages. 400 for page 0.
pub(super) async fn list_messages(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    Query(query): Query<PageQuery>,
) -> Result<Json<MessagePage>, Refusal> {
    let page = state.store.run(move |transaction| {
        dossier_store::find(transaction, citizen.account_id, &code)?;
        let skipped = query.page.skipped_entries();
        let total = conversation_store::count(transaction, &code)?.total;
        Ok(MessagePage {
            items: conversation_store::list(transaction, &code, PAGE_SIZE, skipped)?,
            page: query.page.get(),
            pages: total.div_ceil(PAGE_SIZE).max(1),
        })
    });
    Ok(Json(page.await?))
}

/// `POST /dossiers/{code}/messages`: stores a message to the office. 429 after too many messages in a day.
pub(super) async fn post_message(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    headers: HeaderMap,
    JsonBody(message): JsonBody<NewMessage>,
) -> Result<(StatusCode, Json<Message>), Refusal> {
    let request = IdempotentRequest::from_headers(&headers, &code, &message)?;
    let text = parse_text(&to_nfc(&message.text), LONG_TEXT_CHARS)
        .map_err(|_| Refusal::invalid_property("/text", "minLength"))?;
    let now = state.clock.now();
    let account = citizen.account_id.to_string();
    let rate_limit_key = state.secret.hash("messages-sent", &[&account]);
    let a_day = RateLimit {
        max: state.config.filing.messages_a_day,
        seconds: DAY,
        is_shared: false,
    };
    let sent = state.store.run(move |transaction| {
        let account_id = citizen.account_id;
        dossier_store::find(transaction, account_id, &code)?;
        if let Some(id) = repeatable_requests::find(transaction, account_id, &request)? {
            let earlier = conversation_store::find(transaction, &code, &id.unwrap_or_default())?;
            return Ok((StatusCode::OK, earlier.ok_or(Refusal::NotFound)?));
        }
        rate_limit::record_attempt(transaction, rate_limit_key, &a_day, now)?;
        let message = NewDossierMessage {
            dossier_code: &code,
            office: None,
            text: &text,
            files: &[],
            sent_at: now,
        };
        let message = conversation_store::insert(transaction, &message)?;
        repeatable_requests::remember_request(
            transaction,
            account_id,
            &request,
            Some(&message.id),
        )?;
        Ok((StatusCode::CREATED, message))
    });
    let (status, message) = sent.await?;
    Ok((status, Json(message)))
}

/// `POST /dossiers/{code}/messages/read`: marks messages of the office as read. 422 if the dossier has no such message.
pub(super) async fn mark_messages_read(
    State(state): State<AppState>,
    citizen: Citizen,
    Path(code): Path<String>,
    JsonBody(read): JsonBody<MessagesRead>,
) -> Result<StatusCode, Refusal> {
    let now = state.clock.now();
    let is_known = state.store.run(move |transaction| {
        dossier_store::find(transaction, citizen.account_id, &code)?;
        conversation_store::mark_read_up_to(transaction, &code, &read.last, now)
    });
    match is_known.await? {
        true => Ok(StatusCode::NO_CONTENT),
        false => Err(Refusal::invalid_property("/last", "enum")),
    }
}
