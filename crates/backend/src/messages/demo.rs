//! The gateway of demo mode. It doesn't send messages; it stores them, and the page `/demo` shows them.

use rusqlite::params;

use super::gateway::{Delivering, Gateway, TextMessage};
use crate::store::database::Store;

/// A gateway that stores messages in the database table `messages`.
pub struct DemoGateway {
    store: Store,
}

impl DemoGateway {
    /// Creates a gateway that stores messages in this database.
    pub fn new(store: Store) -> DemoGateway {
        DemoGateway { store }
    }
}

impl Gateway for DemoGateway {
    fn deliver(&self, message: TextMessage) -> Delivering<'_> {
        Box::pin(self.store.run(move |transaction| {
            transaction.execute(
                "INSERT INTO messages (phone, text, sent_at) VALUES (?1, ?2, ?3)",
                params![message.phone, message.text, message.sent_at],
            )?;
            Ok(())
        }))
    }
}
