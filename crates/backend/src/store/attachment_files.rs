//! The attached files on disk: one file an attachment, named by its random id, so that nothing a
//! citizen typed ever reaches a path.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use domain::file_kind::SNIFFED_BYTES;
use sha2::{Digest, Sha256};

use crate::refusal::Refusal;

/// What a whole file turned out to be.
pub(crate) struct FileSummary {
    /// Length, in bytes.
    pub(crate) size: u64,
    /// sha-256, 64 lower-case hex digits.
    pub(crate) sha256: String,
    /// How it begins.
    pub(crate) first_bytes: Vec<u8>,
}

/// Where the file of an attachment is. The id comes from the store, never from a request.
pub(crate) fn path(files_dir: &Path, id: &str) -> PathBuf {
    files_dir.join(id)
}

/// Reads the file of an attachment from end to end.
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

/// Lower-case hex digits.
pub(crate) fn hex(bytes: &[u8]) -> String {
    bytes.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// Removes files whose rows are gone. One that can't be removed is only logged: it costs space, and
/// nobody can reach it.
pub(crate) async fn remove(files_dir: &Path, ids: Vec<String>) {
    for id in ids {
        match tokio::fs::remove_file(path(files_dir, &id)).await {
            Err(error) if error.kind() != io::ErrorKind::NotFound => {
                tracing::warn!("a file that nobody owns can't be removed: {error}");
            }
            _ => {}
        }
    }
}
