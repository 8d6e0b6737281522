//! Merges changed answers into a draft. Invalid answers are stored, because the citizen may still be typing. Answers to
//! unknown questions and answers that are too long are refused.

use contract::AnswerProblem;
use contract::form::{Answers, Form};
use contract::limits::{ANSWER_BYTES, FORM_FIELDS};
use domain::draft::add_ids_to_list;
use domain::format::parse_person_name;
use serde_json::Value;

use crate::http::extract::to_nfc;
use crate::http::json_pointer::{answer_problem, child};

/// Merges `changes` into `answers`, like JSON Merge Patch (RFC 7396) at the top level: `null` removes an answer, and
/// any other value replaces the whole answer. Texts are stored in NFC. An entry of a list gets an id if it has none.
///
/// # Errors
///
/// One problem for each refused answer. In this case `answers` stays unchanged.
pub(crate) fn merge(
    answers: &mut Answers,
    changes: Answers,
    form: &Form,
) -> Result<(), Vec<AnswerProblem>> {
    let problems: Vec<AnswerProblem> = changes
        .iter()
        .filter_map(|(id, value)| find_problem(id, value, form))
        .collect();
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut merged = answers.clone();
    for (id, value) in changes {
        if value.is_null() {
            merged.remove(&id);
        } else {
            let schema = form.schema.pointer(&child("/properties", &id));
            let mut value = mend_names(schema, value_to_nfc(value));
            add_ids_to_list(&mut value);
            merged.insert(id, value);
        }
    }
    if merged.len() > FORM_FIELDS {
        return Err(vec![answer_problem("/answers", "maxProperties")]);
    }
    *answers = merged;
    Ok(())
}

/// Checks a changed answer. Returns a problem if the answer must be refused.
fn find_problem(id: &str, value: &Value, form: &Form) -> Option<AnswerProblem> {
    let known = form
        .schema
        .get("properties")
        .is_some_and(|all| all.get(id).is_some());
    // The form may no longer have this question. Its answer can then be removed, but not changed. Removing the answer
    // twice is allowed, because a client repeats a request after a lost response.
    if !known && !value.is_null() {
        return Some(answer_problem(
            child("/answers", id),
            "additionalProperties",
        ));
    }
    (value.to_string().len() > ANSWER_BYTES)
        .then(|| answer_problem(child("/answers", id), "maxLength"))
}

/// Stores names as a registration does: with ASCII apostrophes and hyphens, and single spaces. A name that isn't valid
/// stays as typed, so that the citizen can correct it. `schema` is the schema of the answer.
fn mend_names(schema: Option<&Value>, value: Value) -> Value {
    let format = schema.and_then(|schema| schema.get("format")?.as_str());
    match value {
        Value::String(name) if matches!(format, Some("person-name" | "person-name-part")) => {
            Value::String(parse_person_name(&name).unwrap_or(name))
        }
        Value::Array(rows) => {
            let schema = schema.and_then(|schema| schema.get("items"));
            Value::Array(
                rows.into_iter()
                    .map(|row| mend_names(schema, row))
                    .collect(),
            )
        }
        Value::Object(members) => {
            let properties = schema.and_then(|schema| schema.get("properties"));
            let mended = members.into_iter().map(|(id, member)| {
                let schema = properties.and_then(|properties| properties.get(&id));
                let member = mend_names(schema, member);
                (id, member)
            });
            Value::Object(mended.collect())
        }
        other => other,
    }
}

/// Converts all texts inside a value to NFC.
fn value_to_nfc(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(to_nfc(&text)),
        Value::Array(items) => Value::Array(items.into_iter().map(value_to_nfc).collect()),
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(key, member)| (key, value_to_nfc(member)))
                .collect(),
        ),
        other => other,
    }
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use serde_json::json;

    use super::*;

    fn form() -> Form {
        Form {
            key: "f".to_owned(),
            version: 1,
            title: "F".to_owned(),
            schema: json!({"properties": {"name": {}, "place": {}, "note": {}}}),
            ui_schema: json!({}),
        }
    }

    fn answers(value: Value) -> Answers {
        value.as_object().cloned().unwrap()
    }

    #[test]
    fn merging_replaces_whole_answers_and_null_removes_them() {
        let mut stored = answers(json!({"name": "An", "place": {"province": "45", "detail": "x"}}));
        merge(
            &mut stored,
            answers(json!({"name": null, "place": {"province": "01"}})),
            &form(),
        )
        .unwrap();
        assert_eq!(stored, answers(json!({"place": {"province": "01"}})));
    }

    #[test]
    fn converts_text_to_nfc_at_every_depth() {
        let mut stored = Answers::new();
        let loose = "Nguye\u{302}\u{303}n";
        let changes = answers(json!({"name": loose, "place": {"detail": [loose]}}));
        merge(&mut stored, changes, &form()).unwrap();
        assert_eq!(
            stored,
            answers(json!({"name": "Nguyễn", "place": {"detail": ["Nguyễn"]}}))
        );
    }

    #[test]
    fn treats_the_rows_of_a_repeating_group_as_one_answer() {
        let mut stored = answers(json!({"place": [{"name": "An"}, {"name": "Bình"}]}));
        let changes = answers(json!({"place": [{"name": "Nguye\u{302}\u{303}n"}]}));
        merge(&mut stored, changes, &form()).unwrap();
        let expected = answers(json!({"place": [{"_id": "e1", "name": "Nguyễn"}]}));
        assert_eq!(stored, expected);
    }

    #[test]
    fn stores_names_in_answers_as_a_registration_does() {
        let name = json!({"type": "string", "format": "person-name"});
        let schema = json!({"properties": {
            "name": name, "note": {"type": "string"}, "children": {"items": {"properties": {"name": name}}},
        }});
        let form = Form { schema, ..form() };
        let mut stored = Answers::new();
        let changes = json!({"name": "H’Hen  Niê", "note": "H’Hen", "children": [{"name": "Lê‑Minh"}, {"name": "An 2"}]});
        merge(&mut stored, answers(changes), &form).unwrap();
        assert_eq!(
            stored,
            answers(json!({
                "name": "H'Hen Niê", "note": "H’Hen", "children": [{"_id": "e1", "name": "Lê-Minh"}, {"_id": "e2", "name": "An 2"}],
            }))
        );
    }

    #[test]
    fn rejects_an_answer_to_an_unknown_question() {
        let mut stored = Answers::new();
        let changes = answers(json!({"name": "An", "a/b~c": 1}));
        let problems = merge(&mut stored, changes, &form()).unwrap_err();
        assert_eq!(
            problems,
            vec![answer_problem("/answers/a~1b~0c", "additionalProperties")]
        );
        assert!(stored.is_empty());
    }

    #[test]
    fn an_answer_of_an_older_form_version_can_only_be_removed() {
        let mut stored = answers(json!({"old": 1}));
        assert!(merge(&mut stored, answers(json!({"old": 2})), &form()).is_err());
        for _ in 0..2 {
            merge(&mut stored, answers(json!({"old": null})), &form()).unwrap();
            assert!(stored.is_empty());
        }
    }

    #[test]
    fn limits_the_size_of_an_answer() {
        let mut stored = Answers::new();
        merge(
            &mut stored,
            answers(json!({"note": "a".repeat(10_000)})),
            &form(),
        )
        .unwrap();
        let too_long = json!({"note": "ấ".repeat(ANSWER_BYTES / 3)});
        let problems = merge(&mut stored, answers(too_long), &form()).unwrap_err();
        assert_eq!(problems, vec![answer_problem("/answers/note", "maxLength")]);
    }
}
