//! The callbacks of the gateway: only what the gateway itself reports, now and once, changes something.

use contract::payment::{FeeState, PaymentState};
use serde_json::json;

use crate::kit::payments::{ONLINE_FEE, PaymentTest};

/// A report that an order is paid.
fn paid(order: &str, amount: u64) -> String {
    json!({"order": order, "state": "paid", "amount": amount, "transaction": "TN1"}).to_string()
}

#[tokio::test]
async fn a_forged_altered_or_late_callback_changes_nothing() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    let now = test.backend.state.clock.system_now();
    let body = paid(&payment.id, 50_000);
    let signed = test.sign(&body, now);
    let mut forged = signed.clone();
    forged.signature = "0".repeat(64);
    let mut renamed = signed.clone();
    renamed.nonce = "somebody-elses-nonce".to_owned();
    let other_order = paid("another-order", 50_000);
    for (body, signed, expected) in [
        (&body, None, 401),
        (&body, Some(forged), 401),
        (&body, Some(renamed), 401),
        (&paid(&payment.id, 49_000), Some(signed.clone()), 401),
        (&other_order, Some(signed), 401),
        (&body, Some(test.sign(&body, now - 301)), 408),
        (&body, Some(test.sign(&body, now + 301)), 408),
        (&other_order, Some(test.sign(&other_order, now)), 404),
        (&"[]".to_owned(), Some(test.sign("[]", now)), 400),
    ] {
        let status = test.call_back(body, signed.as_ref()).await;
        assert_eq!(status, expected, "{body}");
    }
    assert_eq!(test.fee().await.state, FeeState::Waiting);
    assert_eq!(test.backend.count_rows("gateway_nonces").await, 0);
}

#[tokio::test]
async fn a_callback_is_applied_once_and_a_replayed_one_is_refused() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    let now = test.backend.state.clock.system_now();
    let body = paid(&payment.id, 50_000);
    let signed = test.sign(&body, now);
    assert_eq!(test.call_back(&body, Some(&signed)).await, 204);
    assert_eq!(test.call_back(&body, Some(&signed)).await, 409);
    // The gateway reports the same payment again: it is known already.
    assert_eq!(
        test.call_back(&body, Some(&test.sign(&body, now))).await,
        204
    );
    let dossier = test.dossier().await;
    let steps = dossier.history.iter().map(|entry| entry.action.as_str());
    assert_eq!(steps.filter(|action| *action == "Đã thanh toán").count(), 1);
    assert_eq!(
        test.backend
            .count_rows("fee_receipt_numbers WHERE last = 1")
            .await,
        1
    );
}

#[tokio::test]
async fn a_callback_for_another_amount_is_refused_and_its_money_recorded() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    for (key, amount) in [("less", 1), ("more", 50_001), ("nothing", 0)] {
        let payment = test.begin_payment(&fee.id, key).await;
        let body = paid(&payment.id, amount);
        let signed = test.sign(&body, test.backend.state.clock.system_now());
        assert_eq!(test.call_back(&body, Some(&signed)).await, 422, "{amount}");
        assert_eq!(
            test.payment(&payment.id).await.state,
            PaymentState::RefundDue
        );
        assert_eq!(test.fee().await.state, FeeState::Waiting);
    }
}

#[tokio::test]
async fn a_state_that_only_a_newer_gateway_knows_changes_nothing() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    let body = json!({"order": payment.id, "state": "in_orbit", "amount": 50_000, "more": 1});
    let body = body.to_string();
    let signed = test.sign(&body, test.backend.state.clock.system_now());
    assert_eq!(test.call_back(&body, Some(&signed)).await, 204);
    assert_eq!(test.fee().await.state, FeeState::Waiting);
}

#[tokio::test]
async fn a_moved_clock_of_a_demonstration_does_not_make_callbacks_late() {
    let mut test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    test.pass_time(30 * 24 * 3_600).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay").await;
    assert_eq!(test.fee().await.state, FeeState::Paid);
}

#[tokio::test]
async fn the_random_number_of_a_callback_is_forgotten_without_another_callback() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay").await;
    assert_eq!(test.backend.count_rows("gateway_nonces").await, 1);
    test.backend.run_housekeeping().await;
    assert_eq!(test.backend.count_rows("gateway_nonces").await, 1);
    let an_hour_ago = "UPDATE gateway_nonces SET at = at - 3601";
    let aging = test
        .backend
        .state
        .store
        .run(move |transaction| Ok(transaction.execute(an_hour_ago, [])?));
    aging.await.unwrap();
    test.backend.run_housekeeping().await;
    assert_eq!(test.backend.count_rows("gateway_nonces").await, 0);
}
