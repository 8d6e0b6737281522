//! Somebody whom a Group or Category asks about: what the ids of its questions begin with, and what the form says of him.

use serde_json::Value;

use super::control::Fields;
use super::load_fault::{LoadFault, LoadReason};
use super::schema::text;
use crate::format::Sex;

/// Somebody whom the form asks about.
#[derive(Clone, Debug)]
pub(super) struct Person {
    /// What the ids of the questions about him begin with.
    pub(super) begins: String,
    /// The words of his Group or Category.
    pub(super) label: String,
    /// His sex, where the form says it: a mother is a woman.
    pub(super) sex: Option<Sex>,
}

impl Person {
    /// Reads the options `person` and `sex`, which stand at `at` and `sex_at`, of a Group or Category of those words.
    pub(super) fn read(
        (person, at): (&Value, &str),
        (sex, sex_at): (Option<&Value>, &str),
        label: Option<&str>,
        fields: &Fields<'_>,
    ) -> Result<Person, LoadFault> {
        let begins = text(person, at)?;
        let mut asked = fields.root.object.properties.keys();
        if !asked.any(|id| ending(id, begins).is_some()) {
            return Err(LoadFault::new(LoadReason::UnknownPerson, begins, at));
        }
        let Some(label) = label else {
            return Err(LoadFault::shape("a label beside person", at));
        };
        let sex = match sex.map(Value::as_str) {
            None => None,
            Some(Some("Nam")) => Some(Sex::Male),
            Some(Some("Nữ")) => Some(Sex::Female),
            Some(_) => return Err(LoadFault::new(LoadReason::UnknownOption, "sex", sex_at)),
        };
        Ok(Person {
            begins: begins.to_owned(),
            label: label.to_owned(),
            sex,
        })
    }
}

/// What follows the beginning of a person's ids: `name` of `mother_name` for `mother_`.
pub(super) fn ending<'a>(id: &'a str, begins: &str) -> Option<&'a str> {
    id.strip_prefix(begins).filter(|end| !end.is_empty())
}
