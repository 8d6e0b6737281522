//! The officers who handle a group dossier, on `/demo`: each office decides on its own part, and the status of the
//! group is derived from the statuses of its parts.

use contract::dossier::{DossierStatus, Tab};

use crate::kit::TestBackend;
use crate::kit::group::get_dossier;
use crate::kit::officer::post_decision;

const PHONE: &str = "0912345678";

#[tokio::test]
async fn neither_waiting_parts_nor_the_group_itself_can_be_decided() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    for code in [
        &receipt.code,
        &receipt.parts[1].code,
        &receipt.parts[2].code,
    ] {
        assert_eq!(
            post_decision(&office, code, "move=2").await.status,
            409,
            "{code}"
        );
    }
    let page = office.navigate("/demo").await.text();
    assert!(page.contains("Chờ kết quả: Đăng ký khai sinh."), "{page}");
    let form = |code: &str| page.contains(&format!("action=\"/demo/dossiers/{code}\""));
    assert!(form(&receipt.parts[0].code));
    assert!(!form(&receipt.code) && !form(&receipt.parts[1].code));
    // Each part is shown once on the page, below the group.
    for code in receipt.parts.iter().map(|part| &part.code) {
        assert_eq!(page.matches(&format!("id=\"d-{code}\"")).count(), 1);
    }
}

#[tokio::test]
async fn the_group_takes_the_status_of_its_parts_and_names_the_part() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let birth = &receipt.parts[0].code;
    backend.advance_clock(60);
    for (decision, status, tab, action) in [
        (
            "move=2",
            DossierStatus::Accepted,
            Tab::Processing,
            "Đăng ký khai sinh: Tiếp nhận",
        ),
        (
            "move=6-online",
            DossierStatus::ObligationRequested,
            Tab::Payment,
            "Đăng ký khai sinh: Yêu cầu nộp phí",
        ),
        (
            "move=4",
            DossierStatus::Processing,
            Tab::Processing,
            "Đăng ký khai sinh: Đã thanh toán",
        ),
        (
            "move=5&note=Thi%E1%BA%BFu",
            DossierStatus::SupplementRequested,
            Tab::Supplement,
            "Đăng ký khai sinh: Yêu cầu bổ sung",
        ),
    ] {
        assert_eq!(post_decision(&office, birth, decision).await.status, 303);
        let group = get_dossier(&lan, &receipt.code).await;
        assert_eq!((group.status, group.tab), (status, tab), "{action}");
        assert_eq!(group.history[0].action, action);
        assert_eq!(group.history[0].status, status);
        let messages = backend.messages(PHONE).await;
        let named = format!("{birth} (Đăng ký khai sinh)");
        assert!(messages.last().unwrap().contains(&named), "{messages:?}");
    }
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(group.note.as_deref(), Some("Đăng ký khai sinh: Thiếu"));
    assert_eq!(group.parts[0].note.as_deref(), Some("Thiếu"));
}

#[tokio::test]
async fn a_part_starts_when_its_last_required_result_exists() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    let [birth, residence, card] = &receipt.parts[..] else {
        panic!("{:?}", receipt.parts);
    };
    let waiting = get_dossier(&lan, &residence.code).await;
    assert_eq!(waiting.waits_for, ["Đăng ký khai sinh"]);
    assert!(waiting.result.is_some_and(|result| !result.is_empty()));
    for decision in ["move=2", "move=4", "move=9"] {
        post_decision(&office, &birth.code, decision).await;
    }
    let begun = get_dossier(&lan, &residence.code).await;
    assert_eq!(begun.waits_for, [""; 0]);
    // The residence part began on a Sunday. It is due seven working days later.
    assert_eq!(begun.due_on.clone().unwrap().0, "2026-12-01");
    assert_eq!(
        begun.history[0].action,
        "Bắt đầu: đã có kết quả «Đăng ký khai sinh»"
    );
    assert!(begun.history[0].deadline.is_some());
    let messages = backend.messages(PHONE).await;
    let last = messages.last().unwrap();
    assert!(
        last.contains("Bắt đầu giải quyết: Đăng ký thường trú."),
        "{last}"
    );

    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(group.status, DossierStatus::Processing);
    assert_eq!(group.parts[2].waits_for, ["Đăng ký thường trú"]);
    assert_eq!(
        post_decision(&office, &card.code, "move=2").await.status,
        409
    );
    for decision in ["move=2", "move=4", "move=9", "move=10"] {
        assert_eq!(
            post_decision(&office, &residence.code, decision)
                .await
                .status,
            303
        );
    }
    for decision in ["move=2", "move=4", "move=9"] {
        assert_eq!(
            post_decision(&office, &card.code, decision).await.status,
            303
        );
    }
    assert_eq!(
        get_dossier(&lan, &receipt.code).await.status,
        DossierStatus::Processed
    );
    for code in [&birth.code, &card.code] {
        assert_eq!(post_decision(&office, code, "move=10").await.status, 303);
    }
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        (group.status, group.tab),
        (DossierStatus::Returned, Tab::Returned)
    );
    // The receipt doesn't change after it was issued.
    let again: contract::receipt::Receipt = lan
        .call(&contract::endpoints::GET_RECEIPT, &[&receipt.code])
        .await
        .json();
    assert_eq!(again, receipt);
}

#[tokio::test]
async fn rejecting_a_part_rejects_all_parts_that_wait_for_it() {
    let backend = TestBackend::start_with_group();
    let lan = backend.register_lan().await;
    let receipt = lan.submit_group().await;
    let office = backend.client();
    post_decision(&office, &receipt.parts[0].code, "move=3&note=Sai").await;
    let group = get_dossier(&lan, &receipt.code).await;
    assert_eq!(
        (group.status, group.tab),
        (DossierStatus::Rejected, Tab::Closed)
    );
    for part in &group.parts {
        assert_eq!(
            (part.status, part.waits_for.len()),
            (DossierStatus::Rejected, 0)
        );
        assert_eq!(part.due_on, None);
    }
    assert_eq!(group.due_on, None);
    let note = group.note.unwrap();
    assert!(note.starts_with("Đăng ký khai sinh: Sai\n"), "{note}");
    let card = get_dossier(&lan, &receipt.parts[2].code).await;
    assert_eq!(card.history.len(), 2);
    let note = card.note.unwrap();
    assert!(note.contains("«Đăng ký"), "{note}");
    let last = backend.messages(PHONE).await.pop().unwrap();
    let closed = "Cũng dừng: Đăng ký thường trú; Cấp thẻ bảo hiểm y tế.";
    assert!(last.contains(closed), "{last}");
}
