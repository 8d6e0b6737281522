//! Sends what is in the outbox. A row is claimed before its message is sent, so that two tasks never send the same one,
//! and deleted afterwards. If the backend stops in between, or the gateway fails, the message is sent again later. An
//! e-mail then has the same `Message-ID`, so that the reader sees it once.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use contract::notice::NoticeChannel;
use rusqlite::{OptionalExtension, Transaction, params};

use super::reminders;
use crate::messages::EmailMessage;
use crate::refusal::Refusal;
use crate::state::AppState;

/// How often the outbox and the reminders are looked at, although nobody has asked for it.
const INTERVAL: Duration = Duration::from_secs(60);
/// How often a message is tried.
const MAX_TRIES: u32 = 8;
/// The subject of all e-mails about dossiers. It contains no code, because a locked phone shows subjects.
const SUBJECT: &str = "Thông báo từ Một Cửa";

/// The time between a try and the next one, in seconds. It is longer than any gateway takes.
const fn retry_seconds(tries: u32) -> i64 {
    match tries {
        0 | 1 => 2 * 60,
        2 => 10 * 60,
        3 => 3600,
        _ => 6 * 3600,
    }
}

/// A message that is claimed for sending.
struct Claimed {
    delivery_id: i64,
    channel: String,
    tries: u32,
    notice_id: String,
    text: String,
    dossier: Option<String>,
    phone: Option<String>,
    email: Option<String>,
}

/// Records reminders and sends what is in the outbox, for as long as the backend runs.
pub async fn run_worker(state: AppState) {
    loop {
        let within = state.clone();
        let reminding = state
            .store
            .run(move |transaction| reminders::record_due(transaction, &within, None));
        // Errors are logged where they occur. The next pass tries again.
        let _logged = reminding.await;
        let _logged = deliver_due(&state).await;
        let pause = tokio::time::sleep(INTERVAL);
        if state.config.demo {
            // There, messages are sent before each response.
            pause.await;
        } else {
            tokio::select! {
                () = state.events.outbox_filled() => {}
                () = pause => {}
            }
        }
    }
}

/// Sends every message that is due now, a few at the same time.
///
/// # Errors
///
/// `Internal` if the database fails. A gateway that fails is no error: its messages stay in the outbox.
pub async fn deliver_due(state: &AppState) -> Result<(), Refusal> {
    // While one gateway is slow, the messages of the others go out.
    let outcomes = tokio::join!(send_all(state), send_all(state), send_all(state));
    outcomes.0.and(outcomes.1).and(outcomes.2)
}

/// Sends messages until none is due.
async fn send_all(state: &AppState) -> Result<(), Refusal> {
    loop {
        let now = state.clock.now();
        let claiming = state.store.run(move |transaction| claim(transaction, now));
        let Some(claimed) = claiming.await? else {
            return Ok(());
        };
        let (delivery_id, tries) = (claimed.delivery_id, claimed.tries);
        if send(state, claimed).await.is_ok() || tries >= MAX_TRIES {
            if tries >= MAX_TRIES {
                tracing::error!("a message about a dossier is given up after its last try");
            }
            let delete = "DELETE FROM deliveries WHERE id = ?1";
            let deleting = state
                .store
                .run(move |transaction| Ok(transaction.execute(delete, [delivery_id])?));
            deleting.await?;
        }
    }
}

/// Claims the message that is due for the longest time, and sets when it is tried again.
fn claim(transaction: &Transaction<'_>, now: i64) -> Result<Option<Claimed>, Refusal> {
    let claimed = transaction
        .query_row(
            "SELECT deliveries.id, channel, tries + 1, notices.id, text, dossier_code, phone, email
             FROM deliveries JOIN notices ON notices.number = notice_number
                 JOIN accounts ON accounts.id = notices.account_id
             WHERE next_at <= ?1 ORDER BY next_at, deliveries.id LIMIT 1",
            [now],
            |row| {
                Ok(Claimed {
                    delivery_id: row.get(0)?,
                    channel: row.get(1)?,
                    tries: row.get(2)?,
                    notice_id: row.get(3)?,
                    text: row.get(4)?,
                    dossier: row.get(5)?,
                    phone: row.get(6)?,
                    email: row.get(7)?,
                })
            },
        )
        .optional()?;
    if let Some(claimed) = &claimed {
        let next_at = now + retry_seconds(claimed.tries);
        transaction.execute(
            "UPDATE deliveries SET tries = ?2, next_at = ?3 WHERE id = ?1",
            params![claimed.delivery_id, claimed.tries, next_at],
        )?;
    }
    Ok(claimed)
}

/// Sends a claimed message. Succeeds without sending if the account has lost the phone or address, or the backend the
/// gateway.
async fn send(state: &AppState, claimed: Claimed) -> Result<(), Refusal> {
    let now = state.clock.now();
    let gateway = match NoticeChannel::from_key(&claimed.channel) {
        Some(NoticeChannel::Sms) => Some(&state.messages),
        Some(NoticeChannel::Zalo) => state.zalo.as_ref(),
        Some(NoticeChannel::Email) => {
            let Some(address) = claimed.email.filter(|_| state.emails.is_available()) else {
                return Ok(());
            };
            let text = email_text(state, &claimed.text, claimed.dossier.as_deref());
            let message = EmailMessage {
                address,
                subject: SUBJECT.to_owned(),
                text,
                id: claimed.notice_id,
                sent_at: now,
            };
            return state.emails.send(message).await;
        }
        Some(NoticeChannel::Other(_)) | None => None,
    };
    match (gateway, claimed.phone) {
        (Some(gateway), Some(phone)) => gateway.send(&phone, claimed.text, now).await,
        _ => Ok(()),
    }
}

/// The text of an e-mail: the notice, where to look, and where to switch e-mails off. The page of the dossier asks for a
/// sign-in first.
fn email_text(state: &AppState, notice: &str, dossier: Option<&str>) -> String {
    let portal = match &state.config.public_url {
        Some(url) => url.clone(),
        None => format!("https://{}", state.config.host),
    };
    let page = match dossier {
        Some(code) => format!("{portal}/dossiers/{code}"),
        None => format!("{portal}/notices"),
    };
    format!(
        "{notice}\n\nXem tại: {page}\n\nThư này được gửi tự động, xin đừng trả lời. Chọn cách nhận thông báo tại: \
         {portal}/account/notices\n"
    )
}

/// Sends what a request has put into the outbox before its response. Only for a demonstration, whose messages go into the
/// database: whoever opens `/demo` next finds them there.
pub(crate) async fn deliver_before_response(
    State(state): State<AppState>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    if state.events.take_outbox_filled() {
        // An error is logged where it occurs. The message stays in the outbox.
        let _logged = deliver_due(&state).await;
    }
    response
}
