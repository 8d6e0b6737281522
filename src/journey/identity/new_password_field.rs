//! A new password, wherever one is set: its rules stand before the field; it is typed once, can be shown, and is never
//! kept.

use leptos::prelude::*;

use super::validation as faults;
use crate::browser::unicode::nfc;
use crate::i18n::sign_in::PasswordWords;
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// The field's id.
pub(crate) const NEW_PASSWORD: &str = "new-password";

/// The field.
#[component]
pub fn NewPasswordField(
    /// What is asked.
    label: &'static str,
    /// What is wrong with the form it stands in.
    form: FormSubmission,
    /// The password.
    value: RwSignal<String>,
) -> impl IntoView {
    let text = &use_words().sign_in().password;
    let leave = Callback::new(move |()| {
        let typed = nfc(&value.get_untracked());
        form.validate_left_field(
            NEW_PASSWORD,
            typed.is_empty(),
            faults::new_password(text, &typed),
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

/// What is wrong with it when the button is pressed.
pub(crate) fn new_password_wrong(words: &PasswordWords, typed: &str) -> Option<FieldError> {
    let said = faults::new_password(words, typed)?;
    Some(field_error(NEW_PASSWORD, said))
}
