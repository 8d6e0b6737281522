//! The fields of the registration form, each with its texts and its validation rule. The forms for sign-in and password
//! reset use some of the fields too.
//! When the citizen leaves a field, a valid text is formatted; an invalid text stays as typed.
//!
//! A field is a value, not a component. So one list of fields serves three purposes: to render the form, to validate
//! it, and to find the field that a refusal of the backend names.

use contract::ProblemCode;
use domain::format;
use leptos::prelude::*;

use super::identity_input::IdentityInput;
use crate::api::ClientError;
use crate::browser::unicode::nfc;
use crate::i18n::register::RegistrationFormWords;
use crate::i18n::use_words;
use crate::journey::identity::validation;
use crate::journey::identity::validation::ErrorMessage;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// A field of the registration form.
#[derive(Clone, Copy)]
pub(super) struct RegistrationField {
    /// Element id of the field.
    id: &'static str,
    /// The typed text.
    value: RwSignal<String>,
    /// Label of the field.
    label: &'static str,
    /// Hint text that is shown below the label.
    hint: &'static str,
    /// The kind of text. It determines which keyboard a phone shows.
    kind: TextKind,
    /// Value of the HTML attribute `autocomplete`: what the browser may fill in.
    autocomplete: &'static str,
    /// Returns the error message for a typed text; `None` if the text is valid.
    validate: fn(&RegistrationFormWords, &str) -> ErrorMessage,
    /// Formats a valid text in the usual way, for example with spaces between groups of digits.
    format: fn(&str) -> Option<String>,
    /// The JSON Pointer in the backend's response if the backend refuses this field.
    pointer: &'static str,
    /// The error message if the backend refuses this field.
    refusal_message: &'static str,
}

impl RegistrationField {
    /// Returns the same field with another hint.
    pub(super) const fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// Returns the same field with another JSON Pointer.
    pub(super) const fn with_pointer(mut self, pointer: &'static str) -> Self {
        self.pointer = pointer;
        self
    }
}

/// The field for the person's name.
pub(super) fn name_field(words: &RegistrationFormWords, input: IdentityInput) -> RegistrationField {
    RegistrationField {
        id: "name",
        value: input.name,
        label: words.name,
        hint: words.name_hint,
        kind: TextKind::Text,
        autocomplete: "name",
        validate: validation::name_error,
        format: |typed| format::parse_person_name(typed).ok(),
        pointer: "/name",
        refusal_message: words.name_wrong,
    }
}

/// The field for the person's identity number.
pub(super) fn identity_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "citizen-id",
        value: input.identity,
        label: words.identity,
        hint: words.identity_hint,
        kind: TextKind::Digits,
        autocomplete: "off",
        validate: validation::identity_error,
        format: |typed| {
            let id = format::parse_identity_number(typed).ok()?;
            Some(format::display_citizen_id(&id))
        },
        pointer: "/citizen_id",
        refusal_message: words.identity_length,
    }
}

/// The field for the person's date of birth. It is optional.
pub(super) fn birth_date_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "birth-date",
        value: input.birth_date,
        label: words.birth_date,
        hint: words.birth_date_hint,
        kind: TextKind::Text,
        autocomplete: "off",
        validate: validation::birth_date_error,
        format: |typed| format::parse_date(typed).ok(),
        pointer: "/birth_date",
        refusal_message: words.birth_date_wrong,
    }
}

/// The field for the person's phone number.
pub(super) fn phone_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "phone",
        value: input.phone,
        label: words.phone,
        hint: words.phone_hint,
        kind: TextKind::Phone,
        autocomplete: "tel",
        validate: validation::phone_error,
        format: |typed| Some(format::display_phone(&format::parse_phone(typed).ok()?)),
        pointer: "/phone",
        refusal_message: words.phone_wrong,
    }
}

/// The field for the organisation's name.
pub(super) fn organisation_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "organisation",
        value: input.organisation,
        label: words.organisation,
        hint: words.organisation_hint,
        kind: TextKind::Text,
        autocomplete: "organization",
        validate: validation::organisation_error,
        format: |typed| validation::organisation_name(typed).ok(),
        pointer: "/organisation/name",
        refusal_message: words.organisation_missing,
    }
}

/// The field for the organisation's tax code.
pub(super) fn tax_code_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "tax-code",
        value: input.tax_code,
        label: words.tax_code,
        hint: words.tax_code_hint,
        kind: TextKind::Digits,
        autocomplete: "off",
        validate: validation::tax_code_error,
        format: |typed| format::parse_tax_code(typed).ok(),
        pointer: "/organisation/tax_code",
        refusal_message: words.tax_code_length,
    }
}

/// The field for the person's position in the organisation.
pub(super) fn position_field(
    words: &RegistrationFormWords,
    input: IdentityInput,
) -> RegistrationField {
    RegistrationField {
        id: "position",
        value: input.position,
        label: words.position,
        hint: words.position_hint,
        kind: TextKind::Text,
        autocomplete: "organization-title",
        validate: validation::position_error,
        format: |typed| validation::position_name(typed).ok(),
        pointer: "/organisation/position",
        refusal_message: words.position_missing,
    }
}

/// Validates the fields and returns their errors.
pub(super) fn validate_fields(
    words: &RegistrationFormWords,
    fields: &[RegistrationField],
) -> Vec<FieldError> {
    let error = |field: &RegistrationField| {
        let message = (field.validate)(words, &nfc_text(field.value))?;
        Some(field_error(field.id, message))
    };
    fields.iter().filter_map(error).collect()
}

/// Shows the error of a failed request: at the field that the JSON Pointer of the backend's refusal names, or else near
/// the button.
pub(super) fn show_refusal(form: FormSubmission, fields: &[RegistrationField], error: ClientError) {
    let pointer = match &error {
        ClientError::Refused(refusal) if refusal.code == ProblemCode::InvalidAnswers => {
            refusal.pointer.as_deref()
        }
        _ => None,
    };
    let is_refused = |field: &&RegistrationField| Some(field.pointer) == pointer;
    match fields.iter().find(is_refused) {
        Some(field) => form.show_field_error(field.id, field.refusal_message),
        None => form.failed(error),
    }
}

/// The typed text in Unicode normalization form NFC, which is validated and sent.
pub(super) fn nfc_text(value: RwSignal<String>) -> String {
    nfc(&value.get_untracked())
}

/// Renders a field with its error.
pub(super) fn render(form: FormSubmission, field: RegistrationField) -> AnyView {
    let words = &use_words().register().form;
    let leave = Callback::new(move |()| {
        let text = nfc_text(field.value);
        form.validate_left_field(field.id, text.is_empty(), (field.validate)(words, &text));
        if let Some(formatted) = (field.format)(&text) {
            field.value.set(formatted);
        }
    });
    view! {
        <TextField
            id=field.id
            label=field.label
            hint=field.hint
            value=field.value
            error=form.error_at(field.id)
            kind=field.kind
            autocomplete=field.autocomplete
            on_blur=leave
        />
    }
    .into_any()
}
