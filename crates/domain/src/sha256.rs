//! The SHA-256 of bytes. The app doesn't use the browser's WebCrypto for it, because that is missing on a page that was
//! loaded over plain http, and there a wrong file would not be noticed.

use sha2::{Digest, Sha256};

use crate::hex::to_hex;

/// Computes the SHA-256 of bytes, as 64 lower-case hex digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_the_example_of_the_standard() {
        assert_eq!(
            sha256_hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
