//! The fields of the registration form, each with its texts and its rule. Sign-in and password reset use some of them too.
//! When the citizen leaves a field, a valid text is formatted; an invalid text stays as typed.
//!
//! A field is a value, not a component, so that one list of fields serves three uses: to draw the form, to validate it, and
//! to find the field that a refusal of the backend names.

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

/// A field of the form.
#[derive(Clone, Copy)]
pub(super) struct RegistrationField {
    /// The id on the page.
    id: &'static str,
    /// The typed text.
    value: RwSignal<String>,
    /// The label.
    label: &'static str,
    /// The hint below the label.
    hint: &'static str,
    /// The keyboard that a phone shows.
    kind: TextKind,
    /// The value of the HTML attribute: what a browser may fill in.
    autocomplete: &'static str,
    /// The error message for a text.
    validate: fn(&RegistrationFormWords, &str) -> ErrorMessage,
    /// A valid text in its usual form, for example with spaces between groups of digits.
    format: fn(&str) -> Option<String>,
    /// The JSON Pointer of a refusal that concerns this field.
    pointer: &'static str,
    /// The message for a refusal.
    refusal_message: &'static str,
}

impl RegistrationField {
    /// The same field with another hint.
    pub(super) const fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// The same field with another JSON Pointer.
    pub(super) const fn with_pointer(mut self, pointer: &'static str) -> Self {
        self.pointer = pointer;
        self
    }
}

/// The name of the person.
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

/// The identity number of the person.
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

/// The date of birth of the person. It is optional.
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

/// The phone of the person.
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

/// The organisation's name.
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

/// The organisation's tax code.
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

/// The person's position in the organisation.
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

/// The errors of these fields.
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

/// Shows a refusal at the field that its JSON Pointer names, and every other error near the button.
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

/// The typed text in NFC, as it is validated and sent.
pub(super) fn nfc_text(value: RwSignal<String>) -> String {
    nfc(&value.get_untracked())
}

/// Draws a field.
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
