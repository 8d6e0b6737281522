//! The attached files on disk. Each attachment has one file, which is named by the random id of the attachment. So no
//! text from a citizen becomes part of a path.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use domain::file_kind::SNIFFED_BYTES;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// Size, hash and first bytes of a file.
pub(crate) struct FileSummary {
    /// Size in bytes.
    pub(crate) size: u64,
    /// SHA-256 of the file, as 64 lower-case hexadecimal digits.
    pub(crate) sha256: String,
    /// The first bytes of the file, from which its format is recognised.
    pub(crate) first_bytes: Vec<u8>,
}

/// Path of an attachment's file. The id must come from the database, never directly from a request.
pub(crate) fn path(files_dir: &Path, id: &str) -> PathBuf {
    files_dir.join(id)
}

/// Reads the whole file of an attachment, and returns its size, hash and first bytes.
pub(crate) async fn read_summary(files_dir: &Path, id: &str) -> Result<FileSummary, Refusal> {
    let path = path(files_dir, id);
    let reading = tokio::task::spawn_blocking(move || read(&path));
    Ok(reading.await.map_err(Refusal::internal)??)
}

fn read(path: &Path) -> io::Result<FileSummary> {
    let mut file = File::open(path)?;
    let mut hash = Sha256::new();
    let mut first_bytes = Vec::new();
    let mut size: u64 = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut buffer)?;
        let bytes = buffer.get(..count).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        if first_bytes.len() < SNIFFED_BYTES {
            let missing = SNIFFED_BYTES.saturating_sub(first_bytes.len());
            first_bytes.extend(bytes.iter().take(missing));
        }
        hash.update(bytes);
        size = size.saturating_add(count as u64);
    }
    Ok(FileSummary {
        size,
        sha256: hex(&hash.finalize()),
        first_bytes,
    })
}

/// Formats bytes as lower-case hexadecimal digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Deletes files from disk whose database rows have already been deleted. An error is only logged: the file uses disk
/// space, but no request can read it.
pub(crate) async fn delete_files(files_dir: &Path, ids: Vec<String>) {
    for id in ids {
        match tokio::fs::remove_file(path(files_dir, &id)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!("an orphaned file can't be deleted: {error}");
            }
            _ => {}
        }
    }
}
