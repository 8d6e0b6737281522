//! Closing an account: submitted dossiers stay with their agencies. All other data of the account is deleted.

use axum::body::Body;
use contract::challenge::{Challenge, ChallengePurpose, CodeOutcome};
use contract::dossier::NewMessage;
use contract::endpoints;
use contract::lookup::LookupRequest;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::filing::{BIRTH, photo, upload_id};
use crate::kit::{PASSWORD, TestBackend};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn closing_an_account_takes_a_code_and_deletes_everything_not_submitted() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let upload = upload_id(&lan.create_upload(&draft.id, &photo).await);
    lan.send_chunk(&upload, 0, Body::from(photo.bytes.clone()))
        .await;
    let elsewhere = backend.sign_in(PHONE).await;
    let copied = lan.cookie();

    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    assert_eq!(challenge.purpose, ChallengePurpose::Closing);
    assert!(
        lan.get_session().await.is_some(),
        "the request alone doesn't close the account"
    );
    let code = backend.last_code(PHONE).await;
    let response = lan.submit_code(&challenge.id, &code).await;
    assert_eq!(response.json::<CodeOutcome>(), CodeOutcome::Closed);
    assert_eq!(
        response.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(lan.cookie(), None);
    lan.set_cookie(copied);

    assert_eq!(
        (lan.get_session().await, elsewhere.get_session().await),
        (None, None)
    );
    for table in [
        "drafts",
        "attachments",
        "sessions",
        "challenges",
        "consents",
    ] {
        assert_eq!(backend.count_rows(table).await, 0, "{table}");
    }
    let files = std::fs::read_dir(backend.data_dir().join("files")).unwrap();
    assert_eq!(files.count(), 0);
    let anonymised = "accounts WHERE closed_at IS NOT NULL AND name || citizen_id = ''
        AND phone IS NULL AND password_hash IS NULL";
    assert_eq!(backend.count_rows(anonymised).await, 1);
    assert_eq!(backend.count_rows("former_identifiers").await, 0);
}

#[tokio::test]
async fn a_dossier_of_a_closed_account_is_still_found_by_its_code_and_either_number() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    let code = backend.last_code(PHONE).await;
    let outcome: CodeOutcome = lan.submit_code(&challenge.id, &code).await.json();
    assert_eq!(outcome, CodeOutcome::Closed);
    let look_up = async |filed_by: &str| {
        let request = LookupRequest {
            code: receipt.code.clone(),
            filed_by: filed_by.to_owned(),
        };
        let found = backend
            .client()
            .post(&endpoints::POST_LOOKUP, &[], &request)
            .await;
        found.status.as_u16()
    };
    for filed_by in [PHONE, "+84 912 345 678", "045190000001"] {
        assert_eq!(look_up(filed_by).await, 200, "{filed_by}");
    }
    assert_eq!(look_up("0987654321").await, 404);
}

#[tokio::test]
async fn only_what_belongs_to_dossiers_still_refers_to_a_closed_account() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let message = NewMessage {
        text: "Tôi hỏi về hồ sơ.".to_owned(),
    };
    let request = lan
        .request(&endpoints::POST_MESSAGE, &[&receipt.code])
        .header("content-type", "application/json")
        .header("idempotency-key", "message-1");
    let body = Body::from(serde_json::to_string(&message).unwrap());
    assert_eq!(lan.send(request.body(body).unwrap()).await.status, 201);
    assert_eq!(backend.count_rows("dossier_requests").await, 1);
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    let code = backend.last_code(PHONE).await;
    lan.submit_code(&challenge.id, &code).await;

    let reading = backend.state.store.run(|transaction| {
        let mut tables = transaction.prepare(
            "SELECT tables.name FROM sqlite_schema AS tables, pragma_table_info(tables.name) AS columns
             WHERE tables.type = 'table' AND columns.name = 'account_id' ORDER BY tables.name",
        )?;
        let tables = tables.query_map([], |row| row.get::<_, String>(0))?;
        let mut filled = Vec::new();
        for table in tables.collect::<Result<Vec<_>, _>>()? {
            let count = format!("SELECT count(*) FROM {table} WHERE account_id IS NOT NULL");
            let count: u32 = transaction.query_row(&count, [], |row| row.get(0))?;
            if count > 0 {
                filled.push(table);
            }
        }
        Ok(filled)
    });
    assert_eq!(reading.await.unwrap(), ["dossiers", "former_identifiers"]);
}

#[tokio::test]
async fn a_citizen_can_register_again_after_closing_the_account() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.json();
    let code = backend.last_code(PHONE).await;
    lan.submit_code(&challenge.id, &code).await;
    backend
        .client()
        .post_sign_in(PHONE, PASSWORD)
        .await
        .assert_problem(403, ProblemCode::WrongCredentials);
    assert!(backend.register_lan().await.get_session().await.is_some());
}
