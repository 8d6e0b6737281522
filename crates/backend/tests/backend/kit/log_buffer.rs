//! Log lines that a test reads.

use std::io;
use std::sync::{Arc, Mutex};

use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt;

/// A buffer that the test's log lines are written to.
#[derive(Clone, Default)]
pub(crate) struct LogBuffer(Arc<Mutex<Vec<u8>>>);

impl LogBuffer {
    /// Writes the log lines of this thread into the buffer until the returned value is dropped.
    pub(crate) fn record(&self) -> DefaultGuard {
        let writer = self.clone();
        let subscriber = fmt().with_writer(move || writer.clone()).finish();
        let recording = tracing::subscriber::set_default(subscriber);
        // `tracing` caches for each log statement whether a subscriber wants it. Another test thread, which has no
        // subscriber, may have filled this cache with "no". So the cache must be computed again.
        tracing::callsite::rebuild_interest_cache();
        recording
    }

    /// Returns the text written since the last call, and empties the buffer.
    pub(crate) fn take(&self) -> String {
        String::from_utf8(self.0.lock().unwrap().split_off(0)).unwrap()
    }
}

impl io::Write for LogBuffer {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}
