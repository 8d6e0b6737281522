//! The error when a form can't be loaded. Its text is in English, for the author of the form.

use core::fmt;

/// A mistake in a form's JSON Schema or UI schema, with its place in the form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LoadError {
    /// The kind of mistake.
    pub reason: LoadErrorReason,
    /// The wrong keyword, element or question. For [`LoadErrorReason::BadShape`]: what was expected instead.
    pub name: String,
    /// JSON Pointer (RFC 6901) to the mistake: `/schema/properties/child_name/pattern`.
    pub pointer: String,
}

/// The kinds of mistake in a form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoadErrorReason {
    /// A JSON Schema keyword outside the supported subset.
    UnknownKeyword,
    /// A type, or a combination of type and format, for which there is no kind of answer.
    UnknownType,
    /// A format that is not one of the project's named formats.
    UnknownFormat,
    /// A UI schema element, or a member of an element, outside the supported subset.
    UnknownElement,
    /// An option outside the supported subset, or an option with an unknown value.
    UnknownOption,
    /// A control, rule, requirement or derivation refers to a property that the schema lacks.
    UnknownQuestion,
    /// The option `person` refers to a person about whom there are no questions, or the option `same_as` refers to a
    /// person whom no Group or Category describes.
    UnknownPerson,
    /// Two controls for one property, or two Groups or Categories for one person.
    AskedTwice,
    /// A question is always required, but a rule can hide it or no control asks it. So the form could never be
    /// submitted.
    HiddenRequired,
    /// The default value of a property breaks the property's own schema.
    BadDefault,
    /// No value can fulfil this keyword together with the other keywords of the same schema.
    Contradiction,
    /// A pattern that is not a valid ECMA-262 regular expression.
    BadPattern,
    /// A JSON value of another type than expected. [`LoadError::name`] contains the expected type.
    BadShape,
    /// Schemas or UI schema elements that are nested more than 64 levels deep.
    TooDeep,
    /// More than 5,000 properties in one object.
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

    /// The error for a value that doesn't have the type `expected`.
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
