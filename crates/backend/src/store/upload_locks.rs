//! Who is writing to which upload now: one writer at a time, and the turn ends however the writer ends.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The uploads being written to, by id.
#[derive(Clone, Debug, Default)]
pub struct UploadLocks(Arc<Mutex<HashSet<String>>>);

/// The right to write to one upload, until it is dropped.
#[derive(Debug)]
pub(crate) struct UploadLock {
    upload_locks: UploadLocks,
    upload: String,
}

impl UploadLocks {
    /// Takes the turn for an upload; `None` while another request has it.
    pub(crate) fn try_lock(&self, upload: &str) -> Option<UploadLock> {
        let mut writing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writing.insert(upload.to_owned()).then(|| UploadLock {
            upload_locks: self.clone(),
            upload: upload.to_owned(),
        })
    }
}

impl Drop for UploadLock {
    fn drop(&mut self) {
        let mut writing = self
            .upload_locks
            .0
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        writing.remove(&self.upload);
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn a_second_writer_waits_until_the_first_ends() {
        let upload_locks = UploadLocks::default();
        let first = upload_locks.try_lock("a").unwrap();
        assert!(upload_locks.try_lock("a").is_none());
        assert!(upload_locks.try_lock("b").is_some());
        drop(first);
        assert!(upload_locks.try_lock("a").is_some());
    }
}
