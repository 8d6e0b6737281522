//! Log lines that a test reads.

use std::io;
use std::sync::{Arc, LazyLock, Mutex};

use tracing::Dispatch;
use tracing::subscriber::DefaultGuard;
use tracing_subscriber::fmt;

/// A buffer that the test's log lines are written to.
#[derive(Clone, Default)]
pub(crate) struct LogBuffer(Arc<Mutex<Vec<u8>>>);

/// A subscriber that wants every log line and shows none. `tracing` caches for each log statement whether any subscriber
/// wants it. If there is only one, it asks the subscriber of the thread that comes first to the statement, and that may be
/// another test without a subscriber. This one is never dropped, so there are always two.
static INTERESTED: LazyLock<Dispatch> =
    LazyLock::new(|| Dispatch::new(fmt().with_writer(io::sink).finish()));

impl LogBuffer {
    /// Writes the log lines of this thread into the buffer until the returned value is dropped.
    pub(crate) fn record(&self) -> DefaultGuard {
        LazyLock::force(&INTERESTED);
        let writer = self.clone();
        let subscriber = fmt().with_writer(move || writer.clone()).finish();
        let recording = tracing::subscriber::set_default(subscriber);
        // Before `INTERESTED` existed, the cache may have been filled with "no".
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
