//! Communication between the app and the backend. Pages never handle an HTTP status or header: they get the parsed body
//! of a response, or a [`ClientError`].

/// Sends requests.
mod client;
/// Downloads files in parts.
mod file_download;
/// How a request is authenticated: by cookie or by bearer token.
mod credentials;
/// The reasons why a request failed.
mod error;
/// The state of data that a page loads from the backend.
mod load;
/// Parses an HTTP response, or converts it to an error.
mod response;

pub use self::client::{Api, use_api};
pub use self::credentials::Reauthenticate;
pub use self::error::{ClientError, MissingAuth};
pub use self::file_download::{FileSource, download_file};
pub use self::load::Load;
pub use crate::browser::http::Headers;
