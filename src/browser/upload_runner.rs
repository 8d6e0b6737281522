//! Carries one upload through: does what `domain::upload` decides, and reports how it goes.
//! It decides nothing of its own, and never sends a byte that the server hasn't asked for.

use contract::Method;
use domain::upload::{Action, Event, Failure, GiveUpReason, Plan};

use super::file_slices::{self, File};
use super::tus_request::{Hand, TusReply, TusRequest, send};
use super::{base64, clock, online};

/// A chunk on a line of 20 kbit/s takes under two minutes; a line without an answer for so long is dead.
const CHUNK_LIMIT_MS: u32 = 180_000;
/// Everything else is headers alone.
const LIMIT_MS: u32 = 30_000;
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
    /// Its own address, where an upload was begun earlier.
    pub resume_at: Option<String>,
    /// What creation says of it: `Upload-Metadata`.
    pub metadata: String,
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

/// `Upload-Metadata`: names and values, each value in base64.
pub fn metadata(pairs: &[(&str, &str)]) -> String {
    let mut text = String::new();
    for (name, value) in pairs {
        if !text.is_empty() {
            text.push(',');
        }
        text.push_str(name);
        text.push(' ');
        text.push_str(&base64::encode(value));
    }
    text
}

/// Brings a file to the server, however often the line breaks.
pub async fn run(
    order: UploadOrder,
    hand: Hand,
    tell: impl Fn(Report) + Clone + 'static,
) -> Outcome {
    let size = file_slices::size(&order.file);
    let mut plan = match order.resume_at {
        Some(_) => Plan::resume(size),
        None => Plan::new(size),
    };
    let mut address = order.resume_at.clone();
    let mut last = TusReply::default();
    let mut action = plan.start();
    loop {
        if hand.is_stopped() {
            return Outcome::Stopped;
        }
        action = match action {
            Action::Create => {
                last = create(&order, size, &hand).await;
                if let Some(made) = &last.location {
                    tell(Report::Begun(id_of(made)));
                    address = last.location.clone();
                }
                plan.on(match (last.status, &last.location) {
                    (200..300, Some(_)) => Event::Created {
                        offset: last.offset.unwrap_or(0),
                    },
                    (status, _) => failed(status),
                })
            }
            Action::Head => {
                last = head(address.clone().unwrap_or_default(), &hand).await;
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
                    headers: vec![
                        ("Upload-Offset", from.to_string()),
                        ("Content-Type", "application/offset+octet-stream".to_owned()),
                    ],
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
                    None => ask_sha256(address.unwrap_or_default(), &hand).await,
                };
                return Outcome::Held(sha256);
            }
        };
    }
}

/// Takes an upload away from the server; `false` when it isn't known to be gone.
pub async fn remove(address: String) -> bool {
    let hand = Hand::default();
    // A chunk that was just aborted may still be locked for a moment.
    for _ in 0..5 {
        let request = headers_only(Method::Delete, address.clone(), Vec::new());
        match send(request, &hand, |_| {}).await.status {
            200..300 | 404 | 410 => return true,
            423 => clock::wait_ms(LOOK_MS).await,
            _ => return false,
        }
    }
    false
}

async fn create(order: &UploadOrder, size: u64, hand: &Hand) -> TusReply {
    let headers = vec![
        ("Upload-Length", size.to_string()),
        ("Upload-Metadata", order.metadata.clone()),
    ];
    let request = headers_only(Method::Post, order.create_at.clone(), headers);
    send(request, hand, |_| {}).await
}

async fn head(address: String, hand: &Hand) -> TusReply {
    send(
        headers_only(Method::Head, address, Vec::new()),
        hand,
        |_| {},
    )
    .await
}

fn headers_only(method: Method, url: String, headers: Vec<(&'static str, String)>) -> TusRequest {
    TusRequest {
        method,
        url,
        headers,
        body: None,
        limit_ms: LIMIT_MS,
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

/// The server holds every byte and the answer with the sha-256 was lost: asks until it says.
async fn ask_sha256(address: String, hand: &Hand) -> Option<String> {
    while !hand.is_stopped() {
        let reply = head(address.clone(), hand).await;
        match reply.status {
            0 | 429 | 500.. => clock::wait_ms(3_000).await,
            _ => return reply.sha256,
        }
    }
    None
}

/// The last part of an upload's address.
fn id_of(address: &str) -> String {
    let path = address.split(['?', '#']).next().unwrap_or(address);
    path.trim_end_matches('/')
        .rsplit('/')
        .next()
        .unwrap_or_default()
        .to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_id_of_an_upload_is_the_last_part_of_its_address() {
        assert_eq!(id_of("http://127.0.0.1:8080/api/uploads/u1"), "u1");
        assert_eq!(id_of("https://x.example/p/api/uploads/u-2/?a=1"), "u-2");
    }

    #[test]
    fn what_creation_says_of_a_file_is_in_base64() {
        let said = metadata(&[("filename", "Giấy.pdf"), ("component", "KQ1")]);
        assert_eq!(said, "filename R2nhuqV5LnBkZg==,component S1Ex");
    }
}
