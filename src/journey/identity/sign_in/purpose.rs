//! The texts and links of the code page. They depend on the purpose of the one-time code.

use contract::challenge::ChallengePurpose;
use leptos::prelude::*;

use super::next_page;
use crate::i18n::sign_in::CodeWords;
use crate::i18n::use_words;
use crate::routes;

/// The text before the masked phone number. It says that a code was sent to this number.
pub(super) const fn sent_to(text: &CodeWords, purpose: ChallengePurpose) -> &'static str {
    match purpose {
        // This text doesn't reveal whether the account exists.
        ChallengePurpose::PasswordReset => text.sent_if,
        ChallengePurpose::PhoneChange => text.sent_new,
        ChallengePurpose::EmailChange => text.sent_email,
        ChallengePurpose::Registration
        | ChallengePurpose::SignIn
        | ChallengePurpose::Renewal
        | ChallengePurpose::Closing
        | ChallengePurpose::PhoneRelease
        | ChallengePurpose::Other(_) => text.sent_to,
    }
}

/// A warning about the effect of a correct code. `None` if no warning is needed.
pub(super) const fn warning(text: &CodeWords, purpose: ChallengePurpose) -> Option<&'static str> {
    match purpose {
        ChallengePurpose::Closing => Some(text.closing),
        _ => None,
    }
}

/// The label of the button that sends the code to the backend.
pub(super) const fn submit_label(text: &CodeWords, purpose: ChallengePurpose) -> &'static str {
    match purpose {
        ChallengePurpose::Closing => text.submit_closing,
        _ => text.submit,
    }
}

/// The path of the form that requests a new code, and the label of the link to it.
pub(super) fn restart_link(text: &CodeWords, purpose: ChallengePurpose) -> (String, &'static str) {
    match purpose {
        ChallengePurpose::Registration => (routes::register_phone(), text.exhausted_registration),
        ChallengePurpose::SignIn | ChallengePurpose::Renewal | ChallengePurpose::Other(_) => {
            (next_page::sign_in_path(), text.exhausted_sign_in)
        }
        ChallengePurpose::PasswordReset => (routes::forgotten_password(), text.exhausted_again),
        ChallengePurpose::PhoneChange => (routes::change_phone(), text.exhausted_again),
        ChallengePurpose::EmailChange => (routes::change_email(), text.exhausted_again),
        ChallengePurpose::Closing => (routes::close_account(), text.exhausted_again),
        ChallengePurpose::PhoneRelease => (routes::phone_release(), text.exhausted_again),
    }
}

/// The path of the page that sets the password after the code is confirmed.
pub(super) fn password_path(purpose: ChallengePurpose, challenge: &str) -> String {
    match purpose {
        ChallengePurpose::PasswordReset => routes::reset_password(challenge),
        _ => routes::new_password(challenge),
    }
}

/// The question of a citizen whose code doesn't arrive, and what they can do. A code comes as a text message or as an e-mail.
pub(super) const fn help_texts(
    text: &CodeWords,
    purpose: ChallengePurpose,
) -> (&'static str, &'static str) {
    match purpose {
        ChallengePurpose::EmailChange => (text.help_email, text.help_email_wait),
        ChallengePurpose::Registration
        | ChallengePurpose::SignIn
        | ChallengePurpose::Renewal
        | ChallengePurpose::PasswordReset
        | ChallengePurpose::PhoneChange
        | ChallengePurpose::PhoneRelease
        | ChallengePurpose::Closing
        | ChallengePurpose::Other(_) => (text.help, text.help_wait),
    }
}

/// Links and texts for a citizen who receives no message, or a wrong one.
pub(super) fn help_links(purpose: ChallengePurpose) -> AnyView {
    let words = use_words().sign_in();
    let text = &words.code;
    let link = |href: String, label: &'static str| {
        view! {
            <p>
                <a href=href>{label}</a>
            </p>
        }
    };
    match purpose {
        ChallengePurpose::Registration => view! {
            {link(routes::register_phone(), text.correct_number)}
            <p>
                {text.account_exists} " " <a href=next_page::sign_in_path()>{words.form.submit}</a>
            </p>
            {link(routes::phone_release(), words.phone_release.title)}
        }
        .into_any(),
        ChallengePurpose::SignIn | ChallengePurpose::Renewal | ChallengePurpose::Other(_) => {
            view! {
                <p>{text.phone_lost}</p>
                {link(next_page::sign_in_path(), text.other_account)}
            }
            .into_any()
        }
        ChallengePurpose::PasswordReset => view! {
            <p>{text.no_message}</p>
            {link(routes::forgotten_password(), text.correct_typed)}
        }
        .into_any(),
        ChallengePurpose::PhoneChange => view! {
            <p>{text.number_taken}</p>
            {link(routes::change_phone(), text.correct_number)}
        }
        .into_any(),
        ChallengePurpose::EmailChange => {
            link(routes::change_email(), text.correct_typed).into_any()
        }
        ChallengePurpose::PhoneRelease => {
            link(routes::phone_release(), text.correct_number).into_any()
        }
        ChallengePurpose::Closing => link(routes::account(), text.keep_account).into_any(),
    }
}
