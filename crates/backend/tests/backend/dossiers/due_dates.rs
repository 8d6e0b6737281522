//! The day on which a result is due: the same on the receipt, in the list, on the dossier's page, in the look-up and in
//! the message.

use contract::dossier::{Dossier, DossierItem, DossierListPage};
use contract::endpoints;
use contract::lookup::{LookupRequest, LookupResult};
use contract::receipt::Receipt;
use serde_json::json;

use crate::kit::filing::{COPY, general_declaration_answers};
use crate::kit::{TestBackend, TestClient};

/// «Thông báo lưu trú», which takes one hour.
const ONE_HOUR: &str = "2.001159";
/// Seconds from the start of the clock, Sunday 2026-11-22 at 08:20 in Vietnam, to Saturday at 23:30.
const TO_SATURDAY_NIGHT: i64 = (6 * 24 + 15) * 3600 + 10 * 60;

/// Everything that tells the citizen when the result is due.
struct ToldDueDates {
    receipt: Receipt,
    dossier: Dossier,
    look_up: LookupResult,
    /// The day in the list, and whether it is provisional.
    listed: (Option<String>, bool),
    message: String,
}

/// Sends a dossier and reads what tells its due date.
async fn send(backend: &TestBackend, client: &TestClient, procedure: &str) -> ToldDueDates {
    let draft = client.create_draft(procedure).await;
    let patch =
        json!({"answers": general_declaration_answers(), "delivery": {"channel": "online"}});
    client.save_draft(&draft.id, draft.version, &patch).await;
    let receipt: Receipt = client.submit(&draft.id, "key").await.json();
    let code = receipt.code.as_str();
    let dossier = client.call(&endpoints::GET_DOSSIER, &[code]).await.json();
    let request = LookupRequest {
        code: code.to_owned(),
        filed_by: "0912345678".to_owned(),
    };
    let look_up = client
        .post(&endpoints::POST_LOOKUP, &[], &request)
        .await
        .json();
    let page: DossierListPage = client.call(&endpoints::GET_DOSSIERS, &[]).await.json();
    let DossierItem::Dossier {
        due_on,
        due_on_provisional,
        ..
    } = &page.items[0]
    else {
        panic!("the list contains no dossier");
    };
    let listed = (
        due_on.as_ref().map(|day| day.0.clone()),
        *due_on_provisional,
    );
    let messages = backend.messages("0912345678").await;
    ToldDueDates {
        receipt,
        dossier,
        look_up,
        listed,
        message: messages.last().unwrap().clone(),
    }
}

#[tokio::test]
async fn a_result_in_one_hour_is_due_when_the_office_is_open_and_everything_says_so() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    backend.advance_clock(TO_SATURDAY_NIGHT);
    let lan = backend.sign_in("0912345678").await;
    let told = send(&backend, &lan, ONE_HOUR).await;
    let monday = "2026-11-30";
    let days = [
        &told.receipt.due_on,
        &told.dossier.due_on,
        &told.look_up.due_on,
    ];
    for day in days {
        assert_eq!(day.as_ref().unwrap().0, monday);
    }
    assert_eq!(told.listed, (Some(monday.to_owned()), false));
    assert!(told.message.contains("30/11/2026."), "{}", told.message);
    // The office must look at the dossier before the result is due, not after it.
    assert_eq!(told.dossier.history[0].deadline.as_ref().unwrap().0, monday);
}

#[tokio::test]
async fn a_due_date_in_a_year_without_known_holidays_is_told_as_provisional() {
    let backend = TestBackend::start();
    backend.register_lan().await;
    // Friday 2027-12-31. The next working day is in 2028.
    backend.advance_clock(404 * 24 * 3600);
    let lan = backend.sign_in("0912345678").await;
    let told = send(&backend, &lan, COPY).await;
    let due_on = told.receipt.due_on.clone().unwrap().0;
    assert!(
        due_on.starts_with("2027") || due_on.starts_with("2028"),
        "{due_on}"
    );
    let is_provisional = due_on.starts_with("2028");
    assert!(is_provisional, "{due_on}");
    assert!(told.receipt.due_on_provisional);
    assert!(told.dossier.due_on_provisional);
    assert!(told.look_up.due_on_provisional);
    assert!(told.listed.1);
    assert!(told.message.contains("(tạm tính)"), "{}", told.message);
}
