//! Data that survives a restart of the backend, the file to which messages are written without demo mode, and errors of
//! the database.

use contract::challenge::CodeOutcome;
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::{PASSWORD, TestBackend};

#[tokio::test]
async fn a_registration_continues_after_a_restart_at_each_step() {
    let backend = TestBackend::start();
    let phone = "0912345678";
    let challenge = backend
        .client()
        .start_registration("Lan", "045190000001", phone)
        .await;
    let code = backend.last_code(phone).await;

    let backend = backend.restart();
    let client = backend.client();
    let outcome: CodeOutcome = client.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::SetPassword);

    let backend = backend.restart();
    let client = backend.client();
    assert_eq!(
        client.set_password(&challenge.id, PASSWORD).await.status,
        201
    );
    let cookie = client.cookie();

    let backend = backend.restart();
    let client = backend.client();
    client.set_cookie(cookie);
    assert!(client.get_session().await.is_some());
    assert_eq!(client.post_sign_in(phone, PASSWORD).await.status, 201);
}

#[tokio::test]
async fn without_demo_mode_messages_are_written_to_a_file() {
    let backend = TestBackend::start_with(|config| {
        config.demo = false;
        config.host = "motcua.example".to_owned();
    });
    let client = backend.client();
    client
        .start_registration("Lan", "045190000001", "0912345678")
        .await;
    client
        .start_registration("Lan", "045190000001", "0912345678")
        .await;
    let text = std::fs::read_to_string(backend.data_dir().join("messages.jsonl")).unwrap();
    let lines: Vec<serde_json::Value> = text
        .lines()
        .map(|line| serde_json::from_str(line).unwrap())
        .collect();
    assert_eq!(lines.len(), 2);
    assert_eq!(lines[0]["phone"], "0912345678");
    assert!(
        lines[0]["text"]
            .as_str()
            .unwrap()
            .contains("\n@motcua.example #")
    );
}

#[tokio::test]
async fn a_database_error_returns_a_problem_without_details() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let drop_table = backend
        .state
        .store
        .run(|transaction| Ok(transaction.execute_batch("DROP TABLE sessions")?));
    drop_table.await.unwrap();
    let response = lan.call(&endpoints::DELETE_SESSION, &[]).await;
    let problem = response.assert_problem(500, ProblemCode::Internal);
    assert_eq!(problem.detail, None);
    assert!(!response.text().contains("sessions"));
    assert!(response.header("content-security-policy").is_some());
}
