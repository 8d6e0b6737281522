//! «Giống như: Người yêu cầu»: the answers about one person, offered where the form asks about somebody who is often the
//! same. Who is asked about where is data; taking it over fills the answers once and ties nobody to anybody.

use contract::form::Answers;
use serde_json::Value;

use super::condition::Asked;
use super::control::Fields;
use super::definition::Definition;
use super::load_fault::{LoadFault, LoadReason, below};
use super::person::{Person, ending};
use super::question::{Kind, Question};
use super::rule::{Effect, Rule, only};
use super::schema::{array, text};
use super::visible::{Visible, is_blank};

/// An offer to answer what is asked about a person as for another; it stands first in his Group or Category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SamePerson {
    /// An id of its own: `@mother_`. No question's id begins so.
    pub id: String,
    /// Those who may be the same, in the order of the form.
    pub others: Vec<OtherPerson>,
    /// What the ids of the questions about him begin with.
    person: String,
    pub(super) rules: Vec<usize>,
}

/// Somebody who is asked about in another Group or Category.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OtherPerson {
    /// The words of his Group or Category.
    pub label: String,
    person: String,
    /// Where it is written, for whoever misspelt it.
    at: String,
    /// Offered only while this rule shows it; `None`: always.
    when: Option<usize>,
}

impl SamePerson {
    /// Reads the option `same_as` of a Group or Category about `person`, which stands at `at`.
    pub(super) fn read(
        person: &str,
        others: &Value,
        at: &str,
        fields: &Fields<'_>,
        rules: &mut Vec<Rule>,
        around: &[usize],
    ) -> Result<SamePerson, LoadFault> {
        let mut read = Vec::new();
        for (index, other) in array(others, at)?.iter().enumerate() {
            let at = below(at, &index.to_string());
            let (name, when) = match other {
                Value::Object(_) => {
                    only(other, &["person", "when"], &at)?;
                    (other.get("person"), other.get("when"))
                }
                name => (Some(name), None),
            };
            let when = match when {
                Some(when) => {
                    let at = below(&at, "when");
                    let condition = Asked::read(when, fields.root, fields.patterns, &at)?;
                    let effect = Effect::Show;
                    rules.push(Rule { effect, condition });
                    rules.len().checked_sub(1)
                }
                None => None,
            };
            read.push(OtherPerson {
                label: String::new(),
                person: text(name.unwrap_or(&Value::Null), &at)?.to_owned(),
                at,
                when,
            });
        }
        Ok(SamePerson {
            id: ["@", person].concat(),
            others: read,
            person: person.to_owned(),
            rules: around.to_vec(),
        })
    }

    /// Gives each of them the words of his Group or Category, by what his ids begin with.
    pub(super) fn name_others(&mut self, persons: &[Person]) -> Result<(), LoadFault> {
        for other in &mut self.others {
            let found = persons.iter().find(|known| known.begins == other.person);
            let Some(found) = found.filter(|known| known.begins != self.person) else {
                let reason = LoadReason::UnknownPerson;
                return Err(LoadFault::new(reason, &other.person, &other.at));
            };
            found.label.clone_into(&mut other.label);
        }
        Ok(())
    }
}

/// What answering as for the other person would change: nothing where he isn't asked about or the condition doesn't
/// hold, where nothing is answered about him, or where all of it stands there already.
///
/// Where something else is answered, it is about somebody else: what remains of him is taken away (`Null`), so that
/// nobody gets another's number.
pub fn same_person(
    definition: &Definition,
    answers: &Answers,
    seen: &Visible,
    offer: &SamePerson,
    other: &OtherPerson,
) -> Vec<(String, Value)> {
    let rule = other.when.and_then(|index| definition.rules.get(index));
    if rule.is_some_and(|rule| !rule.condition.holds(answers, seen)) {
        return Vec::new();
    }
    let pairs: Vec<(&Question, Option<&Value>)> = definition
        .questions()
        .filter(|question| !matches!(question.kind, Kind::WordsOf(_) | Kind::Declaration))
        .filter_map(|question| {
            let end = ending(&question.id, &offer.person)?;
            let source = definition.question(&[&other.person, end].concat())?;
            let known = answered(answers, &source.id).filter(|_| seen.has(&source.id));
            Some((
                question,
                known.filter(|known| takes(definition, question, known)),
            ))
        })
        .collect();
    if pairs.iter().all(|(_, known)| known.is_none()) {
        return Vec::new();
    }
    let is_another = pairs.iter().any(|(question, known)| {
        let now = answered(answers, &question.id).filter(|_| seen.has(&question.id));
        known.is_some() && now.is_some() && now != *known
    });
    let change = |(question, known): (&Question, Option<&Value>)| {
        let now = answered(answers, &question.id);
        match known {
            Some(known) if now != Some(known) => Some((question.id.clone(), known.clone())),
            None if now.is_some() && is_another => Some((question.id.clone(), Value::Null)),
            _ => None,
        }
    };
    pairs.into_iter().filter_map(change).collect()
}

fn answered<'a>(answers: &'a Answers, id: &str) -> Option<&'a Value> {
    answers.get(id).filter(|answer| !is_blank(answer))
}

/// Whether the answer is one to this question too: a year alone is no day.
fn takes(definition: &Definition, question: &Question, answer: &Value) -> bool {
    let rules = definition.schema.rules();
    let own = rules.and_then(|rules| rules.object.properties.get(&question.id));
    own.is_some_and(|schema| schema.holds(answer))
}
