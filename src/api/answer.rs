//! What came back: an answer of the contract, or one [`ClientError`] for everything that can go wrong.
//! A status or a header goes no further than here.

use contract::Problem;
use serde::de::DeserializeOwned;

use crate::browser::http::{HttpError, HttpReply};

/// Why no answer came.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientError {
    /// The line or the server is away; nothing is known to have happened.
    Offline,
    /// No answer within the limit; the request may have been carried out.
    TimedOut,
    /// The session has ended; the citizen signs in again and goes on.
    SessionExpired,
    /// The backend refuses, and says why.
    Refused(Box<Problem>),
    /// Something that isn't the contract answered: a proxy's page, a cut body.
    Unreadable,
}

impl ClientError {
    /// Whether the same request may succeed later without the citizen changing anything.
    pub fn may_pass(&self) -> bool {
        match self {
            ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => true,
            ClientError::SessionExpired => false,
            ClientError::Refused(problem) => problem.status >= 500,
        }
    }

    /// Whether what was asked for isn't there, or isn't this citizen's.
    pub fn is_not_found(&self) -> bool {
        matches!(self, ClientError::Refused(problem) if problem.code == contract::ProblemCode::NotFound)
    }
}

/// What a page waits for.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// On its way.
    Waiting,
    /// Here.
    Ready(T),
    /// Didn't come.
    Failed(ClientError),
}

/// Success stays as it is; everything else becomes one [`ClientError`].
pub(super) fn judge(outcome: Result<HttpReply, HttpError>) -> Result<HttpReply, ClientError> {
    let reply = outcome.map_err(|fault| match fault {
        HttpError::Unreachable => ClientError::Offline,
        HttpError::TimedOut => ClientError::TimedOut,
    })?;
    if (200..300).contains(&reply.status) {
        return Ok(reply);
    }
    match read::<Problem>(reply) {
        Ok(problem) if problem.code == contract::ProblemCode::NotSignedIn => {
            Err(ClientError::SessionExpired)
        }
        Ok(problem) => Err(ClientError::Refused(Box::new(problem))),
        Err(_) => Err(ClientError::Unreadable),
    }
}

/// What a refused request lacks of whoever made it; a code sent to them gives it back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lack {
    /// No session stands behind it.
    Session,
    /// A session does, but who is there proved it too long ago.
    Proof,
}

/// What the backend says that a request lacks, if it is that.
pub(super) fn lack(reply: &HttpReply) -> Option<Lack> {
    if !matches!(reply.status, 401 | 403) {
        return None;
    }
    match judge(Ok(reply.clone())) {
        Err(ClientError::SessionExpired) => Some(Lack::Session),
        Err(ClientError::Refused(problem))
            if problem.code == contract::ProblemCode::ProofTooOld =>
        {
            Some(Lack::Proof)
        }
        _ => None,
    }
}

/// The answer in a successful reply. The parser is there once: a copy of it for each kind of answer would be
/// several times the code. An answer without a body, by its status, is an empty one; a body cut to nothing isn't.
pub(super) fn read<Answer: DeserializeOwned>(reply: HttpReply) -> Result<Answer, ClientError> {
    let text = match reply.status {
        204 => "null",
        _ => &reply.text,
    };
    parse(text).ok_or(ClientError::Unreadable)
}

/// What a text of JSON holds.
pub fn parse<T: DeserializeOwned>(text: &str) -> Option<T> {
    serde_json::from_value(value_of(text)?).ok()
}

fn value_of(text: &str) -> Option<serde_json::Value> {
    serde_json::from_str(text).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, text: &str) -> Result<HttpReply, HttpError> {
        Ok(HttpReply {
            status,
            text: text.to_owned(),
        })
    }

    #[test]
    fn a_gateways_error_page_is_unreadable_and_may_pass() {
        let error = judge(reply(502, "<html><h1>502 Bad Gateway</h1>")).map(drop);
        assert_eq!(error, Err(ClientError::Unreadable));
        assert!(ClientError::Unreadable.may_pass());
    }

    #[test]
    fn an_ended_session_is_told_apart_from_a_refusal() {
        let ended = r#"{"status":401,"code":"not_signed_in","title":"x"}"#;
        assert_eq!(
            judge(reply(401, ended)).map(drop),
            Err(ClientError::SessionExpired)
        );
        let wrong = r#"{"status":401,"code":"wrong_credentials","title":"x"}"#;
        assert!(matches!(
            judge(reply(401, wrong)),
            Err(ClientError::Refused(_))
        ));
    }

    #[test]
    fn an_answer_without_a_body_is_one_and_a_cut_body_is_none() {
        let read_of = |status| judge(reply(status, "")).and_then(read::<()>);
        assert_eq!(read_of(204), Ok(()));
        assert_eq!(read_of(200), Err(ClientError::Unreadable));
    }

    #[test]
    fn a_reason_from_the_future_is_still_a_refusal() {
        let newer = r#"{"status":409,"code":"written_in_2030","title":"x"}"#;
        let code = match judge(reply(409, newer)) {
            Err(ClientError::Refused(problem)) => Some(problem.code),
            _ => None,
        };
        assert_eq!(code, Some(contract::ProblemCode::Other));
    }
}
