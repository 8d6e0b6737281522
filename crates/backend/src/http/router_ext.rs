//! Adds endpoints to a router by the constants of the contract, so that paths and methods are written only in the
//! contract.

use axum::Router;
use axum::handler::Handler;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, on};
use contract::{Endpoint, Method};

use super::middleware;

/// Extends a router with a method that adds an endpoint.
pub(crate) trait RouterExt<S> {
    /// Routes requests for `endpoint` to `handler`. If the method of the endpoint is unsafe, requests must contain the
    /// header `Motcua-Request`; this is checked before the handler runs. A handler that needs a session takes
    /// [`crate::auth::extractors::Citizen`] as an argument.
    fn endpoint<Body, Answer, H, T>(self, endpoint: &Endpoint<Body, Answer>, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static;
}

impl<S: Clone + Send + Sync + 'static> RouterExt<S> for Router<S> {
    fn endpoint<Body, Answer, H, T>(self, endpoint: &Endpoint<Body, Answer>, handler: H) -> Self
    where
        H: Handler<T, S>,
        T: 'static,
    {
        let method = match endpoint.method {
            Method::Get => MethodFilter::GET,
            Method::Post => MethodFilter::POST,
            Method::Patch => MethodFilter::PATCH,
            Method::Delete => MethodFilter::DELETE,
            Method::Head => MethodFilter::HEAD,
        };
        if endpoint.method.is_unsafe() {
            let protected = handler.layer(from_fn(middleware::require_csrf_header));
            self.route(endpoint.path, on(method, protected))
        } else {
            self.route(endpoint.path, on(method, handler))
        }
    }
}
