//! Every operation of the contract, as its document lists them, so that a test of all of them misses none that is added.

use axum::body::Body;
use axum::http::Request;
use axum::http::request::Builder;
use contract::limits::CSRF_HEADER;
use serde_json::Value;

/// One operation of the document.
pub(crate) struct Operation {
    pub(crate) name: String,
    pub(crate) method: String,
    pub(crate) path: String,
    /// Only for whoever is signed in.
    pub(crate) guarded: bool,
    /// Media type of its body.
    pub(crate) takes: Option<String>,
}

impl Operation {
    /// Whether it may change something.
    pub(crate) fn is_unsafe(&self) -> bool {
        !matches!(self.method.as_str(), "GET" | "HEAD")
    }

    /// Its address with this in the place of its parameter.
    pub(crate) fn uri(&self, parameter: &str) -> String {
        let (before, after) = self.path.split_once('{').unwrap_or((&self.path, "}"));
        let after = after.split_once('}').unwrap().1;
        let parameter = if self.path.contains('{') {
            parameter
        } else {
            ""
        };
        ["/api", before, parameter, after].concat()
    }

    /// A bare request to it.
    pub(crate) fn request(&self, parameter: &str) -> Builder {
        Request::builder()
            .method(self.method.as_str())
            .uri(self.uri(parameter))
    }

    /// A request as the app sends it, but for what the body and the headers of the operation itself say.
    pub(crate) fn asked_by_the_app(&self, parameter: &str, headers: &[(&str, String)]) -> Builder {
        let mut request = self.request(parameter).header(CSRF_HEADER, "1");
        if let Some(media_type) = &self.takes {
            request = request.header("content-type", media_type);
        }
        for (name, value) in headers {
            request = request.header(*name, value);
        }
        request
    }

    /// The same without anything of its own.
    pub(crate) fn plain(&self) -> Request<Body> {
        let request = self.asked_by_the_app("none", &[]);
        request.body(Body::from("{}")).unwrap()
    }
}

/// All of them.
pub(crate) fn operations() -> Vec<Operation> {
    let document = contract::openapi::document();
    let mut operations = Vec::new();
    for (path, methods) in document["paths"].as_object().unwrap() {
        let methods = methods.as_object().unwrap().iter();
        for (method, operation) in methods.filter(|(method, _)| *method != "parameters") {
            let content = operation["requestBody"]["content"].as_object();
            operations.push(Operation {
                name: operation["operationId"].as_str().unwrap().to_owned(),
                method: method.to_uppercase(),
                path: path.clone(),
                guarded: operation["security"] != Value::Array(Vec::new()),
                takes: content.and_then(|content| content.keys().next().cloned()),
            });
        }
    }
    assert!(operations.len() > 40);
    operations
}
