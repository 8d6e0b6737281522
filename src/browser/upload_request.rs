//! Sends one request of an upload with `XMLHttpRequest`. Unlike `fetch`, it reports how many bytes were sent. This
//! module doesn't interpret the response.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::Method;
use contract::limits::{CSRF_HEADER, PREFIX_SHA256_HEADER, SHA256_HEADER, TUS_VERSION};
use contract::problem::PROBLEM_MEDIA_TYPE;
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{FormData, ProgressEvent, Url, XmlHttpRequest};

use super::clock::Timer;
use super::event_wait::{WaitHandle, until_event};
use super::method_override;
use super::upload_turns::{Turn, UploadTurns};

/// The time limit between two signs of progress while bytes are sent, in milliseconds. A chunk that the network buffers
/// at once takes some time to arrive.
const STALLED_MS: i32 = 90_000;

/// The body of an upload request.
pub enum UploadBody {
    /// The bytes of a chunk of the file.
    Chunk(Uint8Array),
    /// A form with the whole file.
    Form(FormData),
}

/// A request of the tus protocol, or one that uploads a whole file.
pub struct UploadRequest {
    /// The HTTP method.
    pub method: Method,
    /// The URL of the request, absolute or relative to the page.
    pub url: String,
    /// Additional request headers. The headers that every tus request needs are added automatically.
    pub headers: Vec<(&'static str, String)>,
    /// `None` for a request without a body.
    pub body: Option<UploadBody>,
    /// The time limit until the first byte of the body is sent, or, without a body, until the response has arrived. In
    /// milliseconds.
    pub limit_ms: i32,
}

/// The response to an upload request. Its `status` is 0 if no response arrived.
#[derive(Clone, Debug, Default)]
pub struct UploadReply {
    /// Whether the request was sent with the method override.
    pub is_overridden: bool,
    /// The HTTP status, or 0 if no response arrived.
    pub status: u16,
    /// Whether the response comes from the backend, and not from a proxy or from the sign-in page of a Wi-Fi network. Every
    /// response of the backend names the tus version or contains a problem document.
    pub is_from_backend: bool,
    /// The URL in the response header `Location`, made absolute.
    pub location: Option<String>,
    /// The value of the response header `Upload-Offset`: how many bytes the server has received.
    pub offset: Option<u64>,
    /// The sha-256 checksum that the server computed. Only a finished upload has it.
    pub sha256: Option<String>,
    /// The sha-256 checksum of the bytes that the server has received.
    pub prefix_sha256: Option<String>,
    /// The body of the response, as text.
    pub text: String,
}

/// Controls one upload from another part of the app: stops the upload, or ends its delay between two tries. Clones
/// control the same upload.
#[derive(Clone, Default)]
pub struct UploadControl(Rc<ControlState>);

impl UploadControl {
    /// Creates the control of an upload that shares these turns with other uploads.
    pub fn new(turns: UploadTurns) -> Self {
        Self(Rc::new(ControlState {
            turns,
            ..ControlState::default()
        }))
    }

    /// The turns of all uploads.
    pub(super) fn turns(&self) -> &UploadTurns {
        &self.0.turns
    }

    /// Waits for the turn of this upload. `None` if the upload was stopped.
    pub async fn take_turn(&self, number: usize) -> Option<Turn> {
        self.0.turns.take(number, || self.is_stopped()).await
    }
}

#[derive(Default)]
struct ControlState {
    stopped: Cell<bool>,
    retry_now: Cell<bool>,
    delay: WaitHandle,
    turns: UploadTurns,
    current: RefCell<Option<XmlHttpRequest>>,
}

impl UploadControl {
    /// Stops the upload and aborts its current request.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        self.0.delay.wake();
        self.0.turns.wake();
        let current = self.0.current.borrow_mut().take();
        if let Some(request) = current {
            // Ignore a failure: it happens only if the request has already ended.
            drop(request.abort());
        }
    }

    /// Whether the upload was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.get()
    }

    /// Ends the delay before the next try, so that the upload is tried again at once.
    pub fn retry_now(&self) {
        self.0.retry_now.set(true);
        self.0.delay.wake();
    }

    /// Whether [`retry_now`](Self::retry_now) was called since the last call of `take_retry`.
    pub(super) fn take_retry(&self) -> bool {
        self.0.retry_now.replace(false)
    }

    /// Waits for this many milliseconds. Ends early if [`stop`](Self::stop) or [`retry_now`](Self::retry_now) is
    /// called, or if the device goes online or offline.
    pub(super) async fn delay(&self, milliseconds: i32) {
        until_event(&["online", "offline"], milliseconds, &self.0.delay).await;
    }
}

