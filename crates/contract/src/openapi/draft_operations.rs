//! The operations of a draft: what was declared before, beginning, saving, its files, sending.

use super::Book;
use super::header::{
    CACHE_CONTROL, ETAG, IDEMPOTENCY_KEY, IF_MATCH, LOCATION, SHA256_OF_FILE, TUS_RESUMABLE,
    UPLOAD_EXPIRES, UPLOAD_LENGTH, UPLOAD_METADATA, UPLOAD_OFFSET,
};
use super::operation::Operation;
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    AttachmentMismatch, ConsentNeeded, FileEmpty, FileTooLarge, FileTypeRefused,
    IdempotencyConflict, IncompleteDossier, InvalidAnswers, InvalidRequest, NotFound,
    OffsetConflict, PreconditionRequired, TooManyFiles, TooManyRequests, UnsupportedMediaType,
    UploadLocked, VersionConflict,
};

const ID: &str = "$response.body#/id";
const CODE: &str = "$response.body#/code";

/// Writes them into the book.
pub(crate) fn describe(book: &mut Book) {
    drafts(book);
    uploads(book);
    submission(book);
}

fn drafts(book: &mut Book) {
    book.add(
        &GET_EARLIER_ANSWERS,
        &Operation::plain(
            "What the citizen declared last on a form.",
            &[(200, "The answers; null where there are none yet.")],
        ),
    );
    book.add(
        &POST_DRAFT,
        &Operation {
            refusals: &[
                (403, ConsentNeeded),
                (404, NotFound),
                (409, IdempotencyConflict),
                (428, PreconditionRequired),
                (429, TooManyRequests),
            ],
            asked: &[IDEMPOTENCY_KEY],
            answered: &[ETAG],
            leads_to: &[
                ("getDraft", "id", ID),
                ("patchDraft", "id", ID),
                ("deleteDraft", "id", ID),
                ("postUpload", "id", ID),
                ("postSubmission", "id", ID),
            ],
            ..Operation::plain(
                "Begin a draft.",
                &[
                    (201, "The draft."),
                    (
                        200,
                        "The draft that this key has begun already, as it now is.",
                    ),
                ],
            )
        },
    );
    book.add(
        &GET_DRAFT,
        &Operation {
            answered: &[ETAG],
            ..Operation::plain("Read a draft.", &[(200, "The draft.")])
        },
    );
    book.add(
        &PATCH_DRAFT,
        &Operation {
            refusals: &[
                (412, VersionConflict),
                (422, InvalidAnswers),
                (428, PreconditionRequired),
            ],
            asked: &[IF_MATCH],
            answered: &[ETAG],
            ..Operation::plain(
                "Save what changed. 412 answers with the current draft.",
                &[(200, "The draft as it now is.")],
            )
        },
    );
    book.add(
        &DELETE_DRAFT,
        &Operation::plain("Throw a draft and its files away.", &[(204, "It is gone.")]),
    );
}

fn uploads(book: &mut Book) {
    book.add(
        &POST_UPLOAD,
        &Operation {
            refusals: &[
                (400, InvalidRequest),
                (409, IdempotencyConflict),
                (412, InvalidRequest),
                (413, FileTooLarge),
                (422, FileEmpty),
                (422, InvalidAnswers),
                (422, TooManyFiles),
                (429, TooManyRequests),
            ],
            asked: &[TUS_RESUMABLE, UPLOAD_LENGTH, UPLOAD_METADATA],
            answered: &[LOCATION, TUS_RESUMABLE, UPLOAD_OFFSET, UPLOAD_EXPIRES],
            ..Operation::plain(
                "Begin an upload (tus creation).",
                &[
                    (201, "The upload has begun."),
                    (200, "This file had been begun already."),
                ],
            )
        },
    );
    book.add(
        &HEAD_UPLOAD,
        &Operation {
            refusals: &[(412, InvalidRequest)],
            asked: &[TUS_RESUMABLE],
            answered: &[
                TUS_RESUMABLE,
                UPLOAD_OFFSET,
                UPLOAD_LENGTH,
                UPLOAD_EXPIRES,
                CACHE_CONTROL,
                SHA256_OF_FILE,
            ],
            ..Operation::plain("Where an upload stands (tus).", &[(200, "In the headers.")])
        },
    );
    book.add(
        &PATCH_UPLOAD,
        &Operation {
            refusals: &[
                (400, InvalidRequest),
                (409, OffsetConflict),
                (412, InvalidRequest),
                (413, FileTooLarge),
                (415, UnsupportedMediaType),
                (422, FileTypeRefused),
                (423, UploadLocked),
            ],
            asked: &[TUS_RESUMABLE, UPLOAD_OFFSET],
            answered: &[TUS_RESUMABLE, UPLOAD_OFFSET, UPLOAD_EXPIRES, SHA256_OF_FILE],
            raw_body: Some("application/offset+octet-stream"),
            ..Operation::plain(
                "Send bytes from where the server stands (tus).",
                &[(204, "So many bytes are held.")],
            )
        },
    );
    book.add(
        &DELETE_UPLOAD,
        &Operation {
            refusals: &[(412, InvalidRequest), (423, UploadLocked)],
            asked: &[TUS_RESUMABLE],
            answered: &[TUS_RESUMABLE],
            ..Operation::plain(
                "Remove an attachment (tus termination).",
                &[(204, "It is gone.")],
            )
        },
    );
}

fn submission(book: &mut Book) {
    book.add(
        &POST_SUBMISSION,
        &Operation {
            refusals: &[
                (403, ConsentNeeded),
                (409, IdempotencyConflict),
                (412, VersionConflict),
                (422, IncompleteDossier),
                (422, InvalidAnswers),
                (422, AttachmentMismatch),
                (428, PreconditionRequired),
            ],
            asked: &[IDEMPOTENCY_KEY],
            leads_to: &[("getDossier", "code", CODE), ("getReceipt", "code", CODE)],
            ..Operation::plain(
                "Send the dossier. 412 answers with the current draft.",
                &[
                    (201, "The receipt."),
                    (200, "The receipt of what had been sent already."),
                ],
            )
        },
    );
}
