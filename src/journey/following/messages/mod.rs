//! Messages between the citizen and the office that handles a dossier.

/// The messages that the page shows.
mod conversation;
/// The form of a new message.
mod message_form;
/// One message.
mod message_item;
/// The page with all messages.
pub mod messages_page;
/// The section on the page of the dossier.
mod messages_section;

pub(super) use messages_section::messages_section;
