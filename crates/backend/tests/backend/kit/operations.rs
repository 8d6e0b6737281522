//! The operations of the OpenAPI document. A test that checks all of them also covers operations that are added later.

use axum::body::Body;
use axum::http::Request;
use axum::http::request::Builder;
use contract::limits::CSRF_HEADER;
use serde_json::Value;

use super::filing::FORM_BOUNDARY;

/// One operation of the OpenAPI document.
pub(crate) struct DocumentedOperation {
    /// The operation's `operationId`.
    pub(crate) name: String,
    /// The HTTP method in upper case.
    pub(crate) method: String,
    /// The path template below `/api`.
    pub(crate) path: String,
    /// Whether the OpenAPI document requires a session for the operation.
    pub(crate) requires_session: bool,
    /// The media type of the request body. `None` if the operation has no body.
    pub(crate) body_media_type: Option<String>,
}

impl DocumentedOperation {
    /// Whether the method may change state (RFC 9110, section 9.2.1).
    pub(crate) fn is_unsafe(&self) -> bool {
        !matches!(self.method.as_str(), "GET" | "HEAD")
    }

    /// The operation's path, with `parameter` in place of the path parameter. If the path has several, `parameter`
    /// contains them in order, separated by spaces.
    pub(crate) fn uri(&self, parameter: &str) -> String {
        let mut values = parameter.split(' ');
        let mut uri = "/api".to_owned();
        let mut rest = self.path.as_str();
        while let Some((before, placeholder)) = rest.split_once('{') {
            uri.push_str(before);
            uri.push_str(values.next().unwrap_or("none"));
            rest = placeholder.split_once('}').unwrap().1;
        }
        uri + rest
    }

    /// Starts building a request without any header. `parameter` replaces the path parameter.
    pub(crate) fn request(&self, parameter: &str) -> Builder {
        Request::builder()
            .method(self.method.as_str())
            .uri(self.uri(parameter))
    }

    /// Starts building a request with the headers that the app always sends and with the additional `headers`. The
    /// caller adds the body.
    pub(crate) fn app_request(&self, parameter: &str, headers: &[(&str, String)]) -> Builder {
        let mut request = self.request(parameter).header(CSRF_HEADER, "1");
        if let Some(media_type) = &self.body_media_type {
            let boundary = match media_type.as_str() {
                "multipart/form-data" => ["; boundary=", FORM_BOUNDARY].concat(),
                _ => String::new(),
            };
            request = request.header("content-type", format!("{media_type}{boundary}"));
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        request
    }

    /// A request with the headers that the app always sends, no additional headers, and an empty JSON object as its
    /// body.
    pub(crate) fn minimal_request(&self) -> Request<Body> {
        let request = self.app_request("none", &[]);
        request.body(Body::from("{}")).unwrap()
    }
}

/// All operations of the OpenAPI document.
pub(crate) fn operations() -> Vec<DocumentedOperation> {
    let document = contract::openapi::document();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let methods = methods.as_object().unwrap().iter();
        for (method, operation) in methods.filter(|(method, _)| *method != "parameters") {
            let content = operation["requestBody"]["content"].as_object();
            operations.push(DocumentedOperation {
                name: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                requires_session: operation["security"] != Value::Array(Vec::new()),
                body_media_type: content.and_then(|content| content.keys().next().cloned()),
            });
        }
    }
    assert!(operations.len() > 40);
    operations
}
