//! The officer's decisions on fees: ask for one, confirm that it was paid, cancel it, pay money back.

use std::collections::BTreeMap;

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use contract::payment::PaidBy;
use rusqlite::Transaction;
use serde::Deserialize;

use super::fees::{WRONG_AMOUNT, read_fee};
use super::handlers::respond_with_page;
use crate::dossiers::{dossier_store, part_store};
use crate::http::extract::Path;
use crate::payments::fee_desk;
use crate::refusal::Refusal;
use crate::state::AppState;

/// `POST /demo/dossiers/{code}/fees`: the officer asks for a fee.
pub(super) async fn post_fee(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(fields): Form<BTreeMap<String, String>>,
) -> Result<Response, Refusal> {
    let new = match read_fee(&fields) {
        Ok(new) => new,
        Err(error) => {
            return respond_with_page(&state, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await;
        }
    };
    change(&state, move |transaction, state| {
        let dossier = dossier_store::find_for_officer(transaction, &code)?;
        if !part_store::load_parts(transaction, &code)?.is_empty() {
            return Err(Refusal::FeeClosed);
        }
        fee_desk::ask_for_fee(transaction, state, dossier, new)
    })
    .await
}

/// The body of `POST /demo/fees/{id}`.
#[derive(Deserialize)]
pub(super) struct FeeDecision {
    decision: String,
}

/// `POST /demo/fees/{id}`: the officer confirms that a fee was paid, or cancels it.
pub(super) async fn post_fee_decision(
    State(state): State<AppState>,
    Path(id): Path<String>,
    Form(FeeDecision { decision }): Form<FeeDecision>,
) -> Result<Response, Refusal> {
    change(&state, move |transaction, state| match decision.as_str() {
        "counter" => fee_desk::confirm_fee(transaction, state, &id, PaidBy::Counter),
        "transfer" => fee_desk::confirm_fee(transaction, state, &id, PaidBy::Transfer),
        "cancel" => fee_desk::cancel_fee(transaction, state, &id),
        _ => Err(Refusal::FeeClosed),
    })
    .await
}

/// `POST /demo/payments/{id}`: the officer confirms that money was paid back.
pub(super) async fn post_refund(
    State(state): State<AppState>,
    Path(id): Path<String>,
) -> Result<Response, Refusal> {
    change(&state, move |transaction, state| {
        fee_desk::confirm_refund(transaction, state, &id)
    })
    .await
}

/// Applies a change that a form of the page `/demo` asks for, and redirects to `/demo`.
async fn change(
    state: &AppState,
    work: impl FnOnce(&Transaction<'_>, &AppState) -> Result<(), Refusal> + Send + 'static,
) -> Result<Response, Refusal> {
    let app_state = state.clone();
    let changing = state
        .store
        .run(move |transaction| work(transaction, &app_state));
    match changing.await {
        Ok(()) => Ok(Redirect::to("/demo").into_response()),
        Err(Refusal::FeeClosed | Refusal::ImpossibleMove { .. }) => {
            let error =
                "Hồ sơ hoặc khoản thu đã ở trạng thái khác nên không làm được việc vừa chọn.";
            respond_with_page(state, StatusCode::CONFLICT, Some(error)).await
        }
        Err(Refusal::InvalidAnswers(_)) => {
            respond_with_page(state, StatusCode::UNPROCESSABLE_ENTITY, Some(WRONG_AMOUNT)).await
        }
        Err(refusal) => Err(refusal),
    }
}
