//! Sends one request of an upload with `XMLHttpRequest`. Unlike `fetch`, it reports how many bytes were sent. This
//! module doesn't interpret the response.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::event_wait::{WaitHandle, until_event};
use contract::Method;
use contract::limits::{CSRF_HEADER, SHA256_HEADER, TUS_VERSION};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, Url, XmlHttpRequest};

/// A request of the tus protocol.
pub struct UploadRequest {
    /// The HTTP method.
    pub method: Method,
    /// The URL of the request, absolute or relative to the page.
    pub url: String,
    /// Additional request headers. The headers that every tus request needs are added automatically.
    pub headers: Vec<(&'static str, String)>,
    /// The bytes of a chunk of the file; `None` for a request without a body.
    pub body: Option<Uint8Array>,
    /// The time limit of the request, in milliseconds.
    pub limit_ms: u32,
}

/// The response to an upload request. Its `status` is 0 if no response arrived.
#[derive(Clone, Debug, Default)]
pub struct UploadReply {
    /// The HTTP status, or 0 if no response arrived.
    pub status: u16,
    /// The URL in the response header `Location`, made absolute.
    pub location: Option<String>,
    /// The value of the response header `Upload-Offset`: how many bytes the server has received.
    pub offset: Option<u64>,
    /// The sha-256 checksum that the server computed. Only a finished upload has it.
    pub sha256: Option<String>,
    /// The body of the response, as text.
    pub text: String,
}

/// Controls one upload from another part of the app: stops the upload, or ends its delay between two tries. Clones
/// control the same upload.
#[derive(Clone, Default)]
pub struct UploadControl(Rc<ControlState>);

#[derive(Default)]
struct ControlState {
    stopped: Cell<bool>,
    retry_now: Cell<bool>,
    delay: WaitHandle,
    current: RefCell<Option<XmlHttpRequest>>,
}

impl UploadControl {
    /// Stops the upload and aborts its current request.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        self.0.delay.wake();
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

/// Sends one request. Calls `on_sent` with the number of body bytes sent so far.
pub async fn send_upload_request(
    request: UploadRequest,
    control: &UploadControl,
    on_sent: impl FnMut(u64) + 'static,
) -> UploadReply {
    if control.is_stopped() {
        return UploadReply::default();
    }
    exchange(request, control, on_sent)
        .await
        .unwrap_or_default()
}

async fn exchange(
    request: UploadRequest,
    control: &UploadControl,
    mut on_sent: impl FnMut(u64) + 'static,
) -> Option<UploadReply> {
    let xhr = XmlHttpRequest::new().ok()?;
    xhr.open_with_async(request.method.as_str(), &request.url, true)
        .ok()?;
    xhr.set_timeout(request.limit_ms);
    xhr.set_request_header("Tus-Resumable", TUS_VERSION).ok()?;
    if request.method.is_unsafe() {
        xhr.set_request_header(CSRF_HEADER, "1").ok()?;
    }
    for (name, value) in &request.headers {
        xhr.set_request_header(name, value).ok()?;
    }
    let on_progress = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
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
        Some(bytes) => xhr.send_with_opt_js_u8_array(Some(bytes)),
        None => xhr.send(),
    };
    if began.is_ok() {
        drop(JsFuture::from(ended).await);
    }
    xhr.set_onloadend(None);
    if let Ok(upload) = xhr.upload() {
        upload.set_onprogress(None);
    }
    control.0.current.borrow_mut().take();
    began.ok()?;
    Some(reply_of(&xhr))
}

fn reply_of(xhr: &XmlHttpRequest) -> UploadReply {
    let status = xhr.status().unwrap_or(0);
    if status == 0 {
        return UploadReply::default();
    }
    let header = |name: &str| xhr.get_response_header(name).ok().flatten();
    UploadReply {
        status,
        location: header("Location").and_then(|location| {
            let whole = Url::new_with_base(&location, &xhr.response_url()).ok()?;
            Some(whole.href())
        }),
        offset: header("Upload-Offset").and_then(|offset| offset.parse().ok()),
        sha256: header(SHA256_HEADER),
        text: xhr.response_text().ok().flatten().unwrap_or_default(),
    }
}
