//! Reads the option `same_as` of a Group or Category. It names the other people whose answers can be copied.

use serde_json::Value;

use super::fields::{Fields, refuse_unknown_members};
use super::rule::read_condition;
use crate::form::json_schema::{
    LoadError, LoadErrorReason, child_pointer, expect_array, expect_text,
};
use crate::form::model::{Effect, OtherPerson, Person, Rule, SamePersonOffer};

/// Reads the option `same_as` at `pointer`. The form then offers to copy the answers about another person to the person
/// whose question ids start with `prefix`.
///
/// Adds the condition of the offer to `rules`. The labels of the people to copy from stay empty until
/// [`set_labels_of_others`] is called, because the form may describe these people further down.
pub(super) fn read_same_person_offer(
    prefix: &str,
    same_as: &Value,
    pointer: &str,
    fields: &Fields<'_>,
    rules: &mut Vec<Rule>,
    inherited_rules: &[usize],
) -> Result<SamePersonOffer, LoadError> {
    let mut others = Vec::new();
    for (index, other) in expect_array(same_as, pointer)?.iter().enumerate() {
        let pointer = child_pointer(pointer, &index.to_string());
        let (other_prefix, condition) = match other {
            Value::Object(_) => {
                refuse_unknown_members(other, &["person", "when"], &pointer)?;
                (other.get("person"), other.get("when"))
            }
            prefix => (Some(prefix), None),
        };
        let rule = match condition {
            Some(condition) => {
                let pointer = child_pointer(&pointer, "when");
                let condition = read_condition(condition, fields.root, fields.compiler, &pointer)?;
                let effect = Effect::Show;
                rules.push(Rule { effect, condition });
                rules.len().checked_sub(1)
            }
            None => None,
        };
        let other_prefix = other_prefix.unwrap_or(&Value::Null);
        others.push(OtherPerson {
            label: String::new(),
            prefix: expect_text(other_prefix, &pointer)?.to_owned(),
            rule,
        });
    }
    Ok(SamePersonOffer {
        id: ["@", prefix].concat(),
        others,
        prefix: prefix.to_owned(),
        rules: inherited_rules.to_vec(),
    })
}

/// Sets the label of every other person in an offer. `pointer` points to the option `same_as`.
///
/// # Errors
/// [`LoadError`] if a prefix belongs to no person of the form, or to the person for whom the offer is made.
pub(super) fn set_labels_of_others(
    offer: &mut SamePersonOffer,
    persons: &[Person],
    pointer: &str,
) -> Result<(), LoadError> {
    for (index, other) in offer.others.iter_mut().enumerate() {
        let person = persons.iter().find(|person| person.prefix == other.prefix);
        let Some(person) = person.filter(|person| person.prefix != offer.prefix) else {
            let reason = LoadErrorReason::UnknownPerson;
            let pointer = child_pointer(pointer, &index.to_string());
            return Err(LoadError::new(reason, &other.prefix, &pointer));
        };
        person.label.clone_into(&mut other.label);
    }
    Ok(())
}
