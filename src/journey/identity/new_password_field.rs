//! The field for a new password. Its rules are shown before the field. The password is typed once, because the citizen can
//! show it, and it is never stored.

use leptos::prelude::*;

use super::validation;
use crate::browser::unicode::nfc;
use crate::i18n::sign_in::PasswordWords;
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// The id of the field.
pub(crate) const NEW_PASSWORD: &str = "new-password";

/// The field.
/// The rules are the hint of the field, so a screen reader reads them when the field gets the focus.
#[component]
pub fn NewPasswordField(
    /// The label of the field.
    label: &'static str,
    /// The errors and the request of the form.
    form: FormSubmission,
    /// The typed password.
    value: RwSignal<String>,
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

/// The error of the field when the button is pressed.
pub(crate) fn validate_new_password(words: &PasswordWords, typed: &str) -> Option<FieldError> {
    let message = validation::new_password_error(words, typed)?;
    Some(field_error(NEW_PASSWORD, message))
}
