//! Reads a file that the citizen chose, slice by slice, so that a phone never needs to hold a large file in memory. If
//! the file was moved or changed after the citizen chose it, it can't be read, and each function returns `None`.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Url};

use super::hex::to_hex;

pub use web_sys::File;

/// The size of a file, in bytes.
pub fn size(file: &File) -> u64 {
    let size = file.size();
    // The cast loses nothing: file sizes are whole numbers far below 2^53.
    size as u64
}

/// Reads the bytes of a file from the offset `from` (included) to the offset `to` (excluded).
pub async fn slice(file: &File, from: u64, to: u64) -> Option<Uint8Array> {
    let part = file.slice_with_f64_and_f64(from as f64, to as f64).ok()?;
    read(&part).await
}

/// Reads the first `count` bytes of a file, or the whole file if it is shorter.
pub async fn first_bytes(file: &File, count: u64) -> Option<Vec<u8>> {
    let bytes = slice(file, 0, size(file).min(count)).await?;
    Some(bytes.to_vec())
}

/// The result of computing the sha-256 checksum of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fingerprint {
    /// The sha-256 checksum, as 64 lower-case hex digits.
    Known(String),
    /// The browser can't compute the checksum, because the page was loaded over plain http and isn't a secure context.
    Unavailable,
    /// The file can't be read.
    Unreadable,
}

/// Computes the sha-256 checksum of the whole file with the browser's WebCrypto.
pub async fn fingerprint(file: &File) -> Fingerprint {
    let subtle = web_sys::window()
        .and_then(|window| window.crypto().ok())
        .map(|crypto| crypto.subtle())
        .filter(|subtle| !subtle.is_undefined());
    let Some(subtle) = subtle else {
        return Fingerprint::Unavailable;
    };
    let Some(bytes) = read(file).await else {
        return Fingerprint::Unreadable;
    };
    let Ok(promise) = subtle.digest_with_str_and_js_u8_array("SHA-256", &bytes) else {
        return Fingerprint::Unavailable;
    };
    match JsFuture::from(promise).await {
        Ok(digest) => Fingerprint::Known(to_hex(&Uint8Array::new(&digest).to_vec())),
        Err(_) => Fingerprint::Unavailable,
    }
}

async fn read(blob: &Blob) -> Option<Uint8Array> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// An object URL with which this page can show a picture. Dropping the value revokes the URL.
pub struct Preview(String);

impl Preview {
    /// Creates an object URL for a JPEG or PNG file. `None` for any other file.
    pub fn of(file: &File) -> Option<Preview> {
        match file.type_().as_str() {
            "image/jpeg" | "image/png" => Url::create_object_url_with_blob(file).ok().map(Preview),
            _ => None,
        }
    }

    /// The object URL, for the `src` attribute of an image.
    pub fn url(&self) -> &str {
        &self.0
    }
}

impl Drop for Preview {
    fn drop(&mut self) {
        // Ignore a failure: it happens only if the URL is already revoked.
        drop(Url::revoke_object_url(&self.0));
    }
}
