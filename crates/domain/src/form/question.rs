//! A question, what kind of answer it takes, and the way between typed text and the value that travels.

use contract::limits::TEXT_CHARS;
use serde_json::{Map, Value};

use super::carry_over::CarryOver;
use super::entries::Entries;
use crate::format::{self, Fault};

/// One question of a form.
#[derive(Clone, Debug, PartialEq)]
pub struct Question {
    /// Field id; the key of its answer.
    pub id: String,
    /// Words on screen.
    pub label: String,
    /// A sentence that helps to answer, often with an example.
    pub hint: Option<String>,
    /// What kind of answer it takes.
    pub kind: Kind,
    /// The answer it begins with.
    pub default: Option<Value>,
    /// What of the account answers it at first.
    pub prefill: Option<Prefill>,
    /// For a date: it may lie in the future.
    pub may_be_future: bool,
    /// Questions whose answer may be this one's too, to be offered.
    pub same_as: Vec<String>,
    /// Whether an earlier dossier may answer it again.
    pub carry_over: CarryOver,
    /// Rules that show, hide, enable or disable it, as indices into the definition's.
    pub(super) rules: Vec<usize>,
}

/// What kind of answer a question takes.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// A person's full name.
    PersonName,
    /// A part of a name: họ, chữ đệm or tên.
    PersonNamePart,
    /// Twelve digits.
    CitizenId,
    /// Twelve digits, or nine of an old CMND.
    IdentityNumber,
    /// A mobile number.
    Phone,
    /// An address for electronic mail.
    Email,
    /// A day.
    Date,
    /// A day, a month or a year.
    PartialDate,
    /// Province, commune and what stands on the gate.
    Place,
    /// One line of at most so many characters.
    Text(usize),
    /// Several lines of at most so many characters.
    LongText(usize),
    /// A whole number.
    Count,
    /// A sum in đồng.
    Money,
    /// The code of a giấy chứng sinh.
    BirthCertificateCode,
    /// Có or không.
    YesNo,
    /// One of many choices.
    Select(Vec<Choice>),
    /// One of a few choices, all in view.
    Radio(Vec<Choice>),
    /// A sentence to agree to.
    Declaration,
    /// Not asked: the date answered to that question, in words.
    WordsOf(String),
    /// A repeating group: entries that answer the same questions.
    List(Entries),
}

/// One choice.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    /// The answer it gives.
    pub value: Value,
    /// Words on screen.
    pub label: String,
}

impl Choice {
    /// The value as a text, for a form control.
    pub fn key(&self) -> String {
        plain(&self.value)
    }
}

/// What of the account answers a question at first.
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

/// The value of a typed text. A choice is typed as its [`Choice::key`], yes and no as `true` and `false`, a place
/// as JSON (see [`place_value`]), a list as JSON too.
pub fn read(kind: &Kind, typed: &str) -> Result<Value, Fault> {
    let text = match kind {
        Kind::PersonName | Kind::PersonNamePart => format::person_name(typed)?,
        Kind::CitizenId => format::citizen_id(typed)?,
        Kind::IdentityNumber => format::identity_number(typed)?,
        Kind::Phone => format::phone(typed)?,
        Kind::Email => format::email(typed)?,
        Kind::Date => format::date(typed)?,
        Kind::PartialDate => format::partial_date(typed)?,
        Kind::BirthCertificateCode => format::birth_certificate_code(typed)?,
        Kind::Text(max) => format::one_line_text(typed, *max)?,
        Kind::LongText(max) => format::plain_text(typed, *max)?,
        Kind::WordsOf(_) => format::one_line_text(typed, TEXT_CHARS)?,
        Kind::Count => return whole(&format::count(typed)?),
        Kind::Money => return whole(&format::amount(typed)?),
        Kind::YesNo | Kind::Declaration => {
            return match typed {
                "true" => Ok(Value::Bool(true)),
                "false" => Ok(Value::Bool(false)),
                "" => Err(Fault::Empty),
                _ => Err(Fault::NotAChoice),
            };
        }
        Kind::Select(choices) | Kind::Radio(choices) => {
            if typed.is_empty() {
                return Err(Fault::Empty);
            }
            let chosen = choices.iter().find(|choice| choice.key() == typed);
            return chosen
                .map(|choice| choice.value.clone())
                .ok_or(Fault::NotAChoice);
        }
        Kind::Place => return read_place(typed),
        Kind::List(_) => return serde_json::from_str(typed).map_err(|_| Fault::NotAChoice),
    };
    Ok(Value::String(text))
}

/// An answer for the eye. A choice gives its words, a place its detail alone: the names of its province and commune
/// are looked up by whoever has them, a list how many entries it has. An answer of another shape is shown as it is.
pub fn show(kind: &Kind, answer: &Value) -> String {
    match (kind, answer) {
        (Kind::Phone, Value::String(phone)) => format::group_phone(phone),
        (Kind::CitizenId | Kind::IdentityNumber, Value::String(id)) => format::group_citizen_id(id),
        (Kind::Money, Value::Number(dong)) => match dong.as_u64() {
            Some(dong) => format::money(dong),
            None => plain(answer),
        },
        (Kind::YesNo | Kind::Declaration, Value::Bool(true)) => "Có".to_owned(),
        (Kind::YesNo | Kind::Declaration, Value::Bool(false)) => "Không".to_owned(),
        (Kind::Select(choices) | Kind::Radio(choices), _) => {
            let chosen = choices
                .iter()
                .find(|choice| super::schema::same(&choice.value, answer));
            chosen.map_or_else(|| plain(answer), |choice| choice.label.clone())
        }
        (Kind::Place, Value::Object(place)) => place.get("detail").map(plain).unwrap_or_default(),
        (Kind::List(_), Value::Array(entries)) => entries.len().to_string(),
        _ => plain(answer),
    }
}

/// A place as an answer. The detail may be empty.
pub fn place_value(province: &str, commune: &str, detail: &str) -> Result<Value, Fault> {
    if province.is_empty() && commune.is_empty() && detail.trim().is_empty() {
        return Err(Fault::Empty);
    }
    let code =
        |text: &str, len| text.len() == len && text.bytes().all(|byte| byte.is_ascii_digit());
    if !code(province, 2) || !code(commune, 5) {
        return Err(Fault::UnknownPlace);
    }
    let mut place = Map::new();
    place.insert("province".to_owned(), Value::String(province.to_owned()));
    place.insert("commune".to_owned(), Value::String(commune.to_owned()));
    match format::one_line_text(detail, TEXT_CHARS) {
        Ok(detail) => {
            place.insert("detail".to_owned(), Value::String(detail));
        }
        Err(Fault::Empty) => {}
        Err(fault) => return Err(fault),
    }
    Ok(Value::Object(place))
}

fn read_place(typed: &str) -> Result<Value, Fault> {
    if typed.is_empty() {
        return Err(Fault::Empty);
    }
    let place: Value = serde_json::from_str(typed).map_err(|_| Fault::UnknownPlace)?;
    let part = |name| place.get(name).and_then(Value::as_str).unwrap_or("");
    place_value(part("province"), part("commune"), part("detail"))
}

fn whole(digits: &str) -> Result<Value, Fault> {
    digits
        .parse::<u64>()
        .map(Value::from)
        .map_err(|_| Fault::NotANumber)
}

/// A value as bare text.
pub(super) fn plain(value: &Value) -> String {
    match value {
        Value::String(text) => text.clone(),
        Value::Null => String::new(),
        other => other.to_string(),
    }
}
