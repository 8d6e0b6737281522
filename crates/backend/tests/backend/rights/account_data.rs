//! The export of a citizen's own data («Dữ liệu của tôi»), and the use of one account for the agencies of all
//! provinces.

use contract::account_data::{AccountData, LinkedIdentity};
use contract::draft::{Draft, NewDraft};
use contract::endpoints;
use contract::place::{Commune, PlaceRef, Province};
use contract::receipt::Receipt;
use http_body_util::BodyExt;
use serde_json::json;

use crate::kit::filing::{COPY, general_declaration_answers, photo};
use crate::kit::{TestBackend, TestClient};

async fn get_account_data(client: &TestClient) -> AccountData {
    client.call(&endpoints::GET_ACCOUNT_DATA, &[]).await.json()
}

#[tokio::test]
async fn the_export_contains_all_data_of_the_account() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let registered = "2026-11-22T01:20:00Z";
    backend.advance_clock(60);
    let unsent = lan.birth_draft_without_attachment().await;
    lan.upload_file(&unsent.id, &photo("file-0001", 100)).await;
    let filed = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&filed.id, "key-1").await.json();
    let data = get_account_data(&lan).await;
    assert_eq!(data.registered_at.0, registered);
    assert_eq!(data.made_at.0, "2026-11-22T01:21:00Z");
    assert_eq!(data.account.name, "Nguyễn Thị Lan");
    assert_eq!(data.devices.len(), 1);
    let current: Draft = lan.get_draft(&unsent.id).await.json();
    assert_eq!(current.attachments.len(), 1);
    assert_eq!(data.drafts, [current]);
    let codes: Vec<&str> = data
        .dossiers
        .iter()
        .map(|sent| sent.code.as_str())
        .collect();
    assert_eq!(codes, [receipt.code.as_str()]);
    assert_eq!(
        data.dossiers[0].answers["request"],
        general_declaration_answers()["request"]
    );
    assert_eq!(data.dossiers[0].history.len(), 1);
    let consents = lan.call(&endpoints::GET_CONSENTS, &[]).await;
    assert_eq!(data.consents, consents.json::<Vec<_>>());
}

#[tokio::test]
async fn the_export_contains_linked_identities() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    assert_eq!(get_account_data(&lan).await.identities, []);
    let insertion = backend.state.store.run(|transaction| {
        let link = "INSERT INTO identities (provider, subject, account_id)
                    SELECT 'dvcqg', 's-1', id FROM accounts";
        Ok(transaction.execute(link, [])?)
    });
    insertion.await.unwrap();
    let linked = LinkedIdentity {
        provider: "dvcqg".to_owned(),
        subject: "s-1".to_owned(),
    };
    assert_eq!(get_account_data(&lan).await.identities, [linked]);
}

#[tokio::test]
async fn the_export_contains_the_parts_of_a_group() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let data = get_account_data(&lan).await;
    let parts = data.dossiers.iter();
    let parts = parts.filter(|sent| sent.group_code.as_ref() == Some(&receipt.code));
    assert_eq!(parts.count(), 3);
    assert_eq!(data.dossiers.len(), 4);
}

#[tokio::test]
async fn an_export_of_many_large_drafts_is_sent_one_draft_at_a_time() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for _ in 0..5 {
        lan.birth_draft_without_attachment().await;
    }
    let enlarge = backend.state.store.run(|transaction| {
        let large = serde_json::json!({ "note": "x".repeat(200_000) }).to_string();
        Ok(transaction.execute("UPDATE drafts SET answers = ?1", [large])?)
    });
    assert_eq!(enlarge.await.unwrap(), 5);
    let mut export = lan.open(&endpoints::GET_ACCOUNT_DATA).await;
    let mut pieces = Vec::new();
    while let Some(frame) = export.frame().await {
        pieces.push(frame.unwrap().into_data().unwrap());
        // The database is free for everybody else while this client receives the export.
        assert!(lan.get_session().await.is_some());
    }
    let largest = pieces.iter().map(|piece| piece.len()).max();
    assert!(largest < Some(250_000), "{largest:?}");
    let data: AccountData = serde_json::from_slice(&pieces.concat()).unwrap();
    assert_eq!((data.drafts.len(), data.dossiers.len()), (5, 0));
    let whole: AccountData = get_account_data(&lan).await;
    assert_eq!(whole, data);
    // An expired draft that isn't deleted yet is no longer part of the export.
    let expire = backend.state.store.run(|transaction| {
        let oldest =
            "UPDATE drafts SET updated_at = 0 WHERE rowid = (SELECT min(rowid) FROM drafts)";
        Ok(transaction.execute(oldest, [])?)
    });
    assert_eq!(expire.await.unwrap(), 1);
    assert_eq!(get_account_data(&lan).await.drafts.len(), 4);
}

#[tokio::test]
async fn the_export_contains_no_other_citizens_data() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    lan.submit(&draft.id, "key-1").await.json::<Receipt>();
    lan.complete_draft().await;
    let binhs_data = get_account_data(&binh).await;
    assert_eq!((binhs_data.drafts.len(), binhs_data.dossiers.len()), (0, 0));
    assert_eq!(binhs_data.devices.len(), 1);
    assert_eq!(binhs_data.account.name, "Trần Văn Bình");
}

#[tokio::test]
async fn one_account_files_with_agencies_of_two_provinces() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let provinces: Vec<Province> = lan.call(&endpoints::GET_PROVINCES, &[]).await.json();
    let mut agencies = Vec::new();
    for province in ["44", "79"] {
        assert!(provinces.iter().any(|known| known.code == province));
        let communes: Vec<Commune> = lan.call(&endpoints::GET_COMMUNES, &[province]).await.json();
        let place = PlaceRef {
            province: province.to_owned(),
            commune: communes[0].code.clone(),
        };
        let key = ["key-", province].concat();
        agencies.push(submit_to(&lan, place, &key).await.agency_name);
    }
    assert_ne!(agencies[0], agencies[1]);
    assert_eq!(get_account_data(&lan).await.dossiers.len(), 2);
}

async fn submit_to(lan: &TestClient, agency: PlaceRef, key: &str) -> Receipt {
    let new = NewDraft {
        procedure: COPY.to_owned(),
        agency: Some(agency),
        for_whom: contract::draft::ForWhom::default(),
        copy_of: None,
    };
    let draft: Draft = lan.create_draft_with_key(key, &new).await.json();
    let patch =
        json!({"answers": general_declaration_answers(), "delivery": {"channel": "online"}});
    lan.save_draft(&draft.id, draft.version, &patch)
        .await
        .json::<Draft>();
    lan.submit(&draft.id, key).await.json()
}
