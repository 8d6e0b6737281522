//! Sends one HTTP request with the browser's `fetch`, with a time limit. Dropping the future aborts the request. This
//! module reads only the server's time from the response.

use std::cell::Cell;
use std::rc::Rc;

use contract::Method;
use gloo_net::http::{Request, RequestBuilder};
use web_sys::{AbortController, RequestCredentials, RequestInit};

use super::notify::Notify;
use super::{clock, method_override};

/// Size of the largest body that is sent with `keepalive`, in bytes. The Fetch standard allows 64 KiB for all such
/// requests of a page together.
pub const KEEPALIVE_BYTES: usize = 60 * 1024;

/// The headers of a request, as pairs of name and value.
pub type Headers = Vec<(&'static str, String)>;

/// An HTTP request.
pub struct HttpRequest {
    /// The HTTP method.
    pub method: Method,
    /// The URL of the request, absolute or relative to the page.
    pub url: String,
    /// The headers, as pairs of name and value.
    pub headers: Headers,
    /// The JSON body; `None` for a request without a body.
    pub body: Option<String>,
    /// Whether the browser sends cookies with this request and accepts cookies from its response. The browser does so
    /// only if the URL has the page's origin.
    pub cookies: bool,
    /// Whether the browser completes the request even if the page is closed meanwhile. Only for a body of at most
    /// [`KEEPALIVE_BYTES`].
    pub keepalive: bool,
    /// The time limit in milliseconds: until the response begins, and again until its body is complete.
    pub limit_ms: i32,
}

/// An HTTP response with any status.
#[derive(Clone, Debug, Default)]
pub struct HttpReply {
    /// Whether the request was sent with the method override.
    pub is_overridden: bool,
    /// HTTP status.
    pub status: u16,
    /// The body as text.
    pub text: String,
}

/// The reason why a request got no response.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpError {
    /// The server can't be reached.
    Unreachable,
    /// The time limit has passed without a complete response.
    TimedOut,
}

/// Sends one request and reads the whole response.
pub async fn send_request(request: HttpRequest) -> Result<HttpReply, HttpError> {
    let mut guard = AbortOnDrop::new(request.limit_ms);
    let answer = exchange(request, &mut guard).await;
    answer.map_err(|_| match guard.expired.get() {
        true => HttpError::TimedOut,
        false => HttpError::Unreachable,
    })
}

/// A part of a file, with the parts of the response that matter for the next one.
pub struct PartReply {
    /// HTTP status.
    pub status: u16,
    /// The header `ETag`; empty if it is missing.
    pub tag: String,
    /// The header `Content-Range`; empty if it is missing.
    pub range: String,
    /// The body.
    pub bytes: Vec<u8>,
}

/// Requests the bytes of a file from the position `first` to `last`. The server returns the whole file instead if its
/// version isn't `tag` any more; an empty `tag` accepts any version.
pub async fn fetch_part(
    request: HttpRequest,
    (first, last): (u64, u64),
    tag: &str,
) -> Result<PartReply, HttpError> {
    let mut guard = AbortOnDrop::new(request.limit_ms);
    let answer = exchange_part(
        request,
        &["bytes=", &first.to_string(), "-", &last.to_string()].concat(),
        tag,
        &mut guard,
    )
    .await;
    answer.map_err(|_| match guard.expired.get() {
        true => HttpError::TimedOut,
        false => HttpError::Unreachable,
    })
}

async fn exchange_part(
    request: HttpRequest,
    range: &str,
    tag: &str,
    guard: &mut AbortOnDrop,
) -> Result<PartReply, gloo_net::Error> {
    let signal = guard.controller.as_ref().map(AbortController::signal);
    let mut builder = RequestBuilder::new(&request.url)
        .credentials(match request.cookies {
            true => RequestCredentials::SameOrigin,
            false => RequestCredentials::Omit,
        })
        .header("Range", range)
        .abort_signal(signal.as_ref());
    if !tag.is_empty() {
        builder = builder.header("If-Range", tag);
    }
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let response = builder.send().await?;
    guard.start_timer(request.limit_ms);
    let header = |name| response.headers().get(name).unwrap_or_default();
    Ok(PartReply {
        status: response.status(),
        tag: header("ETag"),
        range: header("Content-Range"),
        bytes: response.binary().await?,
    })
}

