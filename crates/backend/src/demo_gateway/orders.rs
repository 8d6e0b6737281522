//! The orders of the demo gateway. Each change is a line in a file, so that the gateway remembers what was paid when it
//! starts again: money must not disappear with a process.

use std::collections::BTreeMap;
use std::io::{self, Write};
use std::path::PathBuf;
use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::payments::gateway::{NewOrder, OrderReport, OrderState};
use crate::store::private_files;

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
        let text = match std::fs::read_to_string(&file) {
            Err(error) if error.kind() == io::ErrorKind::NotFound => String::new(),
            text => text?,
        };
        // A line is broken if the process was stopped while it wrote. The order is then as it was before.
        let lines = text.lines().map(serde_json::from_str::<StoredOrder>);
        let orders = lines
            .flatten()
            .map(|stored| (stored.order.order.clone(), stored));
        Ok(OrderBook {
            orders: Mutex::new(orders.collect()),
            file,
        })
    }

    /// The order with this number.
    pub(super) fn find(&self, number: &str) -> Option<StoredOrder> {
        let orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        orders.get(number).cloned()
    }

    /// Adds an order, unless there is one with this number.
    ///
    /// # Errors
    ///
    /// An error if the file can't be written.
    pub(super) fn add(&self, order: NewOrder, now: i64) -> io::Result<()> {
        if self.find(&order.order).is_some() {
            return Ok(());
        }
        self.store(StoredOrder {
            order,
            created_at: now,
            state: OrderState::Open,
            paid: 0,
            transaction: None,
        })
    }

    /// Changes an order with `change`, and returns it as it is afterwards. `None` if there is no such order, or if
    /// `change` returns `None`.
    ///
    /// # Errors
    ///
    /// An error if the file can't be written.
    pub(super) fn change(
        &self,
        number: &str,
        change: impl FnOnce(StoredOrder) -> Option<StoredOrder>,
    ) -> io::Result<Option<StoredOrder>> {
        let Some(changed) = self.find(number).and_then(change) else {
            return Ok(None);
        };
        self.store(changed.clone())?;
        Ok(Some(changed))
    }

    fn store(&self, stored: StoredOrder) -> io::Result<()> {
        let mut orders = self.orders.lock().unwrap_or_else(PoisonError::into_inner);
        let mut line = serde_json::to_vec(&stored)?;
        line.push(b'\n');
        let mut file = private_files::new_file_options()
            .append(true)
            .open(&self.file)?;
        file.write_all(&line)?;
        file.sync_all()?;
        orders.insert(stored.order.order.clone(), stored);
        Ok(())
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    #[test]
    fn remembers_what_was_paid_after_a_restart_and_a_broken_line() {
        let dir = tempfile::tempdir().unwrap();
        let file = dir.path().join("orders.jsonl");
        let order = NewOrder {
            order: "p1".to_owned(),
            amount: 8_000,
            description: "Hồ sơ".to_owned(),
            return_url: "http://localhost/".to_owned(),
            valid_seconds: 900,
        };
        let book = OrderBook::open(file.clone()).unwrap();
        book.add(order, 1_000).unwrap();
        let pay = |stored| {
            Some(StoredOrder {
                state: OrderState::Paid,
                paid: 8_000,
                ..stored
            })
        };
        book.change("p1", pay).unwrap().unwrap();
        let mut text = std::fs::read_to_string(&file).unwrap();
        text.push_str("{\"order\":{\"order\":\"p1\"");
        std::fs::write(&file, text).unwrap();
        let again = OrderBook::open(file).unwrap().find("p1").unwrap();
        assert_eq!((again.state, again.paid), (OrderState::Paid, 8_000));
        assert_eq!(again.report(9_999_999).state, OrderState::Paid);
    }
}
