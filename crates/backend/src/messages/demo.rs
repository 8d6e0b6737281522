//! The gateways of demo mode. They don't send messages; they store them, and the page `/demo` shows them.

use contract::notice::NoticeChannel;
use rusqlite::params;

use super::email::{EmailGateway, EmailMessage};
use super::gateway::{Delivering, Gateway, TextMessage};
use crate::store::database::Store;

/// A gateway that stores messages to phones in the database table `messages`.
pub struct DemoGateway {
    store: Store,
    channel: NoticeChannel,
}

impl DemoGateway {
    /// Creates a gateway that stores messages of this channel in this database.
    pub fn new(store: Store, channel: NoticeChannel) -> DemoGateway {
        DemoGateway { store, channel }
    }
}

impl Gateway for DemoGateway {
    fn deliver(&self, message: TextMessage) -> Delivering<'_> {
        let channel = self.channel.key();
        Box::pin(self.store.run(move |transaction| {
            transaction.execute(
                "INSERT INTO messages (phone, text, sent_at, channel) VALUES (?1, ?2, ?3, ?4)",
                params![message.phone, message.text, message.sent_at, channel],
            )?;
            Ok(())
        }))
    }
}

/// A gateway that stores e-mails in the database table `emails`.
pub struct DemoEmailGateway {
    store: Store,
}

impl DemoEmailGateway {
    /// Creates a gateway that stores e-mails in this database.
    pub fn new(store: Store) -> DemoEmailGateway {
        DemoEmailGateway { store }
    }
}

impl EmailGateway for DemoEmailGateway {
    fn deliver(&self, message: EmailMessage) -> Delivering<'_> {
        Box::pin(self.store.run(move |transaction| {
            transaction.execute(
                "INSERT INTO emails (address, subject, text, sent_at) VALUES (?1, ?2, ?3, ?4)",
                params![
                    message.address,
                    message.subject,
                    message.text,
                    message.sent_at
                ],
            )?;
            Ok(())
        }))
    }
}
