//! Closing an account: what was sent stays with its agency, everything else goes.

use axum::body::Body;
use contract::challenge::{Challenge, CodeOutcome, Purpose};
use contract::endpoints;
use contract::problem::ProblemCode;

use crate::kit::filing::{BIRTH, photo, upload_id};
use crate::kit::{Backend, PASSWORD};

const PHONE: &str = "0912345678";

/// How many rows of a table there are.
async fn count(backend: &Backend, table: &'static str) -> u32 {
    let counting = backend.state.store.run(move |transaction| {
        let count = format!("SELECT count(*) FROM {table}");
        Ok(transaction.query_row(&count, [], |row| row.get(0))?)
    });
    counting.await.unwrap()
}

#[tokio::test]
async fn a_code_closes_the_account_and_takes_with_it_all_that_was_not_sent() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.begin(BIRTH).await;
    let photo = photo("photo-0001", 1000);
    let upload = upload_id(&lan.create_upload(&draft.id, &photo).await);
    lan.send_chunk(&upload, 0, Body::from(photo.bytes.clone()))
        .await;
    let elsewhere = backend.signed_in(PHONE, PHONE).await;
    let copied = lan.cookie();

    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.body();
    assert_eq!(challenge.purpose, Purpose::Closing);
    assert!(lan.session().await.is_some(), "asking alone closes nothing");
    let code = backend.last_code(PHONE).await;
    let answer = lan.answer(&challenge.id, &code).await;
    assert_eq!(answer.body::<CodeOutcome>(), CodeOutcome::Closed);
    assert_eq!(
        answer.header("clear-site-data"),
        Some("\"cache\", \"storage\"")
    );
    assert_eq!(lan.cookie(), None);
    lan.set_cookie(copied);

    assert_eq!(
        (lan.session().await, elsewhere.session().await),
        (None, None)
    );
    for table in [
        "drafts",
        "attachments",
        "sessions",
        "challenges",
        "consents",
    ] {
        assert_eq!(count(&backend, table).await, 0, "{table}");
    }
    let files = std::fs::read_dir(backend.dir().join("files")).unwrap();
    assert_eq!(files.count(), 0);
    let left = "accounts WHERE closed_at IS NOT NULL AND name || citizen_id = ''
        AND phone IS NULL AND password_hash IS NULL";
    assert_eq!(count(&backend, left).await, 1);
}

#[tokio::test]
async fn whoever_has_closed_an_account_may_register_again() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let challenge: Challenge = lan.call(&endpoints::POST_CLOSING, &[]).await.body();
    let code = backend.last_code(PHONE).await;
    lan.answer(&challenge.id, &code).await;
    backend
        .visitor()
        .sign_in(PHONE, PASSWORD)
        .await
        .refusal(403, ProblemCode::WrongCredentials);
    assert!(backend.lan().await.session().await.is_some());
}
