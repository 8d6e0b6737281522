//! The offer «Giống như: Người yêu cầu»: the citizen can copy the answers about one person to another person of the
//! form, because both are often the same person.
//!
//! The UI schema defines for which people the offer is made. Accepting the offer copies the answers once; later changes
//! are not copied.

use contract::form::Answers;
use serde_json::Value;

use super::answers::is_blank_answer;
use super::condition::condition_holds;
use crate::form::model::{
    AnswerKind, ElementIds, FormDefinition, OtherPerson, Person, Question, SamePersonOffer,
};

/// The answers that change if the citizen accepts an offer. `Null` removes an answer.
///
/// Empty if the condition of the offer doesn't hold, if the other person has no visible answers, or if nothing would
/// change. If the present answers differ from the copied answers, they are about a different person. Then the answers
/// that aren't replaced are removed, so that no answers of two people are mixed, such as one person's name and another
/// person's citizen id.
pub fn same_person_changes(
    definition: &FormDefinition,
    answers: &Answers,
    visible: &ElementIds,
    offer: &SamePersonOffer,
    other: &OtherPerson,
) -> Vec<(String, Value)> {
    let rule = other.rule.and_then(|index| definition.rules.get(index));
    if rule.is_some_and(|rule| !condition_holds(&rule.condition, answers, visible)) {
        return Vec::new();
    }
    let visible_answer = |id: &str| given_answer(answers, id).filter(|_| visible.contains(id));
    // Each question about the person, with the other person's answer. The answer is `None` if it isn't valid for this
    // question.
    let pairs: Vec<(&Question, Option<&Value>)> = definition
        .questions()
        .filter(|question| {
            !matches!(
                question.kind,
                AnswerKind::DateInWords(_) | AnswerKind::Declaration
            )
        })
        .filter_map(|question| {
            let suffix = Person::id_suffix(&question.id, &offer.prefix)?;
            let source = definition.question(&[&other.prefix, suffix].concat())?;
            let answer = visible_answer(&source.id);
            let answer = answer.filter(|answer| is_valid_answer(definition, question, answer));
            Some((question, answer))
        })
        .collect();
    if pairs.iter().all(|(_, copied)| copied.is_none()) {
        return Vec::new();
    }
    let is_somebody_else = pairs.iter().any(|(question, copied)| {
        let present = visible_answer(&question.id);
        copied.is_some() && present.is_some() && present != *copied
    });
    let change = |(question, copied): (&Question, Option<&Value>)| {
        let present = given_answer(answers, &question.id);
        match copied {
            Some(copied) if present != Some(copied) => Some((question.id.clone(), copied.clone())),
            None if present.is_some() && is_somebody_else => {
                Some((question.id.clone(), Value::Null))
            }
            _ => None,
        }
    };
    pairs.into_iter().filter_map(change).collect()
}

fn given_answer<'a>(answers: &'a Answers, id: &str) -> Option<&'a Value> {
    answers.get(id).filter(|answer| !is_blank_answer(answer))
}

/// Whether another person's answer is also valid for this question. For example, a year alone is not valid for a
/// question that requires a day.
fn is_valid_answer(definition: &FormDefinition, question: &Question, answer: &Value) -> bool {
    let root = definition.schema.keywords();
    let schema = root.and_then(|root| root.object.properties.get(&question.id));
    schema.is_some_and(|schema| schema.is_valid(answer))
}
