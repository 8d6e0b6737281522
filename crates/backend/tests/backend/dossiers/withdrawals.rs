//! Withdrawing a dossier («Rút hồ sơ»): when it is possible, what the office answers, and groups.

use contract::dossier::{CitizenAction, Dossier, DossierStatus, NewWithdrawal, Tab};
use contract::draft::Draft;
use contract::endpoints;
use contract::problem::ProblemCode;
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{File, photo};
use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;
use crate::kit::replies::ask_to_withdraw;
use crate::kit::{TestBackend, TestClient};

async fn submitted(backend: &TestBackend) -> (TestClient, String) {
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let code = lan.submit(&draft.id, "key").await.json::<Receipt>().code;
    (lan, code)
}

fn may_withdraw(dossier: &Dossier) -> bool {
    dossier.actions.contains(&CitizenAction::Withdraw)
}

#[tokio::test]
async fn a_withdrawal_with_a_reason_waits_for_the_office_and_is_agreed_to() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    assert!(may_withdraw(&get_dossier(&lan, &code).await));
    let reason = "Tôi nộp nhầm thủ tục.";
    let after: Dossier = ask_to_withdraw(&lan, &code, "w-1", reason).await.json();
    assert_eq!(
        (after.status, after.tab),
        (DossierStatus::WithdrawalRequested, Tab::Paused)
    );
    assert_eq!(after.history[0].note.as_deref(), Some(reason));
    assert!(!may_withdraw(&after));
    // The response was lost, so the phone asks again.
    let again = ask_to_withdraw(&lan, &code, "w-1", reason).await;
    assert_eq!(again.json::<Dossier>().history.len(), 2);
    ask_to_withdraw(&lan, &code, "w-1", "Lý do khác")
        .await
        .assert_problem(409, ProblemCode::IdempotencyConflict);
    ask_to_withdraw(&lan, &code, "w-2", reason)
        .await
        .assert_problem(409, ProblemCode::ImpossibleMove);
    let office = backend.client();
    assert_eq!(post_decision(&office, &code, "move=8").await.status, 303);
    let closed = get_dossier(&lan, &code).await;
    assert_eq!(
        (closed.status, closed.tab),
        (DossierStatus::Paused, Tab::Closed)
    );
    assert_eq!(closed.due_on, None);
}

#[tokio::test]
async fn a_refused_withdrawal_goes_on_and_names_the_reason() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    let office = backend.client();
    post_decision(&office, &code, "move=2").await;
    assert_eq!(
        ask_to_withdraw(&lan, &code, "w-1", "Tôi đổi ý.")
            .await
            .status,
        200
    );
    assert_eq!(post_decision(&office, &code, "move=4").await.status, 422);
    let refused = "move=4&note=%C4%90%C3%A3+c%C3%B3+k%E1%BA%BFt+qu%E1%BA%A3.";
    assert_eq!(post_decision(&office, &code, refused).await.status, 303);
    let dossier = get_dossier(&lan, &code).await;
    assert_eq!(dossier.status, DossierStatus::Processing);
    assert_eq!(dossier.note.as_deref(), Some("Đã có kết quả."));
}

#[tokio::test]
async fn after_a_refused_withdrawal_the_dossier_stays_in_processing() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    let office = backend.client();
    ask_to_withdraw(&lan, &code, "w-1", "Tôi đổi ý.").await;
    // The office refuses without having accepted first, asks for a paper, and gets it.
    post_decision(&office, &code, "move=4&note=%C4%90ang+l%C3%A0m").await;
    post_decision(&office, &code, "move=5&note=Thi%E1%BA%BFu").await;
    let begun = lan.begin_reply(&code, &json!({"kind": "supplement"})).await;
    let reply: Draft = begun.json();
    let file = File {
        component: "supplement",
        ..photo("file-0001", 100)
    };
    lan.upload_file(&reply.id, &file).await;
    assert_eq!(lan.send_reply(&reply.id, "reply-1").await.status, 201);
    let replied = get_dossier(&lan, &code).await;
    assert_eq!(replied.status, DossierStatus::Processing);
    for decision in ["move=6-online", "move=4"] {
        assert_eq!(post_decision(&office, &code, decision).await.status, 303);
    }
    let paid = get_dossier(&lan, &code).await;
    assert_eq!(
        (paid.status, paid.history[0].action.as_str()),
        (DossierStatus::Processing, "Đã thanh toán")
    );
}

