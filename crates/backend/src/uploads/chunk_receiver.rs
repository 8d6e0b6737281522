//! Writes the body of one `PATCH` request to disk. The bytes are counted while they arrive; `Content-Length` isn't
//! trusted. If the connection drops, the bytes that have arrived are kept.

use std::io::{self, SeekFrom};
use std::path::Path;
use std::pin::Pin;
use std::time::Duration;

use axum::body::{Body, Bytes, HttpBody};
use tokio::fs::{File, OpenOptions};
use tokio::io::{AsyncSeekExt, AsyncWriteExt};
use tokio::time::error::Elapsed;
use tokio::time::{Instant, timeout_at};

use crate::store::private_files;

/// Number of bytes in a batch. After each batch the offset is recorded, so a crash loses at most one batch.
const BATCH: u64 = 1024 * 1024;
/// If a client sends more bytes than it announced for the file, about this number of further bytes is read and
/// discarded. If the connection were closed at once, the client would get a connection reset instead of the error
/// response.
const DRAINED: u64 = 1024 * 1024;

/// A `PATCH` request while its body is being received.
pub(crate) struct ChunkReceiver {
    body: Body,
    file: File,
    offset: u64,
    size: u64,
    patience: Duration,
}

/// Why the receiver stopped reading a batch.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum BatchEnd {
    /// The batch is full, and more bytes may follow.
    More,
    /// The body is complete.
    Finished,
    /// The connection dropped, no byte arrived in time, or the time of the request is over.
    Dropped,
    /// The file would become larger than the client announced. The bytes that were written before the excess was
    /// noticed are kept.
    TooLong,
}

impl ChunkReceiver {
    /// Opens the file for writing at the offset `from`, and creates it if `from` is 0. Bytes after the offset are
    /// removed: they were written, but the offset was never recorded.
    pub(crate) async fn open(
        body: Body,
        path: &Path,
        from: u64,
        size: u64,
        patience: Duration,
    ) -> io::Result<Self> {
        let options = OpenOptions::from(private_files::new_file_options());
        let mut file = options.open(path).await?;
        if file.metadata().await?.len() < from {
            return Err(io::Error::other(
                "the file is shorter than its recorded offset",
            ));
        }
        if let (0, Some(folder)) = (from, path.parent()) {
            // A new file survives a crash only if its folder is synced as well.
            File::open(folder).await?.sync_all().await?;
        }
        file.set_len(from).await?;
        file.seek(SeekFrom::Start(from)).await?;
        Ok(Self {
            body,
            file,
            offset: from,
            size,
            patience,
        })
    }

    /// The number of bytes that have been written. They are synced to disk at the end of each batch.
    pub(crate) fn offset(&self) -> u64 {
        self.offset
    }

    /// Receives bytes until the batch is full, the body ends or the time of the request is over. Then syncs them to disk.
    pub(crate) async fn next_batch(&mut self, deadline: Instant) -> io::Result<BatchEnd> {
        let until = self.offset.saturating_add(BATCH);
        let end = loop {
            if self.offset >= until {
                break BatchEnd::More;
            }
            match self.next_bytes(deadline).await {
                Err(_) | Ok(Some(Err(_))) => break BatchEnd::Dropped,
                Ok(None) => break BatchEnd::Finished,
                Ok(Some(Ok(bytes))) => {
                    let length = bytes.len() as u64;
                    if length > self.size.saturating_sub(self.offset) {
                        self.drain(length, deadline).await;
                        break BatchEnd::TooLong;
                    }
                    self.file.write_all(&bytes).await?;
                    self.offset = self.offset.saturating_add(length);
                }
            }
        };
        self.file.flush().await?;
        self.file.sync_all().await?;
        Ok(end)
    }

    async fn drain(&mut self, mut excess: u64, deadline: Instant) {
        while excess < DRAINED {
            match self.next_bytes(deadline).await {
                Ok(Some(Ok(bytes))) => excess = excess.saturating_add(bytes.len() as u64),
                _ => break,
            }
        }
    }

