//! What the office does with fees, and what the citizen sees of them.

use contract::dossier::{DossierStatus, Tab};
use contract::draft::Draft;
use contract::endpoints;
use contract::notice::{NoticeKind, NoticePage};
use contract::payment::{FeeLineKind, FeeProof, FeeState, PaidBy};
use contract::problem::ProblemCode;
use serde_json::{Value, json};

use crate::kit::filing::{File, photo};
use crate::kit::group::get_dossier;
use crate::kit::officer::{post_decision, post_form, post_to_desk};
use crate::kit::payments::{ONLINE_FEE, PaymentTest};
use crate::kit::{CitizenStream, TestBackend};

#[tokio::test]
async fn a_financial_obligation_is_paid_at_a_counter_with_a_bank_receipt() {
    let test = PaymentTest::start().await;
    post_decision(&test.backend.client(), &test.code, "move=2").await;
    let form = "kind1=levy&name1=Tien+su+dung+dat&amount1=10.000.000.000&kind2=charge&name2=Phi+tham+dinh&amount2=50000\
         &reason=Thong+bao+so+5&counter=Kho+bac&proof=1&holds=1&until=2026-12-01";
    let fee = test.ask_for_fee(form).await;
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::ObligationRequested, Tab::Obligation)
    );
    assert_eq!(fee.total, 10_000_050_000);
    let kinds: Vec<FeeLineKind> = fee.lines.iter().map(|line| line.kind).collect();
    assert_eq!(kinds, [FeeLineKind::Levy, FeeLineKind::Charge]);
    assert!(!fee.online && fee.transfer.is_none());
    assert_eq!(
        (fee.proof, fee.counter.as_deref()),
        (FeeProof::Required, Some("Kho bac"))
    );
    test.begin(&fee.id, "key")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
    let confirmed = test
        .post_at_desk(&format!("fees/{}", fee.id), "decision=counter")
        .await;
    assert_eq!(confirmed.status, 303);
    let dossier = test.dossier().await;
    assert_eq!(dossier.status, DossierStatus::Processing);
    let receipt = dossier.fees[0].receipt.clone().unwrap();
    assert_eq!(
        (receipt.paid_by, receipt.collector.as_str()),
        (PaidBy::Counter, "Kho bac")
    );
    let again = test
        .post_at_desk(&format!("fees/{}", fee.id), "decision=counter")
        .await;
    assert_eq!(again.status, 409);
}

#[tokio::test]
async fn a_fee_of_zero_asks_the_citizen_for_nothing() {
    let test = PaymentTest::start().await;
    let free = "kind1=duty&name1=Le+phi&amount1=0&reason=Ho+ngheo&online=1&holds=1";
    let fee = test.ask_for_fee(free).await;
    assert_eq!(
        (fee.state, fee.total, fee.online),
        (FeeState::Paid, 0, false)
    );
    assert_eq!(fee.receipt, None);
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Registered, Tab::New)
    );
    assert_eq!(dossier.history[0].action, "Miễn phí");
}

#[tokio::test]
async fn a_dossier_waits_for_all_fees_that_hold_it() {
    let test = PaymentTest::start().await;
    let holding = [ONLINE_FEE, "&holds=1"].concat();
    let first = test.ask_for_fee(&holding).await;
    let second = test.ask_for_fee(&holding).await;
    assert_ne!(first.id, second.id);
    assert!(
        first.id.starts_with(&test.code) && first.id.ends_with("20261122082000"),
        "{}",
        first.id
    );
    let payment = test.begin_payment(&first.id, "key").await;
    test.choose(&payment, "pay").await;
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::ObligationRequested, Tab::Payment)
    );
    let cancelled = test
        .post_at_desk(&format!("fees/{}", second.id), "decision=cancel")
        .await;
    assert_eq!(cancelled.status, 303);
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Registered, Tab::New)
    );
    assert_eq!(dossier.fees[0].state, FeeState::Cancelled);
    test.begin(&second.id, "late")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
}

#[tokio::test]
async fn money_for_a_rejected_dossier_is_paid_back() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    post_decision(&test.backend.client(), &test.code, "move=3&note=Sai").await;
    assert_eq!(test.fee().await.state, FeeState::Cancelled);
    test.choose(&payment, "pay").await;
    let state = test.payment(&payment.id).await.state;
    assert_eq!(state, contract::payment::PaymentState::RefundDue);
    assert_eq!(test.post_fee(ONLINE_FEE).await.status, 409);
}

#[tokio::test]
async fn the_officer_is_told_what_is_wrong_with_a_fee() {
    let test = PaymentTest::start().await;
    for wrong in [
        "reason=x&online=1",
        "name1=a&amount1=abc&reason=x&online=1",
        "name1=a&amount1=1&online=1",
        "name1=a&amount1=1&reason=x",
        "name1=a&amount1=1&reason=x&online=1&until=2026-02-30",
        "name1=a&amount1=9999999999999&name2=b&amount2=1&reason=x&online=1",
    ] {
        let refused = test.post_fee(wrong).await;
        assert_eq!(refused.status, 422, "{wrong}");
        assert!(refused.text().contains("role=\"alert\""), "{wrong}");
    }
    let stranger = post_form(
        &test.backend.client(),
        &format!("/demo/dossiers/{}/fees", test.code),
        ONLINE_FEE,
        &[("sec-fetch-site", "cross-site")],
    )
    .await;
    assert_eq!(stranger.status, 403);
    assert!(test.dossier().await.fees.is_empty());
}

