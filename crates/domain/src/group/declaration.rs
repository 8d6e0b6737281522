//! Builds the declaration of each part of a group from the answers to the group's form.

use contract::draft::Delivery;
use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use contract::place::PlaceRef;
use serde_json::Value;

use crate::form::{AnswerKind, FormDefinition, display_answer, effective_answers};
use crate::map_of;

/// The answers of the declaration for one part. If an answer of the declaration is copied from a question that has no
/// answer in the group's form, the declaration lacks this answer.
///
/// `delivery` is how the citizen receives the result of this part. `place_name` returns the name of a place: «Xã Triệu
/// Phong, Tỉnh Quảng Trị».
pub fn build_declaration(
    procedure: &PartProcedure,
    form: &FormDefinition,
    answers: &Answers,
    delivery: Option<&Delivery>,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
) -> Answers {
    let answers = effective_answers(form, answers);
    let answer = |source: &AnswerSource| match source {
        AnswerSource::From(id) => answers.get(id).cloned(),
        AnswerSource::Value(value) => Some(value.clone()),
        AnswerSource::Text(template) => {
            let text = fill_placeholders(template, form, &answers, place_name);
            Some(Value::String(text))
        }
        AnswerSource::Later(_) | AnswerSource::Other => None,
        AnswerSource::Delivery => delivery.map(|delivery| Value::from(declared_delivery(delivery))),
    };
    let sources = procedure.declaration.iter();
    map_of(sources.filter_map(|(id, source)| Some((id.clone(), answer(source)?))))
}

/// The id of the question in the group's form from which an answer of the declaration is made. `None` if the answer is
/// fixed, follows later or is not answered in the form.
pub fn source_question(source: &AnswerSource) -> Option<&str> {
    match source {
        AnswerSource::From(id) => Some(id),
        AnswerSource::Text(template) => placeholders(template).next(),
        AnswerSource::Value(_)
        | AnswerSource::Later(_)
        | AnswerSource::Delivery
        | AnswerSource::Other => None,
    }
}

/// The question ids that a template names in braces: `Cho {child} tại {home}`.
pub fn placeholders(template: &str) -> impl Iterator<Item = &str> {
    let opened = template.split('{').skip(1);
    opened.filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// How the citizen receives the result, in the words of the official declarations.
pub fn declared_delivery(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Online => "Trực tuyến",
        Delivery::Counter => "Trực tiếp tại nơi nộp",
        Delivery::Post { .. } => "Qua bưu chính công ích",
        Delivery::Other(channel) => channel.as_str(),
    }
}

fn fill_placeholders(
    template: &str,
    form: &FormDefinition,
    answers: &Answers,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
) -> String {
    let mut pieces = template.split('{');
    let mut text = pieces.next().unwrap_or_default().to_owned();
    for piece in pieces {
        let (id, rest) = piece.split_once('}').unwrap_or((piece, ""));
        let answer = answers.get(id).zip(form.question(id));
        if let Some((answer, question)) = answer {
            text.push_str(&display_with_place(&question.kind, answer, place_name));
        }
        text.push_str(rest);
    }
    // Remove repeated spaces: a missing answer leaves two spaces next to each other.
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

/// The answer as text for display. For a place, the text contains the names of its province and commune.
fn display_with_place(
    kind: &AnswerKind,
    answer: &Value,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
) -> String {
    let text = display_answer(kind, answer);
    let code = |name| answer.get(name).and_then(Value::as_str).map(str::to_owned);
    let place = match (kind, code("province"), code("commune")) {
        (AnswerKind::Place, Some(province), Some(commune)) => {
            place_name(&PlaceRef { province, commune })
        }
        _ => None,
    };
    match place {
        Some(place) if text.is_empty() => place,
        Some(place) => [text.as_str(), ", ", &place].concat(),
        None => text,
    }
}
