//! Collects the rules that a value breaks. Each violation contains its place in the value.

use super::json_pointer::child_pointer;

/// One broken rule, with its place in the value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Violation {
    /// JSON Pointer to the value that breaks the rule. For a missing value: to the place where it is missing.
    pub(crate) pointer: String,
    /// The broken rule: the schema keyword, or the name of a named format.
    pub(crate) rule: &'static str,
    /// For `anyOf` and `oneOf`: JSON Pointers to other missing values. Any one of them would also fulfil the rule.
    pub(crate) alternatives: Vec<String>,
}

/// The violations so far, and the place in the value that is being checked now.
pub(super) struct ViolationCollector<'a> {
    pointer: String,
    violations: &'a mut Vec<Violation>,
}

impl<'a> ViolationCollector<'a> {
    /// Creates a collector for the root of a value.
    pub(super) fn new(violations: &'a mut Vec<Violation>) -> ViolationCollector<'a> {
        ViolationCollector {
            pointer: String::new(),
            violations,
        }
    }
}

impl ViolationCollector<'_> {
    /// JSON Pointer to the place that is being checked now.
    pub(super) fn pointer(&self) -> &str {
        &self.pointer
    }

    /// A collector for the member `name` of the current value. It adds its violations to the same vector.
    pub(super) fn child(&mut self, name: &str) -> ViolationCollector<'_> {
        ViolationCollector {
            pointer: child_pointer(&self.pointer, name),
            violations: self.violations,
        }
    }

    pub(super) fn push(&mut self, violation: Violation) {
        self.violations.push(violation);
    }

    /// Records that the current value breaks `rule`.
    pub(super) fn push_rule(&mut self, rule: &'static str) {
        self.violations.push(Violation {
            pointer: self.pointer.clone(),
            rule,
            alternatives: Vec::new(),
        });
    }

    /// Checks a count against an optional minimum and an optional maximum. Each limit comes with the keyword that sets
    /// it.
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
