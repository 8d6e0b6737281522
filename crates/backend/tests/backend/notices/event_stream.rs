//! The stream of server-sent events.

use std::time::Duration;

use axum::body::Body;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use http_body_util::BodyExt;

use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient};

const WAIT_LIMIT: Duration = Duration::from_secs(20);

/// The next piece of a stream. `None` if the stream has ended.
async fn next_piece(stream: &mut Body) -> Option<String> {
    let frame = tokio::time::timeout(WAIT_LIMIT, stream.frame());
    let frame = frame.await.expect("the stream continues")?.unwrap();
    let bytes = frame.into_data().unwrap();
    Some(String::from_utf8(bytes.to_vec()).unwrap())
}

async fn open(client: &TestClient) -> Body {
    let mut stream = client.open(&endpoints::GET_EVENTS).await;
    assert_eq!(
        next_piece(&mut stream).await.as_deref(),
        Some("retry: 5000\n\n")
    );
    stream
}

async fn submit(client: &TestClient) -> String {
    let draft = client.complete_draft().await;
    let receipt: Receipt = client.submit(&draft.id, "key-1").await.json();
    receipt.code
}

#[tokio::test]
async fn tells_the_owner_which_dossier_has_changed_and_nobody_else() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let mut of_binh = open(&binh).await;
    let code = submit(&lan).await;
    let mut of_lan = open(&lan).await;
    post_decision(&backend.client(), &code, "move=2").await;
    let event = next_piece(&mut of_lan).await.unwrap();
    assert_eq!(event, format!("data: {{\"dossier\":\"{code}\"}}\n\n"));
    let binhs = submit(&binh).await;
    let event = next_piece(&mut of_binh).await.unwrap();
    assert!(event.contains(&binhs) && !event.contains(&code), "{event}");
}

#[tokio::test]
async fn what_the_stream_tells_can_be_read_at_once() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let mut stream = open(&lan).await;
    let office = backend.client();
    let deciding = post_decision(&office, &code, "move=2");
    let reading = async {
        next_piece(&mut stream).await.unwrap();
        lan.call(&endpoints::GET_DOSSIER, &[&code]).await.text()
    };
    let (_, dossier) = tokio::join!(deciding, reading);
    assert!(dossier.contains("\"status\":2"), "{dossier}");
}

#[tokio::test]
async fn ends_when_the_citizen_signs_out() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let other = backend.sign_in("0912345678").await;
    let mut stream = open(&lan).await;
    let mut of_other = open(&other).await;
    assert_eq!(lan.call(&endpoints::DELETE_SESSION, &[]).await.status, 204);
    assert_eq!(next_piece(&mut stream).await, None);
    // The other device stays signed in.
    let code = submit(&other).await;
    assert!(next_piece(&mut of_other).await.unwrap().contains(&code));
}

#[tokio::test(start_paused = true)]
async fn sends_a_comment_while_nothing_happens_and_does_not_prolong_the_session() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = open(&lan).await;
    for _ in 0..3 {
        // The clock of the timers stands still, and moves on while everything waits for it.
        let piece = stream.frame().await.unwrap().unwrap().into_data().unwrap();
        assert_eq!(piece.as_ref(), b":\n\n");
        backend.advance_clock(9 * 60);
    }
    backend.advance_clock(9 * 60);
    assert!(stream.frame().await.is_none());
}

#[tokio::test]
async fn an_account_has_a_limited_number_of_streams() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(open(&lan).await);
    }
    lan.call(&endpoints::GET_EVENTS, &[])
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    streams.pop();
    drop(open(&lan).await);
}
