//! `POST /demo/dossiers/{code}/apology`: the officer apologises for a delay and names another due date.

use axum::extract::{Form, State};
use axum::http::StatusCode;
use axum::response::{IntoResponse, Redirect, Response};
use contract::limits::LONG_TEXT_CHARS;
use domain::calendar::Date;
use domain::format::parse_text;
use serde::Deserialize;

use super::handlers::respond_with_page;
use crate::dossiers::{apology, dossier_store};
use crate::http::extract::{Path, to_nfc};
use crate::refusal::Refusal;
use crate::state::AppState;

/// The body of the request. An HTML form sends it.
#[derive(Deserialize)]
pub(super) struct Apology {
    /// The new due date as `dd/mm/yyyy`.
    day: String,
    /// Why the result is late.
    reason: String,
}

/// Stores another due date and redirects to `/demo`.
pub(super) async fn post_apology(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(form): Form<Apology>,
) -> Result<Response, Refusal> {
    let day = Date::parse_vietnamese(form.day.trim());
    let reason = parse_text(&to_nfc(form.reason.trim()), LONG_TEXT_CHARS);
    let (Some(day), Ok(reason)) = (day, reason) else {
        let error = "Hãy ghi ngày hẹn mới (dd/mm/yyyy) và lý do chậm.";
        return respond_with_page(&state, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await;
    };
    let within = state.clone();
    let postponed = state.store.run(move |transaction| {
        let dossier = dossier_store::find_for_officer(transaction, &code)?;
        apology::postpone(transaction, &within, dossier, day, &reason)
    });
    match postponed.await {
        Ok(()) => Ok(Redirect::to("/demo").into_response()),
        Err(Refusal::InvalidAnswers(_)) => {
            let error = "Ngày hẹn mới phải sau hôm nay và sau ngày hẹn cũ.";
            respond_with_page(&state, StatusCode::UNPROCESSABLE_ENTITY, Some(error)).await
        }
        Err(Refusal::ImpossibleMove { .. }) => {
            let error = "Hồ sơ đã ở trạng thái khác nên không hẹn lại được.";
            respond_with_page(&state, StatusCode::CONFLICT, Some(error)).await
        }
        Err(refusal) => Err(refusal),
    }
}
