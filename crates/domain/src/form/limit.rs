//! How much a number may be just now, for the sentence that tells of one beyond it.

use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::schema::Schema;
use super::visible::counted;

/// The limit that an answer to the question of that id breaks by the rule `minimum` or `maximum`, where the answers
/// as they are now set one.
pub fn limit(definition: &Definition, answers: &Answers, id: &str, rule: &str) -> Option<f64> {
    let judged = Value::Object(counted(definition, answers));
    let mut limits = Vec::new();
    gather(&definition.schema, &judged, (id, rule), &mut limits);
    let limits = limits.into_iter();
    match rule {
        "minimum" => limits.reduce(f64::max),
        _ => limits.reduce(f64::min),
    }
}

fn gather(schema: &Schema, answers: &Value, asked: (&str, &str), limits: &mut Vec<f64>) {
    let (Some(rules), Value::Object(members)) = (schema.rules(), answers) else {
        return;
    };
    let own = rules.object.properties.get(asked.0).and_then(Schema::rules);
    limits.extend(own.and_then(|own| match asked.1 {
        "minimum" => own.number.minimum,
        "maximum" => own.number.maximum,
        _ => None,
    }));
    let branch = rules.combined.branch(|condition| condition.holds(answers));
    let called = rules.object.called(members);
    for member in called.chain(&rules.combined.all_of).chain(branch) {
        gather(member, answers, asked, limits);
    }
}