async fn exchange(
    request: HttpRequest,
    guard: &mut AbortOnDrop,
) -> Result<HttpReply, gloo_net::Error> {
    let signal = guard.controller.as_ref().map(AbortController::signal);
    let (method, override_header) = method_override::apply(request.method);
    let mut builder = RequestBuilder::new(&request.url)
        .method(match method {
            Method::Get => gloo_net::http::Method::GET,
            Method::Post => gloo_net::http::Method::POST,
            Method::Patch => gloo_net::http::Method::PATCH,
            Method::Delete => gloo_net::http::Method::DELETE,
            Method::Head => gloo_net::http::Method::HEAD,
        })
        .credentials(match request.cookies {
            true => RequestCredentials::SameOrigin,
            false => RequestCredentials::Omit,
        })
        .abort_signal(signal.as_ref());
    for (name, value) in request.headers.iter().chain(&override_header) {
        builder = builder.header(name, value);
    }
    let ready = match request.body {
        Some(body) => builder
            .header("Content-Type", "application/json")
            .body(body)?,
        None => builder.build()?,
    };
    let is_safe = matches!(request.method, Method::Get | Method::Head);
    let ready = match request.keepalive {
        true => with_keepalive(ready),
        false => ready,
    };
    let response = ready.send().await?;
    guard.start_timer(request.limit_ms);
    let header = |name| response.headers().get(name).unwrap_or_default();
    // A response from the browser's cache carries an old date.
    if (!is_safe || header("Cache-Control").contains("no-store"))
        && let Some(sent_at) = clock::parse_ms(&header("Date"))
    {
        clock::record_server_time(sent_at);
    }
    Ok(HttpReply {
        is_overridden: override_header.is_some(),
        status: response.status(),
        text: response.text().await?,
    })
}

thread_local! {
    static IN_FLIGHT: Cell<usize> = const { Cell::new(0) };
    static ENDED: Rc<Notify> = Rc::default();
}

/// Waits until no request of this module is in flight. An upload calls it before each chunk, so that the citizen's
/// answers never wait behind a file.
pub(super) async fn until_idle() {
    let ended = ENDED.with(Rc::clone);
    ended
        .wait_for(|| (IN_FLIGHT.get() == 0).then_some(()))
        .await;
}

/// The same request with the member `keepalive`. A browser that doesn't know the member ignores it.
fn with_keepalive(request: Request) -> Request {
    let request = web_sys::Request::from(request);
    let init = RequestInit::new();
    let is_set = js_sys::Reflect::set(&init, &"keepalive".into(), &true.into());
    let kept = is_set.and_then(|_| web_sys::Request::new_with_request_and_init(&request, &init));
    kept.unwrap_or(request).into()
}

struct AbortOnDrop {
    controller: Option<AbortController>,
    expired: Rc<Cell<bool>>,
    timer: Option<clock::Timer>,
}

impl AbortOnDrop {
    fn new(limit_ms: i32) -> Self {
        IN_FLIGHT.set(IN_FLIGHT.get() + 1);
        let mut guard = Self {
            controller: AbortController::new().ok(),
            expired: Rc::default(),
            timer: None,
        };
        guard.start_timer(limit_ms);
        guard
    }

    /// Starts the time limit, or starts it again.
    fn start_timer(&mut self, limit_ms: i32) {
        let controller = self.controller.clone();
        let expired = Rc::clone(&self.expired);
        self.timer = Some(clock::Timer::after(limit_ms, move || {
            expired.set(true);
            if let Some(controller) = &controller {
                controller.abort();
            }
        }));
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        IN_FLIGHT.set(IN_FLIGHT.get().saturating_sub(1));
        ENDED.with(|ended| ended.notify_all());
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
