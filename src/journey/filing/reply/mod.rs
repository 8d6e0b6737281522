//! Fills in and sends a reply about a dossier that is under way: what the office asks for, and nothing else. A reply is
//! a draft, so answers are saved, files are uploaded and lost connections are survived as before the filing.

/// The notice that the office doesn't wait for a reply.
mod closed_notice;
/// The texts that differ with the kind of reply.
mod kind_words;
/// A reply on the page, with its dossier.
mod reply_draft;
/// The old and the new version of each item that the office asks for.
mod reply_items;
/// The page that begins or continues a reply.
pub mod reply_page;
/// Finds what is missing in a reply, and the server's problems with it.
mod reply_problems;
/// Sends a reply once.
pub mod send_reply;
/// The proof that is shown after a reply was sent.
mod sent_reply;

pub use self::reply_page::ReplyPage;
