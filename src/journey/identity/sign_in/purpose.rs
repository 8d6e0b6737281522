//! What a one-time code is for decides what its page says, and where the ways on lead.

use contract::challenge::ChallengePurpose;
use leptos::prelude::*;

use super::onward;
use crate::i18n::sign_in::CodeWords;
use crate::i18n::use_words;
use crate::routes;

/// What stands before the masked number.
pub(super) const fn sent_to(text: &CodeWords, purpose: ChallengePurpose) -> &'static str {
    match purpose {
        ChallengePurpose::PasswordReset => text.sent_if,
        ChallengePurpose::PhoneChange => text.sent_new,
        ChallengePurpose::Registration
        | ChallengePurpose::SignIn
        | ChallengePurpose::Renewal
        | ChallengePurpose::Closing => text.sent_to,
    }
}

/// What the right code does, where that must be known before.
pub(super) const fn warning(text: &CodeWords, purpose: ChallengePurpose) -> Option<&'static str> {
    match purpose {
        ChallengePurpose::Closing => Some(text.closing),
        _ => None,
    }
}

/// The words on the button.
pub(super) const fn submit(text: &CodeWords, purpose: ChallengePurpose) -> &'static str {
    match purpose {
        ChallengePurpose::Closing => text.submit_closing,
        _ => text.submit,
    }
}

/// Where the code was asked for, and the words that lead back there for a new one.
pub(super) fn beginning(text: &CodeWords, purpose: ChallengePurpose) -> (String, &'static str) {
    match purpose {
        ChallengePurpose::Registration => (routes::register_phone(), text.exhausted_registration),
        ChallengePurpose::SignIn | ChallengePurpose::Renewal => {
            (onward::sign_in_address(), text.exhausted_sign_in)
        }
        ChallengePurpose::PasswordReset => (routes::forgotten_password(), text.exhausted_again),
        ChallengePurpose::PhoneChange => (routes::change_phone(), text.exhausted_again),
        ChallengePurpose::Closing => (routes::close_account(), text.exhausted_again),
    }
}

/// The page that sets the password which follows the code.
pub(super) fn password_address(purpose: ChallengePurpose, challenge: &str) -> String {
    match purpose {
        ChallengePurpose::PasswordReset => routes::reset_password(challenge),
        _ => routes::new_password(challenge),
    }
}

/// What to do when no message comes, or the wrong one.
pub(super) fn ways_on(purpose: ChallengePurpose) -> AnyView {
    let words = use_words().sign_in();
    let text = &words.code;
    let way = |href: String, label: &'static str| {
        view! {
            <p>
                <a href=href>{label}</a>
            </p>
        }
    };
    match purpose {
        ChallengePurpose::Registration => view! {
            {way(routes::register_phone(), text.correct_number)}
            <p>
                {text.account_exists} " " <a href=onward::sign_in_address()>{words.form.submit}</a>
            </p>
        }
        .into_any(),
        ChallengePurpose::SignIn | ChallengePurpose::Renewal => view! {
            <p>{text.phone_gone}</p>
            {way(onward::sign_in_address(), text.other_account)}
        }
        .into_any(),
        ChallengePurpose::PasswordReset => view! {
            <p>{text.no_message}</p>
            {way(routes::forgotten_password(), text.correct_typed)}
        }
        .into_any(),
        ChallengePurpose::PhoneChange => view! {
            <p>{text.number_taken}</p>
            {way(routes::change_phone(), text.correct_number)}
        }
        .into_any(),
        ChallengePurpose::Closing => way(routes::account(""), text.keep_account).into_any(),
    }
}
