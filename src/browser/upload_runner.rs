//! Executes one upload: carries out each action that `domain::upload` chooses, and reports the progress. This module
//! makes no decision itself. To a server with tus, it sends no byte of the file before the server has reported how
//! many bytes it already has.

use contract::Method;
use contract::attachment::Attachment;
use domain::json::parse_json;
use domain::sha256::sha256_hex;
use domain::upload::{
    GiveUpReason, PrefixProof, UploadAction, UploadEvent, UploadFailure, UploadMachine, WaitCause,
};
use web_sys::FormData;

use super::file_slices::{self, File};
use super::tus_upload::{self, ask_sha256, id_of, request_offset};
use super::upload_request::{
    UploadBody, UploadControl, UploadReply, UploadRequest, send_upload_request,
};
use super::{http, online, steady_clock};

/// The time limit until the first byte of a chunk is sent, in milliseconds. The browser may still be connecting.
const FIRST_BYTE_MS: i32 = 180_000;
/// If the browser reports no network connection, the upload is tried anyway after this time, in milliseconds. The
/// browser's report may be wrong.
const OFFLINE_TRY_MS: f64 = 30_000.0;

/// A file to upload, with all data that the requests need.
pub struct UploadOrder {
    /// The number of the upload. Among the uploads that wait for their turn, the lowest number comes first.
    pub number: usize,
    /// The file that the citizen chose.
    pub file: File,
    /// The URL of the `POST` request that creates an upload for the draft.
    pub create_url: String,
    /// The URL of the `POST` request that uploads a whole file. `None` if the server has tus.
    pub whole_url: Option<String>,
    /// The id of an upload that was started earlier and is to be resumed. `None` for a new upload.
    pub started: Option<String>,
    /// The URL of an upload without the id at its end. The app appends the id, which it reads from the response header
    /// `Location`. It doesn't use the rest of `Location`: behind a proxy that removes a sub-path, the server doesn't
    /// know its own URL.
    pub uploads_url: String,
    /// The values that describe the file to the server, as pairs of name and value: `filename`, `filetype`,
    /// `component` and `file_id`.
    pub metadata: Vec<(&'static str, String)>,
    /// The `Authorization` header with the bearer token. Empty when the session cookie authenticates the request.
    pub authorization: Vec<(&'static str, String)>,
}

/// The progress of an upload.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Report {
    /// The upload waits until another one has ended.
    Queued,
    /// It is the turn of this upload.
    Resumed,
    /// The server has created the upload with this id.
    Started(String),
    /// The upload of the earlier visit belongs to another file, so this file gets an upload of its own.
    Separated,
    /// This many bytes of the file were sent or confirmed so far.
    Sent(u64),
    /// The upload waits for the network connection or for the server.
    Waiting(WaitCause),
}

/// How an upload ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The server has received every byte. The value is the sha-256 checksum that the server computed; `None` if the
    /// server computes none.
    Complete(Option<String>),
    /// The upload failed, and another try wouldn't help.
    GaveUp {
        /// Why the upload failed.
        reason: GiveUpReason,
        /// The body of the last response.
        response: String,
    },
    /// The file can no longer be read from this device.
    Unreadable,
    /// The upload was stopped.
    Stopped,
}

