//! The reasons why a request failed.

use contract::{Problem, ProblemCode};
use domain::form::LoadError;

/// The reason why a request failed. Every failure between a page and the backend is one of these variants.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientError {
    /// The network or the server is down. The app doesn't know whether the server has processed the request.
    Offline,
    /// No response arrived within the time limit. The server may have processed the request.
    TimedOut,
    /// The session has expired. The citizen can sign in again and continue.
    SessionExpired,
    /// The backend refused the request. The [`Problem`] contains the reason.
    Refused(Box<Problem>),
    /// The response doesn't match the API contract. For example, it is a proxy's error page, or its body was cut off.
    Unreadable,
    /// Something between the device and the backend has refused the request, such as a proxy or the network's filter. The
    /// backend hasn't processed it.
    Blocked,
    /// The app can't use the form that the backend sent. Contains the reason in English, for the developer who
    /// maintains the form. The reason is a text and not a [`LoadError`], because the code that formats a `LoadError`
    /// would enlarge the wasm of the first screen.
    UnusableForm(String),
}

impl ClientError {
    /// Whether the same request may succeed later, without the citizen changing anything.
    pub fn is_transient(&self) -> bool {
        match self {
            ClientError::Offline
            | ClientError::TimedOut
            | ClientError::Unreadable
            | ClientError::Blocked => true,
            ClientError::SessionExpired | ClientError::UnusableForm(_) => false,
            ClientError::Refused(problem) => {
                problem.status >= 500 || problem.code == ProblemCode::RequestTimeout
            }
        }
    }

    /// Whether the requested resource doesn't exist or belongs to another account.
    pub fn is_not_found(&self) -> bool {
        self.has_code(ProblemCode::NotFound)
    }

    /// Whether the backend refused an answer because the form has changed since the app loaded it.
    pub fn is_form_changed(&self) -> bool {
        self.has_code(ProblemCode::FormChanged)
    }

    /// Whether the draft of the request was deleted, by the citizen or because it expired.
    pub fn is_draft_deleted(&self) -> bool {
        self.has_code(ProblemCode::DraftDeleted) || self.has_code(ProblemCode::DraftExpired)
    }

    /// Whether the backend refused the request because it received too many requests in a short time.
    pub fn is_rate_limited(&self) -> bool {
        self.has_code(ProblemCode::TooManyRequests)
    }

    /// Whether the backend refused the request for this reason.
    pub fn has_code(&self, code: ProblemCode) -> bool {
        matches!(self, ClientError::Refused(problem) if problem.code == code)
    }
}

impl From<LoadError> for ClientError {
    fn from(error: LoadError) -> Self {
        ClientError::UnusableForm(error.to_string())
    }
}

/// Why the backend refused a request for lack of authentication. In both cases, the citizen can continue after entering
/// a one-time code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingAuth {
    /// The request has no session, or its session has expired.
    Session,
    /// The session is valid, but the request needs a recent proof of identity, and the citizen's last proof is too old.
    RecentProof,
}
