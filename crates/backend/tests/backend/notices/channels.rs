//! The channels on which a citizen hears of notices.

use contract::endpoints;
use contract::notice::{NoticeChannel, NoticeSettings, NoticeSettingsChange};
use contract::receipt::Receipt;
use serde_json::json;

use super::email_address::set_email;
use crate::kit::officer::post_decision;
use crate::kit::{TestBackend, TestClient};

async fn settings(client: &TestClient) -> NoticeSettings {
    client
        .call(&endpoints::GET_NOTICE_SETTINGS, &[])
        .await
        .json()
}

async fn choose(client: &TestClient, change: NoticeSettingsChange) -> NoticeSettings {
    let changed = client.post(&endpoints::PATCH_NOTICE_SETTINGS, &[], &change);
    changed.await.json()
}

async fn submit(client: &TestClient, key: &str) -> String {
    let draft = client.complete_draft().await;
    let receipt: Receipt = client.submit(&draft.id, key).await.json();
    receipt.code
}

#[tokio::test]
async fn lists_the_channels_with_masked_addresses() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    set_email(&backend, &lan, "lan.nguyen@example.vn").await;
    let channels = settings(&lan).await.channels;
    let lines: Vec<_> = channels
        .iter()
        .map(|setting| (setting.channel, setting.on, setting.sent_to.as_deref()))
        .collect();
    assert_eq!(
        lines,
        [
            (NoticeChannel::Sms, true, Some("09•• ••• 678")),
            (NoticeChannel::Email, true, Some("l••@example.vn")),
            (NoticeChannel::Zalo, false, Some("09•• ••• 678")),
        ]
    );
    assert!(channels.iter().all(|setting| !setting.needs_consent));
}

#[tokio::test]
async fn sends_a_step_on_the_chosen_channels_only() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    set_email(&backend, &lan, "lan@example.vn").await;
    let code = submit(&lan, "key-1").await;
    let office = backend.client();
    let before = backend.messages("0912345678").await.len();
    choose(
        &lan,
        NoticeSettingsChange {
            sms: Some(false),
            zalo: Some(true),
            ..NoticeSettingsChange::default()
        },
    )
    .await;
    post_decision(&office, &code, "move=2").await;
    let zalo = backend.count_rows("messages WHERE channel = 'zalo'").await;
    assert_eq!(zalo, 1);
    assert_eq!(backend.messages("0912345678").await.len(), before + 1);
    // Of the address itself there is the code; then the dossier was sent and accepted.
    assert_eq!(backend.count_rows("emails").await, 3);
    choose(
        &lan,
        NoticeSettingsChange {
            email: Some(false),
            zalo: Some(false),
            ..NoticeSettingsChange::default()
        },
    )
    .await;
    post_decision(&office, &code, "move=4").await;
    assert_eq!(backend.messages("0912345678").await.len(), before + 1);
    assert_eq!(backend.count_rows("emails").await, 3);
    assert_eq!(backend.count_rows("notices").await, 3);
    assert_eq!(backend.count_rows("deliveries").await, 0);
}

#[tokio::test]
async fn without_consent_nothing_but_the_first_message_goes_to_the_phone() {
    let backend = TestBackend::start();
    let lan = backend.register_lan().await;
    let withdrawal = json!({"purpose": "progress_messages", "version": 1, "given": false});
    lan.post_raw(&endpoints::POST_CONSENT, &[], withdrawal.to_string())
        .await
        .json::<serde_json::Value>();
    assert!(settings(&lan).await.channels[0].needs_consent);
    let before = backend.messages("0912345678").await.len();
    let code = submit(&lan, "key-1").await;
    post_decision(&backend.client(), &code, "move=2").await;
    let messages = backend.messages("0912345678").await;
    assert_eq!(messages.len(), before + 1);
    assert!(messages.last().unwrap().contains("đã được gửi tới"));
    assert_eq!(backend.count_rows("notices").await, 2);
}

#[tokio::test]
async fn a_backend_without_gateways_offers_text_messages_only() {
    let mut backend = TestBackend::start();
    let lan = backend.register_lan().await;
    backend.state.emails = backend::messages::Emails::default();
    backend.state.zalo = None;
    let client = backend.client();
    client.set_cookie(lan.cookie());
    let channels = settings(&client).await.channels;
    assert_eq!(channels.len(), 1);
    assert_eq!(channels[0].channel, NoticeChannel::Sms);
}
