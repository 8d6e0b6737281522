//! The orders of the demo gateway. Each change is a line in a file, so that the gateway remembers what was paid when it
//! starts again: money must not disappear with a process.

use std::collections::BTreeMap;
use std::io;
use std::path::PathBuf;
use std::sync::{Mutex, MutexGuard, PoisonError};

use serde::{Deserialize, Serialize};

use crate::payments::gateway::{NewOrder, OrderReport, OrderState};
use crate::store::line_file;

/// An order.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct StoredOrder {
    /// What the backend ordered.
    pub(super) order: NewOrder,
    /// When it was ordered, in Unix seconds.
    pub(super) created_at: i64,
    /// What has happened since.
    pub(super) state: OrderState,
    /// Amount that was paid, in đồng.
    pub(super) paid: u64,
    /// Number of the transaction.
    pub(super) transaction: Option<String>,
}

impl StoredOrder {
    /// The state at the time `now`: a page that nobody used expires.
    pub(super) fn state_at(&self, now: i64) -> OrderState {
        let ends_at = self
            .created_at
            .saturating_add(i64::from(self.order.valid_seconds));
        match self.state {
            OrderState::Open if ends_at <= now => OrderState::Expired,
            state => state,
        }
    }

    /// What the gateway tells about the order at the time `now`.
    pub(super) fn report(&self, now: i64) -> OrderReport {
        OrderReport {
            order: self.order.order.clone(),
            state: self.state_at(now),
            amount: self.paid,
            transaction: self.transaction.clone(),
        }
    }
}

/// All orders.
pub(super) struct OrderBook {
    orders: Mutex<BTreeMap<String, StoredOrder>>,
    file: PathBuf,
}

impl OrderBook {
    /// Reads the orders from the file. A file that doesn't exist has none.
    ///
    /// # Errors
    ///
    /// An error if the file can't be read.
    pub(super) fn open(file: PathBuf) -> io::Result<OrderBook> {
        let bytes = match std::fs::read(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => Vec::new(),
            bytes => bytes?,
        };
        Ok(OrderBook {
            orders: Mutex::new(read_lines(&bytes)),
            file,
        })
    }

    /// The order with this number.
    pub(super) fn find(&self, number: &str) -> Option<StoredOrder> {
        self.orders().get(number).cloned()
    }

    /// Adds an order, unless there is one with this number.
    ///
    /// # Errors
    ///
    /// An error if the file can't be written.
    pub(super) fn add(&self, order: NewOrder, now: i64) -> io::Result<()> {
        let mut orders = self.orders();
        if orders.contains_key(&order.order) {
            return Ok(());
        }
        let stored = StoredOrder {
            order,
            created_at: now,
            state: OrderState::Open,
            paid: 0,
            transaction: None,
        };
        self.store(&mut orders, stored)
    }

    /// Changes an order with `change`, and returns it as it is afterwards. `None` if there is no such order, or if
    /// `change` returns `None`. Two changes at the same time see one another: the second one starts with the result of
    /// the first.
    ///
    /// # Errors
    ///
    /// An error if the file can't be written.
    pub(super) fn change(
        &self,
        number: &str,
        change: impl FnOnce(StoredOrder) -> Option<StoredOrder>,
    ) -> io::Result<Option<StoredOrder>> {
        let mut orders = self.orders();
        let Some(changed) = orders.get(number).cloned().and_then(change) else {
            return Ok(None);
        };
        self.store(&mut orders, changed.clone())?;
        Ok(Some(changed))
    }

    /// Writes an order to the file, and then to `orders`, which the caller has locked since it read the order.
    fn store(
        &self,
        orders: &mut BTreeMap<String, StoredOrder>,
        stored: StoredOrder,
    ) -> io::Result<()> {
        line_file::append_line(&self.file, &serde_json::to_vec(&stored)?)?;
        orders.insert(stored.order.order.clone(), stored);
        Ok(())
    }

    fn orders(&self) -> MutexGuard<'_, BTreeMap<String, StoredOrder>> {
        self.orders.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The latest state of each order in the file. A line is broken if the process was stopped while it wrote, even within
/// a letter. The order is then as it was before.
fn read_lines(bytes: &[u8]) -> BTreeMap<String, StoredOrder> {
    let text = String::from_utf8_lossy(bytes);
    let lines = text.lines().map(serde_json::from_str::<StoredOrder>);
    lines
        .flatten()
        .map(|stored| (stored.order.order.clone(), stored))
        .collect()
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use std::sync::Barrier;

    use super::*;

    fn new_order(number: &str) -> NewOrder {
        NewOrder {
            order: number.to_owned(),
            amount: 8_000,
            description: "Hồ sơ".to_owned(),
            return_url: "http://localhost/".to_owned(),
            valid_seconds: 900,
        }
    }

    /// Pays an order that is still open.
    fn pay(stored: StoredOrder) -> Option<StoredOrder> {
        (stored.state == OrderState::Open).then_some(StoredOrder {
            state: OrderState::Paid,
            paid: 8_000,
            ..stored
        })
    }

    /// Cancels an order that is still open.
    fn cancel(stored: StoredOrder) -> Option<StoredOrder> {
        (stored.state == OrderState::Open).then_some(StoredOrder {
            state: OrderState::Cancelled,
            ..stored
        })
    }

    #[test]
    fn remembers_what_was_paid_after_a_restart_and_a_broken_line() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("orders.jsonl");
        let book = OrderBook::open(file.clone()).unwrap();
        book.add(new_order("p1"), 1_000).unwrap();
        book.change("p1", pay).unwrap().unwrap();
        // The process was stopped in the middle of «ồ», which has three bytes.
        let mut bytes = std::fs::read(&file).unwrap();
        bytes.extend("{\"order\":{\"order\":\"p1\",\"description\":\"Hồ".as_bytes());
        bytes.pop();
        std::fs::write(&file, bytes).unwrap();

        let again = OrderBook::open(file.clone()).unwrap();
        let paid = again.find("p1").unwrap();
        assert_eq!((paid.state, paid.paid), (OrderState::Paid, 8_000));
        assert_eq!(paid.report(9_999_999).state, OrderState::Paid);

        again.add(new_order("p2"), 2_000).unwrap();
        again.change("p2", pay).unwrap().unwrap();
        let last = OrderBook::open(file).unwrap();
        assert_eq!(last.find("p1").unwrap().state, OrderState::Paid);
        assert_eq!(last.find("p2").unwrap().state, OrderState::Paid);
    }

    #[test]
    fn of_two_tabs_only_one_settles_an_order() {
        let dir = tempfile::tempdir().unwrap();
        let book = OrderBook::open(dir.path().join("orders.jsonl")).unwrap();
        for number in 0..20 {
            let number = format!("p{number}");
            book.add(new_order(&number), 1_000).unwrap();
            let start = Barrier::new(2);
            let run = |change: fn(StoredOrder) -> Option<StoredOrder>| {
                start.wait();
                book.change(&number, change).unwrap().is_some()
            };
            let (paid, cancelled) = std::thread::scope(|scope| {
                let paying = scope.spawn(|| run(pay));
                let cancelling = scope.spawn(|| run(cancel));
                (paying.join().unwrap(), cancelling.join().unwrap())
            });
            assert!(paid != cancelled, "both tabs settled the order");
            let state = match paid {
                true => OrderState::Paid,
                false => OrderState::Cancelled,
            };
            assert_eq!(book.find(&number).unwrap().state, state);
        }
    }
}
