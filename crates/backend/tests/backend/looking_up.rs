//! «Tra cứu hồ sơ» without signing in: who filed it learns how it stands, anybody else learns nothing.

use axum::body::Body;
use contract::ProblemCode;
use contract::dossier::Status;
use contract::endpoints;
use contract::lookup::LookedUp;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::officer::decide;
use crate::kit::{Answer, Backend, Visitor};

#[tokio::test]
async fn code_and_phone_or_citizen_id_show_how_a_dossier_stands_however_they_are_typed() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.filled_copy().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.body();
    decide(&backend.visitor(), &receipt.code, "move=2").await;
    let guest = backend.visitor();
    let small = receipt.code.to_lowercase();
    let spaced = format!(" {} ", receipt.code.replace('-', " - "));
    for (code, filed_by) in [
        (receipt.code.as_str(), "0912345678"),
        (receipt.code.as_str(), "045190000001"),
        (small.as_str(), "+84 912 345 678"),
        (spaced.as_str(), "045 190 000 001"),
    ] {
        let found: LookedUp = look_up(&guest, code, filed_by).await.body();
        assert_eq!(found.code, receipt.code);
        assert_eq!(found.status, Status::Accepted);
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
async fn a_wrong_code_and_a_wrong_person_get_one_and_the_same_answer() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    backend.binh().await;
    let draft = lan.filled_copy().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.body();
    let guest = backend.visitor();
    let unknown = look_up(&guest, "H50.19.624-261122-9999", "0912345678").await;
    unknown.refusal(404, ProblemCode::NotFound);
    for filed_by in [
        "0987654321",
        "045090000002",
        "không biết",
        "' OR 1=1 --",
        " ",
    ] {
        let wrong = look_up(&guest, &receipt.code, filed_by).await;
        assert_eq!(
            (wrong.status, wrong.text()),
            (unknown.status, unknown.text())
        );
    }
}

#[tokio::test]
async fn a_group_shows_its_parts_and_a_part_is_found_by_its_own_code() {
    let backend = Backend::start_with_group();
    let lan = backend.lan().await;
    let receipt = lan.sent_group().await;
    let guest = backend.visitor();
    let whole: LookedUp = look_up(&guest, &receipt.code, "0912345678").await.body();
    let codes = |parts: &[LookedUp]| parts.iter().map(|part| part.code.clone()).collect();
    let shown: Vec<String> = codes(&whole.parts);
    let given: Vec<String> = receipt.parts.iter().map(|part| part.code.clone()).collect();
    assert_eq!(shown, given);
    let part: LookedUp = look_up(&guest, &given[1], "0912345678").await.body();
    assert_eq!(part.procedure_name, "Đăng ký thường trú");
}

#[tokio::test]
async fn guessing_who_filed_a_dossier_is_slowed_down_whether_it_exists_or_not() {
    let backend = Backend::start();
    let lan = backend.lan().await;
    let draft = lan.filled_copy().await;
    let receipt: Receipt = lan.submit(&draft.id, "key").await.body();
    let guest = backend.visitor();
    for code in [receipt.code.as_str(), "H50.19.624-261122-9999"] {
        for guess in 0..10 {
            let wrong = look_up(&guest, code, &format!("09000000{guess:02}")).await;
            wrong.refusal(404, ProblemCode::NotFound);
        }
        let slowed = look_up(&guest, code, "0912345678").await;
        let slowed = slowed.refusal(429, ProblemCode::TooManyRequests);
        assert_eq!(slowed.retry_after_seconds, Some(600));
    }
    backend.wait(600);
    assert_eq!(
        look_up(&guest, &receipt.code, "0912345678").await.status,
        200
    );
}

#[tokio::test]
async fn one_address_cannot_try_code_after_code_and_holds_up_no_other() {
    let backend = Backend::start();
    let guest = backend.visitor();
    let from = async |address: &str, number: u32| {
        let request = guest
            .request(&endpoints::POST_LOOKUP, &[])
            .header("content-type", "application/json")
            .header("x-forwarded-for", address);
        let body = json!({"code": format!("H50-{number}"), "filed_by": "0912345678"});
        let request = request.body(Body::from(body.to_string())).unwrap();
        guest.send(request).await.status.as_u16()
    };
    for number in 0..60 {
        assert_eq!(from("203.0.113.7", number).await, 404);
    }
    assert_eq!(from("203.0.113.7", 60).await, 429);
    assert_eq!(from("203.0.113.8", 61).await, 404);
}

#[tokio::test]
async fn what_is_too_long_or_not_there_is_refused_at_its_place() {
    let backend = Backend::start();
    let guest = backend.visitor();
    let long = "9".repeat(10_000);
    for (code, filed_by, pointer) in [
        ("", "0912345678", "/code"),
        (long.as_str(), "0912345678", "/code"),
        ("H50", "", "/filed_by"),
        ("H50", long.as_str(), "/filed_by"),
    ] {
        let refused = look_up(&guest, code, filed_by).await;
        let refused = refused.refusal(422, ProblemCode::InvalidAnswers);
        assert_eq!(refused.pointer.as_deref(), Some(pointer));
    }
}

async fn look_up(visitor: &Visitor, code: &str, filed_by: &str) -> Answer {
    let body = json!({"code": code, "filed_by": filed_by}).to_string();
    visitor.post_text(&endpoints::POST_LOOKUP, &[], body).await
}
