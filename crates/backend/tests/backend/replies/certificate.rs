//! The draft of a birth or death certificate, which the citizen confirms within one working day.

use contract::dossier::{DossierStatus, SupplementKind};
use contract::draft::Draft;
use contract::problem::ProblemCode;
use serde_json::json;

use crate::kit::TestBackend;
use crate::kit::group::get_dossier;
use crate::kit::replies::ask_for;

const DRAFT: [(&str, &str); 1] = [("kind", "certificate")];

#[tokio::test]
async fn the_citizen_sees_what_will_be_printed_and_agrees() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    let asked = ask_for(&backend.client(), &code, &DRAFT).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.history[0].action, "Gửi bản thảo để xác nhận");
    let request = dossier.supplement.unwrap();
    assert_eq!(request.kind, SupplementKind::Certificate);
    // The day after a Sunday is a working day.
    assert_eq!(request.until.unwrap().0, "2026-11-23");
    let shown: Vec<&str> = request
        .items
        .iter()
        .filter_map(|item| item.question.as_deref())
        .collect();
    assert!(shown.contains(&"child_name") && shown.contains(&"mother_name"));
    assert!(!shown.contains(&"requester_name") && !shown.contains(&"copies_wanted"));
    let reply: Draft = lan
        .begin_reply(&code, &json!({"kind": "supplement"}))
        .await
        .json();
    let empty = lan.send_reply(&reply.id, "reply-1").await;
    empty.assert_problem(422, ProblemCode::InvalidAnswers);
    let patch = json!({"answers": {"agreed": "Đúng, đồng ý in"}});
    lan.save_draft(&reply.id, reply.version, &patch).await;
    let sent = lan.send_reply(&reply.id, "reply-1").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let after = get_dossier(&lan, &code).await;
    assert_eq!(after.status, DossierStatus::Processing);
    assert_eq!(after.history[0].action, "Đồng ý bản thảo");
    assert_eq!(after.sent_supplements[0].agreed, Some(true));
}

#[tokio::test]
async fn who_finds_a_mistake_says_what_is_wrong() {
    let backend = TestBackend::start();
    let (lan, code) = backend.birth_under_way().await;
    ask_for(&backend.client(), &code, &DRAFT).await;
    let reply: Draft = lan
        .begin_reply(&code, &json!({"kind": "supplement"}))
        .await
        .json();
    let patch = json!({"answers": {"agreed": "Có chỗ sai"}});
    let saved: Draft = lan
        .save_draft(&reply.id, reply.version, &patch)
        .await
        .json();
    let missing = lan.send_reply(&reply.id, "reply-1").await;
    let missing = missing.assert_problem(422, ProblemCode::InvalidAnswers);
    assert_eq!(missing.errors[0].pointer, "/answers/text");
    let patch = json!({"answers": {"text": "Tên đệm là Minh."}});
    lan.save_draft(&reply.id, saved.version, &patch).await;
    assert_eq!(lan.send_reply(&reply.id, "reply-1").await.status, 201);
    let after = get_dossier(&lan, &code).await;
    assert_eq!(after.history[0].action, "Báo bản thảo có chỗ sai");
    let kept = &after.sent_supplements[0];
    assert_eq!(
        (kept.agreed, kept.text.as_deref()),
        (Some(false), Some("Tên đệm là Minh."))
    );
}

#[tokio::test]
async fn silence_is_consent() {
    let backend = TestBackend::start();
    let (_, code) = backend.birth_under_way().await;
    ask_for(&backend.client(), &code, &DRAFT).await;
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    let open = get_dossier(&lan, &code).await;
    assert_eq!(open.status, DossierStatus::SupplementRequested);
    backend.advance_clock(24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    let after = get_dossier(&lan, &code).await;
    assert_eq!(after.status, DossierStatus::Processing);
    assert_eq!(
        after.history[0].action,
        "Coi như đồng ý bản thảo (hết hạn xác nhận)"
    );
    let late = lan.begin_reply(&code, &json!({"kind": "supplement"})).await;
    late.assert_problem(409, ProblemCode::ReplyClosed);
}

#[tokio::test]
async fn a_dossier_without_a_certificate_has_no_draft_of_one() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: contract::receipt::Receipt = lan.submit(&draft.id, "key-1").await.json();
    let refused = ask_for(&backend.client(), &receipt.code, &DRAFT).await;
    assert_eq!(refused.status, 409);
}
