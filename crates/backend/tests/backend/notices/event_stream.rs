//! The stream of server-sent events.

use std::time::Duration;

use contract::account::{AccountKind, PasswordChange, PasswordReset, PhoneChange};
use contract::challenge::Challenge;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::officer::{post_decision, post_to_desk};
use crate::kit::{CitizenStream, PASSWORD, TestBackend, TestClient};

/// Less than the time after which a stream looks by itself whether its session has ended.
const AT_ONCE: Duration = Duration::from_secs(10);
const PHONE: &str = "0912345678";
const NEW_PHONE: &str = "0387654321";

async fn submit(client: &TestClient) -> String {
    let draft = client.complete_draft().await;
    let receipt: Receipt = client.submit(&draft.id, "key-1").await.json();
    receipt.code
}

#[tokio::test]
async fn tells_the_owner_which_dossier_has_changed_and_nobody_else() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let mut of_binh = CitizenStream::open(&binh).await;
    let code = submit(&lan).await;
    let mut of_lan = CitizenStream::open(&lan).await;
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
    let mut stream = CitizenStream::open(&lan).await;
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
    let mut stream = CitizenStream::open(&lan).await;
    let mut of_other = CitizenStream::open(&other).await;
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
    let mut stream = CitizenStream::open(&lan).await;
    for _ in 0..3 {
        // The clock of the timers stands still, and moves on while everything waits for it.
        assert_eq!(stream.next().await.as_deref(), Some(":\n\n"));
        backend.advance_clock(9 * 60);
    }
    backend.advance_clock(9 * 60);
    assert_eq!(stream.next().await, None);
}

#[tokio::test(start_paused = true)]
async fn changes_of_other_citizens_do_not_put_the_comment_off() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let (code, office) = (submit(&binh).await, backend.client());
    let mut stream = CitizenStream::open(&lan).await;
    let others = async {
        loop {
            tokio::time::sleep(Duration::from_secs(10)).await;
            post_to_desk(&office, &code, "messages", "text=Ch%C3%A0o").await;
        }
    };
    tokio::select! {
        () = others => {}
        piece = stream.next() => assert_eq!(piece.as_deref(), Some(":\n\n")),
    }
}

async fn assert_ends_at_once(stream: &mut CitizenStream, cause: &str) {
    let piece = tokio::time::timeout(AT_ONCE, stream.next()).await;
    assert_eq!(piece.expect(cause), None, "{cause}");
}

#[tokio::test]
async fn ends_on_other_devices_when_password_or_phone_change() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = CitizenStream::open(&lan).await;

    let mut elsewhere = CitizenStream::open(&backend.sign_in(PHONE).await).await;
    let change = PhoneChange {
        phone: NEW_PHONE.to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    let started = lan.post(&endpoints::POST_PHONE_CHANGE, &[], &change).await;
    let challenge: Challenge = started.json();
    let code = backend.last_code(NEW_PHONE).await;
    assert_eq!(lan.submit_code(&challenge.id, &code).await.status, 200);
    assert_ends_at_once(&mut elsewhere, "another phone").await;

    let mut elsewhere = CitizenStream::open(&backend.sign_in(NEW_PHONE).await).await;
    let change = PasswordChange {
        current: PASSWORD.to_owned(),
        password: "một mật khẩu khác".to_owned(),
    };
    let changed = lan.post(&endpoints::POST_PASSWORD_CHANGE, &[], &change);
    assert_eq!(changed.await.status, 204);
    assert_ends_at_once(&mut elsewhere, "another password").await;

    // The device that made the changes stays signed in.
    let code = submit(&lan).await;
    assert!(stream.next().await.unwrap().contains(&code));
}

#[tokio::test]
async fn ends_when_a_forgotten_password_is_replaced() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = CitizenStream::open(&lan).await;
    let reset = PasswordReset {
        kind: AccountKind::Citizen,
        identifier: "045190000001".to_owned(),
        phone: PHONE.to_owned(),
    };
    let client = backend.client();
    let started = client.post(&endpoints::POST_PASSWORD_RESET, &[], &reset);
    let challenge: Challenge = started.await.json();
    let code = backend.wait_for_code(PHONE, 2).await;
    assert_eq!(client.submit_code(&challenge.id, &code).await.status, 200);
    client.set_password(&challenge.id, PASSWORD).await;
    assert_ends_at_once(&mut stream, "a replaced password").await;
}

#[tokio::test]
async fn ends_when_the_account_is_closed_or_another_one_signs_in_with_the_same_browser() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = CitizenStream::open(&lan).await;
    let mut elsewhere = CitizenStream::open(&backend.sign_in(PHONE).await).await;
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    let code = backend.last_code(PHONE).await;
    assert_eq!(lan.submit_code(&challenge.id, &code).await.status, 200);
    assert_ends_at_once(&mut stream, "the account is closed").await;
    assert_ends_at_once(&mut elsewhere, "the account is closed").await;

    let shared = backend.register_binh().await;
    let mut of_binh = CitizenStream::open(&shared).await;
    let signing_in = shared.post_sign_in("0987654321", PASSWORD).await;
    let challenge: Challenge = signing_in.json();
    let code = backend.last_code("0987654321").await;
    assert_eq!(shared.submit_code(&challenge.id, &code).await.status, 200);
    assert_ends_at_once(&mut of_binh, "another session of the browser").await;
}

#[tokio::test]
async fn an_account_has_a_limited_number_of_streams() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut streams = Vec::new();
    for _ in 0..6 {
        streams.push(CitizenStream::open(&lan).await);
    }
    lan.call(&endpoints::GET_EVENTS, &[])
        .await
        .assert_problem(429, ProblemCode::TooManyRequests);
    streams.pop();
    drop(CitizenStream::open(&lan).await);
}

#[tokio::test]
async fn ends_when_the_server_stops() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut stream = CitizenStream::open(&lan).await;
    backend.state.end_event_streams();
    assert_eq!(stream.next().await, None);
}
