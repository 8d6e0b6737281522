//! What a dossier tells about its progress: whom it waits for, which step is overdue today, and why its result is due
//! on that day. The citizen's page, the list and the public look-up tell the same.

use contract::dossier::{
    Dossier, DossierItem, DossierListPage, DossierStatus, StepActor, StuckStep, WaitingParty,
};
use contract::endpoints;
use contract::lookup::{LookupRequest, LookupResult};
use contract::procedure::TimeUnit;
use contract::receipt::Receipt;

use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient};

const PHONE: &str = "0912345678";
const DAY: i64 = 24 * 3600;

async fn look_up(backend: &TestBackend, code: &str) -> LookupResult {
    let request = LookupRequest {
        code: code.to_owned(),
        filed_by: PHONE.to_owned(),
    };
    let client = backend.client();
    let found = client.post(&endpoints::POST_LOOKUP, &[], &request).await;
    found.json()
}

async fn send(client: &TestClient) -> Receipt {
    let draft = client.complete_draft().await;
    client.submit(&draft.id, "key").await.json()
}

async fn decide(backend: &TestBackend, code: &str, decision: &str) {
    let decided = post_decision(&backend.client(), code, decision).await;
    assert_eq!(decided.status, 303, "{decision}: {}", decided.text());
}

#[tokio::test]
async fn a_pause_moves_the_due_date_and_the_explanation_names_it() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    // Thursday 2026-12-31, so that New Year's Day is in the processing time.
    backend.advance_clock(39 * DAY);
    let lan = backend.sign_in(PHONE).await;
    let receipt = send(&lan).await;
    let code = receipt.code.as_str();
    let first = get_dossier(&lan, code).await;
    let due = first.due.clone().unwrap();
    assert_eq!(
        (&first.due_on, &due.from),
        (&receipt.due_on, &receipt.sent_at)
    );
    assert_eq!(due.first_due_on, receipt.due_on.clone().unwrap());
    assert!(due.pauses.is_empty());
    assert_eq!(due.time.unit, TimeUnit::WorkingDay);
    assert_eq!(due.holidays[0].name, "Tết Dương lịch");
    decide(&backend, code, "move=2").await;
    decide(&backend, code, "move=6").await;
    let paused = get_dossier(&lan, code).await;
    assert_eq!(
        paused.due_on, receipt.due_on,
        "the date moves when the pause ends"
    );
    assert_eq!(paused.due.clone().unwrap().pauses[0].until, None);
    // Friday is a holiday and two days are a weekend: Monday and Tuesday are the working days of the pause.
    backend.advance_clock(5 * DAY);
    let lan = backend.sign_in(PHONE).await;
    decide(&backend, code, "move=4").await;
    let resumed = get_dossier(&lan, code).await;
    let due = resumed.due.clone().unwrap();
    let pause = &due.pauses[0];
    assert_eq!(pause.status, DossierStatus::ObligationRequested);
    assert_eq!(pause.from.0, "2026-12-31");
    assert_eq!(pause.until.as_ref().unwrap().0, "2027-01-05");
    assert!(resumed.due_on.as_ref().unwrap().0 > receipt.due_on.unwrap().0);
    assert_eq!(resumed.history[0].deadline, resumed.due_on);
    assert_eq!(look_up(&backend, code).await.due, Some(due));
}

#[tokio::test]
async fn a_step_that_is_overdue_today_is_told_today_in_every_place() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    let lan = backend.sign_in(PHONE).await;
    let receipt = send(&lan).await;
    let code = receipt.code.as_str();
    let new = get_dossier(&lan, code).await;
    assert_eq!((new.stuck.len(), new.history[0].on_time), (0, None));
    assert_eq!(new.history[0].by, Some(StepActor::Citizen));
    // Monday is the deadline of the first step. On Tuesday it has passed.
    backend.advance_clock(2 * DAY);
    let lan = backend.sign_in(PHONE).await;
    let late = get_dossier(&lan, code).await;
    let expected = [StuckStep {
        office: late.office.clone(),
        procedure: None,
        since: new.history[0].deadline.clone().unwrap(),
    }];
    assert_eq!(late.stuck, expected);
    assert_eq!(late.history[0].on_time, Some(false));
    assert_eq!(look_up(&backend, code).await.stuck, expected);
    let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    let DossierItem::Dossier { stuck, .. } = &page.items[0] else {
        panic!("the list contains no dossier");
    };
    assert_eq!(*stuck, expected);
    decide(&backend, code, "move=5&note=Thi%E1%BA%BFu").await;
    let asked = get_dossier(&lan, code).await;
    assert!(asked.stuck.is_empty(), "it waits for the citizen now");
    assert_eq!(asked.history[1].on_time, Some(false), "the step stays late");
    assert_eq!(asked.history[0].by, Some(StepActor::Officer));
}

