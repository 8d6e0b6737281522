//! What may be kept as the answers of a draft. Broken rules of the form are kept: the citizen is still
//! typing. What could never be an answer, or would fill the disk, is not.

use contract::AnswerProblem;
use contract::form::{Answers, Form};
use contract::limits::{ANSWER_BYTES, FORM_FIELDS};
use serde_json::Value;

use crate::http::extract::nfc;
use crate::http::json_pointer::{answer_problem, child};

/// Merges `changes` into `answers` by RFC 7396 at the top level: `null` removes, anything else replaces
/// the whole answer. Texts are kept in NFC. On refusal nothing has changed.
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
            merged.insert(id, to_nfc(value));
        }
    }
    if merged.len() > FORM_FIELDS {
        return Err(vec![answer_problem("/answers", "maxProperties")]);
    }
    *answers = merged;
    Ok(())
}

fn find_problem(id: &str, value: &Value, form: &Form) -> Option<AnswerProblem> {
    let known = form
        .schema
        .get("properties")
        .is_some_and(|all| all.get(id).is_some());
    // An answer from an older version of the form may be taken away, and again: whoever lost the first
    // answer sends the same change once more.
    if !known && !value.is_null() {
        return Some(answer_problem(
            child("/answers", id),
            "additionalProperties",
        ));
    }
    (value.to_string().len() > ANSWER_BYTES)
        .then(|| answer_problem(child("/answers", id), "maxLength"))
}

fn to_nfc(value: Value) -> Value {
    match value {
        Value::String(text) => Value::String(nfc(&text)),
        Value::Array(items) => Value::Array(items.into_iter().map(to_nfc).collect()),
        Value::Object(members) => Value::Object(
            members
                .into_iter()
                .map(|(key, member)| (key, to_nfc(member)))
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
    fn a_change_replaces_one_answer_and_null_takes_it_away() {
        let mut kept = answers(json!({"name": "An", "place": {"province": "45", "detail": "x"}}));
        merge(
            &mut kept,
            answers(json!({"name": null, "place": {"province": "01"}})),
            &form(),
        )
        .unwrap();
        assert_eq!(kept, answers(json!({"place": {"province": "01"}})));
    }

    #[test]
    fn a_name_typed_with_loose_marks_is_kept_composed_at_every_depth() {
        let mut kept = Answers::new();
        let loose = "Nguye\u{302}\u{303}n";
        let changes = answers(json!({"name": loose, "place": {"detail": [loose]}}));
        merge(&mut kept, changes, &form()).unwrap();
        assert_eq!(
            kept,
            answers(json!({"name": "Nguyễn", "place": {"detail": ["Nguyễn"]}}))
        );
    }

    #[test]
    fn the_rows_of_a_repeating_group_are_one_answer_and_kept_composed() {
        let mut kept = answers(json!({"place": [{"name": "An"}, {"name": "Bình"}]}));
        let changes = answers(json!({"place": [{"name": "Nguye\u{302}\u{303}n"}]}));
        merge(&mut kept, changes, &form()).unwrap();
        assert_eq!(kept, answers(json!({"place": [{"name": "Nguyễn"}]})));
    }

    #[test]
    fn an_answer_to_no_question_is_refused_by_its_pointer_and_nothing_is_kept() {
        let mut kept = Answers::new();
        let changes = answers(json!({"name": "An", "a/b~c": 1}));
        let problems = merge(&mut kept, changes, &form()).unwrap_err();
        assert_eq!(
            problems,
            vec![answer_problem("/answers/a~1b~0c", "additionalProperties")]
        );
        assert!(kept.is_empty());
    }

    #[test]
    fn an_answer_of_an_older_form_can_only_be_removed() {
        let mut kept = answers(json!({"old": 1}));
        assert!(merge(&mut kept, answers(json!({"old": 2})), &form()).is_err());
        for _ in 0..2 {
            merge(&mut kept, answers(json!({"old": null})), &form()).unwrap();
            assert!(kept.is_empty());
        }
    }

    #[test]
    fn ten_thousand_letters_are_kept_and_a_novel_is_not() {
        let mut kept = Answers::new();
        merge(
            &mut kept,
            answers(json!({"note": "a".repeat(10_000)})),
            &form(),
        )
        .unwrap();
        let novel = json!({"note": "ấ".repeat(ANSWER_BYTES / 3)});
        let problems = merge(&mut kept, answers(novel), &form()).unwrap_err();
        assert_eq!(problems, vec![answer_problem("/answers/note", "maxLength")]);
    }
}
