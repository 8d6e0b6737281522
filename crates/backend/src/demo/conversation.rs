//! The officer writes to the citizen about a dossier.

use axum::extract::{Form, State};
use axum::response::Response;
use contract::limits::LONG_TEXT_CHARS;
use domain::format::parse_text;
use serde::Deserialize;

use super::desk::DecisionOutcome;
use super::handlers::respond;
use crate::dossiers::conversation_store::{self, NewDossierMessage};
use crate::dossiers::{dossier_store, notices};
use crate::http::extract::{Path, to_nfc};
use crate::refusal::Refusal;
use crate::state::AppState;

/// The body of the form.
#[derive(Deserialize)]
pub(super) struct MessageForm {
    text: String,
}

/// `POST /demo/dossiers/{code}/messages`: stores the message and redirects to `/demo`.
pub(super) async fn write_to_citizen(
    State(state): State<AppState>,
    Path(code): Path<String>,
    Form(form): Form<MessageForm>,
) -> Result<Response, Refusal> {
    let Ok(text) = parse_text(&to_nfc(form.text.trim()), LONG_TEXT_CHARS) else {
        let error = "Tin nhắn cho công dân chưa có nội dung, hoặc dài quá.";
        return respond(&state, DecisionOutcome::Invalid(error)).await;
    };
    let now = state.clock.now();
    let within = state.clone();
    let sent = state.store.run(move |transaction| {
        let dossier = dossier_store::find_for_officer(transaction, &code)?;
        let message = NewDossierMessage {
            dossier_code: &code,
            office: Some(&dossier.office),
            text: &text,
            files: &[],
            sent_at: now,
        };
        conversation_store::insert(transaction, &message)?;
        notices::announce_message(transaction, &within, &code)
    });
    sent.await?;
    respond(&state, DecisionOutcome::Applied).await
}
