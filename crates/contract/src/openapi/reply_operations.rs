//! The OpenAPI operations of replies: what the citizen sends about a dossier that is under way.

use super::builder::DocumentBuilder;
use super::operation::Operation;
use super::parameter::{ETAG, IDEMPOTENCY_KEY};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    AttachmentMismatch, DraftDeleted, DraftExpired, DraftSent, FormChanged, IdempotencyConflict,
    IncompleteDossier, InvalidAnswers, PreconditionRequired, ReplyClosed, TooManyRequests,
    VersionConflict,
};

const ID: &str = "$response.body#/id";
const CODE: &str = "$response.body#/dossier";

/// Adds the operations of replies to the document.
pub(crate) fn add_all(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_NEW_REPLY,
        &Operation {
            problems: &[
                (409, IdempotencyConflict),
                (409, ReplyClosed),
                (422, InvalidAnswers),
                (428, PreconditionRequired),
                (429, TooManyRequests),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            response_headers: &[ETAG],
            links: &[
                ("getDraft", "id", ID),
                ("patchDraft", "id", ID),
                ("deleteDraft", "id", ID),
                ("postUpload", "id", ID),
                ("postReply", "id", ID),
            ],
            ..Operation::plain(&[
                (201, "The draft of the reply."),
                (
                    200,
                    "The draft of the reply that was begun before, in its current state.",
                ),
            ])
        },
    );
    builder.add(
        &POST_REPLY,
        &Operation {
            problems: &[
                (404, DraftSent),
                (404, DraftDeleted),
                (404, DraftExpired),
                (409, IdempotencyConflict),
                (409, FormChanged),
                (409, ReplyClosed),
                (412, VersionConflict),
                (422, IncompleteDossier),
                (422, InvalidAnswers),
                (422, AttachmentMismatch),
                (428, PreconditionRequired),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            links: &[("getDossier", "code", CODE)],
            ..Operation::plain(&[
                (201, "The proof of the reply."),
                (
                    200,
                    "Repeated request: the proof of the reply that was sent with this key.",
                ),
            ])
        },
    );
}
