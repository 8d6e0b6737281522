//! What the office asks the citizen for about a dossier, and what they have sent.

/// The replies that the citizen has sent, with the old and new versions.
mod sent_supplements;
/// The open request, with the link to the page that answers it.
mod supplement_section;

pub(super) use self::sent_supplements::sent_supplements;
pub(super) use self::supplement_section::supplement_section;
