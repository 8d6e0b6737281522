//! «Xin lỗi và hẹn lại»: the office names another due date.

use contract::Day;
use contract::dossier::{Dossier, DossierStatus, DuePostponement};
use contract::endpoints;
use contract::notice::{NoticeKind, NoticePage};
use contract::receipt::Receipt;

use crate::kit::TestBackend;
use crate::kit::group::get_dossier;
use crate::kit::officer::{post_form, post_to_desk};

const SAME_ORIGIN: &[(&str, &str)] = &[("sec-fetch-site", "same-origin")];

#[tokio::test]
async fn an_apology_names_another_day_with_a_reason() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.complete_draft().await;
    let receipt: Receipt = lan.submit(&draft.id, "key-1").await.json();
    let code = receipt.code.clone();
    let office = backend.client();
    let path = format!("/demo/dossiers/{code}/apology");
    let apologise = async |body: &str| {
        let sent = post_form(&office, &path, body, SAME_ORIGIN).await;
        sent.status.as_u16()
    };
    assert_eq!(apologise("day=h%C3%B4m+nay&reason=Ch%E1%BA%ADm").await, 422);
    assert_eq!(apologise("day=22/11/2026&reason=Ch%E1%BA%ADm").await, 422);
    assert_eq!(apologise("day=24/12/2026&reason=").await, 422);
    assert_eq!(
        apologise("day=24/12/2026&reason=M%E1%BA%A5t+%C4%91i%E1%BB%87n").await,
        303
    );
    let dossier: Dossier = lan.call(&endpoints::GET_DOSSIER, &[&code]).await.json();
    assert_eq!(dossier.due_on, Some(Day("2026-12-24".to_owned())));
    assert_eq!(dossier.status, DossierStatus::Registered);
    let due = dossier.due.as_ref().unwrap();
    assert_eq!(Some(&due.first_due_on), receipt.due_on.as_ref());
    let postponed = DuePostponement {
        decided_on: Day("2026-11-22".to_owned()),
        due_on: Day("2026-12-24".to_owned()),
        procedure: None,
    };
    assert_eq!(due.postponements, [postponed]);
    let step = &dossier.history[0];
    assert_eq!(step.action, "Xin lỗi và hẹn lại ngày trả kết quả");
    assert_eq!(step.note.as_deref(), Some("Mất điện"));
    let page: NoticePage = lan.call(&endpoints::GET_NOTICES, &[]).await.json();
    let notice = &page.items[0];
    assert_eq!(notice.kind, NoticeKind::Delayed);
    assert!(notice.text.contains("24/12/2026") && !notice.text.contains("điện"));
}

#[tokio::test]
async fn another_due_date_of_a_part_moves_that_of_its_group() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let birth = &receipt.parts[0].code;
    let first = get_dossier(&lan, &receipt.code).await.due_on.unwrap();
    assert!(first.0.as_str() < "2027-06-30");
    let apology = "day=30/06/2027&reason=M%E1%BA%A5t+%C4%91i%E1%BB%87n";
    let sent = post_to_desk(&backend.client(), birth, "apology", apology).await;
    assert_eq!(sent.status, 303);
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(group.due_on, Some(Day("2027-06-30".to_owned())));
    let step = &group.history[0];
    assert_eq!(
        step.action,
        "Đăng ký khai sinh: Xin lỗi và hẹn lại ngày trả kết quả"
    );
    if let Some(due) = group.due {
        let procedure = due.postponements[0].procedure.as_deref();
        assert_eq!(procedure, Some("Đăng ký khai sinh"));
    }
}
