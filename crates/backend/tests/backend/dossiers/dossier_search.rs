//! Searching «Hồ sơ của tôi», a list of 500 dossiers, and what is under way for one procedure.

use contract::ProblemCode;
use contract::dossier::{
    DossierItem, DossierListPage, DossierSearch, DossierStatus, Tab, UnderWay,
};
use contract::draft::Draft;
use contract::endpoints;
use contract::limits::DOSSIER_SEARCH_CHARS;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{BIRTH, COPY, birth_answers};
use crate::kit::officer::post_decision;
use crate::kit::replies::ask_for;
use crate::kit::{TestBackend, TestClient};

async fn search(client: &TestClient, search: &DossierSearch) -> DossierListPage {
    let found = client
        .post(&endpoints::POST_DOSSIER_SEARCH, &[], search)
        .await;
    found.json()
}

fn text(text: &str) -> DossierSearch {
    DossierSearch {
        text: text.to_owned(),
        ..DossierSearch::default()
    }
}

fn keys(items: &[DossierItem]) -> Vec<&str> {
    fn key(item: &DossierItem) -> &str {
        match item {
            DossierItem::Draft { id, .. } => id.as_str(),
            DossierItem::Dossier { code, .. } => code.as_str(),
            DossierItem::Other { kind, .. } => kind.as_str(),
        }
    }
    items.iter().map(key).collect()
}

#[tokio::test]
async fn finds_dossiers_and_drafts_by_code_procedure_agency_or_person_without_accents() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    let patch = json!({"for_whom": "child", "answers": birth_answers()});
    lan.save_draft(&draft.id, 1, &patch).await.json::<Draft>();
    let complete = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&complete.id, "key").await.json();
    let code = receipt.code.as_str();
    let last_digits = code.rsplit('-').next().unwrap();
    for (typed, expected) in [
        (code, vec![code]),
        (last_digits, vec![code]),
        ("TRICH  luc", vec![code]),
        ("KHAI SINH dang ky", vec![draft.id.as_str()]),
        ("minh anh", vec![draft.id.as_str()]),
        ("trieu phong", vec![code, draft.id.as_str()]),
        ("triệu phong đăng ký", vec![draft.id.as_str()]),
        ("không có gì như thế", vec![]),
    ] {
        let found = search(&lan, &text(typed)).await;
        let mut found: Vec<String> = keys(&found.items)
            .iter()
            .map(|&key| key.to_owned())
            .collect();
        let mut expected: Vec<String> = expected.into_iter().map(str::to_owned).collect();
        found.sort();
        expected.sort();
        assert_eq!(found, expected, "{typed}");
    }
    // The counts are those of the found items, and a tab narrows the search.
    let found = search(&lan, &text("trich luc")).await;
    let new = found.counts.iter().find(|count| count.tab == Tab::New);
    assert_eq!(new.unwrap().count, 1);
    let in_tab = DossierSearch {
        tab: Some(Tab::Processing),
        ..text("trich luc")
    };
    assert!(search(&lan, &in_tab).await.items.is_empty());
    let stranger = backend.register_binh().await;
    assert!(search(&stranger, &text(code)).await.items.is_empty());
}

#[tokio::test]
async fn filters_by_agency_and_by_the_day_of_sending() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    assert_eq!(page.agencies, std::slice::from_ref(&receipt.agency_name));
    let count = async |search: DossierSearch| {
        let found = lan
            .post(&endpoints::POST_DOSSIER_SEARCH, &[], &search)
            .await;
        found.json::<DossierListPage>().items.len()
    };
    let agency = |name: &str| DossierSearch {
        agency: Some(name.to_owned()),
        ..DossierSearch::default()
    };
    assert_eq!(count(agency(&receipt.agency_name)).await, 1);
    assert_eq!(count(agency("Ủy ban nhân dân xã khác")).await, 0);
    // The clock starts on 2026-11-22 at 08:20 in Vietnam.
    let days = |from: Option<&str>, until: Option<&str>| DossierSearch {
        from: from.map(str::to_owned),
        until: until.map(str::to_owned),
        ..DossierSearch::default()
    };
    assert_eq!(count(days(Some("2026-11-22"), Some("2026-11-22"))).await, 1);
    assert_eq!(count(days(Some("2026-11-23"), None)).await, 0);
    assert_eq!(count(days(None, Some("2026-11-21"))).await, 0);
}

