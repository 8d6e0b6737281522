//! Tells open event streams and the outbox that something has changed. Nothing is stored here: a client that wasn't
//! connected reads the current state.
//!
//! A change is announced within its transaction. All transactions use one connection, one after the other. A reader
//! woken by the signal therefore sees the committed state.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, broadcast, watch};

/// How many signals a slow stream may be behind. A stream that is further behind tells its client to read
/// everything again.
const CAPACITY: usize = 256;
/// Maximum number of open streams of one account. A browser has one for each visible page.
const STREAMS_PER_ACCOUNT: u32 = 6;

/// What is announced to the streams of an account.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum StreamSignal {
    /// A dossier of the account has changed, or only its notices if there is no code.
    Changed {
        account_id: i64,
        dossier: Option<String>,
    },
    /// A session of the account may have ended.
    SessionEnded { account_id: i64 },
}

impl StreamSignal {
    /// The database key of the account that the signal is for.
    pub(crate) fn account_id(&self) -> i64 {
        match self {
            StreamSignal::Changed { account_id, .. }
            | StreamSignal::SessionEnded { account_id } => *account_id,
        }
    }
}

/// Announces changes. Clones share all streams.
#[derive(Clone)]
pub(crate) struct ChangeEvents(Arc<Shared>);

struct Shared {
    signals: broadcast::Sender<StreamSignal>,
    outbox: Notify,
    /// Whether the server stops, so that all streams end.
    stopping: watch::Sender<bool>,
    /// Whether the outbox was filled since somebody asked.
    is_outbox_filled: AtomicBool,
    /// Number of open streams by account.
    streams: Mutex<HashMap<i64, u32>>,
}

impl Default for ChangeEvents {
    fn default() -> Self {
        ChangeEvents(Arc::new(Shared {
            signals: broadcast::Sender::new(CAPACITY),
            outbox: Notify::new(),
            stopping: watch::Sender::new(false),
            is_outbox_filled: AtomicBool::new(false),
            streams: Mutex::default(),
        }))
    }
}

impl ChangeEvents {
    /// Announces that a dossier of an account has changed, or only its notices.
    pub(crate) fn announce_change(&self, account_id: i64, dossier: Option<&str>) {
        let dossier = dossier.map(str::to_owned);
        self.announce(StreamSignal::Changed {
            account_id,
            dossier,
        });
    }

    /// Announces that a session of an account may have ended, so that its streams end too.
    pub(crate) fn announce_end_of_session(&self, account_id: i64) {
        self.announce(StreamSignal::SessionEnded { account_id });
    }

    /// Ends all streams, and those that open later, because the server stops.
    pub(crate) fn announce_stop(&self) {
        self.0.stopping.send_replace(true);
    }

    /// Waits until the server stops.
    pub(crate) fn server_stops(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut stopping = self.0.stopping.subscribe();
        async move {
            // Without a sender there is no server either.
            let _stopped = stopping.wait_for(|is_stopping| *is_stopping).await;
        }
    }

    fn announce(&self, signal: StreamSignal) {
        // It fails if no stream is open.
        let _nobody = self.0.signals.send(signal);
    }

    /// Wakes the task that empties the outbox.
    pub(crate) fn wake_outbox(&self) {
        self.0.is_outbox_filled.store(true, Ordering::Release);
        self.0.outbox.notify_one();
    }

    /// Waits until something is in the outbox.
    pub(crate) async fn outbox_filled(&self) {
        self.0.outbox.notified().await;
    }

    /// Whether the outbox was filled since the last call.
    pub(crate) fn take_outbox_filled(&self) -> bool {
        self.0.is_outbox_filled.swap(false, Ordering::AcqRel)
    }

    /// Opens a stream of an account. `None` if the account has too many.
    pub(crate) fn open_stream(&self, account_id: i64) -> Option<OpenStream> {
        let mut streams = self.streams();
        let count = streams.entry(account_id).or_default();
        if *count >= STREAMS_PER_ACCOUNT {
            return None;
        }
        *count += 1;
        drop(streams);
        Some(OpenStream {
            receiver: self.0.signals.subscribe(),
            account_id,
            events: self.clone(),
        })
    }

    fn streams(&self) -> MutexGuard<'_, HashMap<i64, u32>> {
        self.0
            .streams
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
    }
}

/// A stream of an account. Dropping it makes room for another one.
pub(crate) struct OpenStream {
    /// The signals to all accounts.
    pub(crate) receiver: broadcast::Receiver<StreamSignal>,
    /// Database key of the account.
    pub(crate) account_id: i64,
    events: ChangeEvents,
}

impl Drop for OpenStream {
    fn drop(&mut self) {
        let mut streams = self.events.streams();
        if let Some(count) = streams.get_mut(&self.account_id) {
            *count -= 1;
            if *count == 0 {
                streams.remove(&self.account_id);
            }
        }
    }
}
