//! A citizen can file only with the required consents. Consents are missing if an identity provider created the
//! account. They are outdated if their wording has changed since the citizen gave them.

use backend::data::{Data, Sources};
use contract::consent::ConsentChange;
use contract::draft::NewDraft;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{COPY, manifest_of, trieu_phong};
use crate::kit::{TestBackend, TestClient, TestResponse};

/// The embedded data, with a new version and a new wording of the required consent.
fn data_with_new_wording() -> Data {
    let sources = Sources::embedded();
    let mut file: serde_json::Value = serde_json::from_str(sources.consents.text).unwrap();
    let required = file.pointer_mut("/purposes/0").unwrap();
    assert_eq!(required["required"], true);
    required["version"] = json!(2);
    required["wording"] = json!("Tôi đồng ý với bản mới.");
    let text = file.to_string();
    let mut sources: Sources<'_> = Sources { ..sources };
    sources.consents.text = &text;
    Data::import(&sources).unwrap()
}

/// Deletes all stored consents. Afterwards the accounts are like those that an identity provider created.
async fn delete_consents(backend: &TestBackend) {
    let deletion = backend.state.store.run(|transaction| {
        transaction.execute("DELETE FROM consents", [])?;
        Ok(())
    });
    deletion.await.unwrap();
}

async fn create_draft(client: &TestClient, key: &str) -> TestResponse {
    let new: NewDraft =
        serde_json::from_value(json!({"procedure": COPY, "agency": trieu_phong()})).unwrap();
    client.create_draft_with_key(key, &new).await
}

async fn give_consent(client: &TestClient, version: u32) {
    let change = ConsentChange {
        purpose: "file_dossiers".to_owned(),
        version,
        given: true,
    };
    let given = client.post(&endpoints::POST_CONSENT, &[], &change).await;
    assert_eq!(given.status, 200);
}

#[tokio::test]
async fn creating_a_draft_needs_the_required_consent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    delete_consents(&backend).await;
    create_draft(&lan, "key-1")
        .await
        .assert_problem(403, ProblemCode::ConsentNeeded);
    give_consent(&lan, 1).await;
    assert_eq!(create_draft(&lan, "key-1").await.status, 201);
}

#[tokio::test]
async fn optional_consents_are_not_needed_to_file() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    delete_consents(&backend).await;
    give_consent(&lan, 1).await;
    let draft = lan.complete_draft().await;
    lan.submit(&draft.id, "key-1").await.json::<Receipt>();
}

#[tokio::test]
async fn a_new_wording_blocks_submission_but_not_saving_until_consent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let cookie = lan.cookie();
    let backend = backend.restart_with_data(data_with_new_wording());
    let lan = backend.client();
    lan.set_cookie(cookie);
    for refused in [
        create_draft(&lan, "key-1").await,
        lan.submit(&draft.id, "key-2").await,
    ] {
        refused.assert_problem(403, ProblemCode::ConsentNeeded);
    }
    let saved = json!({"answers": {"request": "Đề nghị cấp 3 bản sao."}});
    let saved = lan.save_draft(&draft.id, draft.version, &saved).await;
    assert_eq!(saved.status, 200);
    give_consent(&lan, 2).await;
    lan.submit(&draft.id, "key-2").await.json::<Receipt>();
}

#[tokio::test]
async fn a_repeated_request_returns_its_result_without_a_new_consent() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let send = async || {
        lan.submit_with_manifest(&draft.id, "key-1", &manifest_of(&draft))
            .await
    };
    let receipt: Receipt = send().await.json();
    assert_eq!(create_draft(&lan, "key-2").await.status, 201);
    delete_consents(&backend).await;
    assert_eq!(send().await.json::<Receipt>(), receipt);
    assert_eq!(create_draft(&lan, "key-2").await.status, 200);
}
