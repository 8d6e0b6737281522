//! How the app talks to a backend. Pages never see an HTTP status or a header: they get an answer of the contract or a
//! [`ClientError`].

/// Sends requests.
mod client;
/// How a request says whose it is: by cookie or by bearer token.
mod credentials;
/// Why a request has no answer.
mod error;
/// What a page waits for.
mod load;
/// Turns an HTTP response into an answer or an error.
mod response;

pub use self::client::{Api, use_api};
pub use self::credentials::Reauthenticate;
pub use self::error::{ClientError, MissingAuth};
pub use self::load::Load;
pub use self::response::parse_json;
pub use crate::browser::http::Headers;
