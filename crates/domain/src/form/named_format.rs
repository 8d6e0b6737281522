//! Our named formats, asserted wherever a schema says `format`. A value holds when it is canonical: what
//! [`crate::format`] would give for it. Values of another JSON type pass, as JSON Schema has it.

use serde_json::Value;

use crate::format;

/// The formats a form may use, by name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NamedFormat {
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

/// Every name, for a backend that registers them with its own validator.
pub const FORMATS: [&str; 13] = [
    "person-name",
    "person-name-part",
    "citizen-id",
    "identity-number",
    "vn-phone",
    "email",
    "vn-date",
    "partial-date",
    "place",
    "province-code",
    "commune-code",
    "money",
    "birth-certificate-code",
];

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

/// Whether a value is canonical in the format of that name; `None` when there is no such format.
pub fn format_holds(name: &str, value: &Value) -> Option<bool> {
    NamedFormat::named(name).map(|format| format.holds(value))
}

impl NamedFormat {
    pub(super) fn named(name: &str) -> Option<NamedFormat> {
        let index = FORMATS.iter().position(|known| *known == name)?;
        ALL.get(index).copied()
    }

    pub(super) fn name(self) -> &'static str {
        let index = ALL.iter().position(|known| *known == self);
        index
            .and_then(|index| FORMATS.get(index))
            .copied()
            .unwrap_or("format")
    }

    pub(super) fn holds(self, value: &Value) -> bool {
        match (self, value) {
            (Place, Value::Object(place)) => {
                let part = |name: &str| place.get(name).unwrap_or(&Value::Null);
                ProvinceCode.text_holds(part("province"))
                    && CommuneCode.text_holds(part("commune"))
                    && !matches!(place.get("detail"), Some(detail) if !detail.is_string())
            }
            (Place, _) => true,
            (Money, Value::Number(dong)) => dong.as_f64().is_none_or(|dong| dong >= 0.0),
            (_, Value::String(_)) => self.text_holds(value),
            _ => true,
        }
    }

    fn text_holds(self, value: &Value) -> bool {
        let Value::String(text) = value else {
            return false;
        };
        let canonical = match self {
            PersonName | PersonNamePart => format::person_name(text),
            CitizenId => format::citizen_id(text),
            IdentityNumber => format::identity_number(text),
            Phone => format::phone(text),
            Email => format::email(text),
            Date => format::date(text),
            PartialDate => format::partial_date(text),
            Money => format::amount(text),
            BirthCertificateCode => format::birth_certificate_code(text),
            Place => return false,
            ProvinceCode => return digits(text, 2),
            CommuneCode => return digits(text, 5),
        };
        canonical.is_ok_and(|canonical| canonical == *text)
    }
}

fn digits(text: &str, count: usize) -> bool {
    text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit())
}
