//! The operations of an account: registering, signing in and out, the session, and what a citizen may do with his own.

use super::Book;
use super::header::{
    BACK, BEARER, CLEAR_SITE_DATA, CODE, ERROR, ISSUER, LOCATION, SET_COOKIE, SHARED_DEVICE, STATE,
};
use super::operation::{Link, Operation};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    ChallengeOpen, CodeExhausted, CodeExpired, InvalidAnswers, InvalidRequest, NotSignedIn,
    PhoneMissing, ProofTooOld, TooManyRequests, WrongCode, WrongCredentials,
};

const ID: &str = "$response.body#/id";
const CHALLENGE: &[Link] = &[
    ("getChallenge", "id", ID),
    ("postCode", "id", ID),
    ("postResend", "id", ID),
    ("postPassword", "id", ID),
];

/// Writes them into the book.
pub(crate) fn describe(book: &mut Book) {
    ways_in(book);
    session(book);
    credentials(book);
    rights(book);
}

fn ways_in(book: &mut Book) {
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
        &GET_SINGLE_SIGN_ON,
        &Operation {
            refusals: &[(400, InvalidRequest)],
            query: &[BACK, SHARED_DEVICE],
            answered: &[LOCATION, SET_COOKIE],
            ..Operation::plain(
                "Leave for the identity provider; for the browser itself.",
                &[(
                    303,
                    "The provider's address, or the sign-in page of the app with `?trouble=`.",
                )],
            )
        },
    );
    book.add(
        &GET_SINGLE_SIGN_ON_RETURN,
        &Operation {
            refusals: &[(400, InvalidRequest)],
            query: &[STATE, CODE, ISSUER, ERROR],
            answered: &[LOCATION, SET_COOKIE],
            ..Operation::plain(
                "Where the identity provider sends the browser back to.",
                &[(303, "A page of the app, signed in or with `?trouble=`.")],
            )
        },
    );
    book.add(
        &POST_PASSWORD_RESET,
        &Operation {
            refusals: &[(422, InvalidAnswers), (429, TooManyRequests)],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Begin anew after a forgotten password.",
                &[(
                    201,
                    "A challenge; the same whether the account exists or not.",
                )],
            )
        },
    );
    book.add(
        &POST_RENEWAL,
        &Operation {
            refusals: &[
                (401, NotSignedIn),
                (409, PhoneMissing),
                (429, TooManyRequests),
            ],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Go on with a session that has ended under a page.",
                &[(201, "A challenge; its code renews the session.")],
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
            asked: &[BEARER],
            answered: &[SET_COOKIE, CLEAR_SITE_DATA],
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
            asked: &[BEARER],
            answered: &[SET_COOKIE],
            ..Operation::plain(
                "Set the password that ends a registration or replaces a forgotten one.",
                &[(201, "The session has begun.")],
            )
        },
    );
}

fn session(book: &mut Book) {
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
            answered: &[SET_COOKIE, CLEAR_SITE_DATA],
            ..Operation::plain("Sign out.", &[(204, "There is no session, or no longer.")])
        },
    );
    book.add(
        &PATCH_SESSION,
        &Operation {
            answered: &[SET_COOKIE],
            ..Operation::plain(
                "Say that the device is shared, or no longer.",
                &[(200, "The session with its new bounds.")],
            )
        },
    );
    book.add(
        &GET_DEVICES,
        &Operation {
            leads_to: &[("deleteDevice", "id", "$response.body#/0/id")],
            ..Operation::plain("Devices that are signed in.", &[(200, "The devices.")])
        },
    );
    book.add(
        &DELETE_DEVICE,
        &Operation {
            refusals: &[(403, ProofTooOld)],
            ..Operation::plain("Sign one device out.", &[(204, "It is signed out.")])
        },
    );
    book.add(
        &DELETE_DEVICES,
        &Operation {
            refusals: &[(403, ProofTooOld)],
            answered: &[SET_COOKIE, CLEAR_SITE_DATA],
            ..Operation::plain(
                "Sign out everywhere.",
                &[(204, "Every session of the account has ended.")],
            )
        },
    );
}

fn credentials(book: &mut Book) {
    book.add(
        &POST_PASSWORD_CHANGE,
        &Operation {
            refusals: &[
                (403, WrongCredentials),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            ..Operation::plain(
                "Change the password.",
                &[(204, "It is changed; every other device is signed out.")],
            )
        },
    );
    book.add(
        &POST_PHONE_CHANGE,
        &Operation {
            refusals: &[
                (403, WrongCredentials),
                (403, ProofTooOld),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Change the phone.",
                &[(
                    201,
                    "A challenge at the new phone; the same whether another account has it.",
                )],
            )
        },
    );
}

fn rights(book: &mut Book) {
    book.add(
        &GET_CONSENTS,
        &Operation::plain(
            "Every consent given.",
            &[(200, "The consents, newest first.")],
        ),
    );
    book.add(
        &POST_CONSENT,
        &Operation {
            refusals: &[(422, InvalidAnswers)],
            ..Operation::plain(
                "Give or withdraw a consent.",
                &[(200, "The consents as they now are.")],
            )
        },
    );
    book.add(
        &GET_ACCOUNT_DATA,
        &Operation::plain("Everything the account holds.", &[(200, "All of it.")]),
    );
    book.add(
        &POST_CLOSING,
        &Operation {
            refusals: &[(409, PhoneMissing), (429, TooManyRequests)],
            leads_to: CHALLENGE,
            ..Operation::plain(
                "Close the account.",
                &[(201, "A challenge; its code closes the account.")],
            )
        },
    );
}
