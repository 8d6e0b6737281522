//! What all responses have in common, static files, published data, and the OpenAPI document.

mod bounds;
mod error_responses;
mod security_headers;
mod access_log;
mod client_networks;
mod connections;
mod endless_responses;
mod method_override;
mod openapi;
mod static_site;
mod published_data;
