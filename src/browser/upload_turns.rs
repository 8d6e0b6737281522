//! Lets one upload at a time use the connection. On a slow line, ten uploads at once would finish together and late, and
//! they would leave nothing of the line to the citizen's answers.

use std::cell::{Cell, RefCell};
use std::collections::BTreeSet;
use std::rc::Rc;

use domain::upload::ChunkSize;

use super::notify::Notify;

/// The turns of all uploads. Clones share one state.
#[derive(Clone, Default)]
pub struct UploadTurns(Rc<TurnState>);

#[derive(Default)]
struct TurnState {
    is_taken: Cell<bool>,
    waiting: RefCell<BTreeSet<usize>>,
    chunk_size: Cell<ChunkSize>,
    changed: Notify,
}

/// The turn of one upload. Dropping it lets the next upload begin.
pub struct Turn(Rc<TurnState>);

impl UploadTurns {
    /// Waits for the turn of the upload with this number. Among the waiting uploads, the lowest number comes first.
    /// `None` if `is_stopped` returns `true` before that; call [`wake`](Self::wake) when it changes.
    pub async fn take(&self, number: usize, is_stopped: impl Fn() -> bool) -> Option<Turn> {
        let state = &self.0;
        state.waiting.borrow_mut().insert(number);
        let is_first = || state.waiting.borrow().first() == Some(&number);
        let turn = state
            .changed
            .wait_for(|| match is_stopped() {
                true => Some(None),
                false if state.is_taken.get() || !is_first() => None,
                false => Some(Some(Turn(Rc::clone(state)))),
            })
            .await;
        state.waiting.borrow_mut().remove(&number);
        match turn {
            Some(_) => state.is_taken.set(true),
            // The upload that left may have been the first one in the queue.
            None => state.changed.notify_all(),
        }
        turn
    }

    /// Lets every waiting upload check whether it was stopped.
    pub fn wake(&self) {
        self.0.changed.notify_all();
    }

    /// The size of the next chunk, as earlier uploads have left it.
    pub(super) fn chunk_size(&self) -> ChunkSize {
        self.0.chunk_size.get()
    }

    /// Sets the size of the next chunk for later uploads.
    pub(super) fn set_chunk_size(&self, size: ChunkSize) {
        self.0.chunk_size.set(size);
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        self.0.is_taken.set(false);
        self.0.changed.notify_all();
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::{Context, Poll, Waker};

    use super::*;

    #[test]
    fn one_file_after_another_in_the_order_in_which_they_were_chosen() {
        let turns = UploadTurns::default();
        let mut context = Context::from_waker(Waker::noop());
        let mut third = pin!(turns.take(3, || false));
        let Poll::Ready(Some(turn_of_third)) = third.as_mut().poll(&mut context) else {
            unreachable!("nobody else waits");
        };
        let stopped = Cell::new(false);
        let mut first = pin!(turns.take(1, || stopped.get()));
        let mut second = pin!(turns.take(2, || false));
        assert!(second.as_mut().poll(&mut context).is_pending());
        assert!(first.as_mut().poll(&mut context).is_pending());
        drop(turn_of_third);
        assert!(
            second.as_mut().poll(&mut context).is_pending(),
            "the first one comes first"
        );
        stopped.set(true);
        turns.wake();
        assert!(matches!(
            first.as_mut().poll(&mut context),
            Poll::Ready(None)
        ));
        assert!(matches!(
            second.as_mut().poll(&mut context),
            Poll::Ready(Some(_))
        ));
    }
}
