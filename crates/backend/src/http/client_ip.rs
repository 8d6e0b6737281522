//! The IP address of the client, which rate limits need. Only a keyed hash of it is stored. It is never logged.
//!
//! A proxy writes the client's address into a header. The header is believed only if a trusted proxy made the
//! connection, because anybody else could write another person's address.

use core::fmt;
use core::net::{IpAddr, Ipv6Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRef, FromRequestParts};
use axum::http::HeaderMap;
use axum::http::request::Parts;

use super::ip_network::{IpNetwork, ipv6_block};
use crate::config::{AddressHeader, Config, ProxySettings};
use crate::refusal::Refusal;

/// The groups of clients that a client belongs to, the smallest first.
#[derive(Clone, Debug)]
pub(crate) struct ClientIp(Vec<ClientGroup>);

impl ClientIp {
    /// The groups, the smallest first.
    pub(crate) fn groups(&self) -> &[ClientGroup] {
        &self.0
    }
}

/// Where a client's request comes from.
#[derive(Debug, PartialEq, Eq)]
enum ClientSource {
    /// The client's address. An IPv4 address that is mapped into IPv6 has become an IPv4 address.
    Known(IpAddr),
    /// The text that a trusted proxy has written instead of an address, for example `unknown`. The operator is told in
    /// the log. Each text is counted on its own.
    Unreadable(String),
}

/// A group of clients whose attempts are counted together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ClientGroup {
    /// The name of the group. The caller must hash it before storing it.
    pub(crate) name: String,
    /// How many times the limit of one client applies to the whole group.
    pub(crate) multiple: u32,
}

impl ClientSource {
    /// The groups that the client belongs to, the smallest first.
    ///
    /// One household or server can use all addresses of an IPv6 /64 network. Many providers give out a /56 or a /48, from
    /// which the customer makes 256 or 65,536 such networks. So these are counted as well, with higher limits, because
    /// several customers may share them.
    fn groups(&self) -> Vec<ClientGroup> {
        let group = |name, multiple| ClientGroup { name, multiple };
        match self {
            ClientSource::Known(IpAddr::V4(address)) => vec![group(address.to_string(), 1)],
            ClientSource::Known(IpAddr::V6(address)) => [(64, 1), (56, 4), (48, 16)]
                .map(|(bits, multiple)| group(ipv6_block(*address, bits), multiple))
                .into(),
            ClientSource::Unreadable(text) => vec![group(["unreadable ", text].concat(), 1)],
        }
    }
}

impl<S> FromRequestParts<S> for ClientIp
where
    S: Send + Sync,
    Arc<Config>: FromRef<S>,
{
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, state: &S) -> Result<Self, Refusal> {
        let config = Arc::<Config>::from_ref(state);
        let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
        let Some(ConnectInfo(peer)) = peer else {
            return Err(Refusal::internal("the connection has no address"));
        };
        let (client, fault) = find_client(peer.ip(), &parts.headers, &config.proxies);
        match fault {
            // In a demonstration, browsers on this machine connect without a proxy.
            Some(AddressFault::Missing(_)) if config.demo => {}
            Some(fault) => tracing::error!("{fault}"),
            None => {}
        }
        Ok(ClientIp(client.groups()))
    }
}

/// Why the client's address isn't the one that the operator expects.
#[derive(Debug, PartialEq, Eq)]
enum AddressFault {
    /// A trusted proxy, or a program on this machine, sent no address.
    Missing(AddressHeader),
    /// A trusted proxy sent a text that is no address. Contains the text with every letter and digit replaced by `x`.
    Unreadable(AddressHeader, String),
    /// A machine in the operator's network sent an address, but isn't a trusted proxy.
    UntrustedProxy(AddressHeader),
}

impl fmt::Display for AddressFault {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            AddressFault::Missing(header) => write!(
                formatter,
                "a request of a trusted proxy, or of this machine, has no client address in `{header}`. If it is a proxy, \
                 all its clients share one limit: let the proxy set this header, or name the header that it sets with \
                 --client-address-header"
            ),
            AddressFault::Unreadable(header, shape) => write!(
                formatter,
                "a trusted proxy wrote `{shape}` into `{header}`, which is no IP address. Rate limits can't tell its \
                 clients apart"
            ),
            AddressFault::UntrustedProxy(header) => write!(
                formatter,
                "a request from a private address has the header `{header}`, which is ignored. If it comes from your \
                 proxy, all its clients share one limit: name the proxy with --trusted-proxy"
            ),
        }
    }
}