/// Sends one request. Calls `on_sent` with the number of body bytes sent so far. If a proxy refuses the method, sends the
/// request again as POST.
pub async fn send_upload_request(
    request: UploadRequest,
    control: &UploadControl,
    on_sent: impl Fn(u64) + Clone + 'static,
) -> UploadReply {
    loop {
        if control.is_stopped() {
            return UploadReply::default();
        }
        let reply = exchange(&request, control, on_sent.clone()).await;
        let reply = reply.unwrap_or_default();
        let is_method_refused = !reply.is_from_backend && matches!(reply.status, 400..=407 | 501);
        if !is_method_refused || !method_override::turn_on(request.method, reply.is_overridden) {
            return reply;
        }
    }
}

async fn exchange(
    request: &UploadRequest,
    control: &UploadControl,
    on_sent: impl Fn(u64) + 'static,
) -> Option<UploadReply> {
    let xhr = XmlHttpRequest::new().ok()?;
    let (method, override_header) = method_override::apply(request.method);
    xhr.open_with_async(method.as_str(), &request.url, true)
        .ok()?;
    xhr.set_request_header("Tus-Resumable", TUS_VERSION).ok()?;
    if method.is_unsafe() {
        xhr.set_request_header(CSRF_HEADER, "1").ok()?;
    }
    for (name, value) in request.headers.iter().chain(&override_header) {
        xhr.set_request_header(name, value).ok()?;
    }
    let watch = Rc::new(StallWatch::new(&xhr));
    watch.start(request.limit_ms);
    let watch_progress = Rc::clone(&watch);
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        watch_progress.has_progress.set(true);
        // The cast loses nothing: file sizes are whole numbers far below 2^53.
        on_sent(event.loaded() as u64);
    });
    if request.body.is_some()
        && let Ok(upload) = xhr.upload()
    {
        upload.set_onprogress(Some(on_progress.as_ref().unchecked_ref()));
    }
    *control.0.current.borrow_mut() = Some(xhr.clone());
    // The event `loadend` follows every outcome: success, failure, timeout and abort.
    let ended = Promise::new(&mut |resolve, _| xhr.set_onloadend(Some(&resolve)));
    let began = match &request.body {
        Some(UploadBody::Chunk(bytes)) => xhr.send_with_opt_js_u8_array(Some(bytes)),
        Some(UploadBody::Form(form)) => xhr.send_with_opt_form_data(Some(form)),
        None => xhr.send(),
    };
    if began.is_ok() {
        drop(JsFuture::from(ended).await);
    }
    xhr.set_onloadend(None);
    if let Ok(upload) = xhr.upload() {
        upload.set_onprogress(None);
    }
    watch.timer.take();
    control.0.current.borrow_mut().take();
    began.ok()?;
    Some(UploadReply {
        is_overridden: override_header.is_some(),
        ..reply_of(&xhr)
    })
}

/// Aborts a request that makes no progress. A request that waits for its first byte, or that sends bytes slowly, isn't
/// aborted because of the total time.
struct StallWatch {
    xhr: XmlHttpRequest,
    has_progress: Cell<bool>,
    timer: RefCell<Option<Timer>>,
}

impl StallWatch {
    fn new(xhr: &XmlHttpRequest) -> Self {
        Self {
            xhr: xhr.clone(),
            has_progress: Cell::new(false),
            timer: RefCell::new(None),
        }
    }

    /// Aborts the request after this many milliseconds, unless it makes progress meanwhile.
    fn start(self: &Rc<Self>, milliseconds: i32) {
        let watch = Rc::clone(self);
        let timer = Timer::after(milliseconds, move || {
            match watch.has_progress.replace(false) {
                true => watch.start(STALLED_MS),
                // Ignore a failure: it happens only if the request has already ended.
                false => drop(watch.xhr.abort()),
            }
        });
        self.timer.replace(Some(timer));
    }
}

fn reply_of(xhr: &XmlHttpRequest) -> UploadReply {
    let status = xhr.status().unwrap_or(0);
    if status == 0 {
        return UploadReply::default();
    }
    let header = |name: &str| xhr.get_response_header(name).ok().flatten();
    let is_problem = |kind: String| kind.starts_with(PROBLEM_MEDIA_TYPE);
    UploadReply {
        status,
        is_overridden: false,
        is_from_backend: header("Tus-Resumable").is_some()
            || header("Content-Type").is_some_and(is_problem),
        location: header("Location").and_then(|location| {
            let whole = Url::new_with_base(&location, &xhr.response_url()).ok()?;
            Some(whole.href())
        }),
        offset: header("Upload-Offset").and_then(|offset| offset.parse().ok()),
        sha256: header(SHA256_HEADER),
        prefix_sha256: header(PREFIX_SHA256_HEADER),
        text: xhr.response_text().ok().flatten().unwrap_or_default(),
    }
}