#[tokio::test]
async fn a_withdrawal_needs_a_reason_and_a_key() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    for reason in ["", "  ", "\u{202e}", &"a".repeat(4_001)] {
        let refused = ask_to_withdraw(&lan, &code, "w-1", reason).await;
        refused.assert_problem(422, ProblemCode::InvalidAnswers);
    }
    let without_key = NewWithdrawal {
        reason: "Tôi đổi ý.".to_owned(),
    };
    lan.post(&endpoints::POST_WITHDRAWAL, &[&code], &without_key)
        .await
        .assert_problem(428, ProblemCode::PreconditionRequired);
    assert_eq!(get_dossier(&lan, &code).await.history.len(), 1);
}

#[tokio::test]
async fn neither_a_finished_nor_a_paid_dossier_can_be_withdrawn() {
    let backend = TestBackend::start();
    let (lan, code) = submitted(&backend).await;
    let office = backend.client();
    for decision in ["move=6-online", "move=1"] {
        assert_eq!(post_decision(&office, &code, decision).await.status, 303);
        let dossier = get_dossier(&lan, &code).await;
        assert!(!may_withdraw(&dossier), "{decision}");
        ask_to_withdraw(&lan, &code, "w-1", "Tôi đổi ý.")
            .await
            .assert_problem(409, ProblemCode::ImpossibleMove);
    }
    // After the office has accepted the paid dossier, withdrawing is possible again, until it is finished.
    post_decision(&office, &code, "move=2").await;
    assert!(may_withdraw(&get_dossier(&lan, &code).await));
    for decision in ["move=4", "move=9", "move=10"] {
        assert_eq!(post_decision(&office, &code, decision).await.status, 303);
    }
    assert!(!may_withdraw(&get_dossier(&lan, &code).await));
}

#[tokio::test]
async fn withdrawing_a_group_withdraws_every_part_that_can_be_and_leaves_none_stuck() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let birth = &receipt.parts[0].code;
    for decision in ["move=2", "move=4", "move=9"] {
        post_decision(&office, birth, decision).await;
    }
    let after: Dossier = ask_to_withdraw(&lan, &receipt.code, "w-1", "Tôi chuyển đi.")
        .await
        .json();
    let statuses: Vec<DossierStatus> = after.parts.iter().map(|part| part.status).collect();
    let requested = DossierStatus::WithdrawalRequested;
    assert_eq!(statuses, [DossierStatus::Processed, requested, requested]);
    for part in &receipt.parts[1..] {
        let agreed = post_decision(&office, &part.code, "move=8").await;
        assert_eq!(agreed.status, 303, "{}", part.code);
    }
    let ready = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        (ready.status, ready.tab),
        (DossierStatus::Processed, Tab::Processed),
        "the certificate is ready, whatever happens to the other parts"
    );
    post_decision(&office, birth, "move=10").await;
    let closed = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        (closed.status, closed.tab),
        (DossierStatus::Returned, Tab::Returned)
    );
    assert!(
        closed
            .actions
            .iter()
            .all(|action| *action != CitizenAction::Withdraw)
    );
    assert_eq!(
        get_dossier(&lan, &receipt.parts[2].code).await.tab,
        Tab::Closed
    );
}

#[tokio::test]
async fn a_part_that_waits_for_a_withdrawn_part_is_told_so() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let (birth, residence) = (&receipt.parts[0].code, &receipt.parts[1].code);
    ask_to_withdraw(&lan, birth, "w-1", "Tôi khai sai.").await;
    post_decision(&office, birth, "move=8").await;
    let waiting = get_dossier(&lan, residence).await;
    assert_eq!(waiting.status, DossierStatus::Rejected);
    assert!(
        waiting
            .note
            .unwrap()
            .ends_with("mà thủ tục đó đã được rút.")
    );
}

#[tokio::test]
async fn a_withdrawal_of_a_waiting_part_can_be_agreed_to_but_not_refused() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let card = &receipt.parts[2].code;
    assert_eq!(
        ask_to_withdraw(&lan, card, "w-1", "Không cần nữa.")
            .await
            .status,
        200
    );
    let refused = post_decision(&office, card, "move=4&note=Kh%C3%B4ng").await;
    assert_eq!(refused.status, 409);
    assert_eq!(post_decision(&office, card, "move=8").await.status, 303);
    assert_eq!(get_dossier(&lan, card).await.tab, Tab::Closed);
}
