//! The OpenAPI operations of a draft: earlier answers, creating, saving, uploads, submission.

use serde_json::{Value, json};

use super::builder::DocumentBuilder;
use super::operation::Operation;
use super::parameter::{
    CACHE_CONTROL, ETAG, IDEMPOTENCY_KEY, IF_MATCH, LOCATION, SHA256_OF_FILE, SHA256_OF_PREFIX,
    TUS_RESUMABLE, UPLOAD_EXPIRES, UPLOAD_LENGTH, UPLOAD_METADATA, UPLOAD_OFFSET,
};
use crate::endpoints::*;
use crate::limits;
use crate::problem::ProblemCode::{
    AttachmentMismatch, ConsentNeeded, DraftDeleted, DraftExpired, DraftSent, FileEmpty,
    FileTooLarge, FileTypeRefused, FileUnreadable, FormChanged, IdempotencyConflict,
    IncompleteDossier, InvalidAnswers, InvalidRequest, NotFound, OffsetConflict,
    PreconditionRequired, ProcedureWithdrawn, QuotaExceeded, TooManyFiles, TooManyRequests,
    UnsupportedMediaType, UploadLocked, VersionConflict,
};

const ID: &str = "$response.body#/id";
const CODE: &str = "$response.body#/code";

/// Adds the operations of a draft to the document.
pub(crate) fn add_all(builder: &mut DocumentBuilder) {
    add_drafts(builder);
    add_uploads(builder);
    add_submission(builder);
}

fn add_drafts(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_EARLIER_ANSWERS,
        &Operation::plain(&[(200, "The answers, or `null` if there are none.")]),
    );
    builder.add(
        &POST_DRAFT,
        &Operation {
            problems: &[
                (403, ConsentNeeded),
                (404, NotFound),
                (409, FormChanged),
                (409, IdempotencyConflict),
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
                ("postSubmission", "id", ID),
            ],
            ..Operation::plain(&[
                    (201, "The draft."),
                    (
                        200,
                        "Repeated request: the draft that was created with this key, in its current state.",
                    ),
                ],
            )
        },
    );
    builder.add(
        &GET_DRAFT,
        &Operation {
            problems: &[(404, DraftSent), (404, DraftDeleted), (404, DraftExpired)],
            response_headers: &[ETAG],
            ..Operation::plain(&[(200, "The draft.")])
        },
    );
    builder.add(
        &PATCH_DRAFT,
        &Operation {
            problems: &[
                (404, DraftSent),
                (404, DraftDeleted),
                (404, DraftExpired),
                (409, ProcedureWithdrawn),
                (409, FormChanged),
                (412, VersionConflict),
                (422, InvalidAnswers),
                (428, PreconditionRequired),
            ],
            request_headers: &[IF_MATCH],
            response_headers: &[ETAG],
            ..Operation::plain(&[(200, "The draft after the change.")])
        },
    );
    builder.add(
        &DELETE_DRAFT,
        &Operation {
            problems: &[(404, DraftSent), (404, DraftDeleted), (404, DraftExpired)],
            ..Operation::plain(&[(204, "It is deleted.")])
        },
    );
}

