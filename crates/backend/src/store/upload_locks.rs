//! Who is writing to which upload now: one writer at a time, and the turn ends however the writer ends.

use std::collections::HashSet;
use std::sync::{Arc, Mutex, PoisonError};

/// The uploads being written to, by id.
#[derive(Clone, Debug, Default)]
pub struct Writers(Arc<Mutex<HashSet<String>>>);

/// The right to write to one upload, until it is dropped.
#[derive(Debug)]
pub(crate) struct Turn {
    writers: Writers,
    upload: String,
}

impl Writers {
    /// Takes the turn for an upload; `None` while another request has it.
    pub(crate) fn begin(&self, upload: &str) -> Option<Turn> {
        let mut writing = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        writing.insert(upload.to_owned()).then(|| Turn {
            writers: self.clone(),
            upload: upload.to_owned(),
        })
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let mut writing = self
            .writers
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
        let writers = Writers::default();
        let first = writers.begin("a").unwrap();
        assert!(writers.begin("a").is_none());
        assert!(writers.begin("b").is_some());
        drop(first);
        assert!(writers.begin("a").is_some());
    }
}
