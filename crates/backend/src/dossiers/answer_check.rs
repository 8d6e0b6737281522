//! Validates the answers of a dossier twice: with the form engine, which the app also runs, and with an independent
//! JSON Schema validator, which another backend could use. If only one of the two accepts the answers, the answers are
//! refused and an error is logged.

use contract::AnswerProblem;
use contract::form::{Answers, Form};
use contract::time::Day;
use domain::calendar::Date;
use domain::form::{check_answers, check_future_dates, effective_answers};
use jsonschema::ValidationError;
use jsonschema::error::ValidationErrorKind;
use serde_json::Value;

use crate::data::Data;
use crate::http::json_pointer::{answer_problem, child};
use crate::refusal::Refusal;

/// Validates the answers and returns those that the dossier will contain. Answers to hidden questions are removed.
/// Derived answers are computed again.
///
/// # Errors
///
/// 422 with one problem for each invalid answer.
pub(crate) fn validate_answers(
    answers: &Answers,
    form: &Form,
    data: &Data,
    today: &Day,
) -> Result<Answers, Refusal> {
    let definition = data
        .definition(&form.key)
        .ok_or_else(|| Refusal::internal(format_args!("form {} isn't loaded", form.key)))?;
    let effective = effective_answers(definition, answers);
    let ours = check_answers(definition, &effective);
    let independent = check_schema(&effective, form, data)?;
    if ours.is_empty() != independent.is_empty() {
        tracing::error!(
            form = form.key,
            "the form engine and the JSON Schema validator disagree"
        );
    }
    let mut problems = if ours.is_empty() { independent } else { ours };
    let today = Date::parse_iso(&today.0);
    problems.extend(
        today
            .into_iter()
            .flat_map(|today| check_future_dates(definition, &effective, today)),
    );
    problems.extend(unknown_places(&effective, form, data));
    if problems.is_empty() {
        Ok(effective)
    } else {
        Err(Refusal::InvalidAnswers(problems))
    }
}

/// Validates the answers against the form's JSON Schema and returns the problems.
fn check_schema(
    answers: &Answers,
    form: &Form,
    data: &Data,
) -> Result<Vec<AnswerProblem>, Refusal> {
    let validator = data
        .validator(&form.key)
        .ok_or_else(|| Refusal::internal(format_args!("form {} has no validator", form.key)))?;
    let answers = Value::Object(answers.clone());
    Ok(validator
        .iter_errors(&answers)
        .flat_map(|error| problems(&error))
        .collect())
}

/// Converts one error of the JSON Schema validator. It becomes several problems if it names several unexpected
/// properties.
fn problems(error: &ValidationError<'_>) -> Vec<AnswerProblem> {
    let place = format!("/answers{}", error.instance_path().as_str());
    match error.kind() {
        ValidationErrorKind::Required { property } => {
            let missing = property.as_str().unwrap_or_default();
            vec![answer_problem(child(&place, missing), "required")]
        }
        ValidationErrorKind::AdditionalProperties { unexpected } => unexpected
            .iter()
            .map(|id| answer_problem(child(&place, id), "additionalProperties"))
            .collect(),
        ValidationErrorKind::Format { format } => vec![answer_problem(place, format)],
        kind => vec![answer_problem(place, kind.keyword())],
    }
}

/// Returns a problem for each place in the answers that isn't an existing commune. Entries of repeating groups are
/// checked as well.
fn unknown_places(answers: &Answers, form: &Form, data: &Data) -> Vec<AnswerProblem> {
    let mut problems = Vec::new();
    for (id, schema) in properties(&form.schema) {
        let Some(answer) = answers.get(id) else {
            continue;
        };
        let at = child("/answers", id);
        if is_place(schema) && !is_known(answer, data) {
            problems.push(answer_problem(at.as_str(), "place"));
        }
        let rows = answer.as_array().into_iter().flatten().enumerate();
        for (number, row) in rows {
            let at = child(&at, &number.to_string());
            let wrong = schema
                .get("items")
                .into_iter()
                .flat_map(properties)
                .filter(|(_, schema)| is_place(schema))
                .filter_map(|(id, _)| Some((id, row.get(id)?)))
                .filter(|(_, answer)| !is_known(answer, data));
            problems.extend(wrong.map(|(id, _)| answer_problem(child(&at, id), "place")));
        }
    }
    problems
}

fn properties(schema: &Value) -> impl Iterator<Item = (&String, &Value)> {
    let properties = schema.get("properties").and_then(Value::as_object);
    properties.into_iter().flatten()
}

fn is_place(schema: &Value) -> bool {
    schema.get("format").and_then(Value::as_str) == Some("place")
}

/// Whether the answer to a place question names an existing commune.
fn is_known(answer: &Value, data: &Data) -> bool {
    let part = |key| answer.get(key).and_then(Value::as_str).map(str::to_owned);
    part("province")
        .zip(part("commune"))
        .map(|(province, commune)| contract::place::PlaceRef { province, commune })
        .is_some_and(|place| data.place_name(&place).is_some())
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn names_the_row_of_an_unknown_place() {
        let place = json!({"type": "object", "format": "place"});
        let properties = json!({
            "home": place,
            "children": {"type": "array", "items": {"properties": {"birthplace": place}}}
        });
        let form = Form {
            key: "f".to_owned(),
            version: 1,
            title: "F".to_owned(),
            schema: json!({"properties": properties}),
            ui_schema: json!({}),
        };
        let (known, unknown) = (
            json!({"province": "44", "commune": "19624"}),
            json!({"province": "01", "commune": "19624"}),
        );
        let answers = json!({
            "home": known,
            "children": [{"birthplace": known}, {"name": "An"}, {"birthplace": unknown}]
        });
        let problems = unknown_places(answers.as_object().unwrap(), &form, &Data::load().unwrap());
        assert_eq!(
            problems,
            [answer_problem("/answers/children/2/birthplace", "place")]
        );
    }
}
