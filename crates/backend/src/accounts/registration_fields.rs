//! Validates the properties of a registration and converts them to canonical form.

use contract::account::{Organisation, Registration};
use contract::limits::{NAME_CHARS, ORGANISATION_NAME_CHARS, POSITION_CHARS};
use domain::format::{self, FormatError};

use super::registration_consents;
use crate::data::Data;
use crate::http::extract::to_nfc;
use crate::refusal::Refusal;

/// Returns the registration in canonical form. 422 with the JSON Pointer of the first invalid property.
pub(super) fn validate_registration(
    registration: Registration,
    data: &Data,
) -> Result<Registration, Refusal> {
    let name = to_nfc(&registration.name);
    if registration.name.chars().count() > NAME_CHARS {
        return Err(Refusal::invalid_property("/name", "maxLength"));
    }
    let name = format::parse_person_name(&name)
        .map_err(|_| Refusal::invalid_property("/name", "person-name"))?;
    if format::parse_identity_number(&registration.citizen_id).as_ref()
        != Ok(&registration.citizen_id)
    {
        return Err(Refusal::invalid_property("/citizen_id", "identity-number"));
    }
    if let Some(day) = &registration.birth_date
        && format::parse_date(day).as_ref() != Ok(day)
    {
        return Err(Refusal::invalid_property("/birth_date", "vn-date"));
    }
    require_phone(&registration.phone)?;
    let organisation = registration
        .organisation
        .map(check_organisation)
        .transpose()?;
    registration_consents::check_consents(data, &registration.consents)?;
    Ok(Registration {
        name,
        organisation,
        ..registration
    })
}

/// Returns 422 unless the phone is in national form.
pub(super) fn require_phone(phone: &str) -> Result<(), Refusal> {
    match format::parse_phone(phone) {
        Ok(canonical) if canonical == phone => Ok(()),
        _ => Err(Refusal::invalid_property("/phone", "vn-phone")),
    }
}

/// Whether the text is a tax code in canonical form.
pub(super) fn is_tax_code(text: &str) -> bool {
    format::parse_tax_code(text).is_ok_and(|canonical| canonical == text)
}

/// Returns the organisation's properties in canonical form. 422 with the JSON Pointer of the first invalid property.
fn check_organisation(organisation: Organisation) -> Result<Organisation, Refusal> {
    if !is_tax_code(&organisation.tax_code) {
        return Err(Refusal::invalid_property(
            "/organisation/tax_code",
            "tax-code",
        ));
    }
    let name = &organisation.name;
    let name = format::parse_organisation_name(&to_nfc(name), ORGANISATION_NAME_CHARS)
        .map_err(|error| line_problem("/organisation/name", error))?;
    Ok(Organisation {
        name,
        position: line(
            &organisation.position,
            "/organisation/position",
            POSITION_CHARS,
        )?,
        ..organisation
    })
}

/// Returns a single-line text in NFC. 422 if the text is empty or has more than `most` characters.
fn line(text: &str, pointer: &str, most: usize) -> Result<String, Refusal> {
    // The limit in the contract also applies to the text as it was sent, before the conversion to NFC.
    if text.chars().count() > most {
        return Err(Refusal::invalid_property(pointer, "maxLength"));
    }
    format::parse_one_line_text(&to_nfc(text), most).map_err(|error| line_problem(pointer, error))
}

fn line_problem(pointer: &str, error: FormatError) -> Refusal {
    let rule = match error {
        FormatError::TooLong { .. } => "maxLength",
        FormatError::WrongEncoding | FormatError::BadCharacters => "pattern",
        _ => "minLength",
    };
    Refusal::invalid_property(pointer, rule)
}
