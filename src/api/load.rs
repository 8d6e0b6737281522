//! What a page waits for.

use super::error::ClientError;

/// The state of something that is loaded from the backend.
#[derive(Clone, Debug, PartialEq)]
pub enum Load<T> {
    /// The request is on its way.
    Waiting,
    /// The answer is here.
    Ready(T),
    /// The request failed.
    Failed(ClientError),
}
