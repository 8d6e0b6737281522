//! Whether the answers of a dossier hold: by the same check that the app runs, and by an independent
//! JSON Schema validator, as any other backend would. Where the two disagree the stricter one wins and
//! the operator is told.

use contract::AnswerProblem;
use contract::form::{Answers, Form};
use domain::form::{Definition, check, format_holds, visible};
use jsonschema::error::ValidationErrorKind;
use jsonschema::{Draft, ValidationError, Validator};
use serde_json::Value;

use crate::data::Data;
use crate::drafts::answers::pointer;
use crate::refusal::Refusal;

/// Our formats of texts; `place` is an object and is looked up instead.
const TEXT_FORMATS: [&str; 8] = [
    "person-name",
    "citizen-id",
    "identity-number",
    "vn-phone",
    "vn-date",
    "partial-date",
    "money",
    "birth-certificate-code",
];

/// The answers to the questions that the citizen could see, once they hold. What was answered and then
/// hidden by another answer isn't part of the dossier.
pub(super) fn accept(answers: &Answers, form: &Form, data: &Data) -> Result<Answers, Refusal> {
    let definition = Definition::load(form)
        .map_err(|_| Refusal::internal(format_args!("form {} can't be loaded", form.key)))?;
    let seen = visible(&definition, answers);
    let kept: Answers = answers
        .iter()
        .filter(|(id, _)| seen.contains(id.as_str()))
        .map(|(id, answer)| (id.clone(), answer.clone()))
        .collect();
    let ours = check(&definition, &kept);
    let independent = validate(&kept, form)?;
    if ours.is_empty() != independent.is_empty() {
        tracing::error!(form = form.key, "the two validators disagree");
    }
    let mut problems = if ours.is_empty() { independent } else { ours };
    problems.extend(unknown_places(&kept, form, data));
    if problems.is_empty() {
        Ok(kept)
    } else {
        Err(Refusal::InvalidAnswers(problems))
    }
}

fn validate(answers: &Answers, form: &Form) -> Result<Vec<AnswerProblem>, Refusal> {
    let validator = validator(&form.schema)
        .map_err(|_| Refusal::internal(format_args!("the schema of {} is refused", form.key)))?;
    let answers = Value::Object(answers.clone());
    Ok(validator
        .iter_errors(&answers)
        .flat_map(|error| problems(&error))
        .collect())
}

fn validator(schema: &Value) -> Result<Validator, ValidationError<'static>> {
    let mut options = jsonschema::options()
        .with_draft(Draft::Draft202012)
        .should_validate_formats(true);
    for format in TEXT_FORMATS {
        options = options.with_format(format, move |text: &str| {
            format_holds(format, &Value::String(text.to_owned())).unwrap_or(true)
        });
    }
    options.build(schema)
}

fn problems(error: &ValidationError<'_>) -> Vec<AnswerProblem> {
    let place = error.instance_path().as_str();
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let missing = property.as_str().unwrap_or_default();
            vec![problem(under(place, &pointer(missing)), "required")]
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|id| problem(under(place, &pointer(id)), "additionalProperties"))
            .collect(),
        ValidationErrorKind::Format { format } => vec![problem(format!("/answers{place}"), format)],
        kind => vec![problem(format!("/answers{place}"), kind.keyword())],
    }
}

/// `/answers/id` moved below the answer in which it was found: `/answers/place/id`.
fn under(place: &str, pointer: &str) -> String {
    format!("/answers{place}{}", pointer.trim_start_matches("/answers"))
}

fn unknown_places(answers: &Answers, form: &Form, data: &Data) -> Vec<AnswerProblem> {
    let properties = form.schema.get("properties").and_then(Value::as_object);
    properties
        .into_iter()
        .flatten()
        .filter(|(_, schema)| schema.get("format").and_then(Value::as_str) == Some("place"))
        .filter_map(|(id, _)| Some((id, answers.get(id)?)))
        .filter(|(_, answer)| !is_known(answer, data))
        .map(|(id, _)| problem(pointer(id), "place"))
        .collect()
}

fn is_known(answer: &Value, data: &Data) -> bool {
    let part = |key| answer.get(key).and_then(Value::as_str).map(str::to_owned);
    part("province")
        .zip(part("commune"))
        .map(|(province, commune)| contract::place::PlaceRef { province, commune })
        .is_some_and(|place| data.place_name(&place).is_some())
}

fn problem(pointer: String, rule: &str) -> AnswerProblem {
    AnswerProblem {
        pointer,
        rule: rule.to_owned(),
    }
}
