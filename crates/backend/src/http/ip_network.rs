//! Blocks of IP addresses in CIDR notation, such as `172.16.0.0/12`.

use core::net::{IpAddr, Ipv6Addr};
use core::str::FromStr;

/// A block of IP addresses. An address without a length is a block of one address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct IpNetwork {
    first: u128,
    /// Number of leading bits that all addresses of the block have in common, of 128.
    bits: u32,
}

impl IpNetwork {
    /// Whether the address is in this block.
    pub(crate) fn contains(&self, address: IpAddr) -> bool {
        masked(as_ipv6(address), self.bits) == self.first
    }
}

impl FromStr for IpNetwork {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        const EXPECTED: &str = "a network is `192.0.2.1`, `192.0.2.0/24` or `2001:db8::/32`";
        let (address, length) = match text.split_once('/') {
            Some((address, length)) => (address, Some(length)),
            None => (text, None),
        };
        let address: IpAddr = address.parse().map_err(|_| EXPECTED)?;
        let address_bits = if address.is_ipv4() { 32 } else { 128 };
        let length = match length {
            Some(length) => length.parse().map_err(|_| EXPECTED)?,
            None => address_bits,
        };
        if length > address_bits {
            return Err(EXPECTED);
        }
        let bits = 128 - address_bits + length;
        Ok(IpNetwork {
            first: masked(as_ipv6(address), bits),
            bits,
        })
    }
}

/// The block of IPv6 addresses that have the first `bits` bits in common with `address`, as text.
pub(crate) fn ipv6_block(address: Ipv6Addr, bits: u32) -> String {
    let first = Ipv6Addr::from_bits(masked(address.to_bits(), bits));
    format!("{first}/{bits}")
}

/// An address as 128 bits. An IPv4 address is mapped into IPv6 (RFC 4291, 2.5.5.2).
fn as_ipv6(address: IpAddr) -> u128 {
    match address {
        IpAddr::V4(address) => address.to_ipv6_mapped().to_bits(),
        IpAddr::V6(address) => address.to_bits(),
    }
}

fn masked(address: u128, bits: u32) -> u128 {
    let mask = u128::MAX.checked_shl(128 - bits).unwrap_or(0);
    address & mask
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_network_contains_the_addresses_of_its_block() {
        let cases = [
            ("172.16.0.0/12", "172.31.255.1", true),
            ("172.16.0.0/12", "172.32.0.1", false),
            ("172.16.0.0/12", "::ffff:172.31.255.1", true),
            ("192.0.2.7", "192.0.2.7", true),
            ("192.0.2.7", "192.0.2.8", false),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("::/0", "2001:db8::1", true),
            ("2001:db8::/32", "2001:db8:ffff::1", true),
            ("2001:db8::/32", "2001:db9::1", false),
        ];
        for (network, address, contains) in cases {
            let parsed: IpNetwork = network.parse().unwrap();
            let address: IpAddr = address.parse().unwrap();
            assert_eq!(parsed.contains(address), contains, "{network} {address}");
        }
    }

    #[test]
    fn rejects_a_text_that_is_no_network() {
        for text in [
            "",
            "proxy",
            "192.0.2.0/33",
            "::/129",
            "192.0.2.0/",
            "1.2.3/8",
        ] {
            assert!(text.parse::<IpNetwork>().is_err(), "{text}");
        }
    }
}
