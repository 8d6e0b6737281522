//! The gateway of demo mode: it stores the messages for `/demo` instead of sending them.

use rusqlite::params;

use super::gateway::{Delivering, Gateway, TextMessage};
use crate::store::database::Store;

/// Stores messages in the table `messages`.
pub struct DemoGateway {
    store: Store,
}

impl DemoGateway {
    /// A gateway that writes to this database.
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
