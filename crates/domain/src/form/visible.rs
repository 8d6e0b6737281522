//! Which questions are asked just now, and which answers count. An answer to a hidden question is kept, so that
//! it is there when the question comes back, but it neither counts nor moves another rule.

use std::collections::BTreeSet;

use contract::account::Account;
use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::page::{Element, Page};
use super::question::{Kind, Prefill, Question, place_value, read};
use super::rule::Effect;
use crate::format;

/// Ids of the questions and notes to be seen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Visible(BTreeSet<String>);

impl Visible {
    /// Whether a question or note is to be seen.
    pub fn has(&self, id: &str) -> bool {
        self.0.contains(id)
    }

    /// Every id.
    pub fn ids(&self) -> impl Iterator<Item = &str> {
        self.0.iter().map(String::as_str)
    }
}

/// Longest chain of questions that each show the next; beyond it rules that contradict each other are left as
/// they stand.
const MAX_ROUNDS: usize = 64;

/// What is to be seen with these answers.
pub fn visible(definition: &Definition, answers: &Answers) -> Visible {
    let mut seen = everything(definition);
    for _ in 0..MAX_ROUNDS {
        let verdicts = verdicts(definition, answers, &seen);
        let shown = |element: &&Element| {
            element
                .rules()
                .iter()
                .all(|index| !matches!(verdicts.get(*index), Some(Verdict::Hidden)))
        };
        let now: BTreeSet<String> = definition
            .pages
            .iter()
            .flat_map(Page::elements)
            .filter(shown)
            .map(|element| element.id().to_owned())
            .collect();
        if now == seen.0 {
            break;
        }
        seen = Visible(now);
    }
    seen
}

/// Ids of the questions that are to be seen and can't be answered just now.
pub fn disabled(definition: &Definition, answers: &Answers) -> Visible {
    disabled_among(definition, answers, &visible(definition, answers))
}

/// The same, where it is known what is to be seen.
pub(super) fn disabled_among(
    definition: &Definition,
    answers: &Answers,
    seen: &Visible,
) -> Visible {
    let verdicts = verdicts(definition, answers, seen);
    let locked = |question: &&Question| {
        seen.has(&question.id)
            && question
                .rules
                .iter()
                .any(|index| matches!(verdicts.get(*index), Some(Verdict::Disabled)))
    };
    Visible(
        definition
            .questions()
            .filter(locked)
            .map(|question| question.id.clone())
            .collect(),
    )
}

/// The answers that count: to questions that are to be seen, without blanks, free text without marks that hide
/// in it, and with what is derived from them.
///
/// This is what is sent, what [`super::check`] judges, and what any JSON Schema validator must judge alike.
pub fn counted(definition: &Definition, answers: &Answers) -> Answers {
    counted_among(definition, answers, &visible(definition, answers))
}

/// The same, where it is known what is to be seen.
pub(super) fn counted_among(definition: &Definition, answers: &Answers, seen: &Visible) -> Answers {
    let mut counted = Answers::new();
    for question in definition
        .questions()
        .filter(|question| seen.has(&question.id))
    {
        if matches!(question.kind, Kind::WordsOf(_)) {
            continue;
        }
        if let Some(answer) = answers.get(&question.id).filter(|answer| !is_blank(answer)) {
            counted.insert(question.id.clone(), clean(&question.kind, answer));
        }
    }
    for (id, value) in derived(definition, &counted) {
        if seen.has(&id) && !value.is_null() {
            counted.insert(id, value);
        }
    }
    counted
}

/// An entry's answers as the form's: to its questions, without blanks, free text clean. No entry goes: the others keep their numbers.
fn clean_entry(questions: &[Question], entry: &Value) -> Value {
    let Value::Object(members) = entry else {
        return entry.clone();
    };
    let kept = members.iter().filter(|(_, answer)| !is_blank(answer));
    let clean_one = |(id, answer): (&String, &Value)| {
        let question = questions.iter().find(|question| question.id == *id)?;
        Some((id.clone(), clean(&question.kind, answer)))
    };
    Value::Object(kept.filter_map(clean_one).collect())
}

/// Free text in the form in which the app keeps it, whoever wrote it; what is too long stays as it is, and is told.
fn clean(kind: &Kind, answer: &Value) -> Value {
    let text = |name: &str| answer.get(name).and_then(Value::as_str);
    let clean = match (kind, answer) {
        (Kind::Text(_) | Kind::LongText(_), Value::String(typed)) => read(kind, typed),
        (Kind::List(entries), Value::Array(given)) => {
            let entry = |entry| clean_entry(&entries.questions, entry);
            return Value::Array(given.iter().map(entry).collect());
        }
        // Another shape than these three texts is a fault, and stays one.
        (Kind::Place, Value::Object(parts)) if parts.len() == 3 => {
            match (text("province"), text("commune"), text("detail")) {
                (Some(province), Some(commune), Some(detail)) => {
                    place_value(province, commune, detail)
                }
                _ => return answer.clone(),
            }
        }
        _ => return answer.clone(),
    };
    clean.unwrap_or_else(|_| answer.clone())
}

/// Every derived answer as it should be now; `Null` while its source has no answer.
pub fn derived(definition: &Definition, answers: &Answers) -> Vec<(String, Value)> {
    let words = |question: &Question| match &question.kind {
        Kind::WordsOf(source) => {
            let date = answers.get(source).and_then(Value::as_str);
            let words = date
                .and_then(format::date_in_words)
                .map_or(Value::Null, Value::String);
            Some((question.id.clone(), words))
        }
        _ => None,
    };
    definition.questions().filter_map(words).collect()
}

/// The answers a new draft begins with: defaults, and what the account knows in the form the question takes.
pub fn starting_answers(definition: &Definition, account: Option<&Account>) -> Answers {
    let mut answers = Answers::new();
    for question in definition.questions() {
        let known = match (question.prefill, account) {
            (Some(Prefill::AccountName), Some(account)) => Some(&account.name),
            (Some(Prefill::AccountCitizenId), Some(account)) => Some(&account.citizen_id),
            (Some(Prefill::AccountBirthDate), Some(account)) => account.birth_date.as_ref(),
            (Some(Prefill::AccountPhone), Some(account)) => account.phone.as_ref(),
            _ => None,
        };
        // An old nine-digit id doesn't answer a question for twelve.
        let fitting = known.and_then(|text| super::question::read(&question.kind, text).ok());
        if let Some(answer) = fitting.or_else(|| question.default.clone()) {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}

fn everything(definition: &Definition) -> Visible {
    let elements = definition.pages.iter().flat_map(Page::elements);
    Visible(elements.map(|element| element.id().to_owned()).collect())
}

/// What a rule says just now.
#[derive(Clone, Copy)]
enum Verdict {
    Nothing,
    Hidden,
    Disabled,
}

fn verdicts(definition: &Definition, answers: &Answers, seen: &Visible) -> Vec<Verdict> {
    let rules = definition.rules.iter().map(|rule| {
        let holds = rule.condition.holds(answers, seen);
        match (rule.effect, holds) {
            (Effect::Show, false) | (Effect::Hide, true) => Verdict::Hidden,
            (Effect::Enable, false) | (Effect::Disable, true) => Verdict::Disabled,
            _ => Verdict::Nothing,
        }
    });
    rules.collect()
}

pub(super) fn is_blank(answer: &Value) -> bool {
    match answer {
        Value::Null => true,
        Value::String(text) => format::is_blank(text),
        Value::Object(members) => members.is_empty(),
        Value::Array(entries) => entries.is_empty(),
        _ => false,
    }
}
