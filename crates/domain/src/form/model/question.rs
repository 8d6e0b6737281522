//! A question and the kind of answer that it takes.

use serde_json::Value;

use super::carry_over::CarryOver;
use super::entry_id::entry_question_id;

/// One question of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Id of the question. It is the name of the property in the JSON Schema, and the key of the answer.
    pub id: String,
    /// Label that the app shows on screen.
    pub label: String,
    /// A sentence that helps the citizen to answer the question, often with an example.
    pub hint: Option<String>,
    /// The kind of answer that the question takes.
    pub kind: AnswerKind,
    /// The answer that a new draft contains by default.
    pub default: Option<Value>,
    /// The account data that answers the question in a new draft.
    pub prefill: Option<Prefill>,
    /// For a date: whether it may be after today.
    pub allows_future: bool,
    /// Ids of other questions. The app offers their answers as an answer to this question.
    pub same_as: Vec<String>,
    /// Whether the answer of an earlier dossier may be offered for this question.
    pub carry_over: CarryOver,
    /// The rules that show, hide, enable or disable the question, as indices into the rules of the form definition.
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
    /// A Vietnamese mobile phone number.
    Phone,
    /// An email address.
    Email,
    /// A date with day, month and year.
    Date,
    /// A date, a month with its year, or only a year.
    PartialDate,
    /// A postal address: province, commune, and the rest of the address as text.
    Place,
    /// One line of text, with its maximum number of characters.
    Text(usize),
    /// Several lines of text, with the maximum number of characters.
    LongText(usize),
    /// A whole number, 0 or more.
    Count,
    /// An amount of money in đồng.
    Money,
    /// The code of a birth notice (giấy chứng sinh).
    BirthCertificateCode,
    /// Yes or no, as a boolean.
    YesNo,
    /// One of many options, in a drop-down list.
    Select(Vec<AnswerOption>),
    /// One of a few options, as radio buttons.
    Radio(Vec<AnswerOption>),
    /// A statement to which the citizen must agree.
    Declaration,
    /// A derived answer that the citizen doesn't type: a date in words. The date is the answer to the question with
    /// this id.
    DateInWords(String),
    /// A repeating group: a list of entries, each of which answers the same questions.
    List(ListDefinition),
}

/// One option of a [`AnswerKind::Select`] or [`AnswerKind::Radio`] question.
#[derive(Clone, Debug, PartialEq)]
pub struct AnswerOption {
    /// The answer that is stored when this option is chosen.
    pub value: Value,
    /// Label that the app shows on screen.
    pub label: String,
}

impl AnswerOption {
    /// The value of the option as text, for the `value` attribute of a form control.
    pub fn key(&self) -> String {
        plain_text(&self.value)
    }
}

/// The questions and texts of a repeating group. An entry can't contain another list, and the questions of an entry
/// have no rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ListDefinition {
    /// The questions of each entry. Their ids are those within the entry: `name`. See [`Question::entry_questions`].
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
    /// The member `name` of the account.
    AccountName,
    /// The member `citizen_id` of the account.
    AccountCitizenId,
    /// The member `birth_date` of the account.
    AccountBirthDate,
    /// The member `phone` of the account.
    AccountPhone,
}

impl Question {
    /// The questions of one list entry, with full ids: `members/0/name`. `entry` is the place of the entry or its own id.
    /// Empty if this question isn't a list.
    pub fn entry_questions(&self, entry: &str) -> Vec<Question> {
        let with_full_id = |question: &Question| Question {
            id: entry_question_id(&self.id, entry, &question.id),
            ..question.clone()
        };
        match &self.kind {
            AnswerKind::List(list) => list.questions.iter().map(with_full_id).collect(),
            _ => Vec::new(),
        }
    }
}

/// A JSON value as text. A string has no quotes, and `null` is empty.
pub(crate) fn plain_text(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
