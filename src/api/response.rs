//! Parses an HTTP response into a type of the crate `contract`, or converts it to a [`ClientError`]. Only the folder
//! `api` reads the HTTP status.

use contract::{Problem, ProblemCode};
use domain::json::parse_json;
use serde::de::DeserializeOwned;

use super::error::{ClientError, MissingAuth};
use crate::browser::http::{HttpError, HttpReply};

/// Returns a response with a success status unchanged. Converts any other response, and a missing response, to a
/// [`ClientError`].
pub(super) fn into_result(outcome: Result<HttpReply, HttpError>) -> Result<HttpReply, ClientError> {
    let reply = outcome.map_err(|error| match error {
        HttpError::Unreachable => ClientError::Offline,
        HttpError::TimedOut => ClientError::TimedOut,
    })?;
    if (200..300).contains(&reply.status) {
        return Ok(reply);
    }
    let status = reply.status;
    match parse_body::<Problem>(reply) {
        Ok(problem) if problem.code == ProblemCode::NotSignedIn => Err(ClientError::SessionExpired),
        Ok(problem) => Err(ClientError::Refused(Box::new(problem))),
        // Every refusal of the backend is a problem document, except 412, which contains the current draft.
        Err(_) if matches!(status, 400..=411 | 413..=499 | 501 | 511) => Err(ClientError::Blocked),
        Err(_) => Err(ClientError::Unreadable),
    }
}

/// Whether something between the device and the backend has refused the request.
pub(super) fn is_blocked(reply: &HttpReply) -> bool {
    // Most responses are successful, and are not parsed twice.
    reply.status >= 400 && matches!(into_result(Ok(reply.clone())), Err(ClientError::Blocked))
}

/// The authentication that the citizen lacks, if the backend refused the request for this reason. `None` for every
/// other response.
pub(super) fn missing_auth(reply: &HttpReply) -> Option<MissingAuth> {
    if !matches!(reply.status, 401 | 403) {
        return None;
    }
    match into_result(Ok(reply.clone())) {
        Err(ClientError::SessionExpired) => Some(MissingAuth::Session),
        Err(ClientError::Refused(problem)) if problem.code == ProblemCode::ProofTooOld => {
            Some(MissingAuth::RecentProof)
        }
        _ => None,
    }
}

/// Parses the body of a successful response. A response with status 204 has no body and is parsed as `null`. An empty
/// body with any other status is an error, because the body must have been cut off.
pub(super) fn parse_body<Answer: DeserializeOwned>(
    reply: HttpReply,
) -> Result<Answer, ClientError> {
    let text = match reply.status {
        204 => "null",
        _ => &reply.text,
    };
    parse_json(text).ok_or(ClientError::Unreadable)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reply(status: u16, text: &str) -> Result<HttpReply, HttpError> {
        Ok(HttpReply {
            status,
            text: text.to_owned(),
            ..HttpReply::default()
        })
    }

    #[test]
    fn maps_the_error_page_of_a_gateway_to_a_transient_error() {
        let error = into_result(reply(502, "<html><h1>502 Bad Gateway</h1>")).map(drop);
        assert_eq!(error, Err(ClientError::Unreadable));
        assert!(ClientError::Unreadable.is_transient());
    }

    #[test]
    fn a_body_that_was_too_slow_is_sent_again() {
        let slow = r#"{"status":408,"code":"request_timeout","title":"x"}"#;
        let is_transient = |text| {
            let outcome = into_result(reply(408, text)).map(drop);
            outcome.is_err_and(|error| error.is_transient())
        };
        assert!(is_transient(slow));
        assert!(is_transient("<html>408 Request Timeout</html>"));
    }

    #[test]
    fn a_refusal_by_something_on_the_way_is_never_told_as_the_offices() {
        let page = "<html><h1>Truy cập bị chặn</h1>";
        for status in [400, 401, 403, 404, 405, 407, 413, 451, 501, 511] {
            for text in [page, "", "{}"] {
                let outcome = into_result(reply(status, text)).map(drop);
                assert_eq!(outcome, Err(ClientError::Blocked), "{status}");
            }
        }
        let newer_draft = HttpReply {
            status: 412,
            text: r#"{"id":"d","version":2}"#.to_owned(),
            ..HttpReply::default()
        };
        assert!(!is_blocked(&newer_draft));
        let by_backend = r#"{"status":405,"code":"method_not_allowed","title":"x"}"#;
        assert!(matches!(
            into_result(reply(405, by_backend)),
            Err(ClientError::Refused(_))
        ));
    }

    #[test]
    fn distinguishes_an_expired_session_from_wrong_credentials() {
        let expired = r#"{"status":401,"code":"not_signed_in","title":"x"}"#;
        assert_eq!(
            into_result(reply(401, expired)).map(drop),
            Err(ClientError::SessionExpired)
        );
        let wrong = r#"{"status":401,"code":"wrong_credentials","title":"x"}"#;
        assert!(matches!(
            into_result(reply(401, wrong)),
            Err(ClientError::Refused(_))
        ));
    }

    #[test]
    fn accepts_an_empty_body_only_with_status_204() {
        let parsed = |status| into_result(reply(status, "")).and_then(parse_body::<()>);
        assert_eq!(parsed(204), Ok(()));
        assert_eq!(parsed(200), Err(ClientError::Unreadable));
    }

    #[test]
    fn keeps_a_refusal_with_an_unknown_code() {
        let newer = r#"{"status":409,"code":"written_in_2030","title":"x"}"#;
        let code = match into_result(reply(409, newer)) {
            Err(ClientError::Refused(problem)) => Some(problem.code),
            _ => None,
        };
        assert!(matches!(code, Some(ProblemCode::Other(_))));
    }
}
