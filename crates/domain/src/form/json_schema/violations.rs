//! Collects the rules that a value breaks, each with its place in the value.

use super::json_pointer::child_pointer;

/// One broken rule.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// JSON Pointer to the value that breaks the rule, or to the place of a missing value.
    pub(crate) pointer: String,
    /// The schema keyword, or the name of our format.
    pub(crate) rule: &'static str,
    /// For `anyOf` and `oneOf`: pointers to the other missing values, any of which would fulfil the rule as well.
    pub(crate) alternatives: Vec<String>,
}

/// The violations found so far, and the place in the value that is being checked.
pub(super) struct ViolationCollector<'a> {
    pointer: String,
    violations: &'a mut Vec<Violation>,
}

impl<'a> ViolationCollector<'a> {
    /// Starts at the root of a value.
    pub(super) fn new(violations: &'a mut Vec<Violation>) -> ViolationCollector<'a> {
        ViolationCollector {
            pointer: String::new(),
            violations,
        }
    }
}

impl ViolationCollector<'_> {
    /// JSON Pointer to the value that is being checked.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// A collector for the member `name` of the value. It adds to the same list.
    pub(super) fn child(&mut self, name: &str) -> ViolationCollector<'_> {
        ViolationCollector {
            pointer: child_pointer(&self.pointer, name),
            violations: self.violations,
        }
    }

    pub(super) fn push(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// Records that the value breaks `rule`.
    pub(super) fn push_rule(&mut self, rule: &'static str) {
        self.violations.push(Violation {
            pointer: self.pointer.clone(),
            rule,
            alternatives: Vec::new(),
        });
    }

    /// Checks a count against an optional minimum and maximum, each paired with its keyword.
    pub(super) fn check_count(
        &mut self,
        count: usize,
        minimum: (Option<u64>, &'static str),
        maximum: (Option<u64>, &'static str),
    ) {
        let count = count as u64;
        if minimum.0.is_some_and(|minimum| count < minimum) {
            self.push_rule(minimum.1);
        }
        if maximum.0.is_some_and(|maximum| count > maximum) {
            self.push_rule(maximum.1);
        }
    }
}
