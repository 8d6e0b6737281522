//! Why a form can't be loaded. Written in English for the author of the form.

use core::fmt;

/// A mistake in a form's JSON Schema or UI schema, with its place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The kind of mistake.
    pub reason: LoadErrorReason,
    /// The wrong keyword, element or question. For [`LoadErrorReason::BadShape`]: what was expected instead.
    pub name: String,
    /// JSON Pointer (RFC 6901) into the form: `/schema/properties/child_name/pattern`.
    pub pointer: String,
}

/// The kinds of mistake in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadErrorReason {
    /// A JSON Schema keyword outside the subset.
    UnknownKeyword,
    /// A type, or a combination of type and format, that no question has.
    UnknownType,
    /// A format that is not one of ours.
    UnknownFormat,
    /// A UI schema element, or a member of one, outside the subset.
    UnknownElement,
    /// An option outside the subset, or an option with an unknown value.
    UnknownOption,
    /// A control, rule, requirement or derivation names a property that the schema lacks.
    UnknownQuestion,
    /// A `person` or `same_as` option names a person whom no question or no Group or Category describes.
    UnknownPerson,
    /// Two controls for one property, or two Groups or Categories for one person.
    AskedTwice,
    /// A question is always required, but hidden by a rule or never asked, so that the form could never be sent.
    HiddenRequired,
    /// The default value breaks the property's own schema.
    BadDefault,
    /// No value can fulfil this keyword together with the others of the same schema.
    Contradiction,
    /// Not a valid ECMA-262 regular expression.
    BadPattern,
    /// Not of the expected JSON shape. [`LoadError::name`] says what was expected.
    BadShape,
    /// Nested deeper than 64 levels.
    TooDeep,
    /// More than 5,000 fields.
    TooManyFields,
}

impl LoadError {
    pub(crate) fn new(reason: LoadErrorReason, name: &str, pointer: &str) -> LoadError {
        LoadError {
            reason,
            name: name.to_owned(),
            pointer: pointer.to_owned(),
        }
    }

    /// A value that is not of the shape `expected`.
    pub(crate) fn bad_shape(expected: &str, pointer: &str) -> LoadError {
        LoadError::new(LoadErrorReason::BadShape, expected, pointer)
    }
}

impl fmt::Display for LoadError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.reason {
            LoadErrorReason::UnknownKeyword => "unsupported JSON Schema keyword: ",
            LoadErrorReason::UnknownType => "unsupported type: ",
            LoadErrorReason::UnknownFormat => "unknown format: ",
            LoadErrorReason::UnknownElement => "unsupported UI schema element or member: ",
            LoadErrorReason::UnknownOption => "unsupported option: ",
            LoadErrorReason::UnknownQuestion => "no such property: ",
            LoadErrorReason::UnknownPerson => "no questions about this person: ",
            LoadErrorReason::AskedTwice => "asked twice: ",
            LoadErrorReason::HiddenRequired => "always required, but hidden or never asked: ",
            LoadErrorReason::BadDefault => "the default breaks the property's own schema: ",
            LoadErrorReason::Contradiction => "no value can fulfil this schema: ",
            LoadErrorReason::BadPattern => "not a valid regular expression: ",
            LoadErrorReason::BadShape => "expected ",
            LoadErrorReason::TooDeep => "nested too deep: ",
            LoadErrorReason::TooManyFields => "too many fields: ",
        })?;
        f.write_str(&self.name)?;
        f.write_str(" at ")?;
        f.write_str(if self.pointer.is_empty() {
            "/"
        } else {
            &self.pointer
        })
    }
}

impl core::error::Error for LoadError {}
