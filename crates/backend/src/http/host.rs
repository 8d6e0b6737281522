//! The header `Host`. A request must have exactly one, because other checks compare it.
//!
//! A demonstration also refuses foreign host names. It shows every text message to everybody, so a page of another site
//! could read them, if the name of that site leads to the address of this machine (DNS rebinding).

use core::net::Ipv6Addr;
use std::net::Ipv4Addr;
use std::sync::Arc;

use axum::extract::{Request, State};
use axum::http::header::HOST;
use axum::http::uri::Authority;
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};

use crate::config::Config;
use crate::refusal::Refusal;

/// Middleware that refuses requests without a `Host`, with several, or with a malformed one (400). In a demonstration it
/// also refuses foreign hosts.
pub(crate) async fn require_host(
    State(config): State<Arc<Config>>,
    request: Request,
    next: Next,
) -> Response {
    let refused = match host_of(&request) {
        None => "the request needs exactly one valid Host",
        Some(host) if config.demo && !is_of_demo(host.host(), &config.host) => {
            "a demonstration answers only to localhost, to IP addresses, and to the name in --host"
        }
        Some(_) => return next.run(request).await,
    };
    Refusal::InvalidRequest(refused.to_owned()).into_response()
}

/// The host of a request. `None` if the request has no host, several hosts or a malformed one.
fn host_of(request: &Request) -> Option<Authority> {
    let mut hosts = request.headers().get_all(HOST).iter();
    let (host, further) = (hosts.next()?, hosts.next());
    let host = Authority::try_from(host.as_bytes()).ok()?;
    // A target such as `http://host/path` has a host as well.
    let target = request.uri().authority();
    let agrees = target.is_none_or(|target| *target == host);
    let is_plain = !host.host().is_empty() && !host.as_str().contains('@');
    (further.is_none() && agrees && is_plain).then_some(host)
}

/// Whether a demonstration answers to this host name. The domain name system can't redirect an IP address or a name below
/// `localhost` (RFC 6761).
fn is_of_demo(host: &str, configured: &str) -> bool {
    let host = host.to_ascii_lowercase();
    let bracketed = host
        .strip_prefix('[')
        .and_then(|host| host.strip_suffix(']'));
    let is_address = match bracketed {
        Some(address) => address.parse::<Ipv6Addr>().is_ok(),
        None => host.parse::<Ipv4Addr>().is_ok(),
    };
    is_address
        || host == "localhost"
        || host.ends_with(".localhost")
        || host.eq_ignore_ascii_case(configured)
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use axum::body::Body;

    use super::*;

    fn host(target: &str, hosts: &[&str]) -> Option<String> {
        let mut request = Request::builder().uri(target);
        for host in hosts {
            request = request.header(HOST, *host);
        }
        let host = host_of(&request.body(Body::empty()).unwrap())?;
        Some(host.to_string())
    }

    #[test]
    fn a_request_has_exactly_one_host() {
        for valid in ["motcua.vn", "motcua.vn:8443", "[::1]:8080", "127.0.0.1"] {
            assert_eq!(host("/", &[valid]).as_deref(), Some(valid));
        }
        assert_eq!(
            host("http://motcua.vn/", &["motcua.vn"]).unwrap(),
            "motcua.vn"
        );
        assert_eq!(host("/", &[]), None);
        assert_eq!(host("/", &["motcua.vn", "motcua.vn"]), None);
        assert_eq!(host("http://evil.example/", &["motcua.vn"]), None);
        for malformed in ["", ":80", "a b", "motcua.vn/", "x@motcua.vn", "a, b"] {
            assert_eq!(host("/", &[malformed]), None, "{malformed}");
        }
    }

    #[test]
    fn a_demonstration_answers_only_to_this_machine_and_its_own_name() {
        for own in [
            "localhost",
            "LOCALHOST",
            "app.localhost",
            "127.0.0.1",
            "192.168.1.20",
            "[::1]",
            "demo.motcua.vn",
        ] {
            assert!(is_of_demo(own, "demo.motcua.vn"), "{own}");
        }
        for foreign in [
            "evil.example",
            "localhost.evil.example",
            "127.0.0.1.evil.example",
            "notlocalhost",
            "[::1",
        ] {
            assert!(!is_of_demo(foreign, "demo.motcua.vn"), "{foreign}");
        }
    }
}
