//! One request over `fetch`: sent with the session cookie where there is one, given up after a time limit, aborted when dropped.
//! It knows nothing of what the answer means.

use std::cell::Cell;
use std::rc::Rc;

use contract::Method;
use gloo_net::http::RequestBuilder;
use web_sys::{AbortController, RequestCredentials};

use super::clock;

/// What goes out.
pub struct HttpRequest {
    /// Method.
    pub method: Method,
    /// Whole address.
    pub url: String,
    /// Headers, name and value.
    pub headers: Vec<(&'static str, String)>,
    /// JSON text.
    pub body: Option<String>,
    /// Sends and takes cookies, of this origin alone.
    pub cookies: bool,
    /// Gives up after so many milliseconds.
    pub limit_ms: i32,
}

/// What came back, whatever its status.
#[derive(Clone, Debug, Default)]
pub struct HttpReply {
    /// HTTP status.
    pub status: u16,
    /// `Content-Type`, or empty.
    pub media_type: String,
    /// Body as text.
    pub text: String,
}

/// No answer came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HttpFault {
    /// The line or the server is away.
    Unreachable,
    /// The time limit passed.
    TimedOut,
}

/// Sends one request.
pub async fn send(request: HttpRequest) -> Result<HttpReply, HttpFault> {
    let guard = AbortOnDrop::new(request.limit_ms);
    let answer = exchange(request, guard.controller.as_ref()).await;
    answer.map_err(|_| match guard.expired.get() {
        true => HttpFault::TimedOut,
        false => HttpFault::Unreachable,
    })
}

async fn exchange(
    request: HttpRequest,
    controller: Option<&AbortController>,
) -> Result<HttpReply, gloo_net::Error> {
    let signal = controller.map(AbortController::signal);
    let mut builder = RequestBuilder::new(&request.url)
        .method(match request.method {
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
    for (name, value) in &request.headers {
        builder = builder.header(name, value);
    }
    let ready = match request.body {
        Some(body) => builder
            .header("Content-Type", "application/json")
            .body(body)?,
        None => builder.build()?,
    };
    let response = ready.send().await?;
    Ok(HttpReply {
        status: response.status(),
        media_type: response.headers().get("content-type").unwrap_or_default(),
        text: response.text().await?,
    })
}

struct AbortOnDrop {
    controller: Option<AbortController>,
    expired: Rc<Cell<bool>>,
    _timer: clock::Timer,
}

impl AbortOnDrop {
    fn new(limit_ms: i32) -> Self {
        let controller = AbortController::new().ok();
        let expired = Rc::new(Cell::new(false));
        let timer = clock::Timer::after(limit_ms, {
            let controller = controller.clone();
            let expired = Rc::clone(&expired);
            move || {
                expired.set(true);
                if let Some(controller) = &controller {
                    controller.abort();
                }
            }
        });
        Self {
            controller,
            expired,
            _timer: timer,
        }
    }
}

impl Drop for AbortOnDrop {
    fn drop(&mut self) {
        if let Some(controller) = &self.controller {
            controller.abort();
        }
    }
}