#[tokio::test]
async fn each_status_says_whose_turn_it_is() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let receipt = send(&lan).await;
    let code = receipt.code.as_str();
    let waits = async |expected: WaitingParty, office: Option<&str>| {
        let dossier: Dossier = get_dossier(&lan, code).await;
        let waiting = dossier.waiting_for.clone().unwrap();
        assert_eq!(waiting.party, expected);
        let name = waiting.name.clone().unwrap_or_default();
        assert!(name.starts_with(office.unwrap_or_default()), "{name}");
        assert_eq!(waiting.name.is_some(), office.is_some());
        assert_eq!(look_up(&backend, code).await.waiting_for, Some(waiting));
        let page: DossierListPage = lan.call(&endpoints::GET_DOSSIERS, &[]).await.json();
        let needed = u32::from(expected == WaitingParty::Citizen);
        assert_eq!(page.needs_citizen_count, needed);
        assert_eq!(page.needs_citizen.len(), needed as usize);
    };
    waits(WaitingParty::Office, Some("Bộ phận Một cửa")).await;
    decide(&backend, code, "move=2").await;
    decide(&backend, code, "move=5&note=Thi%E1%BA%BFu").await;
    waits(WaitingParty::Citizen, None).await;
    decide(&backend, code, "move=8").await;
    decide(&backend, code, "move=4").await;
    waits(WaitingParty::Office, Some("Bộ phận chuyên môn")).await;
    decide(&backend, code, "move=6-online").await;
    waits(WaitingParty::Citizen, None).await;
    decide(&backend, code, "move=4").await;
    decide(&backend, code, "move=9").await;
    waits(WaitingParty::Office, Some("Bộ phận Một cửa")).await;
    decide(&backend, code, "move=10").await;
    waits(WaitingParty::Nobody, None).await;
}

#[tokio::test]
async fn a_group_waits_for_its_parts_and_names_the_part_that_is_stuck() {
    let backend = TestBackend::start_with_group();
    backend.register_lan().await;
    let lan = backend.sign_in(PHONE).await;
    let receipt = lan.submit_group().await;
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        group.waiting_for.clone().unwrap().party,
        WaitingParty::Office
    );
    let second = group.parts[1].waiting_for.clone().unwrap();
    assert_eq!(second.party, WaitingParty::Elsewhere);
    assert_eq!(second.name.as_deref(), Some("Đăng ký khai sinh"));
    let part = get_dossier(&lan, &receipt.parts[1].code).await;
    assert_eq!(part.waiting_for, Some(second.clone()));
    let found = look_up(&backend, &receipt.parts[1].code).await;
    assert_eq!(found.waiting_for, Some(second));
    backend.advance_clock(3 * DAY);
    let lan = backend.sign_in(PHONE).await;
    let group = get_dossier(&lan, &receipt.code).await;
    let stuck: Vec<_> = group
        .stuck
        .iter()
        .map(|step| step.procedure.as_deref())
        .collect();
    assert_eq!(stuck, [Some("Đăng ký khai sinh")]);
    assert_eq!(look_up(&backend, &receipt.code).await.stuck, group.stuck);
    // A part that pauses for longer than the others take moves the due date of the group.
    let due_before = group.due_on.unwrap();
    let birth = receipt.parts[0].code.as_str();
    decide(&backend, birth, "move=5&note=Thi%E1%BA%BFu").await;
    backend.advance_clock(30 * DAY);
    decide(&backend, birth, "move=8").await;
    decide(&backend, birth, "move=4").await;
    let lan = backend.sign_in(PHONE).await;
    let part = get_dossier(&lan, birth).await;
    let group = get_dossier(&lan, &receipt.code).await;
    let (whole, part) = (group.due_on.unwrap(), part.due_on.unwrap());
    assert!(whole > due_before, "{whole:?} {due_before:?}");
    assert!(whole >= part, "{whole:?} {part:?}");
    assert_eq!(
        group.due.unwrap().pauses[0].procedure.as_deref(),
        Some("Đăng ký khai sinh")
    );
}