/// Finds the client's address: the address of the connection, or the last address in the header that isn't a trusted
/// proxy's, if a trusted proxy made the connection.
fn find_client(
    peer: IpAddr,
    headers: &HeaderMap,
    proxies: &ProxySettings,
) -> (ClientSource, Option<AddressFault>) {
    let peer = peer.to_canonical();
    let header = proxies.header;
    if !is_trusted(peer, &proxies.trusted) {
        let is_proxy = is_private(peer) && headers.contains_key(header.as_str());
        let fault = is_proxy.then_some(AddressFault::UntrustedProxy(header));
        return (ClientSource::Known(peer), fault);
    }
    let mut client = None;
    for text in written_addresses(headers, header).into_iter().rev() {
        let Some(address) = parse_address(&text) else {
            let fault = AddressFault::Unreadable(header, shape(&text));
            return (ClientSource::Unreadable(text), Some(fault));
        };
        client = Some(address);
        if !is_trusted(address, &proxies.trusted) {
            break;
        }
    }
    match client {
        Some(address) => (ClientSource::Known(address), None),
        None => (
            ClientSource::Known(peer),
            Some(AddressFault::Missing(header)),
        ),
    }
}

fn is_trusted(address: IpAddr, trusted: &[IpNetwork]) -> bool {
    address.is_loopback() || trusted.iter().any(|network| network.contains(address))
}

fn is_private(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => address.is_private() || address.is_link_local(),
        IpAddr::V6(address) => address.is_unique_local() || address.is_unicast_link_local(),
    }
}

/// The texts that proxies have written into the header, in the order in which they were added.
fn written_addresses(headers: &HeaderMap, header: AddressHeader) -> Vec<String> {
    let lines = headers.get_all(header.as_str()).iter();
    lines
        .map(|line| String::from_utf8_lossy(line.as_bytes()))
        .flat_map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>())
        .map(|element| match header {
            AddressHeader::XForwardedFor | AddressHeader::XRealIp => element.trim().to_owned(),
            AddressHeader::Forwarded => forwarded_for(&element),
        })
        .collect()
}

/// The value of `for` in an element of the header `Forwarded` (RFC 7239), without quotes. Empty if there is none.
fn forwarded_for(element: &str) -> String {
    let pairs = element.split(';').filter_map(|pair| pair.split_once('='));
    let value = pairs
        .filter(|(name, _)| name.trim().eq_ignore_ascii_case("for"))
        .map(|(_, value)| value.trim().trim_matches('"'))
        .next_back();
    value.unwrap_or_default().to_owned()
}

/// Parses an address in any form in which proxies write it: with or without port, brackets and zone.
fn parse_address(text: &str) -> Option<IpAddr> {
    let without_zone = |text: &str| text.split('%').next().unwrap_or_default().to_owned();
    let address = if let Some(bracketed) = text.strip_prefix('[') {
        let (address, port) = bracketed.split_once(']')?;
        let has_port = port
            .strip_prefix(':')
            .is_some_and(|port| port.parse::<u16>().is_ok());
        if !port.is_empty() && !has_port {
            return None;
        }
        IpAddr::V6(without_zone(address).parse::<Ipv6Addr>().ok()?)
    } else if let Ok(SocketAddr::V4(address)) = text.parse() {
        IpAddr::V4(*address.ip())
    } else {
        without_zone(text).parse().ok()?
    };
    Some(address.to_canonical())
}

