//! The OpenAPI operations of a submitted dossier: its files, withdrawing it, messages and the rating.

use super::builder::DocumentBuilder;
use super::operation::Operation;
use super::parameter::{
    ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE, DOWNLOAD, ETAG, IDEMPOTENCY_KEY,
    IF_NONE_MATCH, IF_RANGE, PAGE, RANGE,
};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    IdempotencyConflict, ImpossibleMove, InvalidAnswers, InvalidRequest, PreconditionRequired,
    TooManyRequests,
};

/// Adds the operations of a submitted dossier to the document.
pub(crate) fn add_all(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_DOSSIER_FILE,
        &Operation {
            problems: &[(416, InvalidRequest)],
            request_headers: &[RANGE, IF_RANGE, IF_NONE_MATCH],
            query: &[DOWNLOAD],
            response_headers: &[ETAG, ACCEPT_RANGES, CONTENT_DISPOSITION, CONTENT_RANGE],
            raw_responses: &["application/pdf", "image/jpeg", "image/png"],
            ..Operation::plain(&[
                (200, "The whole file."),
                (206, "The requested part of the file."),
                (304, "The client's copy is still current."),
            ])
        },
    );
    builder.add(
        &POST_WITHDRAWAL,
        &Operation {
            problems: &[
                (409, IdempotencyConflict),
                (409, ImpossibleMove),
                (428, PreconditionRequired),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            ..Operation::plain(&[(200, "The dossier after the request.")])
        },
    );
    builder.add(
        &GET_MESSAGES,
        &Operation {
            problems: &[(400, InvalidRequest)],
            query: &[PAGE],
            ..Operation::plain(&[(200, "One page of the messages.")])
        },
    );
    builder.add(
        &POST_MESSAGE,
        &Operation {
            problems: &[
                (409, IdempotencyConflict),
                (428, PreconditionRequired),
                (429, TooManyRequests),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            ..Operation::plain(&[
                (201, "The message."),
                (
                    200,
                    "Repeated request: the message that was sent with this key.",
                ),
            ])
        },
    );
    builder.add(
        &POST_MESSAGES_READ,
        &Operation {
            problems: &[(422, InvalidAnswers)],
            ..Operation::plain(&[(204, "The messages are read.")])
        },
    );
    builder.add(
        &POST_RATING,
        &Operation {
            problems: &[(409, ImpossibleMove)],
            ..Operation::plain(&[(200, "The rating.")])
        },
    );
}
