//! Handlers that create a challenge and receive a feedback message.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::AnswerProblem;
use contract::feedback::{Feedback, FeedbackChallenge};
use contract::limits;
use domain::format::{Fault, one_line_text, plain_text};

use super::challenge::{self, Verdict};
use super::feedback_store::{self, Received};
use crate::http::client_ip::Address;
use crate::http::extract::{Body, nfc};
use crate::http::json_pointer::problem;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{self, Limit};

/// The limit of messages per client IP. Messages with a wrong answer count as well.
const PER_ADDRESS: Limit = Limit {
    most: 20,
    seconds: 600,
};
/// The limit of challenges per client IP. It is higher than the limit of messages, because each page load needs a
/// challenge.
const QUESTIONS_PER_ADDRESS: Limit = Limit {
    most: 60,
    seconds: 600,
};

/// `GET /feedback/challenge`.
pub(super) async fn ask(
    State(state): State<AppState>,
    address: Address,
) -> Result<Json<FeedbackChallenge>, Refusal> {
    let now = state.clock.now();
    let asked_by = state.secret.hash("feedback-question", &[address.as_str()]);
    let count = state.store.run(move |transaction| {
        rate_limit::count(transaction, asked_by, &QUESTIONS_PER_ADDRESS, now)
    });
    count.await?;
    let begun = state
        .store
        .run(move |transaction| challenge::begin(transaction, now));
    Ok(Json(begun.await?))
}

/// `POST /feedback`: 422 with the pointer `/answer` for a wrong answer, `/challenge` for an expired or unknown challenge.
pub(super) async fn receive(
    State(state): State<AppState>,
    address: Address,
    Body(feedback): Body<Feedback>,
) -> Result<StatusCode, Refusal> {
    let now = state.clock.now();
    let message = check(&feedback, now)?;
    let by_address = state.secret.hash("feedback-address", &[address.as_str()]);
    let count = state
        .store
        .run(move |transaction| rate_limit::count(transaction, by_address, &PER_ADDRESS, now));
    count.await?;
    // An error would roll the transaction back, but a wrong answer must be counted. So the error is returned afterwards.
    let judged = state.store.run(move |transaction| {
        let verdict = challenge::answer(transaction, &feedback.challenge, &feedback.answer, now)?;
        if verdict == Verdict::Right {
            feedback_store::insert(transaction, &message)?;
        }
        Ok(verdict)
    });
    match judged.await? {
        Verdict::Right => Ok(StatusCode::NO_CONTENT),
        Verdict::Wrong => Err(Refusal::invalid_property("/answer", "wrong")),
        Verdict::Gone => Err(Refusal::invalid_property("/challenge", "expired")),
    }
}

/// Validates a message and returns it in canonical form, or an error for each invalid property.
fn check(feedback: &Feedback, now: i64) -> Result<Received, Refusal> {
    let line = |text: &str, most| one_line_text(&nfc(text), most);
    let name =
        line(&feedback.name, limits::FEEDBACK_NAME_CHARS).map_err(|fault| told("/name", fault));
    let title =
        line(&feedback.title, limits::FEEDBACK_TITLE_CHARS).map_err(|fault| told("/title", fault));
    let content = plain_text(&nfc(&feedback.content), limits::FEEDBACK_CONTENT_CHARS);
    let content = content.map_err(|fault| told("/content", fault));
    let challenge = require_length(
        &feedback.challenge,
        "/challenge",
        limits::FEEDBACK_CHALLENGE_CHARS,
    );
    let answer = require_length(&feedback.answer, "/answer", limits::FEEDBACK_ANSWER_CHARS);
    match (name, title, content, challenge, answer) {
        (Ok(name), Ok(title), Ok(content), Ok(()), Ok(())) => Ok(Received {
            name,
            title,
            content,
            at: now,
        }),
        (name, title, content, challenge, answer) => {
            let problems = [
                name.err(),
                title.err(),
                content.err(),
                challenge.err(),
                answer.err(),
            ];
            let problems = problems.into_iter().flatten();
            Err(Refusal::InvalidAnswers(problems.collect()))
        }
    }
}

fn told(pointer: &str, fault: Fault) -> AnswerProblem {
    problem(
        pointer,
        match fault {
            Fault::TooLong { .. } => "maxLength",
            _ => "minLength",
        },
    )
}

fn require_length(text: &str, pointer: &str, most: usize) -> Result<(), AnswerProblem> {
    match text.trim().chars().count() {
        0 => Err(problem(pointer, "minLength")),
        chars if chars > most => Err(problem(pointer, "maxLength")),
        _ => Ok(()),
    }
}
