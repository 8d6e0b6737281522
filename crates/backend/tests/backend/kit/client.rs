//! An HTTP client for the tests. It keeps the session cookie, as a browser does. It sends the header
//! `Motcua-Request`, as the app does.

use std::net::SocketAddr;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::extract::ConnectInfo;
use axum::http::request::Builder;
use axum::http::{HeaderMap, HeaderValue, Request, Response};
use contract::Endpoint;
use contract::account::{AccountKind, SignIn};
use contract::challenge::{Challenge, CodeAnswer, NewPassword};
use contract::consent::GivenConsent;
use contract::endpoints;
use contract::limits::CSRF_HEADER;
use contract::session::Session;
use http_body_util::BodyExt;
use serde::Serialize;
use serde_json::json;
use tower::ServiceExt;

use super::TestResponse;

/// The password of every test account.
pub(crate) const PASSWORD: &str = "một mật khẩu dài";

/// A client that stores the session cookie and the cookie of a known device. It calls the backend's router directly,
/// without a network.
pub(crate) struct TestClient {
    app: Router,
    cookie: Mutex<Option<String>>,
    device: Mutex<Option<String>>,
    headers: Mutex<HeaderMap>,
}

impl TestClient {
    /// Creates a client without a cookie.
    pub(crate) fn new(app: Router) -> TestClient {
        TestClient {
            app,
            cookie: Mutex::new(None),
            device: Mutex::new(None),
            headers: Mutex::default(),
        }
    }

    /// Calls an endpoint without a body.
    pub(crate) async fn call<B, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
    ) -> TestResponse {
        let request = self.request(endpoint, parameters);
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Calls an endpoint with a JSON body.
    pub(crate) async fn post<B: Serialize, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
        body: &B,
    ) -> TestResponse {
        self.post_raw(endpoint, parameters, serde_json::to_string(body).unwrap())
            .await
    }

    /// Calls an endpoint and sends `body` unchanged. The header `Content-Type` states that it is JSON, but `body`
    /// needn't be valid JSON.
    pub(crate) async fn post_raw<B, A>(
        &self,
        endpoint: &Endpoint<B, A>,
        parameters: &[&str],
        body: String,
    ) -> TestResponse {
        let request = self
            .request(endpoint, parameters)
            .header("content-type", "application/json");
        self.send(request.body(Body::from(body)).unwrap()).await
    }

    /// Starts building a request to an endpoint, with the headers that the app always sends.
    pub(crate) fn request<B, A>(&self, endpoint: &Endpoint<B, A>, parameters: &[&str]) -> Builder {
        let request = Request::builder()
            .method(endpoint.method.as_str())
            .uri(format!("/api{}", endpoint.url(parameters)));
        if endpoint.method.is_unsafe() {
            request.header(CSRF_HEADER, "1")
        } else {
            request
        }
    }

    /// Requests a path as a browser does when the user follows a link or types the URL.
    pub(crate) async fn navigate(&self, path: &str) -> TestResponse {
        let request = Request::builder()
            .uri(path)
            .header("accept", "text/html,application/xhtml+xml,*/*;q=0.8");
        self.send(request.body(Body::empty()).unwrap()).await
    }

    /// Calls an endpoint without parameters. Returns the body, of which the client has received nothing yet.
    pub(crate) async fn open<B, A>(&self, endpoint: &Endpoint<B, A>) -> Body {
        let request = self.request(endpoint, &[]).body(Body::empty()).unwrap();
        let response = self.respond(request).await;
        assert!(response.status().is_success(), "{}", response.status());
        response.into_body()
    }

    /// Adds this client's cookie and headers to a request, and sends it. Stores the cookie that the response sets.
    pub(crate) async fn send(&self, request: Request<Body>) -> TestResponse {
        let (head, body) = self.respond(request).await.into_parts();
        self.store_cookie(&head.headers);
        TestResponse {
            status: head.status,
            headers: head.headers,
            bytes: body.collect().await.unwrap().to_bytes(),
        }
    }

    /// Adds this client's cookie and headers to a request, and sends it.
    async fn respond(&self, mut request: Request<Body>) -> Response<Body> {
        let cookies = [self.cookie(), self.device.lock().unwrap().clone()];
        let cookies: Vec<String> = cookies.into_iter().flatten().collect();
        if !cookies.is_empty() {
            let cookies = cookies.join("; ").parse().unwrap();
            request.headers_mut().insert("cookie", cookies);
        }
        let host = HeaderValue::from_static("localhost");
        request.headers_mut().entry("host").or_insert(host);
        let headers = self.headers.lock().unwrap().clone();
        request.headers_mut().extend(headers);
        // The address of the connection. To the backend, the test is a proxy on its own machine.
        let peer = ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 40_000)));
        request.extensions_mut().insert(peer);
        self.app.clone().oneshot(request).await.unwrap()
    }

    /// The stored cookie as `name=value`.
    pub(crate) fn cookie(&self) -> Option<String> {
        self.cookie.lock().unwrap().clone()
    }

    /// Replaces the stored cookie, for example to test a cookie that a thief copied.
    pub(crate) fn set_cookie(&self, cookie: Option<String>) {
        *self.cookie.lock().unwrap() = cookie;
    }

    /// Adds a header to all later requests of this client.
    pub(crate) fn set_header(&self, name: &'static str, value: &str) {
        let mut headers = self.headers.lock().unwrap();
        headers.insert(name, value.parse().unwrap());
    }

    fn store_cookie(&self, headers: &HeaderMap) {
        for set in headers.get_all("set-cookie") {
            let pair = set.to_str().unwrap().split(';').next().unwrap();
            // The backend removes a cookie by setting it to an empty value.
            let cookie = (!pair.ends_with('=')).then(|| pair.to_owned());
            match pair.contains("device=") {
                true => *self.device.lock().unwrap() = cookie,
                false => self.set_cookie(cookie),
            }
        }
    }
}

