//! Reminders before something lapses.

use contract::endpoints;
use contract::notice::{CitizenNotice, NoticeKind, NoticePage};

use crate::kit::filing::BIRTH;
use crate::kit::replies::ask_for;
use crate::kit::{TestBackend, TestClient};

const DAY: i64 = 24 * 3600;

async fn notices(client: &TestClient) -> Vec<CitizenNotice> {
    let page: NoticePage = client.call(&endpoints::GET_NOTICES, &[]).await.json();
    page.items
}

#[tokio::test]
async fn a_draft_that_lapses_within_a_week_is_announced_once() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let draft = lan.create_draft(BIRTH).await;
    backend.advance_clock(52 * DAY);
    let lan = backend.sign_in("0912345678").await;
    assert_eq!(notices(&lan).await, []);
    backend.advance_clock(2 * DAY);
    let lan = backend.sign_in("0912345678").await;
    let before = backend.messages("0912345678").await.len();
    for _ in 0..2 {
        let notices = notices(&lan).await;
        assert_eq!(notices.len(), 1);
        assert_eq!(notices[0].kind, NoticeKind::DraftExpires);
        assert_eq!(notices[0].draft.as_deref(), Some(draft.id.as_str()));
        assert!(
            notices[0].text.contains("21/01/2027"),
            "{}",
            notices[0].text
        );
    }
    let messages = backend.messages("0912345678").await;
    assert_eq!(messages.len(), before + 1);
    assert!(
        messages
            .last()
            .unwrap()
            .contains("sẽ bị xóa sau ngày 21/01/2027")
    );
}

#[tokio::test]
async fn a_consent_whose_wording_has_changed_is_announced_to_who_has_a_draft() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    lan.create_draft(BIRTH).await;
    assert_eq!(notices(&lan).await, []);
    let older = backend.state.store.run(|transaction| {
        Ok(transaction.execute(
            "UPDATE consents SET version = 0 WHERE purpose = 'file_dossiers'",
            [],
        )?)
    });
    assert_eq!(older.await.unwrap(), 1);
    for _ in 0..2 {
        let notices = notices(&lan).await;
        assert_eq!(notices.len(), 1);
        assert_eq!(notices[0].kind, NoticeKind::ConsentLapsed);
    }
}

/// The text of the only reminder of a request, after these seconds.
async fn request_reminder(backend: &TestBackend, seconds: i64) -> String {
    backend.advance_clock(seconds);
    let lan = backend.sign_in("0912345678").await;
    let mut reminders = notices(&lan).await;
    reminders.retain(|notice| notice.kind == NoticeKind::SupplementExpires);
    assert_eq!(reminders.len(), 1);
    reminders.remove(0).text
}

#[tokio::test]
async fn a_reminder_of_a_supplement_says_that_the_dossier_will_be_paused() {
    let backend = TestBackend::start();
    let (_, code) = backend.birth_under_way().await;
    let asked = [
        ("kind", "supplement"),
        ("reason", "Tên không khớp."),
        ("until", "2026-11-27"),
        ("q:child_name", "on"),
    ];
    let asked = ask_for(&backend.client(), &code, &asked).await;
    assert_eq!(asked.status, 303, "{}", asked.text());
    let text = request_reminder(&backend, 4 * DAY).await;
    assert_eq!(
        text,
        format!(
            "Hồ sơ {code} chờ bạn bổ sung, hạn cuối 27/11/2026. Quá hạn, hồ sơ sẽ dừng xử lý. Xem tại mục Hồ sơ của tôi."
        )
    );
}

#[tokio::test]
async fn a_reminder_of_a_draft_certificate_says_that_silence_is_consent() {
    let backend = TestBackend::start();
    let (_, code) = backend.birth_under_way().await;
    ask_for(&backend.client(), &code, &[("kind", "certificate")]).await;
    let text = request_reminder(&backend, DAY).await;
    assert_eq!(
        text,
        format!(
            "Hồ sơ {code} chờ bạn xác nhận bản thảo, hạn cuối 23/11/2026. Không trả lời là đồng ý, xem tại mục Hồ sơ của tôi."
        )
    );
}
