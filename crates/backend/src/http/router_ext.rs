//! Mounts a contract's endpoint at its own path and method, with what holds for all of its kind. No
//! path of the contract is written a second time.

use axum::Router;
use axum::handler::Handler;
use axum::middleware::from_fn;
use axum::routing::{MethodFilter, on};
use contract::{Endpoint, Method};

use super::middleware;

/// Mounting by endpoint value.
pub(crate) trait RouterExt<S> {
    /// Answers this endpoint with `handler`. An unsafe method asks for `Motcua-Request` before anything
    /// else is looked at. Who may call is the handler's own argument: [`crate::auth::extractors::Citizen`].
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
            let guarded = handler.layer(from_fn(middleware::require_csrf_header));
            self.route(endpoint.path, on(method, guarded))
        } else {
            self.route(endpoint.path, on(method, handler))
        }
    }
}
