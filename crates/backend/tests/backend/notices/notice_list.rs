//! The list of notices in the app.

use contract::endpoints;
use contract::notice::{NoticeKind, NoticePage, NoticesRead, UnreadNotices};
use contract::problem::ProblemCode;
use contract::receipt::Receipt;

use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient};

async fn page(client: &TestClient) -> NoticePage {
    client.call(&endpoints::GET_NOTICES, &[]).await.json()
}

async fn submit(client: &TestClient) -> String {
    let draft = client.complete_draft().await;
    let receipt: Receipt = client.submit(&draft.id, "key-1").await.json();
    receipt.code
}

#[tokio::test]
async fn each_step_of_a_dossier_becomes_one_notice_without_personal_data() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let office = backend.client();
    for decision in [
        "move=2",
        "move=5&note=B%C3%A0+Lan+thi%E1%BA%BFu+gi%E1%BA%A5y",
        "move=8",
        "move=4",
        "move=6-online",
        "move=4",
        "move=9",
        "move=10",
    ] {
        post_decision(&office, &code, decision).await;
    }
    let page = page(&lan).await;
    let kinds: Vec<NoticeKind> = page.items.iter().rev().map(|notice| notice.kind).collect();
    assert_eq!(
        kinds,
        [
            NoticeKind::Submitted,
            NoticeKind::Accepted,
            NoticeKind::SupplementRequested,
            NoticeKind::Paused,
            NoticeKind::Processing,
            NoticeKind::FeeRequested,
            NoticeKind::Paid,
            NoticeKind::ResultReady,
            NoticeKind::Returned,
        ]
    );
    assert_eq!((page.unread, page.page, page.pages), (9, 1, 1));
    for notice in &page.items {
        assert_eq!(notice.dossier.as_deref(), Some(code.as_str()));
        assert!(notice.text.contains(&code), "{}", notice.text);
        for personal in ["Lan", "0912345678", "045190000001", "thiếu"] {
            assert!(!notice.text.contains(personal), "{}", notice.text);
        }
    }
    assert_eq!(
        page.items[0].text,
        format!("Kết quả của hồ sơ {code} đã được trả.")
    );
}

#[tokio::test]
async fn a_refused_change_leaves_no_notice() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let office = backend.client();
    assert_eq!(post_decision(&office, &code, "move=10").await.status, 409);
    assert_eq!(post_decision(&office, &code, "move=3").await.status, 422);
    assert_eq!(page(&lan).await.items.len(), 1);
}

#[tokio::test]
async fn reading_marks_what_was_seen_and_leaves_what_came_later() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let office = backend.client();
    post_decision(&office, &code, "move=2").await;
    let seen = page(&lan).await;
    post_decision(&office, &code, "move=4").await;
    let body = NoticesRead {
        up_to: seen.items[0].id.clone(),
    };
    let read = async || -> UnreadNotices {
        lan.post(&endpoints::POST_NOTICES_READ, &[], &body)
            .await
            .json()
    };
    assert_eq!(read().await.unread, 1);
    assert_eq!(read().await.unread, 1);
    let page = page(&lan).await;
    let unread: Vec<bool> = page.items.iter().map(|notice| !notice.read).collect();
    assert_eq!(unread, [true, false, false]);
    let unknown = NoticesRead {
        up_to: "unknown".to_owned(),
    };
    let answer: UnreadNotices = lan
        .post(&endpoints::POST_NOTICES_READ, &[], &unknown)
        .await
        .json();
    assert_eq!(answer.unread, 1);
}

#[tokio::test]
async fn another_citizen_neither_sees_nor_reads_a_notice() {
    let backend = TestBackend::start();
    let (lan, binh) = (backend.register_lan().await, backend.register_binh().await);
    submit(&lan).await;
    let id = page(&lan).await.items[0].id.clone();
    let body = NoticesRead { up_to: id };
    binh.post(&endpoints::POST_NOTICES_READ, &[], &body).await;
    assert_eq!(page(&binh).await.items, []);
    assert_eq!(page(&lan).await.unread, 1);
}

#[tokio::test]
async fn a_list_of_many_notices_has_pages_of_twenty() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let code = submit(&lan).await;
    let office = backend.client();
    post_decision(&office, &code, "move=2").await;
    for _ in 0..10 {
        post_decision(&office, &code, "move=6").await;
        post_decision(&office, &code, "move=4").await;
    }
    let first = page(&lan).await;
    assert_eq!((first.items.len(), first.pages, first.unread), (20, 2, 22));
    let get = async |query: &str| {
        let request = axum::http::Request::get(format!("/api/notices?{query}"));
        lan.send(request.body(axum::body::Body::empty()).unwrap())
            .await
    };
    let second: NoticePage = get("page=2").await.json();
    assert_eq!(second.items.len(), 2);
    let after: NoticePage = get("page=9").await.json();
    assert_eq!((after.items.len(), after.pages), (0, 2));
    get("page=0")
        .await
        .assert_problem(400, ProblemCode::InvalidRequest);
}
