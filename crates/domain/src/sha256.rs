//! The SHA-256 of bytes. The app doesn't use the browser's WebCrypto for it, because that is missing on a page that was
//! loaded over plain http, and there a wrong file would not be noticed.

use sha2::{Digest, Sha256};

use crate::hex::to_hex;

/// Computes the SHA-256 of bytes, as 64 lower-case hex digits.
pub fn sha256_hex(bytes: &[u8]) -> String {
    to_hex(&Sha256::digest(bytes))
}

/// The SHA-256 of a file whose parts arrive one after the other. It never hashes a large file at once, which would halt the
/// page of a slow phone.
#[derive(Clone, Debug, Default)]
pub struct Sha256Parts(Sha256);

impl Sha256Parts {
    /// Appends the next part of the file.
    pub fn add(&mut self, part: &[u8]) {
        self.0.update(part);
    }

    /// The SHA-256 of all parts, as 64 lower-case hex digits.
    pub fn finish(self) -> String {
        to_hex(&self.0.finalize())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_have_the_hash_of_the_whole_file() {
        let mut parts = Sha256Parts::default();
        for part in ["a", "", "bc"] {
            parts.add(part.as_bytes());
        }
        assert_eq!(parts.finish(), sha256_hex(b"abc"));
    }

    #[test]
    fn hashes_the_example_of_the_standard() {
        assert_eq!(
            sha256_hex(b"abc"),
            "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        );
    }
}
