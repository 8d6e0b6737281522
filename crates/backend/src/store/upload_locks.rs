//! Locks of uploads, so that only one request at a time writes to an upload. A lock is released when it is dropped,
//! even if the request fails.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The ids of the uploads that are locked now. Clones share the same set.
#[derive(Clone, Debug, Default)]
pub struct UploadLocks(Arc<Mutex<HashSet<String>>>);

/// A lock of one upload. It is released when it is dropped.
#[derive(Debug)]
pub(crate) struct UploadLock {
    upload_locks: UploadLocks,
    upload: String,
}

impl UploadLocks {
    /// Locks an upload. `None` if another request holds the lock of this upload.
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
