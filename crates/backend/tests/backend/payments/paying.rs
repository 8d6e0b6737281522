//! A citizen pays a fee on the page of the gateway: every way in which this can end.

use contract::dossier::{DossierStatus, Tab};
use contract::endpoints;
use contract::notice::{NoticeKind, NoticePage};
use contract::payment::{FeeState, NewPayment, PaidBy, PaymentState, RefundReason};
use contract::problem::ProblemCode;

use crate::kit::CitizenStream;
use crate::kit::officer::post_decision;
use crate::kit::payments::{ONLINE_FEE, PaymentTest, begin_as};

const PHONE: &str = "0912345678";

#[tokio::test]
async fn a_paid_fee_has_a_receipt_and_lets_the_dossier_go_on() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(&[ONLINE_FEE, "&holds=1"].concat()).await;
    let waiting = test.dossier().await;
    assert_eq!(
        (waiting.status, waiting.tab),
        (DossierStatus::ObligationRequested, Tab::Payment)
    );
    assert_eq!(waiting.note.as_deref(), Some("Theo quy dinh: 50.000 đ"));
    assert_eq!(
        (fee.state, fee.total, fee.online),
        (FeeState::Waiting, 50_000, true)
    );
    let transfer = fee.transfer.as_ref().unwrap();
    assert_eq!(transfer.content, test.code);
    let payment = test.begin_payment(&fee.id, "key").await;
    assert_eq!(payment.state, PaymentState::Open);
    let page = test.gateway_page(&payment).await;
    assert!(page.contains("50.000 đ") && page.contains(&test.code) && !page.contains("Lan"));

    let back = test.choose(&payment, "pay").await;
    assert_eq!(back.status(), 303);
    let location = back.headers()["location"].to_str().unwrap();
    assert_eq!(
        location,
        format!(
            "http://localhost/dossiers/{}/fees/{}?payment={}",
            test.code, fee.id, payment.id
        )
    );
    let paid = test.dossier().await;
    assert_eq!(
        (paid.status, paid.tab),
        (DossierStatus::Registered, Tab::New)
    );
    assert_eq!(paid.history[0].action, "Đã thanh toán");
    let fee = &paid.fees[0];
    assert_eq!(fee.state, FeeState::Paid);
    assert!(!fee.online && fee.transfer.is_none());
    let receipt = fee.receipt.as_ref().unwrap();
    assert_eq!(receipt.number, "0000001/2026");
    assert_eq!(
        (receipt.payer.as_str(), receipt.paid_by),
        ("Nguyễn Thị Lan", PaidBy::Online)
    );
    assert!(receipt.transaction.as_ref().unwrap().starts_with("TN"));
    let settled = test.payment(&payment.id).await;
    assert_eq!((settled.state, settled.url), (PaymentState::Paid, None));
    let messages = test.backend.messages(PHONE).await;
    let last = messages.last().unwrap();
    assert!(
        last.contains("Đã nhận 50.000 đ") && !last.contains("Lan"),
        "{last}"
    );
    // The page of the gateway, opened once more, asks for no second payment.
    assert!(
        test.gateway_page(&payment)
            .await
            .contains("không phải thanh toán lại")
    );
}

#[tokio::test]
async fn a_fee_of_an_accepted_dossier_is_listed_until_it_is_paid_and_the_work_goes_on() {
    let test = PaymentTest::start().await;
    post_decision(&test.backend.client(), &test.code, "move=2").await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Accepted, Tab::Payment)
    );
    assert_eq!(dossier.history[0].deadline, dossier.history[1].deadline);
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay").await;
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Accepted, Tab::Processing)
    );
}

#[tokio::test]
async fn a_cancelled_or_refused_payment_can_be_tried_again() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    for (choice, expected) in [
        ("cancel", PaymentState::Cancelled),
        ("fail", PaymentState::Failed),
    ] {
        let payment = test.begin_payment(&fee.id, choice).await;
        test.choose(&payment, choice).await;
        assert_eq!(test.payment(&payment.id).await.state, expected);
        assert_eq!(test.fee().await.state, FeeState::Waiting, "{choice}");
    }
    let payment = test.begin_payment(&fee.id, "pay").await;
    test.choose(&payment, "pay").await;
    assert_eq!(test.fee().await.state, FeeState::Paid);
}

#[tokio::test]
async fn money_whose_callback_was_lost_is_found_when_the_citizen_returns() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(&[ONLINE_FEE, "&holds=1"].concat()).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay-silently").await;
    assert_eq!(test.fee().await.state, FeeState::Waiting);
    assert_eq!(test.payment(&payment.id).await.state, PaymentState::Paid);
    let dossier = test.dossier().await;
    assert_eq!(dossier.status, DossierStatus::Registered);
    assert_eq!(dossier.fees[0].state, FeeState::Paid);
}

#[tokio::test]
async fn nobody_pays_again_while_the_bank_is_at_work() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "process").await;
    assert_eq!(
        test.payment(&payment.id).await.state,
        PaymentState::Confirming
    );
    let pending = test.fee().await;
    assert_eq!((pending.state, pending.online), (FeeState::Pending, false));
    test.begin(&fee.id, "other")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
    test.choose(&payment, "pay").await;
    assert_eq!(test.fee().await.state, FeeState::Paid);
}

#[tokio::test]
async fn two_phones_open_the_same_payment_page() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let first = test.begin_payment(&fee.id, "key").await;
    for key in ["key", "other-phone"] {
        let again = test.begin(&fee.id, key).await;
        assert_eq!(again.status, 200, "{key}");
        assert_eq!(again.json::<contract::payment::Payment>(), first, "{key}");
    }
    let elsewhere = NewPayment {
        return_to: "/dossiers".to_owned(),
    };
    begin_as(&test.lan, &fee.id, "key", &elsewhere)
        .await
        .assert_problem(409, ProblemCode::IdempotencyConflict);
}

