//! The project's named formats, which a schema uses in `format`.
//!
//! A text matches a format if it is canonical: the parser in [`crate::format`] returns it unchanged. A value of another
//! JSON type always matches, as JSON Schema requires.

use serde_json::Value;

use crate::format;

/// A named format that a form may use.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NamedFormat {
    PersonName,
    PersonNamePart,
    CitizenId,
    IdentityNumber,
    Phone,
    Email,
    Date,
    PartialDate,
    Place,
    ProvinceCode,
    CommuneCode,
    Money,
    BirthCertificateCode,
}

use NamedFormat::{
    BirthCertificateCode, CitizenId, CommuneCode, Date, Email, IdentityNumber, Money, PartialDate,
    PersonName, PersonNamePart, Phone, Place, ProvinceCode,
};

const ALL: [NamedFormat; 13] = [
    PersonName,
    PersonNamePart,
    CitizenId,
    IdentityNumber,
    Phone,
    Email,
    Date,
    PartialDate,
    Place,
    ProvinceCode,
    CommuneCode,
    Money,
    BirthCertificateCode,
];

/// The names of all formats, for a backend that registers them with its own JSON Schema validator.
pub fn format_names() -> impl Iterator<Item = &'static str> {
    ALL.into_iter().map(NamedFormat::name)
}

/// Whether `value` is canonical in the format with this name. `None` if there is no such format.
pub fn matches_format(name: &str, value: &Value) -> Option<bool> {
    NamedFormat::from_name(name).map(|format| format.matches(value))
}

impl NamedFormat {
    /// The format with this name. `None` if there is no such format.
    pub(super) fn from_name(name: &str) -> Option<NamedFormat> {
        ALL.into_iter().find(|format| format.name() == name)
    }

    /// The name of the format in a schema.
    pub(crate) fn name(self) -> &'static str {
        match self {
            PersonName => "person-name",
            PersonNamePart => "person-name-part",
            CitizenId => "citizen-id",
            IdentityNumber => "identity-number",
            Phone => "vn-phone",
            Email => "email",
            Date => "vn-date",
            PartialDate => "partial-date",
            Place => "place",
            ProvinceCode => "province-code",
            CommuneCode => "commune-code",
            Money => "money",
            BirthCertificateCode => "birth-certificate-code",
        }
    }

    /// Whether `value` is canonical in this format. A value of another JSON type always matches.
    pub(super) fn matches(self, value: &Value) -> bool {
        match (self, value) {
            (Place, Value::Object(place)) => {
                let member = |name: &str| place.get(name).unwrap_or(&Value::Null);
                ProvinceCode.matches_text(member("province"))
                    && CommuneCode.matches_text(member("commune"))
                    && !matches!(place.get("detail"), Some(detail) if !detail.is_string())
            }
            (Place, _) => true,
            (Money, Value::Number(dong)) => dong.as_f64().is_none_or(|dong| dong >= 0.0),
            (_, Value::String(_)) => self.matches_text(value),
            _ => true,
        }
    }

    fn matches_text(self, value: &Value) -> bool {
        let Value::String(text) = value else {
            return false;
        };
        let canonical = match self {
            PersonName | PersonNamePart => format::parse_person_name(text),
            CitizenId => format::parse_citizen_id(text),
            IdentityNumber => format::parse_identity_number(text),
            Phone => format::parse_phone(text),
            Email => format::parse_email(text),
            Date => format::parse_date(text),
            PartialDate => format::parse_partial_date(text),
            Money => format::parse_amount(text),
            BirthCertificateCode => format::parse_birth_certificate_code(text),
            Place => return false,
            ProvinceCode => return is_digits(text, 2),
            CommuneCode => return is_digits(text, 5),
        };
        canonical.is_ok_and(|canonical| canonical == *text)
    }
}

fn is_digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}
