//! The table of all operations, in the order in which a citizen meets them; those of a draft stand in
//! `draft_operations.rs`.

use super::Book;
use super::draft_operations;
use super::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, PAGE, SET_COOKIE, TAB};
use super::operation::{Link, Operation};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    ChallengeOpen, CodeExhausted, CodeExpired, InvalidAnswers, InvalidRequest, NotFound,
    TooManyRequests, WrongCode, WrongCredentials,
};

const ID: &str = "$response.body#/id";

/// Writes every operation into the book.
pub(crate) fn describe(book: &mut Book) {
    published(book);
    accounts(book);
    draft_operations::describe(book);
    dossiers(book);
    for_everybody(book);
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

fn for_everybody(book: &mut Book) {
    book.add(
        &POST_LOOKUP,
        &Operation {
            refusals: &[
                (404, NotFound),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            ..Operation::plain(
                "How a dossier stands, for whoever knows its code and who filed it.",
                &[(200, "Its state; nothing personal.")],
            )
        },
    );
    book.add(
        &GET_FEEDBACK_CHALLENGE,
        &Operation {
            refusals: &[(429, TooManyRequests)],
            ..Operation::plain(
                "A question to be answered with a feedback.",
                &[(200, "The question; one feedback uses it up.")],
            )
        },
    );
    book.add(
        &POST_FEEDBACK,
        &Operation {
            refusals: &[(422, InvalidAnswers), (429, TooManyRequests)],
            ..Operation::plain(
                "A message to whoever keeps the portal.",
                &[(204, "It is received.")],
            )
        },
    );
}
