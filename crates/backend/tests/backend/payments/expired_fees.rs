//! A fee whose last day has passed: the dossier waits for the office, which asks again.

use contract::dossier::{
    CitizenAction, Dossier, DossierListPage, DossierStatus, Tab, WaitingParty,
};
use contract::endpoints;
use contract::notice::{CitizenNotice, NoticeKind, NoticePage};
use contract::payment::{FeeState, PaymentState};

use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;
use crate::kit::payments::{ONLINE_FEE, PaymentTest};

const DAY: i64 = 24 * 3_600;

fn until(day: &str, more: &str) -> String {
    [ONLINE_FEE, "&until=", day, more].concat()
}

async fn reminders(test: &PaymentTest) -> Vec<CitizenNotice> {
    let page: NoticePage = test.lan.call(&endpoints::GET_NOTICES, &[]).await.json();
    let is_reminder = |notice: &CitizenNotice| notice.kind == NoticeKind::FeeExpires;
    page.items.into_iter().filter(is_reminder).collect()
}

fn waits_for(dossier: &Dossier) -> WaitingParty {
    dossier.waiting_for.as_ref().unwrap().party
}

#[tokio::test]
async fn a_dossier_whose_fee_has_lapsed_waits_for_the_office_and_goes_on_with_a_new_fee() {
    let mut test = PaymentTest::start().await;
    let first = test.ask_for_fee(&until("2026-11-22", "&holds=1")).await;
    let late = test.begin_payment(&first.id, "late").await;
    assert_eq!(waits_for(&test.dossier().await), WaitingParty::Citizen);
    test.pass_time(DAY).await;
    let page: DossierListPage = test.lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    assert_eq!(page.needs_citizen_count, 0);
    let lapsed = test.dossier().await;
    assert_eq!(
        (lapsed.status, lapsed.tab),
        (DossierStatus::ObligationRequested, Tab::Obligation)
    );
    assert_eq!(lapsed.history[0].action, "Quá hạn nộp phí");
    assert_eq!(lapsed.fees[0].state, FeeState::Expired);
    assert!(!lapsed.actions.contains(&CitizenAction::Pay));
    assert_eq!(waits_for(&lapsed), WaitingParty::Office);
    assert_eq!(lapsed.waiting_for.unwrap().name, Some(lapsed.office));
    assert_eq!(
        test.dossier().await.history.len(),
        lapsed.history.len(),
        "it lapses once"
    );

    let second = test.ask_for_fee(&until("2026-12-01", "&holds=1")).await;
    let asked = test.dossier().await;
    assert_eq!(
        (asked.tab, waits_for(&asked)),
        (Tab::Payment, WaitingParty::Citizen)
    );
    assert_eq!(asked.fees[1].state, FeeState::Cancelled);
    let payment = test.begin_payment(&second.id, "key").await;
    test.choose(&payment, "pay").await;
    assert_eq!(test.dossier().await.status, DossierStatus::Registered);
    // Nobody pays for both.
    test.choose(&late, "pay").await;
    assert_eq!(test.payment(&late.id).await.state, PaymentState::RefundDue);
}

#[tokio::test]
async fn a_dossier_that_goes_on_leaves_the_payments_when_its_fee_lapses() {
    let (mut test, receipt) = PaymentTest::start_with_group().await;
    test.code = receipt.parts[0].code.clone();
    post_decision(&test.backend.client(), &test.code, "move=2").await;
    test.ask_for_fee(&until("2026-11-22", "")).await;
    assert_eq!(
        get_dossier(&test.lan, &receipt.code).await.tab,
        Tab::Payment
    );
    test.pass_time(DAY).await;
    let part = test.dossier().await;
    assert_eq!(
        (part.tab, waits_for(&part)),
        (Tab::Processing, WaitingParty::Office)
    );
    assert_eq!(
        part.history[0].deadline, part.history[1].deadline,
        "the office keeps its deadline"
    );
    let group = get_dossier(&test.lan, &receipt.code).await;
    assert_eq!(group.tab, Tab::Processing);
    assert!(group.history[0].action.ends_with("Quá hạn nộp phí"));
}

#[tokio::test]
async fn a_reminder_comes_the_day_before_a_fee_lapses_and_not_for_a_paid_one() {
    let mut test = PaymentTest::start().await;
    let paid = test.ask_for_fee(&until("2026-11-24", "")).await;
    let payment = test.begin_payment(&paid.id, "key").await;
    test.choose(&payment, "pay").await;
    test.ask_for_fee(&until("2026-11-25", "")).await;
    test.pass_time(DAY).await;
    assert_eq!(reminders(&test).await, []);
    test.pass_time(DAY).await;
    for _ in 0..2 {
        let reminders = reminders(&test).await;
        assert_eq!(reminders.len(), 1);
        let text = &reminders[0].text;
        assert!(
            text.contains("50.000 đ") && text.contains("25/11/2026"),
            "{text}"
        );
        assert_eq!(reminders[0].dossier.as_ref(), Some(&test.code));
    }
}
