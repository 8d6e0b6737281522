//! Import errors. An error names the file, the record and the reason, in English for the operator.
//!
//! A citizen never sees these errors, because the backend doesn't start with invalid data.

use thiserror::Error;

/// An error in the data, which stops the import.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, {record}: {reason}")]
pub struct ImportError {
    /// The name of the data file with the error, relative to `crates/backend/data/`.
    pub file: String,
    /// The invalid record, such as `procedure 1.001193` or `province 44`. If the record is unknown, a line or a JSON
    /// Pointer.
    pub record: String,
    /// What is wrong with the record.
    pub reason: ImportErrorReason,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum ImportErrorReason {
    /// The data file isn't valid JSON, or the JSON doesn't have the expected structure.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A string isn't in Unicode normal form C (NFC).
    #[error("is not in Unicode normal form C")]
    NotNfc,
    /// A text for citizens is empty, or begins or ends with a space.
    #[error("`{0}` is empty or has spaces around it")]
    BadText(&'static str),
    /// A member has a value that the contract doesn't list. Contains the name of the member.
    #[error("`{0}` has an unknown value")]
    UnknownValue(&'static str),
    /// Another record has the same key or code.
    #[error("appears twice")]
    Duplicate,
    /// A code is malformed.
    #[error("the code `{code}` is not {pattern}")]
    BadCode {
        /// The malformed code.
        code: String,
        /// A description of the expected pattern.
        pattern: &'static str,
    },
    /// No agency has this key.
    #[error("unknown agency `{0}`")]
    UnknownAgency(String),
    /// No field has this key.
    #[error("unknown field `{0}`")]
    UnknownField(String),
    /// No form has this key.
    #[error("unknown form `{0}`")]
    UnknownForm(String),
    /// No procedure has this code.
    #[error("unknown procedure `{0}`")]
    UnknownProcedure(String),
    /// No province has this code.
    #[error("unknown province `{0}`")]
    UnknownProvince(String),
    /// The name of a procedure differs from the name in the procedure's own record.
    #[error("is called `{name}` here, but `{record}` in its record")]
    OtherName {
        /// The name that differs.
        name: String,
        /// The name in the procedure's own record.
        record: String,
    },
    /// The app has no translation in this language, or the portal doesn't offer the language.
    #[error("unknown language `{0}`")]
    UnknownLanguage(String),
    /// A text is missing in the portal's first language, which replaces missing translations.
    #[error("`{0}` lacks the portal's first language")]
    NotInFirstLanguage(&'static str),
    /// A tile links to a page that the contract doesn't define.
    #[error("links to an unknown page")]
    UnknownPage,
    /// A text has more characters, or a list has more entries, than the contract allows.
    #[error("has {count} characters or entries, but at most {max} are allowed")]
    OverTheLimit {
        /// The number of characters or entries.
        count: usize,
        /// The largest allowed number of characters or entries.
        max: usize,
    },
    /// A member of the theme isn't a CSS custom property.
    #[error("`{0}` is not a CSS custom property such as `--color-action`")]
    NotAToken(String),
    /// The order of the catalogue doesn't contain this procedure.
    #[error("is missing from the order of the catalogue")]
    NotInOrder,
    /// Two components of the procedure have the same code.
    #[error("component `{0}` appears twice")]
    RepeatedComponent(String),
    /// A component requires a file, but requires neither an original nor a copy. Such a component is only a note.
    #[error("component `{0}` requires a file but no original and no copy")]
    FileForANote(String),
    /// The text isn't a valid date.
    #[error("`{0}` is not a date (yyyy-mm-dd)")]
    NotADay(String),
    /// A time of day isn't written as `07:30`, or isn't later than the time before it.
    #[error("`{0}` is not a time (hh:mm), or not later than the opening")]
    NotATime(String),
    /// In a list of dates that must be in ascending order, this date isn't later than the date before it.
    #[error("is not later than the previous date")]
    NotInTime,
    /// A URL in the data doesn't use https.
    #[error("`{0}` is not an https URL")]
    BadUrl(String),
    /// The version of a wording is 0. Versions start at 1.
    #[error("has version 0")]
    NoVersion,
    /// One of the ten national statuses is missing.
    #[error("is missing")]
    Missing,
    /// A province has no communes, a group has no parts, or a part has no procedures.
    #[error("is empty")]
    Nothing,
    /// The group has no part with this key.
    #[error("unknown part `{0}`")]
    UnknownPart(String),
    /// Two parts of the group have the same key.
    #[error("part `{0}` appears twice")]
    RepeatedPart(String),
    /// A part of a group waits for its own result, directly or through other parts.
    #[error("part `{0}` can never start, because it waits for itself")]
    WaitsForItself(String),
    /// The form has no question with this id.
    #[error("form `{form}` has no question `{question}`")]
    UnknownQuestion {
        /// The key of the form.
        form: String,
        /// The unknown question id.
        question: String,
    },
    /// The form engine rejects a condition.
    #[error("the condition of `{of}` is invalid: {error}")]
    ConditionRefused {
        /// The code of the component or of the part's procedure that has the condition.
        of: String,
        /// The error message of the form engine.
        error: String,
    },
    /// The form engine rejects the form.
    #[error("the form engine rejects it: {0}")]
    FormRefused(String),
    /// The JSON Schema validator rejects the schema of the form.
    #[error("the JSON Schema validator rejects it: {0}")]
    SchemaRefused(String),
}

impl ImportErrorReason {
    /// Creates the import error from this reason, the file and the record.
    pub(super) fn at(self, file: &str, record: impl Into<String>) -> ImportError {
        ImportError {
            file: file.to_owned(),
            record: record.into(),
            reason: self,
        }
    }
}
