//! A person about whom a form asks questions.

use crate::format::Sex;

/// A person described by a Group or Category, with the prefix of the ids of the questions about them.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    /// The prefix: `mother_`.
    pub(crate) prefix: String,
    /// The label of the Group or Category.
    pub(crate) label: String,
    /// The person's sex, where it is certain: a mother is a woman.
    pub(crate) sex: Option<Sex>,
}

impl Person {
    /// The part of a question id after a person's prefix: `name` of `mother_name` for `mother_`.
    pub(crate) fn id_suffix<'a>(id: &'a str, prefix: &str) -> Option<&'a str> {
        id.strip_prefix(prefix).filter(|suffix| !suffix.is_empty())
    }
}
