//! Requests of the office and the replies of the citizen: the officer's form for single answers and papers, and the
//! requests that the app sends while a citizen replies.

use axum::body::Body;
use backend::auth::random;
use contract::draft::Draft;
use contract::endpoints;
use contract::receipt::Receipt;
use serde_json::{Value, json};

use super::filing::{manifest_of, photo};
use super::{TestBackend, TestClient, TestResponse, officer};

/// Sends the officer's form for single answers and papers. `fields` are its fields.
pub(crate) async fn ask_for(
    office: &TestClient,
    code: &str,
    fields: &[(&str, &str)],
) -> TestResponse {
    let mut body = form_urlencoded(fields);
    body.push_str("&send=1");
    let path = format!("/demo/dossiers/{code}/supplement");
    officer::post_form(office, &path, &body, &[("sec-fetch-site", "same-origin")]).await
}

fn form_urlencoded(fields: &[(&str, &str)]) -> String {
    let encode = |text: &str| -> String {
        text.bytes()
            .map(|byte| match byte.is_ascii_alphanumeric() {
                true => char::from(byte).to_string(),
                false => format!("%{byte:02X}"),
            })
            .collect()
    };
    let pairs = fields
        .iter()
        .map(|(name, value)| format!("{}={}", encode(name), encode(value)));
    pairs.collect::<Vec<_>>().join("&")
}

/// Asks to withdraw a dossier.
pub(crate) async fn ask_to_withdraw(
    client: &TestClient,
    code: &str,
    key: &str,
    reason: &str,
) -> TestResponse {
    let body = json!({"reason": reason}).to_string();
    let request = client
        .request(&endpoints::POST_WITHDRAWAL, &[code])
        .header("content-type", "application/json")
        .header("idempotency-key", key);
    client.send(request.body(body.into()).unwrap()).await
}

impl TestBackend {
    /// Registers Lan, submits her dossier of a birth with its required file, and lets the office accept and process it.
    /// Returns her client and the code of the dossier.
    pub(crate) async fn birth_under_way(&self) -> (TestClient, String) {
        let lan = self.register_lan().await;
        let draft = lan.birth_draft_without_attachment().await;
        lan.upload_file(&draft.id, &photo("file-0001", 100)).await;
        let receipt: Receipt = lan.submit(&draft.id, "birth-1").await.json();
        for decision in ["move=2", "move=4"] {
            let done = officer::post_decision(&self.client(), &receipt.code, decision).await;
            assert_eq!(done.status, 303);
        }
        (lan, receipt.code)
    }
}

impl TestClient {
    /// Sends a request that begins a reply, with a new `Idempotency-Key`.
    pub(crate) async fn begin_reply(&self, code: &str, body: &Value) -> TestResponse {
        let key = random::id().unwrap().replace('_', "-");
        let request = self
            .request(&endpoints::POST_NEW_REPLY, &[code])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        self.send(request.body(Body::from(body.to_string())).unwrap())
            .await
    }

    /// Sends a reply as it is stored now, with all its files.
    pub(crate) async fn send_reply(&self, id: &str, key: &str) -> TestResponse {
        let draft: Draft = self.get_draft(id).await.json();
        let request = self
            .request(&endpoints::POST_REPLY, &[id])
            .header("content-type", "application/json")
            .header("idempotency-key", key);
        let body = serde_json::to_string(&manifest_of(&draft)).unwrap();
        self.send(request.body(Body::from(body)).unwrap()).await
    }
}
