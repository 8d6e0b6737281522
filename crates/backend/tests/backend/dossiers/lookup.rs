//! The public look-up of a dossier («Tra cứu hồ sơ») without a session. The applicant sees the dossier's status.
//! Anybody else learns nothing.

use axum::body::Body;
use contract::ProblemCode;
use contract::dossier::DossierStatus;
use contract::endpoints;
use contract::lookup::LookupResult;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient, TestResponse};

#[tokio::test]
async fn looks_up_a_status_by_code_and_phone_or_citizen_id_in_any_notation() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    post_decision(&backend.client(), &receipt.code, "move=2").await;
    let guest = backend.client();
    let small = receipt.code.to_lowercase();
    let spaced = format!(" {} ", receipt.code.replace('-', " - "));
    let copied = format!("\u{200B}{}.", receipt.code.replace('-', "–"));
    let scanned = receipt.code.replace('0', "０").replace('-', "－");
    for (code, filed_by) in [
        (receipt.code.as_str(), "0912345678"),
        (receipt.code.as_str(), "045190000001"),
        (small.as_str(), "+84 912 345 678"),
        (spaced.as_str(), "045 190 000 001"),
        (copied.as_str(), "912345678"),
        (scanned.as_str(), "84 0912345678"),
    ] {
        let found: LookupResult = look_up(&guest, code, filed_by).await.json();
        assert_eq!(found.code, receipt.code);
        assert_eq!(found.status, DossierStatus::Accepted);
        assert_eq!(found.due_on, receipt.due_on);
        assert!(found.parts.is_empty());
    }
    let text = look_up(&guest, &receipt.code, "0912345678").await.text();
    for personal in [
        "Lan",
        "0912345678",
        "045190000001",
        "Thôn Một",
        "trích lục khai sinh",
    ] {
        assert!(!text.contains(personal), "{personal}: {text}");
    }
}

#[tokio::test]
async fn a_wrong_code_and_a_wrong_applicant_get_the_same_response() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.register_binh().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    let unknown = look_up(&guest, "H50.19.624-261122-9999", "0912345678").await;
    unknown.assert_problem(404, ProblemCode::NotFound);
    for filed_by in ["0987654321", "045090000002", "912345679"] {
        let wrong = look_up(&guest, &receipt.code, filed_by).await;
        assert_eq!(
            (wrong.status, wrong.text()),
            (unknown.status, unknown.text())
        );
    }
}

#[tokio::test]
async fn looks_up_a_group_with_its_parts_and_each_part_by_its_code() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let guest = backend.client();
    let group: LookupResult = look_up(&guest, &receipt.code, "0912345678").await.json();
    let codes = |parts: &[LookupResult]| parts.iter().map(|part| part.code.clone()).collect();
    let part_codes: Vec<String> = codes(&group.parts);
    let expected: Vec<String> = receipt.parts.iter().map(|part| part.code.clone()).collect();
    assert_eq!(part_codes, expected);
    let part: LookupResult = look_up(&guest, &expected[1], "0912345678").await.json();
    assert_eq!(part.procedure_name, "Đăng ký thường trú");
}

#[tokio::test]
async fn limits_lookups_per_code_whether_the_dossier_exists_or_not() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    for code in [receipt.code.as_str(), "H50.19.624-261122-9999"] {
        for guess in 0..10 {
            let wrong = look_up(&guest, code, &format!("09000000{guess:02}")).await;
            wrong.assert_problem(404, ProblemCode::NotFound);
        }
        let refused = look_up(&guest, code, "0912345678").await;
        let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
        assert_eq!(refused.retry_after_seconds, Some(600));
    }
    backend.advance_clock(600);
    assert_eq!(
        look_up(&guest, &receipt.code, "0912345678").await.status,
        200
    );
}

#[tokio::test]
async fn a_strangers_guesses_do_not_lock_out_the_applicant() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    for guess in 0..10 {
        let guess = format!("09000000{guess:02}");
        let wrong = look_up_from(&guest, "203.0.113.7", &receipt.code, &guess).await;
        assert_eq!(wrong.status, 404);
    }
    let guessed = look_up_from(&guest, "203.0.113.7", &receipt.code, "0912345678").await;
    assert_eq!(guessed.status, 429);
    let owner = look_up_from(&guest, "203.0.113.8", &receipt.code, "0912345678").await;
    assert_eq!(owner.status, 200);
}

