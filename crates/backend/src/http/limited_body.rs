//! Reads the response of another server, but not more than this backend needs: a server that fails, or that somebody
//! else runs, may send bytes without end.

use reqwest::Response;

/// Why the body of a response can't be read.
#[derive(Debug, thiserror::Error)]
pub(crate) enum LimitedBodyError {
    /// The connection broke, or the time is over.
    #[error(transparent)]
    Connection(#[from] reqwest::Error),
    /// The body is longer than the limit.
    #[error("the response is too long")]
    TooLong,
}

/// Reads a body of at most `max` bytes. Stops at the first byte more.
pub(crate) async fn read_body(
    mut response: Response,
    max: usize,
) -> Result<Vec<u8>, LimitedBodyError> {
    let mut body = Vec::new();
    while let Some(piece) = response.chunk().await? {
        if body.len() + piece.len() > max {
            return Err(LimitedBodyError::TooLong);
        }
        body.extend_from_slice(&piece);
    }
    Ok(body)
}
