//! Money never parts ways with the dossier that it is for: a withdrawal, a rejection, and parts of groups.

use contract::dossier::{
    CitizenAction, Dossier, DossierListPage, DossierStatus, Tab, WaitingParty,
};
use contract::endpoints;
use contract::payment::{FeeState, PaymentState};

use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;
use crate::kit::payments::{ONLINE_FEE, PaymentTest};
use crate::kit::replies::ask_to_withdraw;

const REFUSED: &str = "move=4&note=%C4%90ang+l%C3%A0m";

async fn needs_citizen(test: &PaymentTest) -> u32 {
    let page = test.lan.call(&endpoints::GET_DOSSIERS, &[]).await;
    page.json::<DossierListPage>().needs_citizen_count
}

fn offers_to_pay(dossier: &Dossier) -> bool {
    dossier.actions.contains(&CitizenAction::Pay)
}

#[tokio::test]
async fn money_that_arrives_after_a_request_to_withdraw_is_paid_back() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let payment = test.begin_payment(&fee.id, "key").await;
    let asked = ask_to_withdraw(&test.lan, &test.code, "w-1", "Tôi nộp nhầm.").await;
    assert_eq!(asked.status, 200, "{}", asked.text());
    test.choose(&payment, "pay").await;
    assert_eq!(
        test.payment(&payment.id).await.state,
        PaymentState::RefundDue
    );
    let path = format!("fees/{}", fee.id);
    let confirmed = test.post_at_desk(&path, "decision=counter").await;
    assert_eq!(confirmed.status, 409, "the office must first decide");
    let office = test.backend.client();
    assert_eq!(
        post_decision(&office, &test.code, "move=8").await.status,
        303
    );
    let withdrawn = test.dossier().await;
    assert_eq!(withdrawn.tab, Tab::Closed);
    assert_eq!(withdrawn.fees[0].state, FeeState::Cancelled);
    let desk = office.navigate("/demo").await.text();
    assert!(desk.contains("Cần hoàn trả 50.000 đ"));
}

#[tokio::test]
async fn after_a_refused_withdrawal_the_fee_can_still_be_paid() {
    let test = PaymentTest::start().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let early = test.begin_payment(&fee.id, "key").await;
    ask_to_withdraw(&test.lan, &test.code, "w-1", "Tôi nộp nhầm.").await;
    test.choose(&early, "pay").await;
    let office = test.backend.client();
    assert_eq!(
        post_decision(&office, &test.code, REFUSED).await.status,
        303
    );
    let dossier = test.dossier().await;
    assert_eq!(
        (dossier.status, dossier.tab),
        (DossierStatus::Processing, Tab::Payment)
    );
    assert_eq!(dossier.fees[0].state, FeeState::Waiting);
    let second = test.begin_payment(&fee.id, "again").await;
    test.choose(&second, "pay").await;
    assert_eq!(test.fee().await.state, FeeState::Paid);
    assert_eq!(test.payment(&early.id).await.state, PaymentState::RefundDue);
}

#[tokio::test]
async fn money_for_a_part_that_is_rejected_with_another_one_is_paid_back() {
    let (test, receipt) = PaymentTest::start_with_group().await;
    let fee = test.ask_for_fee(ONLINE_FEE).await;
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert_eq!(group.tab, Tab::Payment);
    let payment = test.begin_payment(&fee.id, "key").await;
    let office = test.backend.client();
    let rejected = post_decision(&office, &receipt.parts[0].code, "move=3&note=Sai").await;
    assert_eq!(rejected.status, 303);
    let part = test.dossier().await;
    assert_eq!(
        (part.status, part.tab),
        (DossierStatus::Rejected, Tab::Closed)
    );
    assert_eq!(part.fees[0].state, FeeState::Cancelled);
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert_eq!(
        (group.status, group.tab),
        (DossierStatus::Rejected, Tab::Closed)
    );
    assert_eq!(needs_citizen(&test).await, 0);
    test.choose(&payment, "pay").await;
    assert_eq!(
        test.payment(&payment.id).await.state,
        PaymentState::RefundDue
    );
}

#[tokio::test]
async fn a_part_that_waits_for_a_result_is_not_halted_by_a_fee() {
    let (test, _) = PaymentTest::start_with_group().await;
    let halting = test.post_fee(&[ONLINE_FEE, "&holds=1"].concat()).await;
    assert_eq!(halting.status, 409);
    let part = test.dossier().await;
    assert_eq!(
        (part.status, part.fees.len()),
        (DossierStatus::Registered, 0)
    );
}

#[tokio::test]
async fn a_group_offers_to_pay_exactly_while_the_fee_of_its_part_can_be_paid() {
    let (test, receipt) = PaymentTest::start_with_group().await;
    let (birth, office) = (&receipt.parts[0].code, test.backend.client());
    assert_eq!(needs_citizen(&test).await, 0);
    test.ask_for_fee(ONLINE_FEE).await;
    let part = test.dossier().await;
    assert_eq!(
        part.waiting_for.unwrap().party,
        WaitingParty::Citizen,
        "the fee can be paid before the other result exists"
    );
    // The statuses of the group and of the part that asks for the fee differ from here on.
    for decision in ["move=2", "move=5&note=Thi%E1%BA%BFu"] {
        assert_eq!(post_decision(&office, birth, decision).await.status, 303);
    }
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert_eq!(group.status, DossierStatus::SupplementRequested);
    assert!(group.fees[0].online && offers_to_pay(&group));
    ask_to_withdraw(&test.lan, birth, "w-1", "Tôi khai sai.").await;
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert_eq!(group.status, DossierStatus::WithdrawalRequested);
    assert!(group.fees[0].online && offers_to_pay(&group));
    assert_eq!(group.waiting_for.unwrap().party, WaitingParty::Citizen);
    assert_eq!(needs_citizen(&test).await, 1);
    // Now the fee belongs to a part that may be withdrawn, and the others go on.
    post_decision(&office, birth, REFUSED).await;
    ask_to_withdraw(&test.lan, &test.code, "w-2", "Không cần nữa.").await;
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert!(!group.fees[0].online && !offers_to_pay(&group));
    assert_eq!(needs_citizen(&test).await, 0);
}
