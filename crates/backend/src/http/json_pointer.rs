//! JSON Pointers (RFC 6901) to the invalid properties of a request. A problem consists of a pointer and the broken
//! rule. It never contains the invalid value.

use contract::AnswerProblem;

/// Appends `key` to the pointer `parent`. For example, `/answers` and `a/b` become `/answers/a~1b`.
pub(crate) fn child(parent: &str, key: &str) -> String {
    format!("{parent}/{}", key.replace('~', "~0").replace('/', "~1"))
}

/// Creates the problem: the value at `pointer` breaks `rule`.
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
    fn escapes_slashes_and_tildes_in_keys() {
        assert_eq!(child("/answers", "a/b~c"), "/answers/a~1b~0c");
        assert_eq!(child("/answers", "~1"), "/answers/~01");
    }
}
