//! The OpenAPI operations of an account: registering, signing in and out, the session, and the personal data of the
//! account's owner.

use super::builder::DocumentBuilder;
use super::operation::{Link, Operation};
use super::parameter::{
    BACK, BEARER, CLEAR_SITE_DATA, CODE, ERROR, ISSUER, LOCATION, SET_COOKIE, SHARED_DEVICE, STATE,
};
use crate::endpoints::*;
use crate::problem::ProblemCode::{
    ChallengeOpen, CodeExhausted, CodeExpired, InvalidAnswers, InvalidRequest, NotFound,
    NotSignedIn, PhoneMissing, ProofTooOld, SessionActive, TooManyRequests, WrongCode,
    WrongCredentials,
};

const ID: &str = "$response.body#/id";
const CHALLENGE: &[Link] = &[
    ("getChallenge", "id", ID),
    ("postCode", "id", ID),
    ("postResend", "id", ID),
    ("postPassword", "id", ID),
];

/// Adds the operations of an account to the document.
pub(crate) fn add_all(builder: &mut DocumentBuilder) {
    add_sign_in(builder);
    add_session(builder);
    add_credentials(builder);
    add_email_and_channels(builder);
    add_rights(builder);
}

fn add_sign_in(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_REGISTRATION,
        &Operation {
            problems: &[(422, InvalidAnswers), (429, TooManyRequests)],
            links: CHALLENGE,
            ..Operation::plain(&[(
                201,
                "A challenge. The response is the same whether or not an account exists.",
            )])
        },
    );
    builder.add(
        &POST_SIGN_IN,
        &Operation {
            problems: &[
                (403, WrongCredentials),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            links: CHALLENGE,
            ..Operation::plain(&[(201, "A challenge; its code begins the session.")])
        },
    );
    builder.add(
        &GET_SINGLE_SIGN_ON,
        &Operation {
            problems: &[(400, InvalidRequest)],
            query: &[BACK, SHARED_DEVICE],
            response_headers: &[LOCATION, SET_COOKIE],
            ..Operation::plain(&[(
                    303,
                    "Redirect to the provider, or to the sign-in page of the app with the query parameter `trouble`.",
                )],
            )
        },
    );
    builder.add(
        &GET_SINGLE_SIGN_ON_RETURN,
        &Operation {
            problems: &[(400, InvalidRequest)],
            query: &[STATE, CODE, ISSUER, ERROR],
            response_headers: &[LOCATION, SET_COOKIE],
            ..Operation::plain(&[(303, "Redirect into the app: signed in, or to its sign-in page with the query parameter `trouble`.")],
            )
        },
    );
    builder.add(
        &POST_PASSWORD_RESET,
        &Operation {
            problems: &[(422, InvalidAnswers), (429, TooManyRequests)],
            links: CHALLENGE,
            ..Operation::plain(&[(
                201,
                "A challenge. The response is the same whether or not the account exists.",
            )])
        },
    );
    builder.add(
        &POST_RENEWAL,
        &Operation {
            problems: &[
                (401, NotSignedIn),
                (409, PhoneMissing),
                (409, SessionActive),
                (429, TooManyRequests),
            ],
            links: CHALLENGE,
            ..Operation::plain(&[(201, "A challenge; its code renews the session.")])
        },
    );
    builder.add(
        &POST_PHONE_RELEASE,
        &Operation {
            problems: &[(422, InvalidAnswers), (429, TooManyRequests)],
            links: CHALLENGE,
            ..Operation::plain(&[(
                201,
                "A challenge. The response is the same whether or not an account has the number.",
            )])
        },
    );
    builder.add(
        &GET_CHALLENGE,
        &Operation::plain(&[(200, "The challenge.")]),
    );
    builder.add(
        &POST_CODE,
        &Operation {
            problems: &[
                (403, WrongCode),
                (403, CodeExpired),
                (403, CodeExhausted),
                (422, InvalidAnswers),
            ],
            request_headers: &[BEARER],
            response_headers: &[SET_COOKIE, CLEAR_SITE_DATA],
            ..Operation::plain(&[(200, "The code is correct. `next` tells what it led to.")])
        },
    );
    builder.add(
        &POST_RESEND,
        &Operation {
            problems: &[
                (403, CodeExpired),
                (403, CodeExhausted),
                (429, TooManyRequests),
            ],
            ..Operation::plain(&[(
                200,
                "The challenge with its new reference and waiting times.",
            )])
        },
    );
    builder.add(
        &POST_PASSWORD,
        &Operation {
            problems: &[
                (403, CodeExpired),
                (409, ChallengeOpen),
                (422, InvalidAnswers),
            ],
            request_headers: &[BEARER],
            response_headers: &[SET_COOKIE],
            ..Operation::plain(&[(201, "The session has begun.")])
        },
    );
}