#[tokio::test]
async fn refuses_a_search_that_breaks_a_bound_at_its_place() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    for (body, pointer) in [
        (
            json!({"text": "a".repeat(DOSSIER_SEARCH_CHARS + 1)}),
            "/text",
        ),
        (json!({"from": "2026-02-30"}), "/from"),
        (json!({"until": "soon"}), "/until"),
        (json!({"page": 0}), "/page"),
        (json!({"tab": "everything"}), "/tab"),
    ] {
        let refused = lan
            .post_raw(&endpoints::POST_DOSSIER_SEARCH, &[], body.to_string())
            .await;
        let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some(pointer));
    }
}

#[tokio::test]
async fn lists_and_searches_five_hundred_dossiers_page_by_page() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let code = receipt.code.clone();
    // Copies of the dossier, each with another code and in one of two statuses.
    let copied = backend.state.store.run(move |transaction| {
        for number in 1..500 {
            let other = format!("{}{number:04}", code.trim_end_matches(|digit: char| digit.is_ascii_digit()));
            transaction.execute(
                "INSERT INTO dossiers (code, account_id, sent_key, body_hash, receipt, answers, form, status, open_fee,
                     withdrawn, office, updated_at, for_whom, due_on)
                 SELECT ?2, account_id, ?2, body_hash, json_set(receipt, '$.code', ?2), answers, form, ?3, 0, 0,
                     office, updated_at + ?4, for_whom, due_on FROM dossiers WHERE code = ?1",
                rusqlite::params![code, format!("{other}9"), if number % 2 == 0 { 4 } else { 5 }, number],
            )?;
        }
        Ok(())
    });
    copied.await.unwrap();
    let page: DossierListPage = lan
        .navigate("/api/dossiers?tab=supplement&page=13")
        .await
        .json();
    assert_eq!((page.pages, page.items.len()), (13, 10));
    assert_eq!(
        (page.needs_citizen.len(), page.needs_citizen_count),
        (3, 250)
    );
    let total: u32 = page.counts.iter().map(|count| count.count).sum();
    assert_eq!(total, 500, "the counts of the tabs add up");
    let found = search(&lan, &text("trich luc")).await;
    assert_eq!((found.pages, found.items.len()), (25, 20));
}

#[tokio::test]
async fn what_is_under_way_for_a_procedure_is_offered_until_it_is_closed() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let under_way = async |procedure: &str| {
        let answer = lan.call(&endpoints::GET_UNDER_WAY, &[procedure]).await;
        answer.json::<UnderWay>().items
    };
    assert!(under_way(COPY).await.is_empty());
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let open = lan.create_draft(COPY).await;
    lan.create_draft(BIRTH).await;
    assert_eq!(
        keys(&under_way(COPY).await),
        [open.id.as_str(), receipt.code.as_str()]
    );
    let office = backend.client();
    post_decision(&office, &receipt.code, "move=3&note=Sai").await;
    assert_eq!(keys(&under_way(COPY).await), [open.id.as_str()]);
    let unknown = lan.call(&endpoints::GET_UNDER_WAY, &["9.999999"]).await;
    unknown.assert_problem(404, ProblemCode::NotFound);
}

#[tokio::test]
async fn a_deadline_that_has_passed_is_applied_before_a_search_and_before_what_is_under_way() {
    for reads_search in [true, false] {
        let backend = TestBackend::start();
        let (_, code) = backend.birth_under_way().await;
        let asked = [
            ("kind", "supplement"),
            ("reason", "Sai tên"),
            ("until", "2026-11-27"),
            ("q:child_name", "on"),
        ];
        ask_for(&backend.client(), &code, &asked).await;
        backend.advance_clock(6 * 24 * 3600);
        let lan = backend.sign_in("0912345678").await;
        let items = match reads_search {
            true => search(&lan, &text(&code)).await.items,
            false => {
                let under_way: UnderWay =
                    lan.call(&endpoints::GET_UNDER_WAY, &[BIRTH]).await.json();
                under_way.items
            }
        };
        let DossierItem::Dossier { status, .. } = &items[0] else {
            panic!("{items:?}");
        };
        assert_eq!(*status, DossierStatus::Paused, "search: {reads_search}");
    }
}
