//! HTTP code that all endpoints share: extractors and middleware. These modules don't use the application state, so
//! `state` and all handlers may depend on them.

/// The bounds of JSON bodies, from the schemas of the contract.
mod body_bounds;
/// The header `Range`.
pub(crate) mod byte_range;
/// JSON documents that never change while the backend runs.
pub(crate) mod cached_document;
/// IP address of the client, for rate limits.
pub(crate) mod client_ip;
/// CORS, and the refusal of writes from pages of other origins.
pub mod cross_origin;
/// `ETag` and `If-Match` for the version of a draft.
pub(crate) mod entity_tag;
/// Extractors for JSON bodies, path parameters and query parameters.
pub mod extract;
/// The header `Host`.
pub(crate) mod host;
/// The header `Idempotency-Key`.
pub(crate) mod idempotency;
/// Bodies of responses of other servers.
pub(crate) mod limited_body;
/// Blocks of IP addresses.
pub mod ip_network;
/// JSON Pointers (RFC 6901) in problem responses.
pub(crate) mod json_pointer;
/// POST requests that stand for another method.
pub(crate) mod method_override;
/// Middleware: caching, the CSRF header, panics, and the access log.
pub(crate) mod middleware;
/// The query parameter `page`.
pub(crate) mod page_number;
/// The account of the current request, for the access log.
pub(crate) mod request_account;
/// Mounts the contract's endpoints on a router.
pub(crate) mod router_ext;
/// The security headers of every response.
pub(crate) mod security_headers;
/// Connections and their time limits.
pub mod server;
mod write_timeout;
