//! Adds endpoints of the contract to a router by their constants, so that no path or method is written a second time.

use axum::Router;
use axum::handler::Handler;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, on};
use contract::{Endpoint, Method};

use super::middleware;

/// Adds an endpoint to a router.
pub(crate) trait RouterExt<S> {
    /// Handles `endpoint` with `handler`. Unsafe methods require the header `Motcua-Request`, which is checked first.
    /// A handler that needs a session takes [`crate::auth::extractors::Citizen`] as an argument.
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