    /// The next bytes of the body. `Err` if they don't arrive in time.
    async fn next_bytes(
        &mut self,
        deadline: Instant,
    ) -> Result<Option<Result<Bytes, axum::Error>>, Elapsed> {
        let deadline = deadline.min(Instant::now() + self.patience);
        timeout_at(deadline, next_bytes(&mut self.body)).await
    }
}

async fn next_bytes(body: &mut Body) -> Option<Result<Bytes, axum::Error>> {
    loop {
        let frame =
            std::future::poll_fn(|context| Pin::new(&mut *body).poll_frame(context)).await?;
        match frame {
            Err(error) => return Some(Err(error)),
            Ok(frame) => {
                if let Ok(bytes) = frame.into_data() {
                    return Some(Ok(bytes));
                }
            }
        }
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    const PATIENCE: Duration = Duration::from_secs(30);

    fn deadline() -> Instant {
        Instant::now() + Duration::from_secs(1800)
    }

    fn empty_file() -> tempfile::NamedTempFile {
        tempfile::NamedTempFile::new().unwrap()
    }

    #[tokio::test]
    async fn overwrites_bytes_after_the_recorded_offset() {
        let file = empty_file();
        std::fs::write(file.path(), b"abcGARBAGE").unwrap();
        let mut incoming = ChunkReceiver::open(Body::from("def"), file.path(), 3, 6, PATIENCE)
            .await
            .unwrap();
        assert_eq!(
            incoming.next_batch(deadline()).await.unwrap(),
            BatchEnd::Finished
        );
        assert_eq!(std::fs::read(file.path()).unwrap(), b"abcdef");
    }

    #[tokio::test]
    async fn records_a_long_body_in_batches() {
        let file = empty_file();
        let size = BATCH + 5;
        let chunk = vec![7; usize::try_from(size).unwrap()];
        let mut incoming = ChunkReceiver::open(Body::from(chunk), file.path(), 0, size, PATIENCE)
            .await
            .unwrap();
        assert_eq!(
            incoming.next_batch(deadline()).await.unwrap(),
            BatchEnd::More
        );
        assert_eq!(
            incoming.next_batch(deadline()).await.unwrap(),
            BatchEnd::Finished
        );
        assert_eq!(incoming.offset(), size);
    }

    #[tokio::test]
    async fn does_not_write_more_bytes_than_the_announced_length() {
        let file = empty_file();
        let mut incoming = ChunkReceiver::open(Body::from("abcdef"), file.path(), 0, 3, PATIENCE)
            .await
            .unwrap();
        assert_eq!(
            incoming.next_batch(deadline()).await.unwrap(),
            BatchEnd::TooLong
        );
        assert_eq!(incoming.offset(), 0);
        assert!(std::fs::read(file.path()).unwrap().is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn a_silent_connection_times_out() {
        let file = empty_file();
        let silent = Body::from_stream(futures_util::stream::pending::<io::Result<Bytes>>());
        let mut incoming = ChunkReceiver::open(silent, file.path(), 0, 3, PATIENCE)
            .await
            .unwrap();
        assert_eq!(
            incoming.next_batch(deadline()).await.unwrap(),
            BatchEnd::Dropped
        );
    }

    #[tokio::test(start_paused = true)]
    async fn a_connection_that_trickles_ends_with_the_time_of_the_request() {
        for size in [1000, 3] {
            let file = empty_file();
            let trickle = futures_util::stream::unfold((), |()| async {
                tokio::time::sleep(Duration::from_secs(29)).await;
                Some((io::Result::Ok(Bytes::from_static(b"a")), ()))
            });
            let body = Body::from_stream(trickle);
            let mut incoming = ChunkReceiver::open(body, file.path(), 0, size, PATIENCE)
                .await
                .unwrap();
            let deadline = deadline();
            incoming.next_batch(deadline).await.unwrap();
            assert!(Instant::now() <= deadline + Duration::from_secs(1));
            assert_eq!(incoming.offset(), size.min(1800 / 29), "the bytes are kept");
        }
    }
}
