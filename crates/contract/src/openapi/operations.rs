//! The table of all operations, in the order in which a citizen meets them; those of an account and of a
//! draft stand in files of their own.

use super::Book;
use super::account_operations;
use super::draft_operations;
use super::header::{CACHE_CONTROL, ETAG, IF_NONE_MATCH, PAGE, TAB};
use super::operation::{Link, Operation};
use crate::endpoints::*;
use crate::problem::ProblemCode::{InvalidAnswers, InvalidRequest, NotFound, TooManyRequests};

/// Writes every operation into the book.
pub(crate) fn describe(book: &mut Book) {
    published(book);
    account_operations::describe(book);
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
