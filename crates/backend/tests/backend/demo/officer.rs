//! The officer's forms on `/demo`: a decision moves a dossier to its next status. The backend accepts a decision only
//! from the page `/demo` itself.

use contract::dossier::{Dossier, DossierStatus, Tab};
use contract::endpoints;
use contract::receipt::Receipt;

use crate::kit::officer::{post_decision, post_decision_with_headers};
use crate::kit::{TestBackend, TestClient};

#[tokio::test]
async fn a_dossier_goes_through_all_statuses_to_its_result() {
    let backend = TestBackend::start();
    let (lan, code) = submit_dossier(&backend).await;
    let office = backend.client();
    for (decision, status, tab, action, words) in [
        (
            "move=2",
            DossierStatus::Accepted,
            Tab::Processing,
            "Tiếp nhận",
            "đã được tiếp nhận",
        ),
        (
            "move=6-online",
            DossierStatus::ObligationRequested,
            Tab::Payment,
            "Yêu cầu nộp phí",
            "tài chính",
        ),
        (
            "move=4",
            DossierStatus::Processing,
            Tab::Processing,
            "Đã thanh toán",
            "đang được xử lý",
        ),
        (
            "move=5&note=Thi%E1%BA%BFu",
            DossierStatus::SupplementRequested,
            Tab::Supplement,
            "Yêu cầu bổ sung",
            "cần bổ sung",
        ),
        (
            "move=8",
            DossierStatus::Paused,
            Tab::Paused,
            "Quá hạn bổ sung",
            "dừng xử lý",
        ),
        (
            "move=4",
            DossierStatus::Processing,
            Tab::Processing,
            "Tiếp tục xử lý",
            "đang được xử lý",
        ),
        (
            "move=6",
            DossierStatus::ObligationRequested,
            Tab::Obligation,
            "Yêu cầu nghĩa vụ tài chính",
            "tài chính",
        ),
        (
            "move=4",
            DossierStatus::Processing,
            Tab::Processing,
            "Đã thanh toán",
            "đang được xử lý",
        ),
        (
            "move=9",
            DossierStatus::Processed,
            Tab::Processed,
            "Có kết quả",
            "đã có kết quả",
        ),
        (
            "move=10",
            DossierStatus::Returned,
            Tab::Returned,
            "Trả kết quả",
            "đã được trả",
        ),
    ] {
        let done = post_decision(&office, &code, decision).await;
        assert_eq!(
            (done.status.as_u16(), done.header("location")),
            (303, Some("/demo")),
            "{action}"
        );
        let dossier = get_dossier(&lan, &code).await;
        assert_eq!((dossier.status, dossier.tab), (status, tab), "{action}");
        assert_eq!(dossier.history[0].action, action);
        let messages = backend.messages("0912345678").await;
        assert!(
            messages.last().unwrap().contains(words),
            "{action}: {messages:?}"
        );
        assert!(
            messages
                .iter()
                .all(|text| !text.contains("Lan") && !text.contains("Thiếu"))
        );
    }
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.history.len(), 11);
    let processed = &dossier.history[1];
    assert!(
        processed.office.starts_with("Bộ phận chuyên môn – "),
        "{}",
        processed.office
    );
    assert_eq!(
        processed.handler.as_deref(),
        Some("Cán bộ thụ lý (bản thử)")
    );
    assert!(dossier.office.starts_with("Bộ phận Một cửa – "));
}

#[tokio::test]
async fn the_history_records_whether_each_step_was_on_time() {
    let backend = TestBackend::start();
    let (_, code) = submit_dossier(&backend).await;
    let office = backend.client();
    backend.advance_clock(24 * 3600);
    post_decision(&office, &code, "move=2").await;
    backend.advance_clock(2 * 24 * 3600);
    post_decision(&office, &code, "move=4").await;
    let lan = backend.sign_in("0912345678").await;
    let history = get_dossier(&lan, &code).await.history;
    let on_time: Vec<_> = history.iter().map(|entry| entry.on_time).collect();
    // The history begins with the newest entry: the result was due two days ago, so the step is late already, although
    // nobody has finished it. Before that, the dossier was forwarded one day late. The oldest entry states that it was
    // accepted on the last day.
    assert_eq!(on_time, [Some(false), Some(false), Some(true)]);
}

