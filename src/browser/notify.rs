//! Wakes tasks that wait for an event, so that nothing has to poll for it. It needs no browser and is tested natively.

use std::cell::RefCell;
use std::future::poll_fn;
use std::rc::Rc;
use std::task::{Poll, Waker};

/// An event that tasks can wait for. Clones are the same event; single-threaded, like the page itself.
#[derive(Clone, Default)]
pub struct Notify(Rc<RefCell<Waiters>>);

#[derive(Default)]
struct Waiters {
    /// How often the event has happened. A waiter compares it with the count at the start of its wait.
    count: u64,
    wakers: Vec<Waker>,
}

impl Notify {
    /// Ends the wait of every task that waits now. Later calls of [`Notify::notified`] wait for the next event.
    pub fn notify_waiters(&self) {
        let wakers = {
            let mut waiters = self.0.borrow_mut();
            waiters.count = waiters.count.wrapping_add(1);
            std::mem::take(&mut waiters.wakers)
        };
        wakers.into_iter().for_each(Waker::wake);
    }

    /// Waits for the next event after this call.
    pub fn notified(&self) -> impl Future<Output = ()> + use<> {
        let waiters = Rc::clone(&self.0);
        let start = waiters.borrow().count;
        poll_fn(move |context| {
            let mut waiters = waiters.borrow_mut();
            if waiters.count != start {
                return Poll::Ready(());
            }
            waiters.wakers.push(context.waker().clone());
            Poll::Pending
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::task::Context;

    #[test]
    fn an_event_ends_the_waits_that_began_before_it() {
        let notify = Notify::default();
        let mut context = Context::from_waker(Waker::noop());
        let mut early = pin!(notify.notified());
        assert!(early.as_mut().poll(&mut context).is_pending());
        notify.clone().notify_waiters();
        let mut late = pin!(notify.notified());
        assert!(early.as_mut().poll(&mut context).is_ready());
        assert!(late.as_mut().poll(&mut context).is_pending());
    }
}
