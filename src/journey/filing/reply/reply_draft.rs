//! A reply on the page: its draft, and the dossier that it is about.

use contract::dossier::{Dossier, SupplementKind, SupplementRequest};
use contract::reply::Reply;

use crate::journey::filing::draft::OpenDraft;

/// A reply that can be filled in.
#[derive(Clone)]
pub(super) struct ReplyDraft {
    /// The dossier that the reply is about.
    pub(super) dossier: Dossier,
    /// What the reply must contain.
    pub(super) reply: Reply,
    /// The office's request. `None` for a reply that answers no request for a supplement.
    pub(super) request: Option<SupplementRequest>,
    /// The draft of the reply.
    pub(super) open_draft: OpenDraft,
}

impl ReplyDraft {
    /// Whether the reply answers a draft certificate.
    pub(super) fn is_certificate(&self) -> bool {
        let request = self.request.as_ref();
        request.is_some_and(|request| request.kind == SupplementKind::Certificate)
    }
}