#[tokio::test]
async fn a_rejection_needs_a_reason_and_closes_the_dossier() {
    let backend = TestBackend::start();
    let (lan, code) = submit_dossier(&backend).await;
    let office = backend.client();
    let overlong = format!("move=3&note={}", "a".repeat(10_000));
    for invalid in [
        "move=3",
        "move=3&note=++",
        "move=3&note=%E2%80%AE",
        &overlong,
    ] {
        let refused = post_decision(&office, &code, invalid).await;
        assert_eq!(refused.status, 422, "{invalid:.30}");
        assert!(refused.text().contains("role=\"alert\""));
    }
    assert_eq!(
        get_dossier(&lan, &code).await.status,
        DossierStatus::Registered
    );
    post_decision(&office, &code, "move=3&note=%3Cb%3ESai+n%C6%A1i%3C%2Fb%3E").await;
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Rejected, Tab::Closed)
    );
    assert_eq!(dossier.note.as_deref(), Some("<b>Sai nơi</b>"));
    let page = office.navigate("/demo").await.text();
    assert!(page.contains("&lt;b&gt;Sai nơi&lt;/b&gt;") && !page.contains("<b>Sai nơi"));
}

#[tokio::test]
async fn a_decision_sent_twice_is_applied_once() {
    let backend = TestBackend::start();
    let (lan, code) = submit_dossier(&backend).await;
    let office = backend.client();
    assert_eq!(post_decision(&office, &code, "move=2").await.status, 303);
    assert_eq!(post_decision(&office, &code, "move=2").await.status, 409);
    for other in ["move=10", "move=", "move=99", "move=6-offline"] {
        assert_eq!(
            post_decision(&office, &code, other).await.status,
            409,
            "{other}"
        );
    }
    assert_eq!(get_dossier(&lan, &code).await.history.len(), 2);
    assert_eq!(
        post_decision(&office, "H50-261122-0404", "move=2")
            .await
            .status,
        404
    );
}

#[tokio::test]
async fn officer_decisions_need_the_same_origin() {
    let backend = TestBackend::start();
    let (lan, code) = submit_dossier(&backend).await;
    let guest = backend.client();
    for headers in [
        vec![("sec-fetch-site", "cross-site")],
        vec![
            ("sec-fetch-site", "same-site"),
            ("origin", "http://127.0.0.1:8080"),
        ],
        vec![
            ("origin", "https://example.com"),
            ("host", "127.0.0.1:8080"),
        ],
        vec![("origin", "null"), ("host", "127.0.0.1:8080")],
        vec![("host", "127.0.0.1:8080")],
        vec![],
    ] {
        assert_eq!(
            post_decision_with_headers(&guest, &code, "move=2", &headers)
                .await
                .status,
            403,
            "{headers:?}"
        );
    }
    assert_eq!(
        get_dossier(&lan, &code).await.status,
        DossierStatus::Registered
    );
    let own = [
        ("origin", "http://127.0.0.1:8080"),
        ("host", "127.0.0.1:8080"),
    ];
    assert_eq!(
        post_decision_with_headers(&guest, &code, "move=2", &own)
            .await
            .status,
        303
    );
}

/// Registers Lan and submits a dossier. Returns Lan's client and the dossier code.
async fn submit_dossier(backend: &TestBackend) -> (TestClient, String) {
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    (lan, code)
}

async fn get_dossier(client: &TestClient, code: &str) -> Dossier {
    client.call(&endpoints::GET_DOSSIER, &[code]).await.json()
}