/// A text for the log that shows which form of address a proxy writes, but no address.
fn shape(text: &str) -> String {
    let shown = text.chars().take(60).map(|letter| match letter {
        '.' | ':' | '[' | ']' | '%' | '"' | '=' | '_' | '-' => letter,
        _ => 'x',
    });
    shown.collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn find(
        peer: &str,
        header: AddressHeader,
        lines: &[&str],
        trusted: &[&str],
    ) -> (ClientSource, Option<AddressFault>) {
        let name = axum::http::HeaderName::from_static(header.as_str());
        let headers = lines
            .iter()
            .map(|line| (name.clone(), line.parse().unwrap()));
        let proxies = ProxySettings {
            trusted: trusted.iter().map(|text| text.parse().unwrap()).collect(),
            header,
        };
        find_client(peer.parse().unwrap(), &headers.collect(), &proxies)
    }

    fn known(address: &str) -> (ClientSource, Option<AddressFault>) {
        (ClientSource::Known(address.parse().unwrap()), None)
    }

    #[test]
    fn reads_the_address_in_every_form_in_which_proxies_write_it() {
        let v4 = [
            "203.0.113.7",
            "203.0.113.7:4711",
            "::ffff:203.0.113.7",
            "[::ffff:203.0.113.7]:4711",
            "::ffff:cb00:7107",
            " 203.0.113.7 ",
        ];
        for text in v4 {
            let found = find("127.0.0.1", AddressHeader::XForwardedFor, &[text], &[]);
            assert_eq!(found, known("203.0.113.7"), "{text}");
        }
        let v6 = [
            "2001:db8::7",
            "2001:DB8:0:0::7",
            "[2001:db8::7]",
            "[2001:db8::7]:4711",
            "2001:db8::7%eth0",
        ];
        for text in v6 {
            let found = find("::1", AddressHeader::XForwardedFor, &[text], &[]);
            assert_eq!(found, known("2001:db8::7"), "{text}");
        }
        let forwarded = [
            "for=203.0.113.7",
            "For=\"203.0.113.7:4711\";proto=https",
            "by=192.0.2.1;for=203.0.113.7;host=motcua.vn",
            "for=198.51.100.1, for=\"[::ffff:203.0.113.7]\"",
        ];
        for text in forwarded {
            let found = find("127.0.0.1", AddressHeader::Forwarded, &[text], &[]);
            assert_eq!(found, known("203.0.113.7"), "{text}");
        }
        let found = find("127.0.0.1", AddressHeader::XRealIp, &["203.0.113.7"], &[]);
        assert_eq!(found, known("203.0.113.7"));
    }

    #[test]
    fn a_backend_that_listens_on_ipv6_believes_the_proxy_on_its_machine() {
        for peer in ["127.0.0.1", "::1", "::ffff:127.0.0.1", "127.0.0.9"] {
            let found = find(peer, AddressHeader::XForwardedFor, &["203.0.113.7"], &[]);
            assert_eq!(found, known("203.0.113.7"), "{peer}");
        }
    }

    #[test]
    fn ignores_what_a_stranger_writes() {
        let found = find(
            "203.0.113.7",
            AddressHeader::XForwardedFor,
            &["198.51.100.1"],
            &[],
        );
        assert_eq!(found, known("203.0.113.7"));
        // The proxy appends the address that it sees to what the client has sent.
        let lines = ["198.51.100.1", "192.0.2.1, 203.0.113.7"];
        let found = find("127.0.0.1", AddressHeader::XForwardedFor, &lines, &[]);
        assert_eq!(found, known("203.0.113.7"));
    }

    #[test]
    fn a_configured_proxy_in_another_container_is_believed() {
        let (header, lines) = (AddressHeader::XForwardedFor, ["203.0.113.7"]);
        let (client, fault) = find("172.18.0.2", header, &lines, &[]);
        assert_eq!(client, ClientSource::Known("172.18.0.2".parse().unwrap()));
        assert_eq!(fault, Some(AddressFault::UntrustedProxy(header)));
        let networks = ["172.16.0.0/12", "192.0.2.0/24"];
        for peer in ["172.18.0.2", "::ffff:172.18.0.2"] {
            assert_eq!(find(peer, header, &lines, &networks), known("203.0.113.7"));
        }
        let chain = ["198.51.100.1, 203.0.113.7, 192.0.2.9"];
        assert_eq!(
            find("172.18.0.2", header, &chain, &networks),
            known("203.0.113.7")
        );
        let inside = ["172.18.0.9"];
        assert_eq!(
            find("172.18.0.2", header, &inside, &networks),
            known("172.18.0.9")
        );
    }

    #[test]
    fn an_unreadable_address_is_logged_without_its_text_and_shares_no_count() {
        let mut groups = Vec::new();
        for text in [
            "unknown",
            "_a1",
            "unix:/run/x",
            "203.0.113.300",
            "",
            "[2001:db8::7]x",
        ] {
            let found = find("127.0.0.1", AddressHeader::XForwardedFor, &[text], &[]);
            assert!(matches!(found.0, ClientSource::Unreadable(_)), "{text}");
            let line = found.1.unwrap().to_string();
            assert!(text.len() < 3 || !line.contains(text), "{line}");
            groups.extend(found.0.groups());
        }
        let first = find("127.0.0.1", AddressHeader::XForwardedFor, &[], &[]);
        let missing = Some(AddressFault::Missing(AddressHeader::XForwardedFor));
        assert_eq!(first, (known("127.0.0.1").0, missing));
        groups.extend(first.0.groups());
        let mut names: Vec<_> = groups.iter().map(|group| &group.name).collect();
        names.sort();
        names.dedup();
        assert_eq!(names.len(), 7);
    }

    #[test]
    fn an_ipv6_network_is_counted_with_a_limit_that_rises_with_its_size() {
        let groups = |address: &str| ClientSource::Known(address.parse().unwrap()).groups();
        let names = |address: &str| groups(address).into_iter().map(|group| group.name);
        let expected = [
            ("2001:db8:0:7::/64", 1),
            ("2001:db8::/56", 4),
            ("2001:db8::/48", 16),
        ];
        let expected = expected.map(|(name, multiple)| ClientGroup {
            name: name.to_owned(),
            multiple,
        });
        assert_eq!(groups("2001:db8:0:7:1::1"), expected);
        let shared = |one: &str, other: &str| {
            let other: Vec<_> = names(other).collect();
            names(one).filter(|name| other.contains(name)).count()
        };
        assert_eq!(shared("2001:db8:0:7:1::1", "2001:db8:0:7:2::2"), 3);
        assert_eq!(shared("2001:db8:0:7::1", "2001:db8:0:8::1"), 2);
        assert_eq!(shared("2001:db8:0:7::1", "2001:db8:0:107::1"), 1);
        assert_eq!(shared("2001:db8:0:7::1", "2001:db8:1:7::1"), 0);
        assert_eq!(groups("203.0.113.7").len(), 1);
        assert_eq!(shared("203.0.113.7", "203.0.113.8"), 0);
    }
}
