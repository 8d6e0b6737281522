//! The backend's secret key. The database stores one-time codes, identifiers and IP addresses as hashes with this key,
//! so that a stolen copy of the database doesn't reveal them.
//!
//! The key is stored in a separate file beside the database. It must never appear in a log or a response.

use std::fs::OpenOptions;
use std::io::{self, Read, Write};
use std::path::Path;
use std::sync::Arc;

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::store::private_files;

/// A key of 256 bits. Clones share the same key in memory.
#[derive(Clone)]
pub struct Secret(Arc<[u8; 32]>);

impl Secret {
    /// Reads the key from the file. If the file doesn't exist, creates it with a new key; only the file's owner can
    /// read it.
    pub fn open(file: &Path) -> io::Result<Secret> {
        let mut key = [0; 32];
        match OpenOptions::new().read(true).open(file) {
            Ok(mut file) => file.read_exact(&mut key)?,
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                getrandom::fill(&mut key).map_err(|error| io::Error::other(error.to_string()))?;
                let mut file = private_files::new_file_options()
                    .create_new(true)
                    .open(file)?;
                file.write_all(&key)?;
                file.sync_all()?;
            }
            Err(error) => return Err(error),
        }
        Ok(Secret(Arc::new(key)))
    }

    /// The hash of a phone or citizen id, as the database stores it for a closed account.
    pub(crate) fn hash_former_identifier(&self, identifier: &str) -> [u8; 32] {
        self.hash("former-identifier", &[identifier])
    }

    /// HMAC-SHA-256 of the parts. `purpose` makes the hashes of equal values different if the values are of different
    /// kinds.
    pub fn hash(&self, purpose: &str, parts: &[&str]) -> [u8; 32] {
        // This can't fail: HMAC accepts keys of any length, although the function's signature allows an error.
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