#[tokio::test]
async fn limits_lookups_per_applicant_across_client_ips() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    let guess_codes = async |numbers: core::ops::Range<u32>, phone: &str| {
        for number in numbers {
            let (client_ip, code) = (format!("203.0.113.{number}"), format!("H50-{number}"));
            let wrong = look_up_from(&guest, &client_ip, &code, phone).await;
            wrong.assert_problem(404, ProblemCode::NotFound);
        }
    };
    guess_codes(0..50, "0912345678").await;
    for _ in 0..3 {
        let right = look_up_from(&guest, "203.0.113.100", &receipt.code, "0912345678").await;
        assert_eq!(right.status, 200);
    }
    // The right pairs don't count. The failed look-ups that follow do, although the number is written in another way.
    guess_codes(50..60, "+84 912 345 678").await;
    let refused = look_up_from(&guest, "203.0.113.101", &receipt.code, "0912345678").await;
    let refused = refused.assert_problem(429, ProblemCode::TooManyRequests);
    assert_eq!(refused.retry_after_seconds, Some(3600));
    assert!(refused.shared_limit);
    guess_codes(61..62, "0987654321").await;
    backend.advance_clock(3600);
    let later = look_up_from(&guest, "203.0.113.20", &receipt.code, "0912345678").await;
    assert_eq!(later.status, 200);
}

#[tokio::test]
async fn limits_lookups_per_client_ip() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let from = async |client_ip: &str, number: u32| {
        let (code, phone) = (format!("H50-{number}"), format!("09123456{number:02}"));
        let response = look_up_from(&guest, client_ip, &code, &phone).await;
        response.status.as_u16()
    };
    for number in 0..60 {
        assert_eq!(from("203.0.113.7", number).await, 404);
    }
    assert_eq!(from("203.0.113.7", 60).await, 429);
    assert_eq!(from("203.0.113.8", 61).await, 404);
}

#[tokio::test]
async fn ten_wrong_tries_with_one_code_leave_a_desks_other_citizens_their_tries() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let from = async |code: &str, filed_by: &str| {
        let response = look_up_from(&guest, "203.0.113.7", code, filed_by).await;
        response.status.as_u16()
    };
    for number in 0..60 {
        let expected = if number < 10 { 404 } else { 429 };
        assert_eq!(
            from("H50-1", &format!("09123456{number:02}")).await,
            expected
        );
    }
    assert_eq!(from("H50-2", "0987654321").await, 404);
}

#[tokio::test]
async fn forty_citizens_at_one_desk_look_up_their_dossiers_again_and_again() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    for _ in 0..80 {
        let found = look_up(&guest, &receipt.code, "0912345678").await;
        assert_eq!(found.status, 200);
    }
}

#[tokio::test]
async fn what_is_no_code_or_number_is_named_at_its_place_and_costs_no_try() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.json();
    let guest = backend.client();
    for _ in 0..30 {
        for (code, filed_by, pointer) in [
            ("0912345678", "0912345678", "/code"),
            ("hồ sơ của tôi", "0912345678", "/code"),
            (receipt.code.as_str(), "không biết", "/filed_by"),
            (receipt.code.as_str(), "' OR 1=1 --", "/filed_by"),
            (receipt.code.as_str(), " ", "/filed_by"),
        ] {
            let refused = look_up(&guest, code, filed_by).await;
            let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
            assert_eq!(refused.pointer.as_deref(), Some(pointer));
        }
    }
    let found = look_up(&guest, &receipt.code, "0912345678").await;
    assert_eq!(found.status, 200);
}

#[tokio::test]
async fn a_lookup_rejects_missing_or_overlong_input_with_a_pointer() {
    let backend = TestBackend::start();
    let guest = backend.client();
    let long = "9".repeat(10_000);
    for (code, filed_by, pointer) in [
        ("", "0912345678", "/code"),
        (long.as_str(), "0912345678", "/code"),
        ("H50", "", "/filed_by"),
        ("H50", long.as_str(), "/filed_by"),
    ] {
        let refused = look_up(&guest, code, filed_by).await;
        let refused = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some(pointer));
    }
}

async fn look_up_from(
    client: &TestClient,
    client_ip: &str,
    code: &str,
    filed_by: &str,
) -> TestResponse {
    let request = client
        .request(&endpoints::POST_LOOKUP, &[])
        .header("content-type", "application/json")
        .header("x-forwarded-for", client_ip);
    let body = json!({"code": code, "filed_by": filed_by}).to_string();
    client.send(request.body(Body::from(body)).unwrap()).await
}

async fn look_up(client: &TestClient, code: &str, filed_by: &str) -> TestResponse {
    let body = json!({"code": code, "filed_by": filed_by}).to_string();
    client.post_raw(&endpoints::POST_LOOKUP, &[], body).await
}
