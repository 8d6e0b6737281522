//! The backend's own key, so that a stolen copy of the database alone tells no code and no identifier.
//! It stands in a file of its own beside the database; it must never reach a log or an answer.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

use hmac::{Hmac, Mac};
use sha2::Sha256;

/// A key of 256 bits; clones share it.
#[derive(Clone)]
pub struct Secret(Arc<[u8; 32]>);

impl Secret {
    /// Reads the key's file, or makes one that only its owner can read.
    pub fn open(file: &Path) -> io::Result<Secret> {
        let mut key = [0; 32];
        match OpenOptions::new().read(true).open(file) {
            Ok(mut file) => file.read_exact(&mut key)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
                let mut options = OpenOptions::new();
                options.write(true).create_new(true);
                #[cfg(unix)]
                std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
                let mut file = options.open(file)?;
                file.write_all(&key)?;
                file.sync_all()?;
            }
            Err(error) => return Err(error),
        }
        Ok(Secret(Arc::new(key)))
    }

    /// HMAC-SHA-256 of the parts under this key. The purpose keeps hashes of different things apart.
    pub fn hash(&self, purpose: &str, parts: &[&str]) -> [u8; 32] {
        // HMAC takes a key of any length; the signature alone allows for a refusal.
        let Ok(mut mac) = <Hmac<Sha256> as Mac>::new_from_slice(self.0.as_slice()) else {
            return [0; 32];
        };
        for part in core::iter::once(&purpose).chain(parts) {
            mac.update(&(part.len() as u64).to_le_bytes());
            mac.update(part.as_bytes());
        }
        mac.finalize().into_bytes().into()
    }
}
