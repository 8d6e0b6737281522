//! Why a form can't be used. For whoever wrote the form, so in English and to the point.

use core::fmt;

/// What is wrong with a form, and where.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadFault {
    /// The kind of mistake.
    pub reason: LoadReason,
    /// The name at fault: a keyword, an element, a question; or what was expected.
    pub name: String,
    /// JSON Pointer into the form: `/schema/properties/child_name/pattern`.
    pub at: String,
}

/// The kinds of mistake in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadReason {
    /// A JSON Schema keyword outside the subset.
    UnknownKeyword,
    /// A type that no question has.
    UnknownType,
    /// A format that isn't ours.
    UnknownFormat,
    /// A UI schema element or property outside the subset.
    UnknownElement,
    /// An option or a value of an option outside the subset.
    UnknownOption,
    /// A control, rule, requirement or derivation that names a property the schema lacks.
    UnknownQuestion,
    /// A person of whom nothing is asked, or of whom no Group or Category says that it asks about him.
    UnknownPerson,
    /// Two controls for one property, two groups for one person.
    AskedTwice,
    /// Always required, and hidden by a rule or never asked: nobody could send the form.
    HiddenRequired,
    /// A default that the property's own schema refuses.
    BadDefault,
    /// Nothing can fulfil it together with what stands beside it.
    Contradiction,
    /// A pattern that is none in ECMA-262.
    BadPattern,
    /// Not of the shape expected, which `name` tells.
    BadShape,
    /// Nested deeper than 64 levels.
    TooDeep,
    /// More than 5,000 fields.
    TooManyFields,
}

impl LoadFault {
    pub(super) fn new(reason: LoadReason, name: &str, at: &str) -> LoadFault {
        LoadFault {
            reason,
            name: name.to_owned(),
            at: at.to_owned(),
        }
    }

    pub(super) fn shape(expected: &str, at: &str) -> LoadFault {
        LoadFault::new(LoadReason::BadShape, expected, at)
    }
}

impl fmt::Display for LoadFault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            LoadReason::UnknownKeyword => "keyword outside the subset: ",
            LoadReason::UnknownType => "type outside the subset: ",
            LoadReason::UnknownFormat => "unknown format: ",
            LoadReason::UnknownElement => "element outside the subset: ",
            LoadReason::UnknownOption => "option outside the subset: ",
            LoadReason::UnknownQuestion => "no such property: ",
            LoadReason::UnknownPerson => "nobody is asked about by the name of: ",
            LoadReason::AskedTwice => "asked about twice: ",
            LoadReason::HiddenRequired => "always required, yet hidden or never asked: ",
            LoadReason::BadDefault => "the default breaks the property's own rules: ",
            LoadReason::Contradiction => "contradicts its own schema: ",
            LoadReason::BadPattern => "not a pattern: ",
            LoadReason::BadShape => "expected ",
            LoadReason::TooDeep => "nested too deep: ",
            LoadReason::TooManyFields => "too many fields: ",
        })?;
        f.write_str(&self.name)?;
        f.write_str(" at ")?;
        f.write_str(if self.at.is_empty() { "/" } else { &self.at })
    }
}

impl core::error::Error for LoadFault {}

/// The pointer to a member, with `~` and `/` escaped (RFC 6901).
pub(super) fn below(at: &str, name: &str) -> String {
    let mut pointer = String::with_capacity(at.len() + name.len() + 1);
    pointer.push_str(at);
    pointer.push('/');
    for letter in name.chars() {
        match letter {
            '~' => pointer.push_str("~0"),
            '/' => pointer.push_str("~1"),
            other => pointer.push(other),
        }
    }
    pointer
}

/// The name behind an escaped part of a pointer.
pub(super) fn unescaped(part: &str) -> String {
    part.replace("~1", "/").replace("~0", "~")
}
