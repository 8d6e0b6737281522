//! Somebody with a browser: keeps the session cookie, sends `Motcua-Request` as the app does.

use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request};
use contract::Endpoint;
use contract::limits::CSRF_HEADER;
use http_body_util::BodyExt;
use serde::Serialize;
use tower::ServiceExt;

use super::Answer;

/// A visitor; keeps one cookie.
pub(crate) struct Visitor {
    app: Router,
    cookie: Mutex<Option<String>>,
    headers: Mutex<HeaderMap>,
}

impl Visitor {
    /// A visitor of this backend.
    pub(crate) fn of(app: Router) -> Visitor {
        Visitor {
            app,
            cookie: Mutex::new(None),
            headers: Mutex::default(),
        }
    }

    /// Calls an endpoint without a body.
    pub(crate) async fn call<B, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
    ) -> Answer {
        let request = self.request(endpoint, parameters);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Calls an endpoint with a JSON body.
    pub(crate) async fn post<B: Serialize, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
        body: &B,
    ) -> Answer {
        self.post_text(endpoint, parameters, serde_json::to_string(body).unwrap())
            .await
    }

    /// Calls an endpoint with whatever text as its JSON body.
    pub(crate) async fn post_text<B, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
        body: String,
    ) -> Answer {
        let request = self
            .request(endpoint, parameters)
            .header("content-type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// The beginning of a request to an endpoint, as the app would send it.
    pub(crate) fn request<B, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
    ) -> axum::http::request::Builder {
        let request = Request::builder()
            .method(endpoint.method.as_str())
            .uri(format!("/api{}", endpoint.url(parameters)));
        if endpoint.method.is_unsafe() {
            request.header(CSRF_HEADER, "1")
        } else {
            request
        }
    }

    /// Opens an address as a browser's address line does.
    pub(crate) async fn open(&self, path: &str) -> Answer {
        let request = Request::builder()
            .uri(path)
            .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Sends any request with the cookie, and keeps the cookie that comes back.
    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answer {
        if let Some(cookie) = self.cookie() {
            request
                .headers_mut()
                .insert("cookie", cookie.parse().unwrap());
        }
        let own = self.headers.lock().unwrap().clone();
        request.headers_mut().extend(own);
        let response = self.app.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        self.keep_cookie(&parts.headers);
        Answer {
            status: parts.status,
            headers: parts.headers,
            bytes: body.collect().await.unwrap().to_bytes(),
        }
    }

    /// The cookie as it would be sent.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    /// Puts back a cookie that was copied earlier.
    pub(crate) fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    /// Sends this header with every request from now on.
    pub(crate) fn carry(&self, name: &'static str, value: &str) {
        let mut headers = self.headers.lock().unwrap();
        headers.insert(name, value.parse().unwrap());
    }

    fn keep_cookie(&self, headers: &HeaderMap) {
        if let Some(set) = headers.get("set-cookie") {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            let kept = (!pair.ends_with('=')).then(|| pair.to_owned());
            self.set_cookie(kept);
        }
    }
}
