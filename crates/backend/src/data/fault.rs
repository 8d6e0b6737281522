//! Why data was refused: the file, the record and the reason, in English for the operator.
//!
//! A fault never reaches a citizen: the backend doesn't start with bad data.

use thiserror::Error;

/// One record that cannot be imported.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
#[error("{file}, {record}: {reason}")]
pub struct ImportFault {
    /// Name of the file below `crates/backend/data/`.
    pub file: String,
    /// The record: `procedure 1.001193`, `province 44`, or a JSON Pointer.
    pub record: String,
    /// What is wrong with it.
    pub reason: Reason,
}

/// What is wrong with a record.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum Reason {
    /// The text isn't JSON, or not of the expected shape.
    #[error("cannot be read: {0}")]
    Unreadable(String),
    /// A string holds decomposed letters.
    #[error("is not in Unicode normal form C")]
    NotNfc,
    /// A text that people read is empty or has spaces around it.
    #[error("`{0}` is empty or has spaces around it")]
    BadText(&'static str),
    /// The key or code exists already.
    #[error("appears twice")]
    Duplicate,
    /// The code doesn't have its pattern.
    #[error("the code `{code}` is not {pattern}")]
    BadCode {
        /// The code at fault.
        code: String,
        /// Its pattern in words.
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
    /// The procedure's record has another name.
    #[error("is called `{name}` here, and `{record}` in its record")]
    OtherName {
        /// The name at fault.
        name: String,
        /// The name in the record.
        record: String,
    },
    /// The app has no words in this language, or the portal doesn't offer it.
    #[error("unknown language `{0}`")]
    UnknownLanguage(String),
    /// The language that stands in for the others is absent.
    #[error("`{0}` lacks the portal's first language")]
    NotInFirstLanguage(&'static str),
    /// The tile's page isn't one of the contract's.
    #[error("leads to no page that is known")]
    UnknownPage,
    /// More characters or entries than the contract allows.
    #[error("has {count}, and at most {most} are allowed")]
    OverTheLimit {
        /// How many there are.
        count: usize,
        /// How many there may be.
        most: usize,
    },
    /// A member of the theme isn't a custom property.
    #[error("`{0}` is not a CSS custom property such as `--color-action`")]
    NotAToken(String),
    /// The catalogue's order leaves this procedure out.
    #[error("is missing from the order of the catalogue")]
    NotInOrder,
    /// Two components of the procedure have this code.
    #[error("component `{0}` appears twice")]
    RepeatedComponent(String),
    /// A row with no original and no copy is a note: nothing can be attached to it.
    #[error("component `{0}` wants a file but no original and no copy")]
    FileForANote(String),
    /// The text isn't a day of the calendar.
    #[error("`{0}` is not a day (yyyy-mm-dd)")]
    NotADay(String),
    /// Days must rise.
    #[error("stands before an earlier day")]
    NotInTime,
    /// The address isn't https.
    #[error("`{0}` is not an https address")]
    BadAddress(String),
    /// Versions of a wording are counted from one.
    #[error("has version 0")]
    NoVersion,
    /// One of the ten national statuses is absent.
    #[error("is missing")]
    Missing,
    /// A province without communes, a group without parts, or a part without procedures.
    #[error("has nothing in it")]
    Nothing,
    /// The group has no part of this key.
    #[error("unknown part `{0}`")]
    UnknownPart(String),
    /// Two parts of the group have this key.
    #[error("part `{0}` appears twice")]
    RepeatedPart(String),
    /// The part waits for itself, or for one that waits for it.
    #[error("part `{0}` can never begin")]
    WaitsForItself(String),
    /// The form asks no such question.
    #[error("form `{form}` has no question `{question}`")]
    UnknownQuestion {
        /// Key of the form.
        form: String,
        /// The id that it lacks.
        question: String,
    },
    /// The form engine can't read a condition.
    #[error("the condition of `{of}` can't be read: {fault}")]
    ConditionRefused {
        /// The component, or the procedure of a part.
        of: String,
        /// Why.
        fault: String,
    },
    /// The form engine refuses the definition.
    #[error("the form engine refuses it: {0}")]
    FormRefused(String),
    /// The JSON Schema validator refuses the schema.
    #[error("the JSON Schema validator refuses it: {0}")]
    SchemaRefused(String),
}

impl Reason {
    /// The fault of one record in one file.
    pub(super) fn at(self, file: &str, record: impl Into<String>) -> ImportFault {
        ImportFault {
            file: file.to_owned(),
            record: record.into(),
            reason: self,
        }
    }
}
