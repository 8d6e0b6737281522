//! Reads the options `person` and `sex` of a Group or Category.

use serde_json::Value;

use super::fields::Fields;
use crate::form::json_schema::{LoadError, LoadErrorReason, child_pointer, expect_text};
use crate::form::model::Person;
use crate::format::Sex;

/// Reads the person whom a Group or Category describes, from its options at `pointer`.
pub(super) fn read_person(
    options: &Value,
    pointer: &str,
    label: Option<&str>,
    fields: &Fields<'_>,
) -> Result<Person, LoadError> {
    let person_pointer = child_pointer(pointer, "person");
    let prefix = options.get("person").unwrap_or(&Value::Null);
    let prefix = expect_text(prefix, &person_pointer)?;
    let mut ids = fields.root.object.properties.keys();
    if !ids.any(|id| Person::id_suffix(id, prefix).is_some()) {
        let reason = LoadErrorReason::UnknownPerson;
        return Err(LoadError::new(reason, prefix, &person_pointer));
    }
    let Some(label) = label else {
        return Err(LoadError::bad_shape(
            "a label beside person",
            &person_pointer,
        ));
    };
    let sex = match options.get("sex").map(Value::as_str) {
        None => None,
        Some(Some("Nam")) => Some(Sex::Male),
        Some(Some("Nữ")) => Some(Sex::Female),
        Some(_) => {
            let pointer = child_pointer(pointer, "sex");
            return Err(LoadError::new(
                LoadErrorReason::UnknownOption,
                "sex",
                &pointer,
            ));
        }
    };
    Ok(Person {
        prefix: prefix.to_owned(),
        label: label.to_owned(),
        sex,
    })
}
