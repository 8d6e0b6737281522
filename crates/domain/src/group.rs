//! Interlinked groups (R4.16): which parts a filing has, which papers it needs, and the declaration that each agency
//! gets, made from the answers of the one form. App and backend make the same ones; nothing is asked twice.

use contract::draft::{Delivery, Draft};
use contract::form::{Answers, Condition};
use contract::group::{AnswerSource, Part, PartProcedure};
use contract::place::PlaceRef;
use contract::procedure::{AttachmentRequirement, Component, Procedure};
use serde_json::Value;

use crate::form::{Definition, Kind, Patterns, counted, holds, show};

/// A part that is filed, with the procedure that settles it.
#[derive(Clone, Copy, Debug)]
pub struct FiledPart<'a> {
    /// The part.
    pub part: &'a Part,
    /// The procedure that settles it.
    pub by: &'a PartProcedure,
}

/// The parts that the answers call for, in order; none for a single procedure.
pub fn filed_parts<'a>(
    procedure: &'a Procedure,
    form: &Definition,
    answers: &Answers,
    patterns: Patterns,
) -> Vec<FiledPart<'a>> {
    let settles = |by: &&PartProcedure| is_met(by.when.as_ref(), form, answers, patterns);
    let filed = |part: &'a Part| {
        let by = part.procedures.iter().find(settles)?;
        Some(FiledPart { part, by })
    };
    procedure.parts.iter().filter_map(filed).collect()
}

/// The answers of a part's declaration. What the group's answers lack is absent here too.
///
/// `delivery` is how the part's result will be received; `place_name` names a place: «Xã Triệu Phong, Tỉnh Quảng Trị».
pub fn declaration(
    by: &PartProcedure,
    form: &Definition,
    answers: &Answers,
    delivery: Option<&Delivery>,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
) -> Answers {
    let answers = counted(form, answers);
    let answer = |source: &AnswerSource| match source {
        AnswerSource::From(id) => answers.get(id).cloned(),
        AnswerSource::Value(value) => Some(value.clone()),
        AnswerSource::Text(sentence) => {
            Some(Value::String(filled(sentence, form, &answers, place_name)))
        }
        AnswerSource::Later(_) => None,
        AnswerSource::Delivery => delivery.map(|delivery| Value::from(delivery_words(delivery))),
    };
    let declared = by.declaration.iter();
    declared
        .filter_map(|(id, source)| Some((id.clone(), answer(source)?)))
        .collect()
}

/// The question of the group's form where an answer of the declaration can be changed.
pub fn asked_at(source: &AnswerSource) -> Option<&str> {
    match source {
        AnswerSource::From(id) => Some(id),
        AnswerSource::Text(sentence) => placeholders(sentence).next(),
        AnswerSource::Value(_) | AnswerSource::Later(_) | AnswerSource::Delivery => None,
    }
}

/// The field ids that a sentence names in braces.
pub fn placeholders(sentence: &str) -> impl Iterator<Item = &str> {
    let opened = sentence.split('{').skip(1);
    opened.filter_map(|rest| Some(rest.split_once('}')?.0))
}

/// The way to receive a result, in the words of the paper forms.
pub fn delivery_words(delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Online => "Trực tuyến",
        Delivery::Counter => "Trực tiếp tại nơi nộp",
        Delivery::Post { .. } => "Qua bưu chính công ích",
    }
}

/// What a draft needs of a paper just now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    /// A file.
    File,
    /// The citizen's word whether his is the situation that asks for it.
    Answer,
    /// Nothing: it isn't called for.
    Nothing,
}

/// Whether the answers call for a component at all: for its parts, and in the situation it is for.
pub fn is_called_for(
    component: &Component,
    procedure: &Procedure,
    form: &Definition,
    answers: &Answers,
    patterns: Patterns,
) -> bool {
    let for_a_filed_part = || {
        let mut filed = filed_parts(procedure, form, answers, patterns).into_iter();
        filed.any(|filed| component.parts.contains(&filed.part.key))
    };
    component.attach != AttachmentRequirement::Nothing
        && (component.parts.is_empty() || for_a_filed_part())
        && is_met(component.when.as_ref(), form, answers, patterns)
}

/// What a draft needs of a component, by its answers and by what the citizen said.
pub fn need(
    component: &Component,
    procedure: &Procedure,
    form: &Definition,
    draft: &Draft,
    patterns: Patterns,
) -> Need {
    if !is_called_for(component, procedure, form, &draft.answers, patterns) {
        return Need::Nothing;
    }
    match (
        component.attach,
        draft.needed_components.get(&component.code),
    ) {
        (AttachmentRequirement::Required, _) | (AttachmentRequirement::Optional, Some(true)) => {
            Need::File
        }
        (AttachmentRequirement::Optional, None) => Need::Answer,
        (AttachmentRequirement::Optional, Some(false)) | (AttachmentRequirement::Nothing, _) => {
            Need::Nothing
        }
    }
}

/// No condition holds always; one that can't be read never does, and is refused where the data is loaded.
fn is_met(
    condition: Option<&Condition>,
    form: &Definition,
    answers: &Answers,
    patterns: Patterns,
) -> bool {
    condition.is_none_or(|condition| holds(form, answers, condition, patterns).unwrap_or(false))
}

fn filled(
    sentence: &str,
    form: &Definition,
    answers: &Answers,
    place_name: &dyn Fn(&PlaceRef) -> Option<String>,
) -> String {
    let mut parts = sentence.split('{');
    let mut text = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let (id, rest) = part.split_once('}').unwrap_or((part, ""));
        let answer = answers.get(id).zip(form.question(id));
        if let Some((answer, question)) = answer {
            text.push_str(&said(&question.kind, answer, place_name));
        }
        text.push_str(rest);
    }
    // An answer that is missing leaves no gap.
    let words: Vec<&str> = text.split(' ').filter(|word| !word.is_empty()).collect();
    words.join(" ")
}

fn said(kind: &Kind, answer: &Value, place_name: &dyn Fn(&PlaceRef) -> Option<String>) -> String {
    let shown = show(kind, answer);
    let code = |name| answer.get(name).and_then(Value::as_str).map(str::to_owned);
    let place = match (kind, code("province"), code("commune")) {
        (Kind::Place, Some(province), Some(commune)) => place_name(&PlaceRef { province, commune }),
        _ => None,
    };
    match place {
        Some(place) if shown.is_empty() => place,
        Some(place) => [shown.as_str(), ", ", &place].concat(),
        None => shown,
    }
}

#[cfg(test)]
mod tests;
