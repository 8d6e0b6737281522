//! The stream of server-sent events, as an open page of the citizen receives it.

use std::time::Duration;

use axum::body::Body;
use contract::endpoints;
use http_body_util::BodyExt;

use super::TestClient;

/// The longest time that a test waits for an event. Longer than a stream is silent.
const WAIT_LIMIT: Duration = Duration::from_secs(30);

/// An open stream.
pub(crate) struct CitizenStream(Body);

impl CitizenStream {
    /// Opens a stream, and reads its first bytes.
    pub(crate) async fn open(client: &TestClient) -> CitizenStream {
        let mut stream = CitizenStream(client.open(&endpoints::GET_EVENTS).await);
        assert_eq!(stream.next().await.as_deref(), Some("retry: 5000\n\n"));
        stream
    }

    /// The next piece of the stream. `None` if the stream has ended.
    pub(crate) async fn next(&mut self) -> Option<String> {
        let frame = tokio::time::timeout(WAIT_LIMIT, self.0.frame());
        let frame = frame.await.expect("the stream continues")?.unwrap();
        let bytes = frame.into_data().unwrap();
        Some(String::from_utf8(bytes.to_vec()).unwrap())
    }

    /// Asserts that the next event says that this dossier has changed.
    pub(crate) async fn expect_change(&mut self, code: &str) {
        let event = self.next().await.unwrap();
        assert_eq!(event, format!("data: {{\"dossier\":\"{code}\"}}\n\n"));
    }
}
