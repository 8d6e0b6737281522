//! Consents that the citizen gives when they register: which ones are required, and how they are stored.

use contract::consent::GivenConsent;
use contract::endpoints;
use contract::portal::Portal;
use contract::problem::ProblemCode;
use serde_json::json;

use crate::kit::{PASSWORD, TestBackend, TestResponse, all_consents};

const PHONE: &str = "0912345678";

async fn register(backend: &TestBackend, consents: &[GivenConsent]) -> TestResponse {
    let form = json!({
        "name": "Nguyễn Thị Lan", "citizen_id": "045190000001", "phone": PHONE, "consents": consents,
    });
    let client = backend.client();
    client
        .post_raw(&endpoints::POST_REGISTRATION, &[], form.to_string())
        .await
}

#[tokio::test]
async fn registration_needs_the_required_consent_and_rejects_unknown_ones() {
    let backend = TestBackend::start();
    let [required, optional, _] = <[GivenConsent; 3]>::try_from(all_consents()).unwrap();
    let unknown = GivenConsent {
        purpose: "advertising".to_owned(),
        version: 1,
    };
    let outdated = GivenConsent {
        version: 2,
        ..optional.clone()
    };
    for given in [
        vec![],
        vec![optional],
        vec![required.clone(), unknown],
        vec![required.clone(), outdated],
    ] {
        let problem = register(&backend, &given)
            .await
            .assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/consents"), "{given:?}");
    }
    assert!(backend.messages(PHONE).await.is_empty());
    assert_eq!(register(&backend, &[required]).await.status, 201);
}

#[tokio::test]
async fn registration_stores_consents_with_wording_and_time() {
    let backend = TestBackend::start();
    let client = backend.client();
    let [required, optional, _] = <[GivenConsent; 3]>::try_from(all_consents()).unwrap();
    let response = register(&backend, &[required, optional.clone(), optional]).await;
    let challenge: contract::challenge::Challenge = response.json();
    let code = backend.last_code(PHONE).await;
    client.submit_code(&challenge.id, &code).await;
    backend.advance_clock(100);
    client.set_password(&challenge.id, PASSWORD).await;
    let portal: Portal = client.call(&endpoints::GET_PORTAL, &[]).await.json();
    let read = backend.state.store.run(|transaction| {
        let mut statement = transaction
            .prepare("SELECT purpose, version, wording, given_at FROM consents ORDER BY id")?;
        let rows = statement.query_map([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
        Ok(rows.collect::<Result<Vec<(String, u32, String, i64)>, _>>()?)
    });
    let now = backend.state.clock.now();
    let purposes = portal.consents.into_iter().take(2);
    let expected: Vec<_> = purposes
        .map(|purpose| (purpose.key, purpose.version, purpose.wording, now))
        .collect();
    assert_eq!(read.await.unwrap(), expected);
}
