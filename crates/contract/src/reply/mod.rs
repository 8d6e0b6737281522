//! Replies: what the citizen sends about a dossier that is under way. A reply is filled in as a draft with the member
//! `reply`, so that answers are saved and files are uploaded as before the filing (R2.14).

/// The proof that a reply was received.
mod proof;
/// What a reply is for, and what it must contain.
mod task;

pub use self::proof::ReplyReceipt;
pub use self::task::{NewReply, Reply, ReplyKind};
