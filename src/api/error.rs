//! Why a request has no answer.

use contract::{Problem, ProblemCode};
use domain::form::LoadError;

/// Why a request has no answer. Everything that can go wrong between a page and the backend is one of these.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientError {
    /// The network or the server is down. Whether the request was carried out is unknown.
    Offline,
    /// No answer came within the time limit. The request may have been carried out.
    TimedOut,
    /// The session has expired. The citizen signs in again and continues.
    SessionExpired,
    /// The backend refused the request and gave the reason.
    Refused(Box<Problem>),
    /// The response doesn't follow the contract: the page of a proxy, or a body that was cut off.
    Unreadable,
    /// The form that the backend sent can't be used. Holds the English reason for whoever maintains the form. It is
    /// text, because the code that formats a [`LoadError`] would make the first screen's wasm larger.
    UnusableForm(String),
}

impl ClientError {
    /// Whether the same request may succeed later, without a change by the citizen.
    pub fn is_transient(&self) -> bool {
        match self {
            ClientError::Offline | ClientError::TimedOut | ClientError::Unreadable => true,
            ClientError::SessionExpired | ClientError::UnusableForm(_) => false,
            ClientError::Refused(problem) => problem.status >= 500,
        }
    }

    /// Whether the requested thing doesn't exist, or belongs to another account.
    pub fn is_not_found(&self) -> bool {
        self.has_code(ProblemCode::NotFound)
    }

    /// Whether the backend refused the request because too many came within a time.
    pub fn is_rate_limited(&self) -> bool {
        self.has_code(ProblemCode::TooManyRequests)
    }

    fn has_code(&self, code: ProblemCode) -> bool {
        matches!(self, ClientError::Refused(problem) if problem.code == code)
    }
}

impl From<LoadError> for ClientError {
    fn from(fault: LoadError) -> Self {
        ClientError::UnusableForm(fault.to_string())
    }
}

/// Why a request was refused for lack of authentication. A one-time code resolves both cases.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MissingAuth {
    /// The request has no session, or its session has expired.
    Session,
    /// The session is valid, but the citizen last proved their identity too long ago for this request.
    RecentProof,
}
