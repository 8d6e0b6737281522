//! Method override: a POST request with the header `X-HTTP-Method-Override` stands for a PATCH, HEAD or DELETE request.
//! Some proxies let only GET and POST requests through.

use axum::Router;
use axum::extract::Request;
use axum::http::{HeaderName, Method};
use axum::middleware::{Next, from_fn};
use axum::response::Response;

const METHOD_OVERRIDE: HeaderName = HeaderName::from_static("x-http-method-override");

/// Wraps all routes, so that the method is replaced before a route is chosen and before any check. So the rules of the
/// replaced method apply: PATCH and DELETE need the header against CSRF.
pub(crate) fn accept_method_override(routes: Router) -> Router {
    Router::new()
        .fallback_service(routes)
        .layer(from_fn(override_method))
}

/// Replaces the method of a POST request that names one of the three methods. All other requests stay as they are.
async fn override_method(mut request: Request, next: Next) -> Response {
    let overridden = request
        .headers()
        .get(METHOD_OVERRIDE)
        .filter(|_| request.method() == Method::POST)
        .and_then(|wanted| {
            let wanted = wanted.as_bytes();
            [Method::PATCH, Method::HEAD, Method::DELETE]
                .into_iter()
                .find(|method| wanted.eq_ignore_ascii_case(method.as_str().as_bytes()))
        });
    if let Some(method) = overridden {
        *request.method_mut() = method;
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_method_override_header_name_matches_the_contract() {
        assert!(
            METHOD_OVERRIDE
                .as_str()
                .eq_ignore_ascii_case(contract::limits::METHOD_OVERRIDE_HEADER)
        );
    }
}
