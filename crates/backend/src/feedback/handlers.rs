//! Handlers that create a check question and receive a feedback message.

use axum::Json;
use axum::extract::State;
use axum::http::StatusCode;
use contract::AnswerProblem;
use contract::feedback::{Feedback, FeedbackChallenge};
use contract::limits;
use domain::format::{FormatError, parse_one_line_text, parse_text};

use super::challenge::{self, ChallengeResult};
use super::feedback_store::{self, StoredFeedback};
use crate::http::client_ip::ClientIp;
use crate::http::extract::{JsonBody, to_nfc};
use crate::http::json_pointer::answer_problem;
use crate::refusal::Refusal;
use crate::state::AppState;
use crate::store::rate_limit::{CountedAttempt, RateLimit};

/// Limit on feedback messages from one IP address. Messages with a wrong answer to the check question count as well.
const PER_CLIENT_IP: RateLimit = RateLimit {
    max: 20,
    seconds: 600,
    is_shared: true,
};
/// Limit on check questions for one IP address. It is higher than the limit on messages, because the form needs a new
/// question each time it is loaded.
const CHALLENGES_PER_CLIENT_IP: RateLimit = RateLimit {
    max: 60,
    seconds: 600,
    is_shared: true,
};

/// `POST /feedback/challenge`: creates a check question.
pub(super) async fn post_challenge(
    State(state): State<AppState>,
    client_ip: ClientIp,
) -> Result<Json<FeedbackChallenge>, Refusal> {
    let now = state.clock.now();
    let limit = CHALLENGES_PER_CLIENT_IP;
    let limits = state.client_limits("feedback-question", &[], &client_ip, limit);
    CountedAttempt::count(&state.store, limits, now).await?;
    let created = state
        .store
        .run(move |transaction| challenge::create(transaction, now));
    Ok(Json(created.await?))
}

/// `POST /feedback`: receives a message. 422 with the pointer `/answer` if the answer to the check question is wrong,
/// or with the pointer `/challenge` if the check question has expired or is unknown.
pub(super) async fn receive_feedback(
    State(state): State<AppState>,
    client_ip: ClientIp,
    JsonBody(feedback): JsonBody<Feedback>,
) -> Result<StatusCode, Refusal> {
    let now = state.clock.now();
    let message = validate(&feedback, now)?;
    let limits = state.client_limits("feedback-address", &[], &client_ip, PER_CLIENT_IP);
    CountedAttempt::count(&state.store, limits, now).await?;
    // A wrong answer must be counted, but an error inside the transaction would undo the count. So the error is
    // returned after the transaction.
    let answered = state.store.run(move |transaction| {
        let result =
            challenge::check_answer(transaction, &feedback.challenge, &feedback.answer, now)?;
        if result == ChallengeResult::Right {
            feedback_store::insert_feedback(transaction, &message)?;
        }
        Ok(result)
    });
    match answered.await? {
        ChallengeResult::Right => Ok(StatusCode::NO_CONTENT),
        ChallengeResult::Wrong => Err(Refusal::invalid_property("/answer", "wrong")),
        ChallengeResult::Gone => Err(Refusal::invalid_property("/challenge", "expired")),
    }
}

/// Validates a message and returns it in canonical form. 422 with one problem for each invalid property.
fn validate(feedback: &Feedback, now: i64) -> Result<StoredFeedback, Refusal> {
    let line = |text: &str, max| parse_one_line_text(&to_nfc(text), max);
    let name = line(&feedback.name, limits::FEEDBACK_NAME_CHARS)
        .map_err(|error| length_problem("/name", error));
    let title = line(&feedback.title, limits::FEEDBACK_TITLE_CHARS)
        .map_err(|error| length_problem("/title", error));
    let content = parse_text(&to_nfc(&feedback.content), limits::FEEDBACK_CONTENT_CHARS);
    let content = content.map_err(|error| length_problem("/content", error));
    let challenge = require_length(
        &feedback.challenge,
        "/challenge",
        limits::FEEDBACK_CHALLENGE_CHARS,
    );
    let answer = require_length(&feedback.answer, "/answer", limits::FEEDBACK_ANSWER_CHARS);
    match (name, title, content, challenge, answer) {
        (Ok(name), Ok(title), Ok(content), Ok(()), Ok(())) => Ok(StoredFeedback {
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

/// Converts the error of a text that is too long, or that is empty without spaces and invisible characters.
fn length_problem(pointer: &str, error: FormatError) -> AnswerProblem {
    answer_problem(
        pointer,
        match error {
            FormatError::TooLong { .. } => "maxLength",
            _ => "minLength",
        },
    )
}

fn require_length(text: &str, pointer: &str, max: usize) -> Result<(), AnswerProblem> {
    match text.trim().chars().count() {
        0 => Err(answer_problem(pointer, "minLength")),
        chars if chars > max => Err(answer_problem(pointer, "maxLength")),
        _ => Ok(()),
    }
}