fn add_session(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_SESSION,
        &Operation::plain(&[(200, "The session, or `null` for a guest.")]),
    );
    builder.add(
        &DELETE_SESSION,
        &Operation {
            response_headers: &[SET_COOKIE, CLEAR_SITE_DATA],
            ..Operation::plain(&[(204, "There is no session any more.")])
        },
    );
    builder.add(
        &PATCH_SESSION,
        &Operation {
            response_headers: &[SET_COOKIE],
            ..Operation::plain(&[(200, "The session with its new idle time.")])
        },
    );
    builder.add(
        &GET_DEVICES,
        &Operation {
            links: &[("deleteDevice", "id", "$response.body#/0/id")],
            ..Operation::plain(&[(200, "The devices.")])
        },
    );
    builder.add(
        &DELETE_DEVICE,
        &Operation {
            problems: &[(403, ProofTooOld)],
            ..Operation::plain(&[(204, "The device is signed out.")])
        },
    );
    builder.add(
        &DELETE_DEVICES,
        &Operation {
            problems: &[(403, ProofTooOld)],
            response_headers: &[SET_COOKIE, CLEAR_SITE_DATA],
            ..Operation::plain(&[(204, "Every session of the account has ended.")])
        },
    );
}

fn add_credentials(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_PASSWORD_CHANGE,
        &Operation {
            problems: &[
                (403, WrongCredentials),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            ..Operation::plain(&[(
                204,
                "The password is changed, and every other device is signed out.",
            )])
        },
    );
    builder.add(
        &POST_PHONE_CHANGE,
        &Operation {
            problems: &[
                (403, WrongCredentials),
                (403, ProofTooOld),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            links: CHALLENGE,
            ..Operation::plain(&[(
                    201,
                    "A challenge; its code goes to the new phone. The response is the same whether or not another account has that phone.",
                )],
            )
        },
    );
}

fn add_email_and_channels(builder: &mut DocumentBuilder) {
    builder.add(
        &POST_EMAIL_CHANGE,
        &Operation {
            problems: &[
                (403, WrongCredentials),
                (403, ProofTooOld),
                (404, NotFound),
                (422, InvalidAnswers),
                (429, TooManyRequests),
            ],
            links: CHALLENGE,
            ..Operation::plain(&[(201, "A challenge; its code goes to the new address.")])
        },
    );
    builder.add(
        &DELETE_EMAIL,
        &Operation {
            problems: &[(403, ProofTooOld)],
            ..Operation::plain(&[(204, "The account has no e-mail address.")])
        },
    );
    builder.add(
        &GET_NOTICE_SETTINGS,
        &Operation::plain(&[(200, "The channels.")]),
    );
    builder.add(
        &PATCH_NOTICE_SETTINGS,
        &Operation::plain(&[(200, "The channels with the new choices.")]),
    );
}

fn add_rights(builder: &mut DocumentBuilder) {
    builder.add(
        &GET_CONSENTS,
        &Operation::plain(&[(200, "The consents, the newest first.")]),
    );
    builder.add(
        &POST_CONSENT,
        &Operation {
            problems: &[(422, InvalidAnswers)],
            ..Operation::plain(&[(200, "All consents after the change, the newest first.")])
        },
    );
    builder.add(
        &GET_ACCOUNT_DATA,
        &Operation::plain(&[(200, "Everything stored about the account.")]),
    );
    builder.add(
        &POST_CLOSING,
        &Operation {
            problems: &[(409, PhoneMissing), (429, TooManyRequests)],
            links: CHALLENGE,
            ..Operation::plain(&[(201, "A challenge; its code closes the account.")])
        },
    );
}
