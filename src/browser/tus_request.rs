//! One request of an upload over `XMLHttpRequest`: unlike `fetch` it tells how many bytes have left the phone.
//! It knows nothing of what an answer means.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use contract::Method;
use contract::limits::{CSRF_HEADER, SHA256_HEADER, TUS_VERSION};
use js_sys::{Promise, Uint8Array};
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{ProgressEvent, Url, XmlHttpRequest};

/// What goes out.
pub struct TusRequest {
    /// Method.
    pub method: Method,
    /// Whole address.
    pub url: String,
    /// Headers beside those that every request of tus carries.
    pub headers: Vec<(&'static str, String)>,
    /// Bytes of a chunk.
    pub body: Option<Uint8Array>,
    /// Gives up after so many milliseconds.
    pub limit_ms: u32,
}

/// What came back; `status` 0 means that nothing did.
#[derive(Clone, Debug, Default)]
pub struct TusReply {
    /// HTTP status, or 0.
    pub status: u16,
    /// `Location`, made whole.
    pub location: Option<String>,
    /// `Upload-Offset`.
    pub offset: Option<u64>,
    /// sha-256 of a finished upload.
    pub sha256: Option<String>,
    /// Body as text.
    pub text: String,
}

/// The citizen's hand on an upload: stops it, or ends a wait. Copies are the same hand.
#[derive(Clone, Default)]
pub struct Hand(Rc<Grip>);

#[derive(Default)]
struct Grip {
    stopped: Cell<bool>,
    hurried: Cell<bool>,
    under_way: RefCell<Option<XmlHttpRequest>>,
}

impl Hand {
    /// Stops the upload, and the request under way.
    pub fn stop(&self) {
        self.0.stopped.set(true);
        let under_way = self.0.under_way.borrow_mut().take();
        if let Some(request) = under_way {
            // A request that has ended already can't be aborted, and needn't be.
            drop(request.abort());
        }
    }

    /// Whether it was stopped.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.get()
    }

    /// Ends a wait between two tries.
    pub fn hurry(&self) {
        self.0.hurried.set(true);
    }

    /// Whether a wait is to end; asks once.
    pub fn take_hurry(&self) -> bool {
        self.0.hurried.replace(false)
    }
}

/// Sends one request; `on_sent` hears how many bytes of the body have left.
pub async fn send(request: TusRequest, hand: &Hand, on_sent: impl FnMut(u64) + 'static) -> TusReply {
    if hand.is_stopped() {
        return TusReply::default();
    }
    match exchange(request, hand, on_sent).await {
        Some(reply) => reply,
        None => TusReply::default(),
    }
}

async fn exchange(
    request: TusRequest,
    hand: &Hand,
    mut on_sent: impl FnMut(u64) + 'static,
) -> Option<TusReply> {
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
    let heard = Closure::<dyn FnMut(ProgressEvent)>::new(move |event: ProgressEvent| {
        // Lengths are whole and far below 2^53.
        on_sent(event.loaded() as u64);
    });
    if request.body.is_some()
        && let Ok(upload) = xhr.upload()
    {
        upload.set_onprogress(Some(heard.as_ref().unchecked_ref()));
    }
    *hand.0.under_way.borrow_mut() = Some(xhr.clone());
    // `loadend` comes after success, failure, timeout and abort alike.
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
    hand.0.under_way.borrow_mut().take();
    began.ok()?;
    Some(reply_of(&xhr))
}

fn reply_of(xhr: &XmlHttpRequest) -> TusReply {
    let status = xhr.status().unwrap_or(0);
    if status == 0 {
        return TusReply::default();
    }
    let header = |name: &str| xhr.get_response_header(name).ok().flatten();
    TusReply {
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
