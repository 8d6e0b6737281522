//! The fields of the registration slip, each with its words and its rule; a forgotten password asks some of them too.
//! Sound texts take their usual form when their field is left; anything else stays as it was typed.

use contract::ProblemCode;
use domain::format;
use leptos::prelude::*;

use super::slip::Slip;
use crate::api::ClientError;
use crate::browser::unicode::nfc;
use crate::i18n::register::RegistrationFormWords;
use crate::i18n::use_words;
use crate::journey::identity::validation as faults;
use crate::journey::identity::validation::Said;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

/// A field: where its text is kept, what is asked, what is wrong with a text, and a sound text in its usual form.
#[derive(Clone, Copy)]
pub(super) struct SlipField {
    /// Its id on the page.
    id: &'static str,
    /// Its text.
    value: RwSignal<String>,
    /// What is asked.
    label: &'static str,
    /// Help.
    hint: &'static str,
    kind: TextKind,
    autocomplete: &'static str,
    fault: fn(&RegistrationFormWords, &str) -> Said,
    usual: fn(&str) -> Option<String>,
    /// Where a refusal points when it means this field.
    pointer: &'static str,
    /// What to say to a refusal.
    refused: &'static str,
}

impl SlipField {
    /// The same field with another hint.
    pub(super) const fn with_hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }

    /// The same field where a refusal points elsewhere.
    pub(super) const fn with_pointer(mut self, pointer: &'static str) -> Self {
        self.pointer = pointer;
        self
    }
}

/// The name of the person.
pub(super) fn name(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "name",
        value: slip.name,
        label: words.name,
        hint: words.name_hint,
        kind: TextKind::Text,
        autocomplete: "name",
        fault: faults::name,
        usual: |typed| format::person_name(typed).ok(),
        pointer: "/name",
        refused: words.name_wrong,
    }
}

/// The identity number of the person.
pub(super) fn identity(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "citizen-id",
        value: slip.identity,
        label: words.identity,
        hint: words.identity_hint,
        kind: TextKind::Digits,
        autocomplete: "off",
        fault: faults::identity,
        usual: |typed| {
            let id = format::identity_number(typed).ok()?;
            Some(format::group_citizen_id(&id))
        },
        pointer: "/citizen_id",
        refused: words.identity_length,
    }
}

/// The day of birth of the person, which may be left out.
pub(super) fn birth_date(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "birth-date",
        value: slip.birth_date,
        label: words.birth_date,
        hint: words.birth_date_hint,
        kind: TextKind::Text,
        autocomplete: "off",
        fault: faults::birth_date,
        usual: |typed| format::date(typed).ok(),
        pointer: "/birth_date",
        refused: words.birth_date_wrong,
    }
}

/// The phone of the person.
pub(super) fn phone(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "phone",
        value: slip.phone,
        label: words.phone,
        hint: words.phone_hint,
        kind: TextKind::Phone,
        autocomplete: "tel",
        fault: faults::phone,
        usual: |typed| Some(format::group_phone(&format::phone(typed).ok()?)),
        pointer: "/phone",
        refused: words.phone_wrong,
    }
}

/// The organisation's name.
pub(super) fn organisation(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "organisation",
        value: slip.organisation,
        label: words.organisation,
        hint: words.organisation_hint,
        kind: TextKind::Text,
        autocomplete: "organization",
        fault: faults::organisation,
        usual: |typed| faults::organisation_name(typed).ok(),
        pointer: "/organisation/name",
        refused: words.organisation_missing,
    }
}

/// The organisation's tax code.
pub(super) fn tax_code(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "tax-code",
        value: slip.tax_code,
        label: words.tax_code,
        hint: words.tax_code_hint,
        kind: TextKind::Digits,
        autocomplete: "off",
        fault: faults::tax_code,
        usual: |typed| format::tax_code(typed).ok(),
        pointer: "/organisation/tax_code",
        refused: words.tax_code_length,
    }
}

/// What the person is in the organisation.
pub(super) fn position(words: &RegistrationFormWords, slip: Slip) -> SlipField {
    SlipField {
        id: "position",
        value: slip.position,
        label: words.position,
        hint: words.position_hint,
        kind: TextKind::Text,
        autocomplete: "organization-title",
        fault: faults::position,
        usual: |typed| faults::position_name(typed).ok(),
        pointer: "/organisation/position",
        refused: words.position_missing,
    }
}

/// What is wrong with the texts of these fields.
pub(super) fn wrong(words: &RegistrationFormWords, fields: &[SlipField]) -> Vec<FieldError> {
    let fault = |field: &SlipField| {
        let said = (field.fault)(words, &typed(field.value))?;
        Some(field_error(field.id, said))
    };
    fields.iter().filter_map(fault).collect()
}

/// A request came back refused: said at the field that the refusal points at, or near the button.
pub(super) fn refuse(form: FormSubmission, fields: &[SlipField], error: ClientError) {
    let pointer = match &error {
        ClientError::Refused(refusal) if refusal.code == ProblemCode::InvalidAnswers => {
            refusal.pointer.as_deref()
        }
        _ => None,
    };
    let at_fault = |field: &&SlipField| Some(field.pointer) == pointer;
    match fields.iter().find(at_fault) {
        Some(field) => form.show_field_error(field.id, field.refused),
        None => form.failed(error),
    }
}

/// A text as it is judged and travels.
pub(super) fn typed(value: RwSignal<String>) -> String {
    nfc(&value.get_untracked())
}

/// Draws a field.
pub(super) fn draw(form: FormSubmission, field: SlipField) -> AnyView {
    let words = &use_words().register().form;
    let leave = Callback::new(move |()| {
        let text = typed(field.value);
        form.validate_left_field(field.id, text.is_empty(), (field.fault)(words, &text));
        if let Some(usual) = (field.usual)(&text) {
            field.value.set(usual);
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
            on_leave=leave
        />
    }
    .into_any()
}
