//! The table of all OpenAPI operations, in the order in which a citizen uses them. The operations of accounts and
//! drafts are in their own files.

use super::account_operations;
use super::builder::DocumentBuilder;
use super::dossier_operations;
use super::draft_operations;
use super::operation::{Link, Operation};
use super::parameter::{CACHE_CONTROL, ETAG, IDEMPOTENCY_KEY, IF_NONE_MATCH, PAGE, TAB};
use super::reply_operations;
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    FeeClosed, IdempotencyConflict, InvalidAnswers, InvalidRequest, NotFound, PaymentUnavailable,
    PreconditionRequired, TooManyRequests,
};

/// Adds every operation to the document.
pub(crate) fn add_all(builder: &mut DocumentBuilder) {
    add_published(builder);
    account_operations::add_all(builder);
    draft_operations::add_all(builder);
    add_dossiers(builder);
    add_payments(builder);
    dossier_operations::add_all(builder);
    reply_operations::add_all(builder);
    add_notices(builder);
    add_lookup_and_feedback(builder);
}

/// The operation that returns a public document, which a client caches and revalidates.
const fn cacheable(links: &'static [Link]) -> Operation {
    Operation {
        request_headers: &[IF_NONE_MATCH],
        response_headers: &[ETAG, CACHE_CONTROL],
        links,
        ..Operation::plain(&[
            (200, "The document."),
            (304, "The client's copy is still current."),
        ])
    }
}

fn add_published(builder: &mut DocumentBuilder) {
    const PROCEDURES: &[Link] = &[("getProcedure", "code", "$response.body#/procedures/0/code")];
    const FORM: &[Link] = &[("getForm", "key", "$response.body#/form")];
    const COMMUNES: &[Link] = &[("getCommunes", "code", "$response.body#/0/code")];
    builder.add(&GET_PORTAL, &cacheable(&[]));
    builder.add(&GET_CATALOGUE, &cacheable(PROCEDURES));
    builder.add(&GET_PROCEDURE, &cacheable(FORM));
    builder.add(&GET_FORM, &cacheable(&[]));
    builder.add(&GET_PROVINCES, &cacheable(COMMUNES));
    builder.add(&GET_COMMUNES, &cacheable(&[]));
}

fn add_dossiers(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_DOSSIERS,
        &Operation {
            problems: &[(400, InvalidRequest)],
            query: &[TAB, PAGE],
            ..Operation::plain(&[(200, "One page of the tab.")])
        },
    );
    builder.add(
        &POST_DOSSIER_SEARCH,
        &Operation {
            problems: &[(422, InvalidAnswers)],
            ..Operation::plain(&[(200, "One page of the found items.")])
        },
    );
    builder.add(
        &GET_UNDER_WAY,
        &Operation::plain(&[(200, "The open drafts and running dossiers.")]),
    );
    builder.add(&GET_DOSSIER, &Operation::plain(&[(200, "The dossier.")]));
    builder.add(&GET_RECEIPT, &Operation::plain(&[(200, "The receipt.")]));
}

fn add_payments(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_PAYMENT,
        &Operation {
            problems: &[
                (409, FeeClosed),
                (409, IdempotencyConflict),
                (422, InvalidAnswers),
                (428, PreconditionRequired),
                (503, PaymentUnavailable),
            ],
            request_headers: &[IDEMPOTENCY_KEY],
            links: &[("getPayment", "id", "$response.body#/id")],
            ..Operation::plain(&[
                (201, "The payment; `url` is its page."),
                (
                    200,
                    "Repeated request, or a payment of the fee is open: that payment.",
                ),
            ])
        },
    );
    builder.add(&GET_PAYMENT, &Operation::plain(&[(200, "The payment.")]));
}

fn add_notices(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_NOTICES,
        &Operation {
            problems: &[(400, InvalidRequest)],
            query: &[PAGE],
            ..Operation::plain(&[(200, "One page of notices.")])
        },
    );
    builder.add(
        &POST_NOTICES_READ,
        &Operation::plain(&[(200, "How many notices are still unread.")]),
    );
    builder.add(
        &GET_EVENTS,
        &Operation {
            problems: &[(429, TooManyRequests)],
            media_type: "text/event-stream",
            ..Operation::plain(&[(200, "The stream of events.")])
        },
    );
}

fn add_lookup_and_feedback(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_LOOKUP,
        &Operation {
            problems: &[
                (404, NotFound),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            ..Operation::plain(&[(200, "The status of the dossier, without personal data.")])
        },
    );
    builder.add(
        &POST_FEEDBACK_CHALLENGE,
        &Operation {
            problems: &[(429, TooManyRequests)],
            ..Operation::plain(&[(200, "A new question.")])
        },
    );
    builder.add(
        &POST_FEEDBACK,
        &Operation {
            problems: &[(422, InvalidAnswers), (429, TooManyRequests)],
            ..Operation::plain(&[(204, "The message was received.")])
        },
    );
}