/// Uploads a file and calls `report` with the progress. Resumes the upload each time the connection breaks.
pub async fn run(
    order: UploadOrder,
    control: UploadControl,
    report: impl Fn(Report) + Clone + 'static,
) -> Outcome {
    let size = file_slices::size(&order.file);
    let chunk_size = control.turns().chunk_size();
    let mut plan = match (&order.whole_url, &order.started) {
        (Some(_), _) => UploadMachine::whole(size, chunk_size),
        (None, Some(_)) => UploadMachine::resume(size, chunk_size),
        (None, None) => UploadMachine::new(size, chunk_size),
    };
    let mut turn = None;
    let upload_url = |id: &str| order.uploads_url.clone() + id;
    let session = &order.authorization;
    let mut url = order.started.as_deref().map(upload_url);
    let mut last = UploadReply::default();
    let mut action = plan.start();
    loop {
        if control.is_stopped() {
            return Outcome::Stopped;
        }
        let is_pause = matches!(
            action,
            UploadAction::WaitSeconds(1..) | UploadAction::WaitForConnection
        );
        if is_pause {
            // Another file may use the connection meanwhile.
            turn = None;
        } else if turn.is_none() {
            report(Report::Queued);
            turn = control.take_turn(order.number).await;
            if turn.is_none() {
                return Outcome::Stopped;
            }
            report(Report::Resumed);
        }
        action = match action {
            UploadAction::Create | UploadAction::CreateAnother => {
                if action == UploadAction::CreateAnother {
                    report(Report::Separated);
                }
                last = tus_upload::create_upload(
                    &order.create_url,
                    size,
                    &tus_upload::metadata(&order.metadata),
                    session,
                    &control,
                )
                .await;
                if let Some(made) = last.location.as_deref().map(id_of) {
                    url = Some(upload_url(&made));
                    report(Report::Started(made));
                }
                plan.handle(match (last.status, &last.location) {
                    (200..300, Some(_)) => UploadEvent::Created {
                        offset: last.offset.unwrap_or(0),
                    },
                    _ => failed(&last),
                })
            }
            UploadAction::QueryOffset => {
                last = request_offset(url.clone().unwrap_or_default(), session, &control).await;
                match (last.status, last.offset) {
                    (200..300, Some(offset)) => {
                        let Some(proof) = compare_prefix(&order.file, offset, &last).await else {
                            return Outcome::Unreadable;
                        };
                        plan.handle(UploadEvent::OffsetReported { offset, proof })
                    }
                    _ => plan.handle(failed(&last)),
                }
            }
            UploadAction::SendChunk { from, to } => {
                report(Report::Sent(from));
                // The citizen's answers come first.
                http::until_idle().await;
                let Some(bytes) = file_slices::slice(&order.file, from, to).await else {
                    return Outcome::Unreadable;
                };
                let report = report.clone();
                let request = UploadRequest {
                    method: Method::Patch,
                    url: url.clone().unwrap_or_default(),
                    headers: [
                        ("Upload-Offset", from.to_string()),
                        ("Content-Type", "application/offset+octet-stream".to_owned()),
                    ]
                    .into_iter()
                    .chain(session.iter().cloned())
                    .collect(),
                    body: Some(UploadBody::Chunk(bytes)),
                    limit_ms: FIRST_BYTE_MS,
                };
                let began_ms = steady_clock::now().ms;
                last = send_upload_request(request, &control, move |sent| {
                    report(Report::Sent(from.saturating_add(sent)));
                })
                .await;
                action = match (last.status, last.offset) {
                    (200..300, Some(offset)) => plan.handle(UploadEvent::ChunkAccepted {
                        offset,
                        // The cast loses nothing that matters: it limits the number to the range of `u32`.
                        milliseconds: (steady_clock::now().ms - began_ms) as u32,
                    }),
                    _ => plan.handle(failed(&last)),
                };
                control.turns().set_chunk_size(plan.chunk_size());
                action
            }
            UploadAction::SendWhole => {
                http::until_idle().await;
                let began_ms = steady_clock::now().ms;
                last = send_whole(&order, &control, report.clone()).await;
                match parse_json::<Attachment>(&last.text) {
                    Some(attachment) if matches!(last.status, 200..300) => {
                        report(Report::Started(attachment.id));
                        last.sha256 = attachment.sha256;
                        plan.handle(UploadEvent::ChunkAccepted {
                            offset: size,
                            milliseconds: (steady_clock::now().ms - began_ms) as u32,
                        })
                    }
                    _ => plan.handle(failed(&last)),
                }
            }
            UploadAction::WaitSeconds(0) => plan.handle(UploadEvent::WaitEnded),
            UploadAction::WaitSeconds(seconds) => {
                report(Report::Waiting(plan.wait_cause()));
                wait(&mut plan, seconds, &control).await
            }
            UploadAction::WaitForConnection => {
                report(Report::Waiting(WaitCause::NoConnection));
                await_connection(&control).await;
                plan.handle(UploadEvent::WentOnline)
            }
            // Each request is awaited before `plan` gets the next event. So `DoNothing` can only mean that the upload
            // has already ended.
            UploadAction::DoNothing => return Outcome::Stopped,
            UploadAction::GiveUp(reason) => {
                return Outcome::GaveUp {
                    reason,
                    response: last.text,
                };
            }
            UploadAction::Done => {
                let sha256 = match last.sha256 {
                    Some(sha256) => Some(sha256),
                    None if order.whole_url.is_some() => None,
                    None => ask_sha256(url.unwrap_or_default(), session, &control).await,
                };
                return Outcome::Complete(sha256);
            }
        };
    }
}

