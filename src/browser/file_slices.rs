//! Reads a file that the citizen chose, slice by slice, so that a phone never needs to hold a large file in memory. If
//! the file was moved or changed after the citizen chose it, it can't be read, and each function returns `None`.

use js_sys::Uint8Array;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, Url};

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

/// Reads the bytes of a file from its beginning to the offset `to` (excluded).
pub async fn bytes_before(file: &File, to: u64) -> Option<Vec<u8>> {
    Some(slice(file, 0, to).await?.to_vec())
}

async fn read(blob: &Blob) -> Option<Uint8Array> {
    let buffer = JsFuture::from(blob.array_buffer()).await.ok()?;
    Some(Uint8Array::new(&buffer))
}

/// An object URL with which this page can show a picture. Dropping the value revokes the URL.
pub struct Preview(String);

impl Preview {
    /// Creates an object URL for a picture.
    pub fn of(picture: &Blob) -> Option<Preview> {
        Url::create_object_url_with_blob(picture).ok().map(Preview)
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
