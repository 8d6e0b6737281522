//! Carries one upload through: does what `domain::upload` decides, and reports how it goes.
//! It decides nothing of its own, and never sends a byte that the server hasn't asked for.

use contract::Method;
use domain::upload::{Action, Event, Failure, GiveUpReason, Plan};

use super::file_slices::{self, File};
use super::tus_request::{Hand, TusReply, TusRequest, send};
use super::tus_upload::{ask_sha256, create, head, id_of};
use super::{clock, online};

/// A chunk on a line of 20 kbit/s takes under two minutes; a line without an answer for so long is dead.
const CHUNK_LIMIT_MS: u32 = 180_000;
/// How often a wait looks whether it may end.
const LOOK_MS: i32 = 400;
/// A browser may be wrong about having no line, so it is tried all the same after so long.
const DISBELIEF_MS: f64 = 30_000.0;

/// A file to bring to the server.
pub struct UploadOrder {
    /// The file.
    pub file: File,
    /// Where uploads of its draft are created.
    pub create_at: String,
    /// The server's id, where an upload was begun earlier.
    pub begun: Option<String>,
    /// What stands before an upload's id in its address. `Location` tells only the id: behind a proxy that cuts off
    /// a sub-path the server doesn't know its own address.
    pub uploads_at: String,
    /// What creation says of it: `Upload-Metadata`.
    pub metadata: String,
    /// What names the session in each request, where no cookie does.
    pub authorization: Vec<(&'static str, String)>,
}

/// How it goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The server has made the upload; this is its id.
    Begun(String),
    /// So many bytes have left or are confirmed.
    Sent(u64),
    /// Waits for the line or the server.
    Away,
}

/// How it ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server holds every byte, under this sha-256 where it says one.
    Held(Option<String>),
    /// Trying again alone won't help; `answer` is the body of the refusal.
    GaveUp {
        /// Why.
        reason: GiveUpReason,
        /// The server's words.
        answer: String,
    },
    /// The file on this device can't be read any more.
    Unreadable,
    /// The citizen stopped it.
    Stopped,
}

/// Brings a file to the server, however often the line breaks.
pub async fn run(
    order: UploadOrder,
    hand: Hand,
    tell: impl Fn(Report) + Clone + 'static,
) -> Outcome {
    let size = file_slices::size(&order.file);
    let mut plan = match order.begun {
        Some(_) => Plan::resume(size),
        None => Plan::new(size),
    };
    let address_of = |id: &str| order.uploads_at.clone() + id;
    let session = &order.authorization;
    let mut address = order.begun.as_deref().map(address_of);
    let mut last = TusReply::default();
    let mut action = plan.start();
    loop {
        if hand.is_stopped() {
            return Outcome::Stopped;
        }
        action = match action {
            Action::Create => {
                last = create(&order.create_at, size, &order.metadata, session, &hand).await;
                if let Some(made) = last.location.as_deref().map(id_of) {
                    address = Some(address_of(&made));
                    tell(Report::Begun(made));
                }
                plan.on(match (last.status, &last.location) {
                    (200..300, Some(_)) => Event::Created {
                        offset: last.offset.unwrap_or(0),
                    },
                    (status, _) => failed(status),
                })
            }
            Action::Head => {
                last = head(address.clone().unwrap_or_default(), session, &hand).await;
                match (last.status, last.offset) {
                    (200..300, Some(offset)) => plan.on(Event::HeadAnswered { offset }),
                    (status, _) => plan.on(failed(status)),
                }
            }
            Action::SendChunk { from, to } => {
                tell(Report::Sent(from));
                let Some(bytes) = file_slices::slice(&order.file, from, to).await else {
                    return Outcome::Unreadable;
                };
                let tell = tell.clone();
                let request = TusRequest {
                    method: Method::Patch,
                    url: address.clone().unwrap_or_default(),
                    headers: [
                        ("Upload-Offset", from.to_string()),
                        ("Content-Type", "application/offset+octet-stream".to_owned()),
                    ]
                    .into_iter()
                    .chain(session.iter().cloned())
                    .collect(),
                    body: Some(bytes),
                    limit_ms: CHUNK_LIMIT_MS,
                };
                last = send(request, &hand, move |sent| {
                    tell(Report::Sent(from.saturating_add(sent)));
                })
                .await;
                match (last.status, last.offset) {
                    (200..300, Some(offset)) => plan.on(Event::ChunkAccepted { offset }),
                    (status, _) => plan.on(failed(status)),
                }
            }
            Action::WaitSeconds(0) => plan.on(Event::Waited),
            Action::WaitSeconds(seconds) => {
                tell(Report::Away);
                wait(&mut plan, seconds, &hand).await
            }
            Action::AwaitLine => {
                tell(Report::Away);
                await_line(&hand).await;
                plan.on(Event::WentOnline)
            }
            // Every request is awaited before the next event, so only an ended plan answers so.
            Action::Stay => return Outcome::Stopped,
            Action::GiveUp(reason) => {
                return Outcome::GaveUp {
                    reason,
                    answer: last.text,
                };
            }
            Action::Done => {
                let sha256 = match last.sha256 {
                    Some(sha256) => Some(sha256),
                    None => ask_sha256(address.unwrap_or_default(), session, &hand).await,
                };
                return Outcome::Held(sha256);
            }
        };
    }
}

fn failed(status: u16) -> Event {
    Event::Failed(match status {
        0 => Failure::NoAnswer,
        status => Failure::Status(status),
    })
}

/// Waits, but no longer than the citizen's patience or the line allow.
async fn wait(plan: &mut Plan, seconds: u32, hand: &Hand) -> Action {
    let until = clock::now_ms() + f64::from(seconds) * 1_000.0;
    while clock::now_ms() < until && !hand.is_stopped() && !hand.take_hurry() {
        if !online::is_online() {
            return plan.on(Event::WentOffline);
        }
        clock::wait_ms(LOOK_MS).await;
    }
    plan.on(Event::Waited)
}

async fn await_line(hand: &Hand) {
    let until = clock::now_ms() + DISBELIEF_MS;
    while clock::now_ms() < until && !hand.is_stopped() && !hand.take_hurry() {
        clock::wait_ms(LOOK_MS).await;
        if online::is_online() {
            return;
        }
    }
}