fn add_uploads(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_UPLOAD,
        &Operation {
            problems: &[
                (400, InvalidRequest),
                (404, DraftSent),
                (404, DraftDeleted),
                (404, DraftExpired),
                (409, IdempotencyConflict),
                (412, InvalidRequest),
                (413, FileTooLarge),
                (422, FileEmpty),
                (422, InvalidAnswers),
                (422, TooManyFiles),
                (422, QuotaExceeded),
                (429, TooManyRequests),
            ],
            request_headers: &[TUS_RESUMABLE, UPLOAD_LENGTH, UPLOAD_METADATA],
            response_headers: &[LOCATION, TUS_RESUMABLE, UPLOAD_OFFSET, UPLOAD_EXPIRES],
            ..Operation::plain(&[
                (201, "The upload was created; `Location` is its URL."),
                (
                    200,
                    "Repeated request: the upload that was created with this `file_id`.",
                ),
            ])
        },
    );
    builder.add(
        &POST_FILE,
        &Operation {
            problems: &[
                (400, InvalidRequest),
                (404, DraftSent),
                (404, DraftDeleted),
                (404, DraftExpired),
                (409, IdempotencyConflict),
                (413, FileTooLarge),
                (415, UnsupportedMediaType),
                (422, FileEmpty),
                (422, FileTypeRefused),
                (422, FileUnreadable),
                (422, InvalidAnswers),
                (422, TooManyFiles),
                (422, QuotaExceeded),
                (423, UploadLocked),
                (429, TooManyRequests),
            ],
            raw_body: Some(("multipart/form-data", file_form)),
            ..Operation::plain(&[
                (201, "The server holds the whole file."),
                (200, "Repeated request: the attachment with this `file_id`."),
            ])
        },
    );
    builder.add(
        &HEAD_UPLOAD,
        &Operation {
            problems: &[(412, InvalidRequest)],
            request_headers: &[TUS_RESUMABLE],
            response_headers: &[
                TUS_RESUMABLE,
                UPLOAD_OFFSET,
                UPLOAD_LENGTH,
                UPLOAD_EXPIRES,
                CACHE_CONTROL,
                SHA256_OF_FILE,
                SHA256_OF_PREFIX,
            ],
            ..Operation::plain(&[(200, "The headers tell the state of the upload.")])
        },
    );
    builder.add(
        &PATCH_UPLOAD,
        &Operation {
            problems: &[
                (400, InvalidRequest),
                (409, OffsetConflict),
                (412, InvalidRequest),
                (413, FileTooLarge),
                (415, UnsupportedMediaType),
                (422, FileTypeRefused),
                (422, FileUnreadable),
                (423, UploadLocked),
            ],
            request_headers: &[TUS_RESUMABLE, UPLOAD_OFFSET],
            response_headers: &[TUS_RESUMABLE, UPLOAD_OFFSET, UPLOAD_EXPIRES, SHA256_OF_FILE],
            raw_body: Some(("application/offset+octet-stream", || json!({}))),
            ..Operation::plain(&[(
                204,
                "`Upload-Offset` tells how many bytes the server now holds.",
            )])
        },
    );
    builder.add(
        &DELETE_UPLOAD,
        &Operation {
            problems: &[(412, InvalidRequest), (423, UploadLocked)],
            request_headers: &[TUS_RESUMABLE],
            response_headers: &[TUS_RESUMABLE],
            ..Operation::plain(&[(204, "It is deleted.")])
        },
    );
}

/// The form of a file that is uploaded in one request.
fn file_form() -> Value {
    let text = |max: usize| json!({"type": "string", "minLength": 1, "maxLength": max});
    json!({"schema": {
        "type": "object",
        "required": ["component", "file_id", "size", "file"],
        "properties": {
            "component": text(limits::COMPONENT_CODE_CHARS),
            "file_id": {
                "type": "string",
                "minLength": limits::FILE_ID_MIN_CHARS,
                "maxLength": limits::FILE_ID_MAX_CHARS,
                "pattern": "^[A-Za-z0-9-]+$"
            },
            "size": {"type": "integer", "minimum": 1},
            "file": {"type": "string", "format": "binary"}
        }
    }})
}

fn add_submission(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_SUBMISSION,
        &Operation {
            problems: &[
                (403, ConsentNeeded),
                (404, DraftSent),
                (404, DraftDeleted),
                (404, DraftExpired),
                (409, IdempotencyConflict),
                (409, ProcedureWithdrawn),
                (409, FormChanged),
                (412, VersionConflict),
                (422, IncompleteDossier),
                (422, InvalidAnswers),
                (422, AttachmentMismatch),
                (428, PreconditionRequired),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            links: &[("getDossier", "code", CODE), ("getReceipt", "code", CODE)],
            ..Operation::plain(&[
                    (201, "The receipt."),
                    (200, "Repeated request: the receipt of the dossier that was submitted with this key."),
                ],
            )
        },
    );
}
