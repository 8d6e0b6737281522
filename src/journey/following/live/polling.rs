//! Asks the backend from time to time, if it can't tell of changes by itself. Each request counts as a use of the session,
//! so it ends some minutes after the citizen's last return to the page: nobody may be there any more.

use std::cell::Cell;
use std::rc::Rc;

use leptos::task::spawn_local;

use crate::browser::event_wait::{WaitHandle, until_event};
use crate::browser::online;

/// The time between two requests, in milliseconds.
const INTERVAL_MS: i32 = 30_000;
/// The number of requests until the citizen returns to the page.
const MAX_REQUESTS: u32 = 20;

/// Repeated requests. They end when this value is dropped.
pub(super) struct Polling {
    /// Whether further requests follow.
    is_running: Rc<Cell<bool>>,
    wait: WaitHandle,
}

impl Polling {
    /// Calls `ask` from time to time.
    pub(super) fn start(ask: impl Fn() + 'static) -> Polling {
        let is_running = Rc::new(Cell::new(true));
        let wait = WaitHandle::default();
        let (goes_on, waiting) = (is_running.clone(), wait.clone());
        spawn_local(async move {
            for _ in 0..MAX_REQUESTS {
                until_event(&[], INTERVAL_MS, &waiting).await;
                if !goes_on.get() {
                    return;
                }
                if online::is_online() {
                    ask();
                }
            }
            goes_on.set(false);
        });
        Polling { is_running, wait }
    }

    /// Whether the last request was sent.
    pub(super) fn is_finished(&self) -> bool {
        !self.is_running.get()
    }
}

impl Drop for Polling {
    fn drop(&mut self) {
        self.is_running.set(false);
        self.wait.wake();
    }
}