/// Consents to all purposes in `data/consents.json`, each in its current version.
pub(crate) fn all_consents() -> Vec<GivenConsent> {
    let consent = |key: &str| GivenConsent {
        purpose: key.to_owned(),
        version: 1,
    };
    ["file_dossiers", "reuse_answers", "progress_messages"]
        .map(consent)
        .to_vec()
}

/// The requests with which a citizen registers and signs in.
impl TestClient {
    /// Requests the current session. Returns `None` for a guest.
    pub(crate) async fn get_session(&self) -> Option<Session> {
        self.call(&endpoints::GET_SESSION, &[]).await.json()
    }

    /// Sends the registration form with every consent, asserts that the backend accepts it, and returns the challenge.
    pub(crate) async fn start_registration(
        &self,
        name: &str,
        citizen_id: &str,
        phone: &str,
    ) -> Challenge {
        self.post_registration(name, citizen_id, phone).await.json()
    }

    /// Sends the registration form with every consent, and returns the response.
    pub(crate) async fn post_registration(
        &self,
        name: &str,
        citizen_id: &str,
        phone: &str,
    ) -> TestResponse {
        let form = json!({
            "name": name, "citizen_id": citizen_id, "phone": phone, "consents": all_consents(),
        });
        self.post_raw(&endpoints::POST_REGISTRATION, &[], form.to_string())
            .await
    }

    /// Sends identifier (phone or citizen id) and password of a citizen, which is the first step of signing in.
    pub(crate) async fn post_sign_in(&self, identifier: &str, password: &str) -> TestResponse {
        let sign_in = SignIn {
            kind: AccountKind::Citizen,
            identifier: identifier.to_owned(),
            password: password.to_owned(),
        };
        self.post(&endpoints::POST_SIGN_IN, &[], &sign_in).await
    }

    /// Sends a one-time code for a challenge.
    pub(crate) async fn submit_code(&self, challenge: &str, code: &str) -> TestResponse {
        let body = CodeAnswer {
            code: code.to_owned(),
        };
        self.post(&endpoints::POST_CODE, &[challenge], &body).await
    }

    /// Sets the password, which is the last step of a registration or a password reset.
    pub(crate) async fn set_password(&self, challenge: &str, password: &str) -> TestResponse {
        let body = NewPassword {
            password: password.to_owned(),
        };
        self.post(&endpoints::POST_PASSWORD, &[challenge], &body)
            .await
    }
}
