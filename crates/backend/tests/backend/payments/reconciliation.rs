//! The backend asks the gateway about payments whose callback was lost, although nobody visits the portal.

use backend::payments::reconcile_all;
use contract::dossier::DossierStatus;
use contract::payment::FeeState;

use crate::kit::payments::{ONLINE_FEE, PaymentTest};

async fn reconcile(test: &PaymentTest) {
    reconcile_all(&test.backend.state).await.unwrap();
}

/// When the gateway was asked about the payments, in seconds after the start of the test. Only those that were asked about.
async fn asked_at(test: &PaymentTest, start: i64) -> Vec<i64> {
    let query = test.backend.state.store.run(move |transaction| {
        let mut times = transaction.prepare(
            "SELECT asked_at - ?1 FROM payments WHERE asked_at IS NOT NULL ORDER BY rowid",
        )?;
        let times = times.query_map([start], |row| row.get(0))?;
        Ok(times.collect::<Result<Vec<i64>, _>>()?)
    });
    query.await.unwrap()
}

#[tokio::test]
async fn money_whose_callback_was_lost_is_found_without_a_visit() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(&[ONLINE_FEE, "&holds=1"].concat()).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    test.choose(&payment, "pay-silently").await;
    assert_eq!(test.fee().await.state, FeeState::Waiting);
    reconcile(&test).await;
    let dossier = test.dossier().await;
    assert_eq!(dossier.status, DossierStatus::Registered);
    assert_eq!(dossier.fees[0].state, FeeState::Paid);
    reconcile(&test).await;
    assert_eq!(test.dossier().await.history.len(), dossier.history.len());
}

#[tokio::test]
async fn an_expired_payment_is_asked_about_ever_less_often_and_still_found() {
    let mut test = PaymentTest::start().await;
    let start = test.backend.state.clock.now();
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    let mut asked = Vec::new();
    for minute in 1..=32 {
        test.backend.advance_clock(60);
        reconcile(&test).await;
        if asked_at(&test, start).await == [minute * 60] {
            asked.push(minute);
        }
    }
    // The page expires after 15 minutes.
    let while_open = 1..=14;
    let afterwards = [15, 16, 17, 19, 23, 31];
    let expected: Vec<i64> = while_open.chain(afterwards).collect();
    assert_eq!(asked, expected);
    test.choose(&payment, "pay-silently").await;
    test.pass_time(3_600).await;
    reconcile(&test).await;
    assert_eq!(test.fee().await.state, FeeState::Paid);
}

#[tokio::test]
async fn a_run_stops_when_the_gateway_cannot_be_reached_and_the_next_one_begins_elsewhere() {
    let test = PaymentTest::start().await;
    let start = test.backend.state.clock.now();
    for key in ["first", "second", "third"] {
        let fee = test.ask_for_fee(ONLINE_FEE).await;
        test.begin_payment(&fee.id, key).await;
    }
    test.stop_gateway();
    for run in 1..=3 {
        test.backend.advance_clock(60);
        reconcile(&test).await;
        let asked = asked_at(&test, start).await;
        assert_eq!(asked.len(), run, "{asked:?}");
    }
}
