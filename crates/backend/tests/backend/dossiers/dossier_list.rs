//! The list of dossiers («Hồ sơ của tôi»): the tabs with their counts, the pages of the list, and the position of a
//! newly submitted dossier in the list.

use contract::ProblemCode;
use contract::dossier::{Dossier, DossierItem, DossierListPage, DossierStatus, Tab};
use contract::draft::{Draft, ForWhom};
use contract::endpoints;
use contract::receipt::Receipt;

use serde_json::json;

use crate::kit::filing::{BIRTH, birth_answers};
use crate::kit::{TestBackend, TestClient, TestResponse};

#[tokio::test]
async fn all_tabs_of_a_new_account_are_empty() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let page: DossierListPage = list(&lan, "").await.json();
    let tabs: Vec<_> = page
        .counts
        .iter()
        .map(|count| (count.tab, count.count))
        .collect();
    assert_eq!(tabs, Tab::ALL.map(|tab| (tab, 0)));
    assert_eq!((page.page, page.pages, page.items.len()), (1, 1, 0));
}

#[tokio::test]
async fn lists_drafts_and_new_dossiers_together_newest_first() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    backend.advance_clock(60);
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    backend.advance_clock(60);
    let newer = lan.create_draft(BIRTH).await;
    let page: DossierListPage = list(&lan, "?tab=new").await.json();
    assert_eq!(count(&page, Tab::New), 2);
    let keys: Vec<_> = page.items.iter().map(key).collect();
    assert_eq!(keys, [newer.id.as_str(), receipt.code.as_str()]);
    let other: DossierListPage = list(&lan, "?tab=processing").await.json();
    assert_eq!((count(&other, Tab::New), other.items.len()), (2, 0));
    let stranger: DossierListPage = list(&backend.register_binh().await, "").await.json();
    assert_eq!(count(&stranger, Tab::New), 0);
}

#[tokio::test]
async fn pages_a_long_list() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let mut begun = Vec::new();
    for _ in 0..21 {
        begun.push(lan.create_draft(BIRTH).await.id);
        backend.advance_clock(1);
    }
    begun.reverse();
    let first: DossierListPage = list(&lan, "?page=1").await.json();
    let second: DossierListPage = list(&lan, "?tab=new&page=2").await.json();
    let listed: Vec<_> = first.items.iter().chain(&second.items).map(key).collect();
    assert_eq!(listed, begun);
    assert_eq!(
        (first.pages, first.items.len(), second.items.len()),
        (2, 20, 1)
    );
    let beyond: DossierListPage = list(&lan, "?page=4294967295").await.json();
    assert!(beyond.items.is_empty());
}

#[tokio::test]
async fn rejects_an_unknown_tab_or_page() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for query in [
        "?tab=all",
        "?tab=",
        "?page=0",
        "?page=-1",
        "?page=x",
        "?page=4294967296",
    ] {
        list(&lan, query)
            .await
            .assert_problem(400, ProblemCode::InvalidRequest);
    }
    list(&backend.client(), "")
        .await
        .assert_problem(401, ProblemCode::NotSignedIn);
}

#[tokio::test]
async fn dossier_and_receipt_are_not_found_for_another_citizen() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    let dossier = binh.call(&endpoints::GET_DOSSIER, &[&code]).await;
    dossier.assert_problem(404, ProblemCode::NotFound);
    let receipt = binh.call(&endpoints::GET_RECEIPT, &[&code]).await;
    receipt.assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn two_drafts_of_one_procedure_say_for_whom_and_how_far_they_are() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let own = lan.create_draft(BIRTH).await;
    let helped = lan.create_draft(BIRTH).await;
    let patch = json!({
        "for_whom": "helped",
        "answers": {"requester_name": "Lê Thị Hoa", "child_name": "Lê Minh Anh"}
    });
    lan.save_draft(&helped.id, 1, &patch).await.json::<Draft>();
    let child = lan.create_draft(BIRTH).await;
    let patch = json!({"for_whom": "child", "answers": birth_answers()});
    lan.save_draft(&child.id, 1, &patch).await.json::<Draft>();
    let page: DossierListPage = list(&lan, "?tab=new").await.json();
    let facts = |draft: &Draft| {
        let item = page.items.iter().find(|item| key(item) == draft.id);
        match item.unwrap() {
            DossierItem::Draft {
                procedure,
                for_whom,
                person,
                answered,
                required,
                ..
            } => {
                assert_eq!(procedure, BIRTH);
                (*for_whom, person.clone(), *answered, *required)
            }
            DossierItem::Dossier { .. } | DossierItem::Other { .. } => {
                panic!("a draft is listed as something else")
            }
        }
    };
    let (for_whom, person, answered, required) = facts(&own);
    assert_eq!((for_whom, person, answered), (ForWhom::Oneself, None, 0));
    assert!(required > 10, "{required}");
    let (for_whom, person, answered, _) = facts(&helped);
    let hoa = Some("Lê Thị Hoa".to_owned());
    assert_eq!((for_whom, person, answered), (ForWhom::Helped, hoa, 2));
    let (for_whom, person, answered, required) = facts(&child);
    let anh = Some("Nguyễn Minh Anh".to_owned());
    assert_eq!((for_whom, person), (ForWhom::Child, anh));
    assert_eq!(answered, required, "every required answer is given");
}

#[tokio::test]
async fn a_new_dossier_is_registered_at_the_counter_with_one_history_entry() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let dossier: Dossier = lan
        .call(&endpoints::GET_DOSSIER, &[&receipt.code])
        .await
        .json();
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Registered, Tab::New)
    );
    assert_eq!(
        dossier.office,
        format!("Bộ phận Một cửa – {}", receipt.agency_name)
    );
    assert_eq!(dossier.history.len(), 1);
    let entry = &dossier.history[0];
    assert_eq!((entry.action.as_str(), entry.on_time), ("Gửi hồ sơ", None));
    assert_eq!(entry.deadline.clone().unwrap().0, "2026-11-23");
}

fn key(item: &DossierItem) -> &str {
    match item {
        DossierItem::Draft { id, .. } => id,
        DossierItem::Dossier { code, .. } => code,
        DossierItem::Other { kind, .. } => kind.as_str(),
    }
}

fn count(page: &DossierListPage, tab: Tab) -> u32 {
    page.counts
        .iter()
        .find(|count| count.tab == tab)
        .unwrap()
        .count
}

async fn list(client: &TestClient, query: &str) -> TestResponse {
    client.navigate(&format!("/api/dossiers{query}")).await
}
