//! The stream of server-sent events (HTML Living Standard, section 9.2). It says which dossier has changed, and nothing
//! else. It doesn't count as a use of the session, and ends with it.

use std::convert::Infallible;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::extract::State;
use axum::http::header::{CACHE_CONTROL, CONTENT_TYPE, HeaderName};
use axum::response::{IntoResponse, Response};
use contract::notice::ChangeEvent;
use futures_util::{StreamExt, stream};
use tokio::sync::broadcast::error::RecvError;
use tokio::time::{Instant, timeout_at};

use crate::auth::extractors::{UnusedSession, find_citizen};
use crate::change_events::{OpenStream, StreamSignal};
use crate::refusal::Refusal;
use crate::state::AppState;

/// After this time without an event, a comment keeps the connection open and finds out whether the client is still
/// there. Proxies close a connection that is silent for a minute.
const HEARTBEAT: Duration = Duration::from_secs(20);
/// How long a client waits before it connects again, in milliseconds.
const RECONNECT_MS: u32 = 5_000;
/// How long a client whose account has too many streams waits, in seconds.
const RETRY_AFTER_SECONDS: u32 = 60;

/// `GET /events`: opens the stream. 429 if the account has too many.
pub(super) async fn open_stream(
    State(state): State<AppState>,
    UnusedSession(citizen): UnusedSession,
) -> Result<Response, Refusal> {
    let refused = Refusal::TooManyRequests {
        retry_after_seconds: RETRY_AFTER_SECONDS,
        is_shared: false,
    };
    let server_stops = state.events.server_stops();
    let stream = EventStream {
        open: state
            .events
            .open_stream(citizen.account_id)
            .ok_or(refused)?,
        token_hash: citizen.session.token_hash,
        state,
        // The first bytes tell the client at once that it is connected.
        greeting: Some(format!("retry: {RECONNECT_MS}\n\n")),
    };
    let pieces = stream::unfold(stream, |mut stream| async {
        let piece = stream.next_piece().await?;
        Some((Ok::<_, Infallible>(Bytes::from(piece)), stream))
    });
    // Otherwise the server would wait for the end of a response that never ends.
    let pieces = pieces.take_until(server_stops);
    let headers = [
        (CONTENT_TYPE, "text/event-stream"),
        (CACHE_CONTROL, "no-store"),
        // nginx would collect the events before it passes them on.
        (HeaderName::from_static("x-accel-buffering"), "no"),
    ];
    Ok((headers, Body::from_stream(pieces)).into_response())
}

/// A stream while it is open.
struct EventStream {
    open: OpenStream,
    token_hash: [u8; 32],
    state: AppState,
    greeting: Option<String>,
}

impl EventStream {
    /// Waits for the next piece. `None` ends the stream.
    async fn next_piece(&mut self) -> Option<String> {
        if let Some(greeting) = self.greeting.take() {
            return Some(greeting);
        }
        // The signals of other accounts don't put the heartbeat off.
        let heartbeat_at = Instant::now() + HEARTBEAT;
        loop {
            let received = timeout_at(heartbeat_at, self.open.receiver.recv()).await;
            match received {
                Err(_elapsed) => {
                    return self.is_session_open().await.then(|| ":\n\n".to_owned());
                }
                Ok(Ok(signal)) if signal.account_id() != self.open.account_id => {}
                Ok(Ok(StreamSignal::Changed { dossier, .. })) => return event(dossier),
                Ok(Ok(StreamSignal::SessionEnded { .. })) => {
                    if !self.is_session_open().await {
                        return None;
                    }
                }
                // Some signals are lost, so the client reads everything again.
                Ok(Err(RecvError::Lagged(_))) => return event(None),
                Ok(Err(RecvError::Closed)) => return None,
            }
        }
    }

    async fn is_session_open(&self) -> bool {
        let (token_hash, bounds) = (self.token_hash, self.state.config.sessions);
        let now = self.state.clock.now();
        let found = self
            .state
            .store
            .run(move |transaction| find_citizen(transaction, token_hash, &bounds, now).map(drop));
        found.await.is_ok()
    }
}

/// An event as the client receives it.
fn event(dossier: Option<String>) -> Option<String> {
    let data = serde_json::to_string(&ChangeEvent { dossier }).ok()?;
    Some(["data: ", &data, "\n\n"].concat())
}
