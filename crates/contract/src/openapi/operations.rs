//! The table of all operations, in the order in which a citizen meets them.

use super::Book;
use super::header::{
    CACHE_CONTROL, ETAG, IDEMPOTENCY_KEY, IF_MATCH, IF_NONE_MATCH, LOCATION, PAGE, SET_COOKIE,
    SHA256_OF_FILE, TAB, TUS_RESUMABLE, UPLOAD_EXPIRES, UPLOAD_LENGTH, UPLOAD_METADATA,
    UPLOAD_OFFSET,
};
use super::operation::{Link, Operation};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    AttachmentMismatch, ChallengeOpen, CodeExhausted, CodeExpired, FileEmpty, FileTooLarge,
    FileTypeRefused, IdempotencyConflict, IncompleteDossier, InvalidAnswers, InvalidRequest,
    NotFound, OffsetConflict, PreconditionRequired, TooManyFiles, TooManyRequests,
    UnsupportedMediaType, UploadLocked, VersionConflict, WrongCode, WrongCredentials,
};

const ID: &str = "$response.body#/id";
const CODE: &str = "$response.body#/code";

/// Writes every operation into the book.
pub(crate) fn describe(book: &mut Book) {
    published(book);
    accounts(book);
    drafts(book);
    uploads(book);
    dossiers(book);
}

const fn published_as(summary: &'static str, leads_to: &'static [Link]) -> Operation {
    Operation {
        asked: &[IF_NONE_MATCH],
        answered: &[ETAG, CACHE_CONTROL],
        leads_to,
        ..Operation::plain(
            summary,
            &[
                (200, "What is published."),
                (304, "What is held is still right."),
            ],
        )
    }
}

fn published(book: &mut Book) {
    const PROCEDURES: &[Link] = &[("getProcedure", "code", "$response.body#/procedures/0/code")];
    const FORM: &[Link] = &[("getForm", "key", "$response.body#/form")];
    const COMMUNES: &[Link] = &[("getCommunes", "code", "$response.body#/0/code")];
    book.add(&GET_PORTAL, &published_as("What this backend offers.", &[]));
    book.add(
        &GET_CATALOGUE,
        &published_as("Every procedure in short.", PROCEDURES),
    );
    book.add(
        &GET_PROCEDURE,
        &published_as("All that is known of one procedure.", FORM),
    );
    book.add(&GET_FORM, &published_as("A form's definition.", &[]));
    book.add(&GET_PROVINCES, &published_as("The provinces.", COMMUNES));
    book.add(
        &GET_COMMUNES,
        &published_as("The communes of one province.", &[]),
    );
}

fn accounts(book: &mut Book) {
    const CHALLENGE: &[Link] = &[
        ("getChallenge", "id", ID),
        ("postCode", "id", ID),
        ("postResend", "id", ID),
        ("postPassword", "id", ID),
    ];
    book.add(
        &POST_REGISTRATION,
        &Operation {
            refusals: &[(422, InvalidAnswers), (429, TooManyRequests)],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Begin a registration: a one-time code goes to the phone.",
                &[(
                    201,
                    "A challenge; the same whether an account exists or not.",
                )],
            )
        },
    );
    book.add(
        &POST_SIGN_IN,
        &Operation {
            refusals: &[
                (403, WrongCredentials),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Begin a sign-in: a one-time code goes to the account's phone.",
                &[(201, "A challenge.")],
            )
        },
    );
    book.add(
        &GET_CHALLENGE,
        &Operation::plain("Where a challenge stands.", &[(200, "The challenge.")]),
    );
    book.add(
        &POST_CODE,
        &Operation {
            refusals: &[
                (403, WrongCode),
                (403, CodeExpired),
                (403, CodeExhausted),
                (422, InvalidAnswers),
            ],
            answered: &[SET_COOKIE],
            ..Operation::plain(
                "Answer a challenge with the code.",
                &[(200, "The code was right; this comes next.")],
            )
        },
    );
    book.add(
        &POST_RESEND,
        &Operation {
            refusals: &[
                (403, CodeExpired),
                (403, CodeExhausted),
                (429, TooManyRequests),
            ],
            ..Operation::plain(
                "Send another code for the same challenge.",
                &[(200, "The challenge with its new reference and times.")],
            )
        },
    );
    book.add(
        &POST_PASSWORD,
        &Operation {
            refusals: &[
                (403, CodeExpired),
                (409, ChallengeOpen),
                (422, InvalidAnswers),
            ],
            answered: &[SET_COOKIE],
            ..Operation::plain(
                "Set the password that ends a registration.",
                &[(201, "The session has begun.")],
            )
        },
    );
    book.add(
        &GET_SESSION,
        &Operation::plain(
            "Who is signed in.",
            &[(200, "The session; null for a guest.")],
        ),
    );
    book.add(
        &DELETE_SESSION,
        &Operation {
            answered: &[SET_COOKIE],
            ..Operation::plain("Sign out.", &[(204, "The session has ended.")])
        },
    );
}

fn drafts(book: &mut Book) {
    book.add(
        &POST_DRAFT,
        &Operation {
            refusals: &[
                (404, NotFound),
                (409, IdempotencyConflict),
                (428, PreconditionRequired),
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
    book.add(
        &POST_SUBMISSION,
        &Operation {
            refusals: &[
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

fn dossiers(book: &mut Book) {
    book.add(
        &GET_DOSSIERS,
        &Operation {
            refusals: &[(400, InvalidRequest)],
            query: &[TAB, PAGE],
            ..Operation::plain(
                "Drafts and dossiers under one tab.",
                &[(200, "One page of them.")],
            )
        },
    );
    book.add(
        &GET_DOSSIER,
        &Operation::plain(
            "A dossier with its whole history.",
            &[(200, "The dossier.")],
        ),
    );
    book.add(
        &GET_RECEIPT,
        &Operation::plain("The receipt of a dossier.", &[(200, "The receipt.")]),
    );
}
