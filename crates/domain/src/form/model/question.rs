//! A question and the kind of answer it takes.

use serde_json::Value;

use super::carry_over::CarryOver;
use super::entry_id::entry_question_id;

/// One question of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id of the property in the JSON Schema, and key of the answer.
    pub id: String,
    /// Text on screen.
    pub label: String,
    /// A sentence that helps to answer, often with an example.
    pub hint: Option<String>,
    /// The kind of answer it takes.
    pub kind: AnswerKind,
    /// The answer of a new draft.
    pub default: Option<Value>,
    /// The account data that answers it in a new draft.
    pub prefill: Option<Prefill>,
    /// For a date: whether it may be after today.
    pub allows_future: bool,
    /// Ids of questions whose answers are offered as an answer to this one.
    pub same_as: Vec<String>,
    /// Whether an earlier dossier may answer it.
    pub carry_over: CarryOver,
    /// The rules that show, hide, enable or disable it, as indices into the rules of the form definition.
    pub(crate) rules: Vec<usize>,
}

/// The kind of answer that a question takes.
#[derive(Clone, Debug, PartialEq)]
pub enum AnswerKind {
    /// A person's full name.
    PersonName,
    /// A part of a person's name: họ, chữ đệm or tên.
    PersonNamePart,
    /// A personal identification number of twelve digits.
    CitizenId,
    /// A personal identification number of twelve digits, or the nine digits of an old CMND.
    IdentityNumber,
    /// A mobile number.
    Phone,
    /// An email address.
    Email,
    /// A day.
    Date,
    /// A day, a month or a year.
    PartialDate,
    /// A postal address: province, commune, and the rest as text.
    Place,
    /// One line, with the maximum number of characters.
    Text(usize),
    /// Several lines, with the maximum number of characters.
    LongText(usize),
    /// A whole number, 0 or more.
    Count,
    /// An amount of money in đồng.
    Money,
    /// The code of a birth notice (giấy chứng sinh).
    BirthCertificateCode,
    /// Yes or no.
    YesNo,
    /// One of many options, in a drop-down list.
    Select(Vec<AnswerOption>),
    /// One of a few options, as radio buttons.
    Radio(Vec<AnswerOption>),
    /// A statement that the citizen must agree to.
    Declaration,
    /// Not asked but derived: the date that answers the question with this id, in words.
    DateInWords(String),
    /// A repeating group: a list of entries, each of which answers the same questions.
    List(ListDefinition),
}

/// One option of a [`AnswerKind::Select`] or [`AnswerKind::Radio`] question.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// The answer that is stored when this option is chosen.
    pub value: Value,
    /// Text on screen.
    pub label: String,
}

impl AnswerOption {
    /// The value as text, for the `value` attribute of a form control.
    pub fn key(&self) -> String {
        plain_text(&self.value)
    }
}

/// The questions of a repeating group, and its texts. Entries hold no further lists, and their questions have no rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ListDefinition {
    /// The questions of each entry, with ids within the entry: `name`. See [`Question::entry_questions`].
    pub questions: Vec<Question>,
    /// Text of the button that adds an entry: «Thêm thành viên».
    pub add_label: Option<String>,
    /// Name of one entry: «Thành viên».
    pub entry_label: Option<String>,
    /// The maximum number of entries.
    pub max_entries: Option<usize>,
}

/// The account data that answers a question in a new draft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefill {
    /// `account.name`.
    AccountName,
    /// `account.citizen_id`.
    AccountCitizenId,
    /// `account.birth_date`.
    AccountBirthDate,
    /// `account.phone`.
    AccountPhone,
}

impl Question {
    /// The questions of the entry at `index`, with full ids: `members/0/name`. Empty unless this is a list.
    pub fn entry_questions(&self, index: usize) -> Vec<Question> {
        let with_full_id = |question: &Question| Question {
            id: entry_question_id(&self.id, index, &question.id),
            ..question.clone()
        };
        match &self.kind {
            AnswerKind::List(list) => list.questions.iter().map(with_full_id).collect(),
            _ => Vec::new(),
        }
    }
}

/// A JSON value as text without quotes; empty for `null`.
pub(crate) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
