//! Answers as lines to read: the label of the question and what was answered or derived, section by section.
//! Hidden questions have no line.

use contract::form::Answers;
use domain::form::{
    AnswerKind, FormDefinition, Question, display_answer, effective_answers, find_answer,
    visible_elements,
};
use serde_json::Value;

use super::places::Places;

/// Answers of one section.
pub struct AnswerSection {
    /// Title of the page of the form.
    pub title: String,
    /// Number of the page of the form, from 1.
    pub page: usize,
    /// Its lines.
    pub lines: Vec<AnswerLine>,
}

/// One question with its answer.
pub struct AnswerLine {
    /// Id of the question.
    pub question: String,
    /// Id of the question that is asked: itself, or the one it is derived from.
    pub asked_at: String,
    /// Its label.
    pub label: String,
    /// What was answered, if anything.
    pub answer: Option<String>,
    /// The label is a sentence, and the citizen has agreed to it.
    pub is_agreed: bool,
}

/// Every visible question of the form, in reading order. Tracked: names of places come when they are known.
pub fn answer_sections(
    places: Places,
    form: &FormDefinition,
    answers: &Answers,
) -> Vec<AnswerSection> {
    let seen = visible_elements(form, answers);
    let answers = effective_answers(form, answers);
    form.pages()
        .iter()
        .enumerate()
        .filter(|(_, page)| page.is_visible(&seen))
        .map(|(place, page)| AnswerSection {
            title: page.title.clone(),
            page: place.saturating_add(1),
            lines: page
                .questions()
                .filter(|question| seen.contains(&question.id))
                .flat_map(|question| lines(places, form, question, &answers))
                .collect(),
        })
        .collect()
}

/// The answer to one question in lines, tracked as well: a place by its names, a list entry by entry.
pub fn answer_words(
    places: Places,
    form: &FormDefinition,
    question: &Question,
    answers: &Answers,
) -> Vec<String> {
    let is_list = matches!(question.kind, AnswerKind::List(_));
    let said = |line: AnswerLine| match (line.answer, is_list) {
        (Some(answer), true) => Some([&line.label, ": ", &answer].concat()),
        (answer, _) => answer,
    };
    let lines = lines(places, form, question, answers).into_iter();
    lines.filter_map(said).collect()
}

/// The line of a question; of a list the lines of its entries, or one that says there is none.
fn lines(
    places: Places,
    form: &FormDefinition,
    question: &Question,
    answers: &Answers,
) -> Vec<AnswerLine> {
    let count = match (&question.kind, answers.get(&question.id)) {
        (AnswerKind::List(_), Some(Value::Array(entries))) => entries.len(),
        _ => return vec![line(places, question, answers)],
    };
    let entries = (0..count).flat_map(|index| question.entry_questions(index));
    let named = |asked: Question| AnswerLine {
        label: form.label(&asked.id).unwrap_or_default(),
        ..line(places, &asked, answers)
    };
    entries.map(named).collect()
}

fn line(places: Places, question: &Question, answers: &Answers) -> AnswerLine {
    let answer = find_answer(answers, &question.id);
    AnswerLine {
        question: question.id.clone(),
        asked_at: match &question.kind {
            AnswerKind::DateInWords(source) => source.clone(),
            _ => question.id.clone(),
        },
        label: question.label.clone(),
        answer: answer
            .map(|answer| answer_text(places, question, answer))
            .filter(|text| !text.is_empty()),
        is_agreed: question.kind == AnswerKind::Declaration && answer == Some(&Value::Bool(true)),
    }
}

fn answer_text(places: Places, question: &Question, answer: &Value) -> String {
    let shown = display_answer(&question.kind, answer);
    match (&question.kind, answer) {
        (AnswerKind::Place, Value::Object(place)) => {
            let code = |key: &str| place.get(key).and_then(Value::as_str).unwrap_or_default();
            let name = place_name(places, code("province"), code("commune"));
            match shown.is_empty() {
                true => name,
                false => [shown.as_str(), "\n", &name].concat(),
            }
        }
        _ => shown,
    }
}

/// The name of a place, tracked; empty while it is on its way.
pub fn place_name(places: Places, province: &str, commune: &str) -> String {
    places.name(province, commune).unwrap_or_default()
}
