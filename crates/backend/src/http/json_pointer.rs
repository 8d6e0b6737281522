//! Where a request is at fault, as a refusal names it: a JSON Pointer (RFC 6901) and the rule that is
//! broken. What was typed there is never part of it.

use contract::AnswerProblem;

/// The pointer to `key` below `parent`: `/answers` and `a/b` make `/answers/a~1b`.
pub(crate) fn child(parent: &str, key: &str) -> String {
    format!("{parent}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// What stands at `pointer` breaks `rule`.
pub(crate) fn answer_problem(pointer: impl Into<String>, rule: &str) -> AnswerProblem {
    AnswerProblem {
        pointer: pointer.into(),
        rule: rule.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_with_a_slash_or_a_tilde_stays_one_step() {
        assert_eq!(child("/answers", "a/b~c"), "/answers/a~1b~0c");
        assert_eq!(child("/answers", "~1"), "/answers/~01");
    }
}
