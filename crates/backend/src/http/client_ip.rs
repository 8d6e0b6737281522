//! From where a request comes, to slow down whoever tries without end. It is never kept or logged in clear.

use core::convert::Infallible;
use core::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

const FORWARDED: &str = "x-forwarded-for";

/// The address of whoever asks.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClientIp(String);

impl ClientIp {
    /// The address as text, to be hashed.
    pub(crate) fn as_str(&self) -> &str {
        &self.0
    }
}

impl<S: Send + Sync> FromRequestParts<S> for ClientIp {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _: &S) -> Result<Self, Infallible> {
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let peer = peer.map(|ConnectInfo(peer)| peer.ip());
        Ok(ClientIp(client_ip(peer, &parts.headers)))
    }
}

/// Only a proxy on this very machine is believed when it says for whom it asks.
fn client_ip(peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let from_outside = peer.filter(|peer| !peer.is_loopback());
    match from_outside.or_else(|| forwarded(headers)).or(peer) {
        Some(IpAddr::V4(address)) => address.to_string(),
        // A household has a whole /64.
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::")
        }
        None => String::new(),
    }
}

/// The last of the addresses: the one that the nearest proxy has seen itself.
fn forwarded(headers: &HeaderMap) -> Option<IpAddr> {
    let line = headers.get_all(FORWARDED).iter().next_back()?;
    line.to_str().ok()?.rsplit(',').next()?.trim().parse().ok()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn client_ip_of(peer: &str, forwarded: &str) -> String {
        let headers = HeaderMap::from_iter([(
            axum::http::HeaderName::from_static(FORWARDED),
            forwarded.parse().unwrap(),
        )]);
        client_ip(Some(peer.parse().unwrap()), &headers)
    }

    #[test]
    fn nobody_outside_can_say_that_he_is_somebody_else() {
        assert_eq!(client_ip_of("203.0.113.7", "198.51.100.1"), "203.0.113.7");
    }

    #[test]
    fn a_proxy_on_this_machine_says_for_whom_it_asks() {
        let told = client_ip_of("127.0.0.1", "198.51.100.1, 203.0.113.7");
        assert_eq!(told, "203.0.113.7");
        assert_eq!(client_ip_of("127.0.0.1", "unknown"), "127.0.0.1");
    }

    #[test]
    fn the_many_addresses_of_one_household_are_one() {
        let one = client_ip_of("2001:db8:0:7:1::1", "");
        assert_eq!(one, client_ip_of("2001:db8:0:7:2::2", ""));
        assert_ne!(one, client_ip_of("2001:db8:0:8:1::1", ""));
    }
}