#[tokio::test]
async fn a_fee_of_a_part_is_shown_at_its_group() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let part = &receipt.parts[0].code;
    let same_origin = [("sec-fetch-site", "same-origin")];
    let office = backend.client();
    for (code, expected) in [(&receipt.code, 409), (part, 303)] {
        let path = format!("/demo/dossiers/{code}/fees");
        let asked = post_form(&office, &path, ONLINE_FEE, &same_origin).await;
        assert_eq!(asked.status, expected, "{code}");
    }
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!((group.tab, group.fees.len()), (Tab::Payment, 1));
    assert_eq!(&group.fees[0].dossier, part);
    assert_eq!(get_dossier(&lan, part).await.fees, group.fees);
    assert!(
        get_dossier(&lan, &receipt.parts[1].code)
            .await
            .fees
            .is_empty()
    );
}

#[tokio::test]
async fn the_export_of_all_data_has_the_fees_and_a_portal_without_gateway_offers_no_payment() {
    let test = PaymentTest::start().await;
    test.ask_for_fee(ONLINE_FEE).await;
    let data: Value = test
        .lan
        .call(&endpoints::GET_ACCOUNT_DATA, &[])
        .await
        .json();
    assert_eq!(data["dossiers"][0]["fees"][0]["total"], 50_000);
    let portal: Value = test.lan.call(&endpoints::GET_PORTAL, &[]).await.json();
    assert_eq!(portal["parts"]["payments"], true);
    let without = TestBackend::start();
    let portal: Value = without
        .client()
        .call(&endpoints::GET_PORTAL, &[])
        .await
        .json();
    assert_eq!(portal["parts"]["payments"], false);
}

#[tokio::test]
async fn the_receipt_of_the_bank_is_handed_in_for_its_fee() {
    let test = PaymentTest::start().await;
    let form =
        "kind1=levy&name1=Thue&amount1=100000&reason=Thong+bao&counter=Kho+bac&proof=1&holds=1";
    let fee = test.ask_for_fee(form).await;
    let body = json!({"kind": "payment_proof", "request": fee.id});
    let draft: Draft = test.lan.begin_reply(&test.code, &body).await.json();
    let reply = draft.reply.as_ref().unwrap();
    assert_eq!(reply.components[0].code, "payment-proof");
    test.lan
        .send_reply(&draft.id, "empty")
        .await
        .assert_problem(422, ProblemCode::IncompleteDossier);
    let file = File {
        component: "payment-proof",
        ..photo("file-0001", 100)
    };
    test.lan.upload_file(&draft.id, &file).await;
    let sent = test.lan.send_reply(&draft.id, "key").await;
    assert_eq!(sent.status, 201, "{}", sent.text());
    let dossier = test.dossier().await;
    assert_eq!(dossier.status, DossierStatus::ObligationRequested);
    assert_eq!(dossier.fees[0].proof, FeeProof::Received);
    assert_eq!(dossier.files.last().unwrap().component, "payment-proof");
    assert_eq!(dossier.history[0].action, "Nộp chứng từ nộp tiền");
    let confirmed = test
        .post_at_desk(&format!("fees/{}", fee.id), "decision=transfer")
        .await;
    assert_eq!(confirmed.status, 303);
    assert_eq!(test.dossier().await.status, DossierStatus::Registered);
    test.lan
        .begin_reply(&test.code, &body)
        .await
        .assert_problem(409, ProblemCode::ReplyClosed);
}

#[tokio::test]
async fn the_citizen_hears_that_the_office_no_longer_asks_for_a_fee() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let mut stream = CitizenStream::open(&test.lan).await;
    test.post_at_desk(&format!("fees/{}", fee.id), "decision=cancel")
        .await;
    stream.expect_change(&test.code).await;
    let page: NoticePage = test.lan.call(&endpoints::GET_NOTICES, &[]).await.json();
    assert_eq!(page.items[0].kind, NoticeKind::FeeCancelled);
    assert!(
        page.items[0].text.contains("50.000 đ"),
        "{:?}",
        page.items[0]
    );
}

#[tokio::test]
async fn the_step_of_a_payment_has_no_reason_of_another_step() {
    let test = PaymentTest::start().await;
    let office = test.backend.client();
    for decision in ["move=2", "move=4"] {
        assert_eq!(
            post_decision(&office, &test.code, decision).await.status,
            303
        );
    }
    let asked = test.ask_for_fee(ONLINE_FEE).await;
    let apology = "day=31%2F12%2F2026&reason=Qua+tai";
    let postponed = post_to_desk(&office, &test.code, "apology", apology).await;
    assert_eq!(postponed.status, 303, "{}", postponed.text());
    assert_eq!(test.dossier().await.note.as_deref(), Some("Qua tai"));
    let payment = test.begin_payment(&asked.id, "key").await;
    test.choose(&payment, "pay").await;
    let paid = &test.dossier().await.history[0];
    assert_eq!(
        (paid.action.as_str(), paid.note.as_deref()),
        ("Đã thanh toán", None)
    );
}
