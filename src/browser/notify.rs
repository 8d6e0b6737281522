//! Lets a task wait until a condition is met, without polling. The code that changes the state notifies the waiting
//! tasks.

use std::cell::RefCell;
use std::future::poll_fn;
use std::task::{Poll, Waker};

/// The tasks that wait for a change of state.
#[derive(Default)]
pub struct Notify {
    waiting: RefCell<Vec<Waker>>,
}

impl Notify {
    /// Wakes all waiting tasks. Call this function after each change of state.
    pub fn notify_all(&self) {
        for waker in self.waiting.take() {
            waker.wake();
        }
    }

    /// Waits until `condition` returns `Some`, and returns the value. `condition` runs at once, and again after each
    /// call of `notify_all`.
    pub async fn wait_for<T>(&self, condition: impl Fn() -> Option<T>) -> T {
        poll_fn(|context| match condition() {
            Some(value) => Poll::Ready(value),
            None => {
                self.waiting.borrow_mut().push(context.waker().clone());
                Poll::Pending
            }
        })
        .await
    }
}

#[cfg(test)]
mod tests {
    use std::cell::Cell;
    use std::pin::pin;
    use std::task::Context;

    use super::*;

    #[test]
    fn waits_until_the_condition_holds() {
        let (notify, state) = (Notify::default(), Cell::new(None));
        let mut waiting = pin!(notify.wait_for(|| state.get()));
        let mut context = Context::from_waker(Waker::noop());
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Pending);
        state.set(Some(7));
        notify.notify_all();
        assert_eq!(waiting.as_mut().poll(&mut context), Poll::Ready(7));
    }
}
