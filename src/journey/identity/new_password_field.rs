//! The field for a new password. The rules for passwords are shown above the field. The password is typed only once,
//! because the citizen can make it visible. It is never stored.

use leptos::prelude::*;

use super::validation;
use crate::browser::unicode::nfc;
use crate::i18n::sign_in::PasswordWords;
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// Element id of the field for a new password.
pub(crate) const NEW_PASSWORD: &str = "new-password";

/// The field for a new password.
/// The rules for passwords are the hint of the field, so a screen reader reads them when the field gets the focus.
#[component]
pub fn NewPasswordField(
    /// Label of the field.
    label: &'static str,
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The typed password.
    value: RwSignal<String>,
    /// The identifier with which the citizen signs in. A password manager saves the password under it.
    #[prop(into)]
    username: Signal<String>,
) -> impl IntoView {
    let text = &use_words().sign_in().password;
    let leave = Callback::new(move |()| {
        let typed = nfc(&value.get_untracked());
        form.validate_left_field(
            NEW_PASSWORD,
            typed.is_empty(),
            validation::new_password_error(text, &typed),
        );
    });
    view! {
        <input
            class="visually-hidden"
            type="text"
            autocomplete="username"
            readonly
            tabindex="-1"
            aria-hidden="true"
            prop:value=username
        />
        <TextField
            id=NEW_PASSWORD
            label=label
            hint=text.rules
            value=value
            error=form.error_at(NEW_PASSWORD)
            kind=TextKind::Password
            autocomplete="new-password"
            show_label=text.show
            hide_label=text.hide
            on_blur=leave
        />
    }
}

/// Validates the new password after the citizen has pressed the button. `None` if it is valid.
pub(crate) fn validate_new_password(words: &PasswordWords, typed: &str) -> Option<FieldError> {
    let message = validation::new_password_error(words, typed)?;
    Some(field_error(NEW_PASSWORD, message))
}
