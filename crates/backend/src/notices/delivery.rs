//! Sends what is in the outbox. A row is claimed before its message is sent, so that two tasks never send the same one,
//! and deleted afterwards. If the backend stops in between, or the gateway fails, the message is sent again later. An
//! e-mail then has the same `Message-ID`, so that the reader sees it once.

use std::time::Duration;

use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;
use contract::notice::{ChannelSetting, NoticeChannel, NoticeKind};
use rusqlite::{OptionalExtension, Transaction, params};

use super::{channels, notice_store, reminders};
use crate::messages::EmailMessage;
use crate::refusal::Refusal;
use crate::state::AppState;

/// Interval at which the outbox and the reminders are checked without a wake-up.
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
    account_id: i64,
    kind: NoticeKind,
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
        let within = state.clone();
        let claiming = state
            .store
            .run(move |transaction| claim(transaction, &within));
        let Some(claimed) = claiming.await? else {
            return Ok(());
        };
        let (delivery_id, tries) = (claimed.delivery_id, claimed.tries);
        let is_sent = send(state, claimed).await.is_ok();
        if !is_sent && tries < MAX_TRIES {
            continue;
        }
        if !is_sent {
            tracing::error!("a message about a dossier is given up after its last try");
        }
        let deleting = state
            .store
            .run(move |transaction| delete(transaction, delivery_id));
        deleting.await?;
    }
}

/// Claims the message that is due for the longest time, and sets when it is tried again. Deletes messages that the
/// citizen doesn't want any more: a message can wait in the outbox for days, and the citizen may withdraw the consent
/// meanwhile.
fn claim(transaction: &Transaction<'_>, state: &AppState) -> Result<Option<Claimed>, Refusal> {
    let now = state.clock.now();
    while let Some(due) = find_due(transaction, now)? {
        let channels = channels::load(transaction, state, due.account_id)?;
        let is_wanted = |setting: &ChannelSetting| {
            setting.channel.key() == due.channel && channels::takes_notice(setting, due.kind)
        };
        if !channels.iter().any(is_wanted) {
            delete(transaction, due.delivery_id)?;
            continue;
        }
        let next_at = now + retry_seconds(due.tries);
        transaction.execute(
            "UPDATE deliveries SET tries = ?2, next_at = ?3 WHERE id = ?1",
            params![due.delivery_id, due.tries, next_at],
        )?;
        return Ok(Some(due));
    }
    Ok(None)
}

/// Finds the message that is due for the longest time.
fn find_due(transaction: &Transaction<'_>, now: i64) -> Result<Option<Claimed>, Refusal> {
    let due = transaction
        .query_row(
            "SELECT deliveries.id, channel, tries + 1, notices.id, text, dossier_code, phone, email,
                 notices.account_id, kind
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
                    account_id: row.get(8)?,
                    kind: notice_store::read_kind(&row.get::<_, String>(9)?),
                })
            },
        )
        .optional()?;
    Ok(due)
}

/// Deletes a message from the outbox.
fn delete(transaction: &Transaction<'_>, delivery_id: i64) -> Result<(), Refusal> {
    transaction.execute("DELETE FROM deliveries WHERE id = ?1", [delivery_id])?;
    Ok(())
}

/// Sends a claimed message. Succeeds without sending if the account has no phone or address for the channel, or the
/// backend no gateway.
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

/// The text of an e-mail: the notice, where to look, and where to switch e-mails off. The page of the dossier asks for
/// a sign-in first.
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

/// Sends what a request has put into the outbox before its response. Only for a demonstration, whose messages go into
/// the database, and `/demo` shows them.
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
