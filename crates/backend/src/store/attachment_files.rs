//! The attached files on disk. Each attachment has one file, which is named by the random id of the attachment. So no
//! text from a citizen becomes part of a path.

use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use contract::portal::UploadLimits;
use domain::file_content::{FileError, check_file_content};
use domain::file_kind::FileKind;
use domain::hex::to_hex;
use domain::sha256::sha256_hex;
use sha2::{Digest, Sha256};
use tokio::sync::Semaphore;

use crate::refusal::Refusal;

/// The number of files that are read at the same time to check or hash them. A whole file is in memory during the check.
static READERS: Semaphore = Semaphore::const_new(2);
/// The number of unfinished files that are hashed at the same time. They have their own limit, because everybody can ask
/// for this hash at any time: it must not delay uploads and submissions.
static PREFIX_READERS: Semaphore = Semaphore::const_new(1);

/// Size and hash of a file.
pub(crate) struct FileSummary {
    /// Size in bytes.
    pub(crate) size: u64,
    /// SHA-256 of the file, as 64 lower-case hexadecimal digits.
    pub(crate) sha256: String,
}

/// The hash of a complete file, and whether the portal accepts its content.
pub(crate) struct CheckedFile {
    /// SHA-256 of the file, as 64 lower-case hexadecimal digits.
    pub(crate) sha256: String,
    /// The kind of the file, or the reason why it can't be attached.
    pub(crate) kind: Result<FileKind, FileError>,
}

/// Path of an attachment's file. The id must come from the database, never directly from a request.
pub(crate) fn path(files_dir: &Path, id: &str) -> PathBuf {
    files_dir.join(id)
}

/// Reads the whole file of an attachment, and returns its size and hash.
pub(crate) async fn read_summary(files_dir: &Path, id: &str) -> Result<FileSummary, Refusal> {
    let path = path(files_dir, id);
    run_reader(&READERS, move || summarise(File::open(path)?)).await
}

/// The SHA-256 of the first `received` bytes of an attachment's file.
pub(crate) async fn read_prefix_sha256(
    files_dir: &Path,
    id: &str,
    received: u64,
) -> Result<String, Refusal> {
    let path = path(files_dir, id);
    let summary = run_reader(&PREFIX_READERS, move || {
        summarise(File::open(path)?.take(received))
    });
    let summary = summary.await?;
    Ok(summary.sha256)
}

/// Reads the complete file of an attachment into memory, hashes it and checks its content.
pub(crate) async fn read_and_check(
    files_dir: &Path,
    id: &str,
    limits: &UploadLimits,
) -> Result<CheckedFile, Refusal> {
    let (path, limits) = (path(files_dir, id), limits.clone());
    run_reader(&READERS, move || {
        let bytes = std::fs::read(path)?;
        Ok(CheckedFile {
            sha256: sha256_hex(&bytes),
            kind: check_file_content(&bytes, &limits),
        })
    })
    .await
}

/// Runs a function that reads a file, off the async threads, when `readers` has room for it.
async fn run_reader<T: Send + 'static>(
    readers: &'static Semaphore,
    read: impl FnOnce() -> io::Result<T> + Send + 'static,
) -> Result<T, Refusal> {
    let _permit = readers.acquire().await.map_err(Refusal::internal)?;
    let reading = tokio::task::spawn_blocking(read);
    Ok(reading.await.map_err(Refusal::internal)??)
}

fn summarise(mut file: impl Read) -> io::Result<FileSummary> {
    let mut hash = Sha256::new();
    let mut size: u64 = 0;
    let mut buffer = vec![0; 64 * 1024];
    loop {
        let count = file.read(&mut buffer)?;
        let bytes = buffer.get(..count).unwrap_or_default();
        if bytes.is_empty() {
            break;
        }
        hash.update(bytes);
        size = size.saturating_add(count as u64);
    }
    Ok(FileSummary {
        size,
        sha256: to_hex(&hash.finalize()),
    })
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

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[tokio::test]
    async fn questions_about_unfinished_files_do_not_delay_uploads_and_submissions() {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(path(folder.path(), "a"), b"abc").unwrap();
        let held = PREFIX_READERS.acquire().await.unwrap();
        let summary = read_summary(folder.path(), "a").await.unwrap();
        assert_eq!(summary.size, 3);
        drop(held);
        let prefix = read_prefix_sha256(folder.path(), "a", 2).await.unwrap();
        assert_eq!(prefix, sha256_hex(b"ab"));
    }
}
