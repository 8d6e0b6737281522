//! The security headers of every response.

use std::io::ErrorKind;

use axum::extract::State;
use axum::http::header::{self, HeaderName, HeaderValue};
use axum::response::Response;

use crate::config::Config;

/// The content security policy without inline scripts and styles.
const POLICY: &str = include_str!("../../../../public/content-security-policy.txt");
/// The file in the folder of the built app with that app's policy. `tools/build` writes it: the policy above, with the
/// hashes of the one style and the one script that are inline in `index.html`.
const POLICY_FILE: &str = "content-security-policy.txt";

/// The security headers that are always the same.
const FIXED: [(HeaderName, &str); 6] = [
    (header::X_CONTENT_TYPE_OPTIONS, "nosniff"),
    (header::REFERRER_POLICY, "same-origin"),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        "same-origin",
    ),
    (
        HeaderName::from_static("permissions-policy"),
        "camera=(self), geolocation=(), microphone=(), payment=(), usb=()",
    ),
    // Needed for the browsers inside messenger apps that don't support `frame-ancestors`.
    (header::X_FRAME_OPTIONS, "DENY"),
];

/// Value of `Strict-Transport-Security`: for two years, browsers use only HTTPS for this host and its subdomains.
const ONLY_HTTPS: &str = "max-age=63072000; includeSubDomains";

/// The security headers of this backend.
#[derive(Clone, Debug)]
pub(crate) struct SecurityHeaders {
    policy: HeaderValue,
    is_https: bool,
}

impl SecurityHeaders {
    /// Reads the content security policy of the built app. Uses the policy without hashes if there is no app, or if its
    /// policy can't be read: the app then works too, but its first screen is painted later.
    pub(crate) fn read(config: &Config) -> Self {
        Self {
            policy: app_policy(config)
                .unwrap_or_else(|| HeaderValue::from_static(POLICY.trim_end())),
            is_https: config.secure_cookies,
        }
    }
}

fn app_policy(config: &Config) -> Option<HeaderValue> {
    let path = config.app_dir.as_deref()?.join(POLICY_FILE);
    let text = match std::fs::read_to_string(&path) {
        Ok(text) => text,
        Err(error) if error.kind() == ErrorKind::NotFound => return None,
        Err(error) => {
            tracing::error!(%error, path = %path.display(), "the content security policy can't be read");
            return None;
        }
    };
    let policy = HeaderValue::try_from(text.trim_end()).ok();
    if policy.is_none() {
        tracing::error!(path = %path.display(), "the content security policy isn't one line");
    }
    policy
}

/// Adds the security headers to every response. This includes errors and files.
pub(crate) async fn set_security_headers(
    State(security): State<SecurityHeaders>,
    mut response: Response,
) -> Response {
    let headers = response.headers_mut();
    // A file of a dossier has a policy of its own.
    headers
        .entry(header::CONTENT_SECURITY_POLICY)
        .or_insert(security.policy);
    for (name, value) in FIXED {
        headers.insert(name, HeaderValue::from_static(value));
    }
    if security.is_https {
        headers.insert(
            header::STRICT_TRANSPORT_SECURITY,
            HeaderValue::from_static(ONLY_HTTPS),
        );
    }
    response
}
