//! E-mails over SMTP, to a mail server of the test.

use std::path::{Path, PathBuf};

use backend::messages::{EmailGatewayError, Emails, SmtpGateway};
use backend::notices::deliver_due;
use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::account::EmailChange;
use contract::challenge::{Challenge, CodeOutcome};
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use super::mail_server::{MailServer, ReceivedEmail};
use crate::kit::{PASSWORD, TestBackend, TestClient};

/// Writes a settings file for the server. The members of `more` replace the default settings or are added to them.
fn write_settings(dir: &Path, port: u16, more: Value) -> PathBuf {
    std::fs::write(dir.join("mail-password"), "bí mật\n").unwrap();
    let mut settings = json!({
        "host": "127.0.0.1",
        "port": port,
        "tls": "none",
        "from": "Một Cửa <no-reply@example.vn>",
        "user": "motcua",
        "password": {"file": dir.join("mail-password")},
    });
    let changed = settings.as_object_mut().unwrap();
    changed.extend(more.as_object().unwrap().clone());
    let file = dir.join("mail.json");
    std::fs::write(&file, settings.to_string()).unwrap();
    file
}

/// A backend that sends its e-mails to the server, and Lan's client.
async fn start_backend(server: &MailServer) -> (TestBackend, TestClient) {
    let mut backend = TestBackend::start_with(|config| {
        config.demo = true;
        config.public_url = Some("https://dichvucong.example.vn".to_owned());
    });
    let lan = backend.register_lan().await;
    let file = write_settings(backend.data_dir(), server.address.port(), json!({}));
    backend.state.emails = Emails::through(SmtpGateway::open(&file).unwrap());
    let client = backend.client();
    client.set_cookie(lan.cookie());
    (backend, client)
}

/// The text of an e-mail, whatever its transfer encoding is.
fn text_of(email: &ReceivedEmail) -> String {
    let (headers, body) = email.content.split_once("\n\n").unwrap();
    match headers.contains("base64") {
        true => {
            let bytes = STANDARD.decode(body.replace('\n', "")).unwrap();
            String::from_utf8(bytes).unwrap()
        }
        false => decode_quoted_printable(body),
    }
}

/// Decodes quoted-printable (RFC 2045, section 6.7).
fn decode_quoted_printable(body: &str) -> String {
    let joined = body.replace("=\n", "");
    let mut pieces = joined.split('=');
    let mut bytes = pieces.next().unwrap().as_bytes().to_vec();
    for piece in pieces {
        bytes.push(u8::from_str_radix(&piece[..2], 16).unwrap());
        bytes.extend(&piece.as_bytes()[2..]);
    }
    String::from_utf8(bytes).unwrap()
}

async fn request_change(client: &TestClient) -> crate::kit::TestResponse {
    let change = EmailChange {
        email: "lan@example.vn".to_owned(),
        password: Some(PASSWORD.to_owned()),
    };
    client
        .post(&endpoints::POST_EMAIL_CHANGE, &[], &change)
        .await
}

#[tokio::test]
async fn a_citizen_gets_the_code_and_the_notices_by_email() {
    let server = MailServer::start("250 OK").await;
    let (backend, lan) = start_backend(&server).await;
    let challenge: Challenge = request_change(&lan).await.json();
    let received = server.received();
    let code = text_of(&received[0]);
    let code = code.split(' ').nth(3).unwrap();
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, code).await.json();
    assert!(
        matches!(outcome, CodeOutcome::EmailChanged { .. }),
        "{outcome:?}"
    );
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key-1").await.json();
    let received = server.received();
    let [_, email] = received.as_slice() else {
        panic!("{} e-mails", received.len());
    };
    assert_eq!(
        (email.from.as_str(), email.to.as_str()),
        ("no-reply@example.vn", "lan@example.vn")
    );
    let credentials = STANDARD
        .decode(email.credentials.as_ref().unwrap())
        .unwrap();
    assert_eq!(String::from_utf8(credentials).unwrap(), "\0motcua\0bí mật");
    for header in [
        "To: lan@example.vn",
        "Content-Type: text/plain; charset=utf-8",
        "Auto-Submitted: auto-generated",
        "Message-ID: <",
        "Date: Sun, 22 Nov 2026",
    ] {
        assert!(
            email.content.contains(header),
            "{header}: {}",
            email.content
        );
    }
    let text = text_of(email);
    let link = format!("https://dichvucong.example.vn/dossiers/{}", receipt.code);
    assert!(
        text.contains(&link) && text.contains("đã được gửi tới"),
        "{text}"
    );
    for personal in ["Lan", "0912345678", "045190000001"] {
        assert!(!text.contains(personal), "{text}");
    }
    deliver_due(&backend.state).await.unwrap();
    assert_eq!(server.received().len(), 2);
}

#[tokio::test]
async fn a_citizen_learns_that_the_code_could_not_be_sent() {
    let server = MailServer::start("554 refused").await;
    let (_backend, lan) = start_backend(&server).await;
    request_change(&lan)
        .await
        .assert_problem(500, ProblemCode::Internal);
}

#[tokio::test]
async fn a_notice_waits_for_a_mail_server_that_is_down() {
    let server = MailServer::start("250 OK").await;
    let (mut backend, lan) = start_backend(&server).await;
    let challenge: Challenge = request_change(&lan).await.json();
    let code = text_of(&server.received()[0]);
    lan.submit_code(&challenge.id, code.split(' ').nth(3).unwrap())
        .await;
    let up = backend.state.emails.clone();
    // Nobody listens on port 1.
    let down = write_settings(backend.data_dir(), 1, json!({}));
    backend.state.emails = Emails::through(SmtpGateway::open(&down).unwrap());
    let client = backend.client();
    client.set_cookie(lan.cookie());
    let draft = client.complete_draft().await;
    assert_eq!(client.submit(&draft.id, "key-1").await.status, 201);
    assert_eq!(backend.count_rows("deliveries").await, 1);
    backend.state.emails = up;
    backend.advance_clock(3600);
    deliver_due(&backend.state).await.unwrap();
    assert_eq!(server.received().len(), 2);
}

#[test]
fn settings_that_are_unsafe_or_incomplete_are_refused_at_the_start() {
    let dir = tempfile::tempdir().unwrap();
    let open = |more: Value| SmtpGateway::open(&write_settings(dir.path(), 25, more)).err();
    let elsewhere = json!({"host": "mail.example.vn"});
    assert!(matches!(
        open(elsewhere),
        Some(EmailGatewayError::ClearText)
    ));
    assert!(matches!(
        open(json!({"from": "Một Cửa"})),
        Some(EmailGatewayError::From)
    ));
    let missing = json!({"password": {"file": "/nowhere"}});
    assert!(matches!(open(missing), Some(EmailGatewayError::Password)));
    let unknown = json!({"colour": "red"});
    assert!(matches!(
        open(unknown),
        Some(EmailGatewayError::Unreadable { .. })
    ));
    let certificate = json!({"tls": "starttls", "ca_file": dir.path().join("mail-password")});
    assert!(matches!(
        open(certificate),
        Some(EmailGatewayError::Certificate)
    ));
    assert!(open(json!({"tls": "starttls", "host": "mail.example.vn"})).is_none());
    assert!(open(json!({"tls": "tls", "host": "mail.example.vn", "port": null})).is_none());
    assert!(matches!(
        SmtpGateway::open(&dir.path().join("none")).err(),
        Some(EmailGatewayError::File(_))
    ));
}
