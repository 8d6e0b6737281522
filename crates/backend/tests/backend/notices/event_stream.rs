//! The stream of server-sent events.

use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::officer::post_decision;
use crate::kit::{EventStream, TestBackend, TestClient};

async fn submit(client: &TestClient) -> String {
    let draft = client.complete_draft().await;
    let receipt: Receipt = client.submit(&draft.id, "key-1").await.json();
    receipt.code
}

#[tokio::test]
async fn tells_the_owner_which_dossier_has_changed_and_nobody_else() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let mut of_binh = EventStream::open(&binh).await;
    let code = submit(&lan).await;
    let mut of_lan = EventStream::open(&lan).await;
    post_decision(&backend.client(), &code, "move=2").await;
    let event = of_lan.next().await.unwrap();
    assert_eq!(event, format!("data: {{\"dossier\":\"{code}\"}}\n\n"));
    let binhs = submit(&binh).await;
    let event = of_binh.next().await.unwrap();
    assert!(event.contains(&binhs) && !event.contains(&code), "{event}");
}

#[tokio::test]
async fn what_the_stream_tells_can_be_read_at_once() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let mut stream = EventStream::open(&lan).await;
    let office = backend.client();
    let deciding = post_decision(&office, &code, "move=2");
    let reading = async {
        stream.next().await.unwrap();
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
    let mut stream = EventStream::open(&lan).await;
    let mut of_other = EventStream::open(&other).await;
    assert_eq!(lan.call(&endpoints::DELETE_SESSION, &[]).await.status, 204);
    assert_eq!(stream.next().await, None);
    // The other device stays signed in.
    let code = submit(&other).await;
    assert!(of_other.next().await.unwrap().contains(&code));
}

#[tokio::test(start_paused = true)]
async fn sends_a_comment_while_nothing_happens_and_does_not_prolong_the_session() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = EventStream::open(&lan).await;
    for _ in 0..3 {
        // The clock of the timers stands still, and moves on while everything waits for it.
        assert_eq!(stream.next().await.as_deref(), Some(":\n\n"));
        backend.advance_clock(9 * 60);
    }
    backend.advance_clock(9 * 60);
    assert_eq!(stream.next().await, None);
}

#[tokio::test]
async fn an_account_has_a_limited_number_of_streams() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(EventStream::open(&lan).await);
    }
    lan.call(&endpoints::GET_EVENTS, &[])
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    streams.pop();
    drop(EventStream::open(&lan).await);
}

#[tokio::test]
async fn ends_when_the_server_stops() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = EventStream::open(&lan).await;
    backend.state.end_event_streams();
    assert_eq!(stream.next().await, None);
}
