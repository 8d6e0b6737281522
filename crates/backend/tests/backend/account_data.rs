//! «Dữ liệu của tôi», and one account for the agencies of every province.

use contract::account_data::{AccountData, LinkedIdentity};
use contract::draft::{Draft, NewDraft};
use contract::endpoints;
use contract::place::{Commune, PlaceRef, Province};
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{COPY, declaration, photo};
use crate::kit::{Backend, Visitor};

async fn data(visitor: &Visitor) -> AccountData {
    visitor.call(&endpoints::GET_ACCOUNT_DATA, &[]).await.body()
}

#[tokio::test]
async fn a_citizen_gets_everything_that_is_kept_of_her() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let registered = "2026-11-22T01:20:00Z";
    backend.wait(60);
    let unsent = lan.filled_birth().await;
    lan.attach(&unsent.id, &photo("file-0001", 100)).await;
    let filed = lan.filled_copy().await;
    let receipt: Receipt = lan.submit(&filed.id, "key-1").await.body();
    let data = data(&lan).await;
    assert_eq!(data.registered_at.0, registered);
    assert_eq!(data.made_at.0, "2026-11-22T01:21:00Z");
    assert_eq!(data.account.name, "Nguyễn Thị Lan");
    assert_eq!(data.devices.len(), 1);
    let current: Draft = lan.draft(&unsent.id).await.body();
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
        declaration()["request"]
    );
    assert_eq!(data.dossiers[0].history.len(), 1);
    let consents = lan.call(&endpoints::GET_CONSENTS, &[]).await;
    assert_eq!(data.consents, consents.body::<Vec<_>>());
}

#[tokio::test]
async fn whom_an_identity_provider_knows_her_as_is_among_it() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    assert_eq!(data(&lan).await.identities, []);
    let linking = backend.state.store.run(|transaction| {
        let link = "INSERT INTO identities (provider, subject, account_id)
                    SELECT 'dvcqg', 's-1', id FROM accounts";
        Ok(transaction.execute(link, [])?)
    });
    linking.await.unwrap();
    let linked = LinkedIdentity {
        provider: "dvcqg".to_owned(),
        subject: "s-1".to_owned(),
    };
    assert_eq!(data(&lan).await.identities, [linked]);
}

#[tokio::test]
async fn the_parts_of_a_group_are_among_it() {
    let backend = Backend::start_with_group();
    let lan = backend.lan().await;
    let receipt = lan.sent_group().await;
    let data = data(&lan).await;
    let parts = data.dossiers.iter();
    let parts = parts.filter(|sent| sent.whole.as_ref() == Some(&receipt.code));
    assert_eq!(parts.count(), 3);
    assert_eq!(data.dossiers.len(), 4);
}

#[tokio::test]
async fn nothing_of_anybody_else_is_among_it() {
    let backend = Backend::start();
    let (lan, binh) = (backend.lan().await, backend.binh().await);
    let draft = lan.filled_copy().await;
    lan.submit(&draft.id, "key-1").await.body::<Receipt>();
    lan.filled_copy().await;
    let his = data(&binh).await;
    assert_eq!((his.drafts.len(), his.dossiers.len()), (0, 0));
    assert_eq!(his.devices.len(), 1);
    assert_eq!(his.account.name, "Trần Văn Bình");
}

#[tokio::test]
async fn one_sign_in_files_with_the_agencies_of_two_provinces() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let provinces: Vec<Province> = lan.call(&endpoints::GET_PROVINCES, &[]).await.body();
    let mut agencies = Vec::new();
    for province in ["44", "79"] {
        assert!(provinces.iter().any(|known| known.code == province));
        let communes: Vec<Commune> = lan.call(&endpoints::GET_COMMUNES, &[province]).await.body();
        let place = PlaceRef {
            province: province.to_owned(),
            commune: communes[0].code.clone(),
        };
        let key = ["key-", province].concat();
        agencies.push(file_at(&lan, place, &key).await.agency_name);
    }
    assert_ne!(agencies[0], agencies[1]);
    assert_eq!(data(&lan).await.dossiers.len(), 2);
}

async fn file_at(lan: &Visitor, agency: PlaceRef, key: &str) -> Receipt {
    let new = NewDraft {
        procedure: COPY.to_owned(),
        agency: Some(agency),
        for_whom: contract::draft::ForWhom::default(),
    };
    let draft: Draft = lan.begin_as(key, &new).await.body();
    let patch = json!({"answers": declaration(), "delivery": {"channel": "online"}});
    lan.save(&draft.id, draft.version, &patch)
        .await
        .body::<Draft>();
    lan.submit(&draft.id, key).await.body()
}
