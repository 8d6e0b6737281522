//! A person about whom a form asks questions.

use crate::format::Sex;

/// A person whom a Group or Category describes.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The prefix of the ids of the questions about this person: `mother_`.
    pub(crate) prefix: String,
    /// The label of the Group or Category that describes this person.
    pub(crate) label: String,
    /// The person's sex, if the form makes it certain: a mother is a woman.
    pub(crate) sex: Option<Sex>,
}

impl Person {
    /// The part of a question id after the prefix of a person: for the id `mother_name` and the prefix `mother_` it is
    /// `name`.
    pub(crate) fn id_suffix<'a>(id: &'a str, prefix: &str) -> Option<&'a str> {
        id.strip_prefix(prefix).filter(|suffix| !suffix.is_empty())
    }
}
