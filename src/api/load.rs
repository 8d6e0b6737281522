//! The state of data that a page loads from the backend.

use super::error::ClientError;

/// The state of data that is loaded from the backend.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// No response has arrived yet.
    Waiting,
    /// The loaded data.
    Ready(T),
    /// The request failed.
    Failed(ClientError),
}
