//! Replies about a dossier under way: which questions a reply asks, and how its answers change the dossier. App and
//! backend use the same functions, so that the citizen is asked exactly what the backend accepts.

use std::collections::BTreeSet;

use contract::dossier::ChangedAnswer;
use contract::form::Answers;

use crate::form::{ElementIds, FormDefinition, effective_answers, visible_elements};

/// The longest chain of questions in which each new answer shows the next question.
const MAX_ROUNDS: usize = 64;

/// A reply merged into the answers of its dossier.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedReply {
    /// The answers that the dossier will have.
    pub answers: Answers,
    /// The questions whose answers the reply may change: those that the office asks, and those that are visible only
    /// because of the new answers.
    pub questions: BTreeSet<String>,
    /// The elements of the form that are visible with the new answers.
    pub visible: ElementIds,
}

/// Merges the answers of a reply into those of the dossier. Answers to questions that the office didn't ask stay as they
/// are in the dossier, whatever the reply contains.
pub fn merge_reply(
    definition: &FormDefinition,
    before: &Answers,
    given: &Answers,
    asked: &[String],
) -> MergedReply {
    let seen_before = visible_elements(definition, before);
    let mut questions: BTreeSet<String> = asked.iter().cloned().collect();
    let mut answers = take_over(before, given, &questions);
    let mut visible = visible_elements(definition, &answers);
    for _ in 0..MAX_ROUNDS {
        let appeared = definition
            .questions()
            .map(|question| &question.id)
            .filter(|id| visible.contains(id) && !seen_before.contains(id));
        let count = questions.len();
        questions.extend(appeared.cloned());
        if questions.len() == count {
            break;
        }
        answers = take_over(before, given, &questions);
        visible = visible_elements(definition, &answers);
    }
    MergedReply {
        answers: effective_answers(definition, &answers),
        questions,
        visible,
    }
}

/// The answers `before`, with the answers to `questions` from `given`.
fn take_over(before: &Answers, given: &Answers, questions: &BTreeSet<String>) -> Answers {
    let mut answers = before.clone();
    for id in questions {
        match given.get(id) {
            Some(answer) => answers.insert(id.clone(), answer.clone()),
            None => answers.remove(id),
        };
    }
    answers
}

/// The answers that differ between `before` and `after`, in the order of the form.
pub fn changed_answers(
    definition: &FormDefinition,
    before: &Answers,
    after: &Answers,
) -> Vec<ChangedAnswer> {
    let before = effective_answers(definition, before);
    let changed = definition
        .questions()
        .filter(|question| before.get(&question.id) != after.get(&question.id));
    changed
        .map(|question| ChangedAnswer {
            question: question.id.clone(),
            label: question.label.clone(),
            before: before.get(&question.id).cloned(),
            after: after.get(&question.id).cloned(),
        })
        .collect()
}

#[cfg(test)]
#[expect(
    clippy::indexing_slicing,
    clippy::unwrap_used,
    reason = "a test may panic"
)]
mod tests {

    use contract::form::Form;
    use serde_json::{Value, json};

    use super::*;
    use crate::form::load_form;

    /// A form in which a marriage shows the question about the spouse.
    fn form() -> FormDefinition {
        let text = json!({"type": "string", "minLength": 1, "maxLength": 100});
        let title = |title: &str| {
            let mut schema = text.clone();
            schema["title"] = json!(title);
            schema
        };
        let form = Form {
            key: "f".to_owned(),
            version: 1,
            title: "F".to_owned(),
            schema: json!({
                "type": "object",
                "properties": {
                    "name": title("Họ tên"),
                    "married": {"title": "Kết hôn", "type": "boolean"},
                    "spouse": title("Vợ, chồng"),
                    "note": title("Ghi chú")
                },
                "additionalProperties": false
            }),
            ui_schema: json!({
                "type": "Categorization",
                "elements": [{"type": "Category", "label": "Chung", "elements": [
                    {"type": "Control", "scope": "#/properties/name"},
                    {"type": "Control", "scope": "#/properties/married"},
                    {"type": "Control", "scope": "#/properties/spouse", "rule": {
                        "effect": "SHOW",
                        "condition": {"scope": "#/properties/married", "schema": {"const": true}}
                    }},
                    {"type": "Control", "scope": "#/properties/note"}
                ]}]
            }),
        };
        load_form(&form, |_| None).unwrap()
    }

    fn answers(value: Value) -> Answers {
        value.as_object().unwrap().clone()
    }

    fn asked(ids: &[&str]) -> Vec<String> {
        ids.iter().map(|id| (*id).to_owned()).collect()
    }

    #[test]
    fn changes_only_what_the_office_asks() {
        let before = answers(json!({"name": "Lan", "married": false, "note": "cũ"}));
        let given = answers(json!({"name": "Lan Anh", "married": false, "note": "mới"}));
        let merged = merge_reply(&form(), &before, &given, &asked(&["name"]));
        assert_eq!(
            merged.answers,
            answers(json!({"name": "Lan Anh", "married": false, "note": "cũ"}))
        );
        let changed = changed_answers(&form(), &before, &merged.answers);
        assert_eq!(changed.len(), 1);
        assert_eq!(changed[0].before, Some(json!("Lan")));
        assert_eq!(changed[0].after, Some(json!("Lan Anh")));
    }

    #[test]
    fn asks_what_a_new_answer_makes_necessary() {
        let before = answers(json!({"name": "Lan", "married": false}));
        let given = answers(json!({"name": "X", "married": true, "spouse": "Bình"}));
        let merged = merge_reply(&form(), &before, &given, &asked(&["married"]));
        assert!(merged.questions.contains("spouse"));
        assert_eq!(
            merged.answers,
            answers(json!({"name": "Lan", "married": true, "spouse": "Bình"}))
        );
    }

    #[test]
    fn an_answer_that_hides_others_removes_them() {
        let before = answers(json!({"married": true, "spouse": "Bình"}));
        let given = answers(json!({"married": false}));
        let merged = merge_reply(&form(), &before, &given, &asked(&["married"]));
        assert_eq!(merged.answers, answers(json!({"married": false})));
        let changed = changed_answers(&form(), &before, &merged.answers);
        let ids: Vec<&str> = changed
            .iter()
            .map(|answer| answer.question.as_str())
            .collect();
        assert_eq!(ids, ["married", "spouse"]);
    }

    #[test]
    fn a_removed_answer_is_a_change() {
        let before = answers(json!({"name": "Lan", "note": "cũ"}));
        let merged = merge_reply(
            &form(),
            &before,
            &answers(json!({"name": "Lan"})),
            &asked(&["note"]),
        );
        assert_eq!(merged.answers, answers(json!({"name": "Lan"})));
        assert_eq!(
            changed_answers(&form(), &before, &merged.answers)[0].after,
            None
        );
    }
}
