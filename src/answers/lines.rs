//! Shows answers as lines of text, grouped by the pages of the form. Each line has the label of a question and its
//! answer, which the citizen gave or the form derived. Hidden questions have no line.

use contract::form::Answers;
use domain::form::{
    AnswerKind, FormDefinition, Question, display_answer, effective_answers, find_answer,
    visible_elements,
};
use serde_json::Value;

use super::places::PlaceDirectory;

/// The answers to the questions on one page of the form.
pub struct AnswerSection {
    /// Title of the form page.
    pub title: String,
    /// Number of the form page, from 1.
    pub page: usize,
    /// The lines of the visible questions.
    pub lines: Vec<AnswerLine>,
}

/// A question with its answer.
pub struct AnswerLine {
    /// Id of the question on this line.
    pub question: String,
    /// Id of the question that the citizen edits to change this answer. It differs from `question` only if the answer
    /// is derived from another question.
    pub edited_question: String,
    /// Label of the question.
    pub label: String,
    /// The answer as text; `None` if the question is not answered.
    pub answer: Option<String>,
    /// Whether the label is a statement that the citizen has agreed to by ticking a box.
    pub is_agreed: bool,
}

/// The lines of all visible questions, in the order of the form. Reactive: the names of places appear once they are
/// loaded.
pub fn answer_sections(
    places: PlaceDirectory,
    form: &FormDefinition,
    answers: &Answers,
) -> Vec<AnswerSection> {
    let visible_ids = visible_elements(form, answers);
    let answers = effective_answers(form, answers);
    form.pages()
        .iter()
        .enumerate()
        .filter(|(_, page)| page.is_visible(&visible_ids))
        .map(|(index, page)| AnswerSection {
            title: page.title.clone(),
            page: index.saturating_add(1),
            lines: page
                .questions()
                .filter(|question| visible_ids.contains(&question.id))
                .flat_map(|question| lines(places, form, question, &answers))
                .collect(),
        })
        .collect()
}

/// The answer to one question, as one text for each line. A place is shown by its names; an [`AnswerKind::List`] has a
/// text for each question of each entry. Reactive.
pub fn answer_texts(
    places: PlaceDirectory,
    form: &FormDefinition,
    question: &Question,
    answers: &Answers,
) -> Vec<String> {
    let is_list = matches!(question.kind, AnswerKind::List(_));
    let text = |line: AnswerLine| match (line.answer, is_list) {
        (Some(answer), true) => Some([&line.label, ": ", &answer].concat()),
        (answer, _) => answer,
    };
    let lines = lines(places, form, question, answers).into_iter();
    lines.filter_map(text).collect()
}

/// The lines of one question. An [`AnswerKind::List`] has a line for each question of each entry, or a single line
/// without an answer if the citizen has added no entry. Any other question has one line.
fn lines(
    places: PlaceDirectory,
    form: &FormDefinition,
    question: &Question,
    answers: &Answers,
) -> Vec<AnswerLine> {
    let count = match (&question.kind, answers.get(&question.id)) {
        (AnswerKind::List(_), Some(Value::Array(entries))) => entries.len(),
        _ => return vec![line(places, question, answers)],
    };
    let entries = (0..count).flat_map(|index| question.entry_questions(&index.to_string()));
    let labelled = |question: Question| AnswerLine {
        label: form.label(&question.id).unwrap_or_default(),
        ..line(places, &question, answers)
    };
    entries.map(labelled).collect()
}

/// The line of a question that isn't an [`AnswerKind::List`].
fn line(places: PlaceDirectory, question: &Question, answers: &Answers) -> AnswerLine {
    let answer = find_answer(answers, &question.id);
    AnswerLine {
        question: question.id.clone(),
        edited_question: match &question.kind {
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

/// An answer as text. A place has two lines of text: the address that the citizen typed, and below it the names of the
/// commune and the province.
fn answer_text(places: PlaceDirectory, question: &Question, answer: &Value) -> String {
    let text = display_answer(&question.kind, answer);
    match (&question.kind, answer) {
        (AnswerKind::Place, Value::Object(place)) => {
            let code = |key: &str| place.get(key).and_then(Value::as_str).unwrap_or_default();
            let name = place_name(places, code("province"), code("commune"));
            match text.is_empty() {
                true => name,
                false => [text.as_str(), "\n", &name].concat(),
            }
        }
        _ => text,
    }
}

/// The name of a place, given by the codes of its province and commune. The name is empty until it is loaded. Reactive.
pub fn place_name(places: PlaceDirectory, province: &str, commune: &str) -> String {
    places.name(province, commune).unwrap_or_default()
}