/// Sends the whole file in one request. If the browser can't make the form, the request counts as lost.
async fn send_whole(
    order: &UploadOrder,
    control: &UploadControl,
    report: impl Fn(Report) + Clone + 'static,
) -> UploadReply {
    let Some(form) = file_form(order) else {
        return UploadReply::default();
    };
    let request = UploadRequest {
        method: Method::Post,
        url: order.whole_url.clone().unwrap_or_default(),
        headers: order.authorization.clone(),
        body: Some(UploadBody::Form(form)),
        limit_ms: FIRST_BYTE_MS,
    };
    // The form is a little longer than the file.
    let size = file_slices::size(&order.file);
    send_upload_request(request, control, move |sent| {
        report(Report::Sent(sent.min(size)));
    })
    .await
}

/// The form that uploads a whole file. The file comes last, so that the server can refuse it before it reads the bytes.
fn file_form(order: &UploadOrder) -> Option<FormData> {
    let form = FormData::new().ok()?;
    let mut file_name = "";
    for (name, value) in &order.metadata {
        match *name {
            "filename" => file_name = value,
            "filetype" => {}
            name => form.append_with_str(name, value).ok()?,
        }
    }
    let size = file_slices::size(&order.file).to_string();
    form.append_with_str("size", &size).ok()?;
    form.append_with_blob_and_filename("file", &order.file, file_name)
        .ok()?;
    Some(form)
}

fn failed(reply: &UploadReply) -> UploadEvent {
    UploadEvent::Failed(match reply.status {
        0 => UploadFailure::NoResponse,
        status if reply.is_from_backend => UploadFailure::Status(status),
        status => UploadFailure::NotFromBackend(status),
    })
}

/// Compares the bytes that the server holds with the beginning of the file. `None` if the file can't be read.
async fn compare_prefix(file: &File, offset: u64, reply: &UploadReply) -> Option<PrefixProof> {
    let Some(held) = reply.prefix_sha256.as_ref().or(reply.sha256.as_ref()) else {
        return Some(PrefixProof::Unknown);
    };
    let own = file_slices::bytes_before(file, offset).await?;
    Some(match sha256_hex(&own) == *held {
        true => PrefixProof::Same,
        false => PrefixProof::Different,
    })
}

/// Waits before the next try. Ends early when the citizen asks for another try or the device goes offline.
async fn wait(plan: &mut UploadMachine, seconds: u32, control: &UploadControl) -> UploadAction {
    let end = steady_clock::now().ms + f64::from(seconds) * 1_000.0;
    loop {
        let remaining_ms = end - steady_clock::now().ms;
        if remaining_ms <= 0.0 || control.is_stopped() || control.take_retry() {
            return plan.handle(UploadEvent::WaitEnded);
        }
        if !online::is_online() {
            return plan.handle(UploadEvent::WentOffline);
        }
        control.delay(remaining_ms as i32).await;
    }
}

/// Waits until the browser reports a network connection. After `OFFLINE_TRY_MS`, returns without one.
async fn await_connection(control: &UploadControl) {
    let end = steady_clock::now().ms + OFFLINE_TRY_MS;
    loop {
        let remaining_ms = end - steady_clock::now().ms;
        let is_over = remaining_ms <= 0.0 || online::is_online();
        if is_over || control.is_stopped() || control.take_retry() {
            return;
        }
        control.delay(remaining_ms as i32).await;
    }
}
