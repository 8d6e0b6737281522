//! Handlers of the paths below `/demo`. A plain HTML form sends a decision.

use std::collections::HashMap;

use axum::Json;
use axum::extract::{Form, State};
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{Html, IntoResponse, Redirect, Response};
use serde::Deserialize;

use super::desk::{self, Decision, DecisionOutcome};
use super::inbox::{self, InboxEmail, InboxMessage};
use super::page::{self, PageContent};
use super::supplement::{self, SupplementError};
use super::supplement_form;
use crate::clock;
use crate::dossiers::lapse;
use crate::feedback::feedback_store;
use crate::http::extract::{Path, Query};
use crate::refusal::Refusal;
use crate::state::AppState;

/// The largest number of feedback messages on the page `/demo`.
const MAX_FEEDBACK: u32 = 50;

/// `GET /demo`: shows the demo page.
pub(super) async fn show_page(State(state): State<AppState>) -> Result<Response, Refusal> {
    respond_with_page(&state, StatusCode::OK, None).await
}

/// Renders the page `/demo` with this HTTP status and error message.
pub(super) async fn respond_with_page(
    state: &AppState,
    status: StatusCode,
    error: Option<&str>,
) -> Result<Response, Refusal> {
    let within = state.clone();
    let content = state.store.run(move |transaction| {
        lapse::apply_due(transaction, &within)?;
        Ok(PageContent {
            messages: inbox::latest_messages(transaction, None)?,
            emails: inbox::latest_emails(transaction, None)?,
            dossiers: desk::latest_dossiers(transaction)?,
            feedback: feedback_store::latest_feedback(transaction, MAX_FEEDBACK)?,
        })
    });
    let content = content.await?;
    let name = |status| state.data.status_name(status).to_owned();
    let today = clock::day(state.clock.today());
    let page = Html(page::render_page(&content, name, &today.0, error));
    Ok((status, [(CACHE_CONTROL, "no-store")], page).into_response())
}

/// `GET /demo/demo.css`: returns the stylesheet of the page `/demo`.
pub(super) async fn style() -> impl IntoResponse {
    (
        [(CONTENT_TYPE, "text/css; charset=utf-8")],
        include_str!("demo.css"),
    )
}

/// The query `?phone=…`. It selects the messages to one phone.
#[derive(Deserialize)]
pub(super) struct MessageQuery {
    phone: Option<String>,
}

/// `GET /demo/messages.json`: returns the messages as JSON, for tests and scripts.
pub(super) async fn messages(
    State(state): State<AppState>,
    Query(query): Query<MessageQuery>,
) -> Result<(HeaderMap, Json<Vec<InboxMessage>>), Refusal> {
    let messages = state
        .store
        .run(move |transaction| inbox::latest_messages(transaction, query.phone.as_deref()))
        .await?;
    let headers = HeaderMap::from_iter([(
        CACHE_CONTROL,
        "no-store".parse().map_err(Refusal::internal)?,
    )]);
    Ok((headers, Json(messages)))
}

/// The query `?address=…`. It selects the e-mails to one address.
#[derive(Deserialize)]
pub(super) struct EmailQuery {
    address: Option<String>,
}

/// `GET /demo/emails.json`: returns the e-mails as JSON, for tests and scripts.
pub(super) async fn emails(
    State(state): State<AppState>,
    Query(query): Query<EmailQuery>,
) -> Result<Json<Vec<InboxEmail>>, Refusal> {
    let emails = state
        .store
        .run(move |transaction| inbox::latest_emails(transaction, query.address.as_deref()));
    emails.await.map(Json)
}

/// `POST /demo/dossiers/{code}`: applies a decision and redirects to `/demo`.
pub(super) async fn post_decision(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(decision): Form<Decision>,
) -> Result<Response, Refusal> {
    let app_state = state.clone();
    let outcome = state
        .store
        .run(move |transaction| desk::decide(transaction, &app_state, &code, &decision))
        .await?;
    respond(&state, outcome).await
}

/// Returns to `/demo` after a decision, or shows why the decision isn't possible.
pub(super) async fn respond(
    state: &AppState,
    outcome: DecisionOutcome,
) -> Result<Response, Refusal> {
    match outcome {
        DecisionOutcome::Applied => Ok(Redirect::to("/demo").into_response()),
        DecisionOutcome::NotOpen => {
            let error = "Hồ sơ đã ở trạng thái khác nên không làm được việc vừa chọn.";
            respond_with_page(state, StatusCode::CONFLICT, Some(error)).await
        }
        DecisionOutcome::ReasonMissing => {
            let error =
                "Việc vừa chọn cần có nội dung cho công dân. Hãy ghi nội dung rồi chọn lại.";
            respond_with_page(state, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
        DecisionOutcome::Invalid(error) => {
            respond_with_page(state, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
    }
}

/// `GET /demo/dossiers/{code}/supplement`: shows the form with which the officer asks for single answers and papers.
pub(super) async fn show_supplement_form(
    State(state): State<AppState>,
    Path(code): Path<String>,
) -> Result<Response, Refusal> {
    render_supplement_form(&state, code, StatusCode::OK, None).await
}

async fn render_supplement_form(
    state: &AppState,
    code: String,
    status: StatusCode,
    error: Option<&str>,
) -> Result<Response, Refusal> {
    let within = state.clone();
    let form = state
        .store
        .run(move |transaction| supplement::load_supplement_form(transaction, &within, &code));
    match form.await? {
        Some(form) => {
            let page = Html(supplement_form::render_form(&form, error));
            Ok((status, [(CACHE_CONTROL, "no-store")], page).into_response())
        }
        None => respond(state, DecisionOutcome::NotOpen).await,
    }
}

/// `POST /demo/dossiers/{code}/supplement`: asks for the chosen answers and papers and redirects to `/demo`.
pub(super) async fn post_supplement(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(fields): Form<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let (within, asked_about) = (state.clone(), code.clone());
    let asked = state
        .store
        .run(move |transaction| supplement::ask(transaction, &within, &asked_about, &fields));
    match asked.await? {
        Ok(outcome) => respond(&state, outcome).await,
        Err(SupplementError::NotOpen) => respond(&state, DecisionOutcome::NotOpen).await,
        Err(SupplementError::Incomplete(error)) => {
            let status = StatusCode::UNPROCESSABLE_ENTITY;
            render_supplement_form(&state, code, status, Some(error)).await
        }
    }
}

/// The largest number of seconds by which one request can move the clock: one year.
const MAX_ADVANCE_SECONDS: u32 = 366 * 24 * 3600;

/// The body of `POST /demo/clock`.
#[derive(Deserialize)]
pub(super) struct ClockAdvance {
    advance_seconds: u32,
}

/// `POST /demo/clock`: moves the backend's clock forward. This affects all users of the backend.
pub(super) async fn move_clock(
    State(state): State<AppState>,
    Form(clock): Form<ClockAdvance>,
) -> StatusCode {
    if clock.advance_seconds > MAX_ADVANCE_SECONDS {
        return StatusCode::UNPROCESSABLE_ENTITY;
    }
    state.clock.forward(i64::from(clock.advance_seconds));
    StatusCode::NO_CONTENT
}