#[tokio::test]
async fn a_repeated_request_shows_no_page_of_a_cancelled_fee() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let begun = test.begin_payment(&fee.id, "key").await;
    let path = format!("fees/{}", fee.id);
    test.post_at_desk(&path, "decision=cancel").await;
    let again = test.begin(&fee.id, "key").await;
    assert_eq!(again.status, 200);
    let again: contract::payment::Payment = again.json();
    assert_eq!((again.id, again.url), (begun.id, None));
}

#[tokio::test]
async fn who_pays_twice_gets_the_second_payment_back() {
    let mut test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let first = test.begin_payment(&fee.id, "first").await;
    // The first page stays open in a tab. Its time is over for the backend, so a second payment begins.
    test.pass_time(3_600).await;
    let second = test.begin_payment(&fee.id, "second").await;
    assert_ne!(first.id, second.id);
    test.choose(&second, "pay").await;
    test.choose(&first, "pay").await;
    assert_eq!(test.payment(&second.id).await.state, PaymentState::Paid);
    let due = test.payment(&first.id).await;
    assert_eq!(due.state, PaymentState::RefundDue);
    assert_eq!(
        (due.received, due.refund_reason),
        (Some(50_000), Some(RefundReason::PaidTwice))
    );
    assert_eq!(test.payment(&second.id).await.refund_reason, None);
    let messages = test.backend.messages(PHONE).await;
    assert!(
        messages.last().unwrap().contains("hoàn lại"),
        "{messages:?}"
    );
    let desk = test.backend.client().navigate("/demo").await.text();
    assert!(desk.contains("Cần hoàn trả 50.000 đ"));
    let mut stream = CitizenStream::open(&test.lan).await;
    let refunded = test
        .post_at_desk(&format!("payments/{}", first.id), "")
        .await;
    assert_eq!(refunded.status, 303);
    stream.expect_change(&test.code).await;
    assert_eq!(test.payment(&first.id).await.state, PaymentState::Refunded);
    let page: NoticePage = test.lan.call(&endpoints::GET_NOTICES, &[]).await.json();
    assert_eq!(page.items[0].kind, NoticeKind::Refunded);
    assert!(
        page.items[0].text.contains("50.000 đ"),
        "{:?}",
        page.items[0]
    );
    let again = test
        .post_at_desk(&format!("payments/{}", first.id), "")
        .await;
    assert_eq!(again.status, 409);
}

#[tokio::test]
async fn money_that_arrives_a_day_late_still_pays() {
    let mut test = PaymentTest::start().await;
    let fee = test
        .ask_for_fee(&[ONLINE_FEE, "&holds=1&until=2026-11-22"].concat())
        .await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.pass_time(24 * 3_600).await;
    let late = test.fee().await;
    assert_eq!((late.state, late.online), (FeeState::Expired, false));
    test.begin(&fee.id, "tomorrow")
        .await
        .assert_problem(409, ProblemCode::FeeClosed);
    assert_eq!(test.payment(&payment.id).await.state, PaymentState::Expired);
    test.choose(&payment, "pay").await;
    let dossier = test.dossier().await;
    assert_eq!(dossier.fees[0].state, FeeState::Paid);
    assert_eq!(dossier.status, DossierStatus::Registered);
}

#[tokio::test]
async fn another_amount_pays_nothing_and_is_paid_back() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(&[ONLINE_FEE, "&holds=1"].concat()).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay-other").await;
    let due = test.payment(&payment.id).await;
    assert_eq!(due.state, PaymentState::RefundDue);
    assert_eq!(
        (due.amount, due.received, due.refund_reason),
        (50_000, Some(49_000), Some(RefundReason::OtherAmount))
    );
    let dossier = test.dossier().await;
    assert_eq!(dossier.status, DossierStatus::ObligationRequested);
    assert_eq!(dossier.fees[0].state, FeeState::Waiting);
    let desk = test.backend.client().navigate("/demo").await.text();
    assert!(desk.contains("Cần hoàn trả 49.000 đ"));
}

#[tokio::test]
async fn without_the_gateway_nothing_is_paid_and_nothing_is_lost() {
    let mut test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.pass_time(3_600).await;
    test.stop_gateway();
    test.begin(&fee.id, "later")
        .await
        .assert_problem(503, ProblemCode::PaymentUnavailable);
    // The last known state is told, and no other is claimed.
    assert_eq!(test.payment(&payment.id).await.state, PaymentState::Expired);
    assert_eq!(test.fee().await.state, FeeState::Waiting);
}

#[tokio::test]
async fn a_payment_belongs_to_its_citizen_and_leads_back_to_the_app_only() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    for outside in [
        "//evil.example",
        "https://evil.example",
        "/\\evil.example",
        "/a?b=c",
    ] {
        let body = NewPayment {
            return_to: outside.to_owned(),
        };
        let refused = begin_as(&test.lan, &fee.id, "key", &body).await;
        let problem = refused.assert_problem(422, ProblemCode::InvalidAnswers);
        assert_eq!(problem.pointer.as_deref(), Some("/return_to"));
    }
    let payment = test.begin_payment(&fee.id, "key").await;
    let binh = test.backend.register_binh().await;
    binh.call(&endpoints::GET_PAYMENT, &[&payment.id])
        .await
        .assert_problem(404, ProblemCode::NotFound);
    let body = NewPayment {
        return_to: "/".to_owned(),
    };
    begin_as(&binh, &fee.id, "key", &body)
        .await
        .assert_problem(404, ProblemCode::NotFound);
}
