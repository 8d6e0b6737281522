//! Checks whether a condition holds for given answers.

use contract::form::Answers;
use serde_json::Value;

use super::answers::is_blank_answer;
use crate::form::model::{ElementIds, RuleCondition};
use crate::map_of;

/// Whether a condition holds. Blank answers and answers to hidden questions are treated as missing.
pub(super) fn condition_holds(
    condition: &RuleCondition,
    answers: &Answers,
    visible: &ElementIds,
) -> bool {
    let counts = |id: &str, answer: &Value| visible.contains(id) && !is_blank_answer(answer);
    match &condition.question_id {
        Some(id) => match answers.get(id).filter(|answer| counts(id, answer)) {
            Some(answer) => condition.schema.is_valid(answer),
            None => !condition.fail_when_undefined && condition.schema.allows_absence(),
        },
        None => {
            let counted = answers.iter().filter(|(id, answer)| counts(id, answer));
            let counted = counted.map(|(id, answer)| (id.clone(), answer.clone()));
            condition.schema.is_valid(&Value::Object(map_of(counted)))
        }
    }
}
