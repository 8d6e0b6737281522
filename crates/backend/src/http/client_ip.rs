//! The IP address of the client, which rate limits need. Only a keyed hash of it is stored. It is never logged.

use core::convert::Infallible;
use core::net::{IpAddr, SocketAddr};

use axum::extract::{ConnectInfo, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

const FORWARDED: &str = "x-forwarded-for";

/// The client's IP address as text. An IPv6 address is shortened to its first 64 bits, because one household can use
/// all addresses of a /64 network. Empty if the address is unknown.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClientIp(String);

impl ClientIp {
    /// The address as text. The caller must hash it before storing it.
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

/// The client's address: the address of the connection, or the address in `X-Forwarded-For` if a proxy on the same
/// machine made the connection. `X-Forwarded-For` from any other sender is ignored.
fn client_ip(peer: Option<IpAddr>, headers: &HeaderMap) -> String {
    let from_outside = peer.filter(|peer| !peer.is_loopback());
    match from_outside.or_else(|| forwarded(headers)).or(peer) {
        Some(IpAddr::V4(address)) => address.to_string(),
        // One household can use all addresses of a /64 network.
        Some(IpAddr::V6(address)) => {
            let [a, b, c, d, ..] = address.segments();
            format!("{a:x}:{b:x}:{c:x}:{d:x}::")
        }
        None => String::new(),
    }
}

/// Reads the last address in `X-Forwarded-For`, which the nearest proxy has added.
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
    fn ignores_forwarded_addresses_from_remote_clients() {
        assert_eq!(client_ip_of("203.0.113.7", "198.51.100.1"), "203.0.113.7");
    }

    #[test]
    fn trusts_forwarded_addresses_from_a_local_proxy() {
        let client_ip = client_ip_of("127.0.0.1", "198.51.100.1, 203.0.113.7");
        assert_eq!(client_ip, "203.0.113.7");
        assert_eq!(client_ip_of("127.0.0.1", "unknown"), "127.0.0.1");
    }

    #[test]
    fn treats_an_ipv6_household_as_one_address() {
        let one = client_ip_of("2001:db8:0:7:1::1", "");
        assert_eq!(one, client_ip_of("2001:db8:0:7:2::2", ""));
        assert_ne!(one, client_ip_of("2001:db8:0:8:1::1", ""));
    }
}
