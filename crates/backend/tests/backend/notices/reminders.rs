//! Reminders before something lapses.

use contract::endpoints;
use contract::notice::{CitizenNotice, NoticeKind, NoticePage};

use crate::kit::filing::BIRTH;
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
