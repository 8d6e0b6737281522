//! Where the payment page leads back to. It must be a page of the app: the gateway must not become a way to lead
//! citizens to another site.

use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};

use crate::config::Config;
use crate::refusal::Refusal;

/// The URL of the page to which the browser returns, with the id of the payment. The middleware has refused requests
/// from pages of foreign origins before.
///
/// # Errors
///
/// `InvalidAnswers` with the pointer `/return_to` if `path` isn't a plain path.
pub(super) fn return_url(
    path: &str,
    payment_id: &str,
    headers: &HeaderMap,
    config: &Config,
) -> Result<String, Refusal> {
    let is_allowed = |letter: char| letter.is_ascii_alphanumeric() || "/.-_~%".contains(letter);
    if !path.starts_with('/')
        || path.contains("//")
        || path.contains("/.")
        || !path.chars().all(is_allowed)
    {
        return Err(Refusal::invalid_property("/return_to", "pattern"));
    }
    let header = |name| headers.get(name)?.to_str().ok();
    let origin = header(ORIGIN).filter(|origin| origin.starts_with("http"));
    let origin = origin.map_or_else(
        || {
            let scheme = if config.secure_cookies {
                "https"
            } else {
                "http"
            };
            let host = header(HOST).unwrap_or(&config.host);
            [scheme, "://", host].concat()
        },
        str::to_owned,
    );
    Ok([&origin, path, "?payment=", payment_id].concat())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn url(path: &str, headers: &[(&'static str, &str)]) -> Option<String> {
        let headers = headers
            .iter()
            .map(|(name, value)| (name.parse().unwrap(), value.parse().unwrap()))
            .collect();
        return_url(path, "p1", &headers, &Config::default()).ok()
    }

    #[test]
    fn leads_back_to_the_page_that_asked() {
        let headers = [("origin", "https://motcua.vn"), ("host", "10.0.0.1")];
        let back = url("/portal/dossiers/H50-1/fees/H50-1-2", &headers);
        let expected = "https://motcua.vn/portal/dossiers/H50-1/fees/H50-1-2?payment=p1";
        assert_eq!(back.as_deref(), Some(expected));
        let without = url("/a", &[("host", "motcua.vn")]);
        assert_eq!(without.as_deref(), Some("https://motcua.vn/a?payment=p1"));
    }

    #[test]
    fn leads_to_no_other_site() {
        for path in [
            "",
            "a",
            "//evil.example",
            "/\\evil.example",
            "/a//b",
            "/../a",
            "/a?b=c",
            "/a#b",
            "https://evil.example",
            "/a\r\nb",
            "/@evil.example",
        ] {
            assert_eq!(url(path, &[("host", "motcua.vn")]), None, "{path:?}");
        }
    }
}
