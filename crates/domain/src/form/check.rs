//! Checking answers: what is wrong, which question it belongs to, and what must be answered.

use std::collections::BTreeSet;

use contract::AnswerProblem;
use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::entries::{answer_of, entry_id, parts};
use super::load_fault::{below, unescaped};
use super::question::{Kind, Question};
use super::schema::Schema;
use super::visible::{Visible, counted, counted_among, visible};
use crate::calendar::Date;
use crate::format;

/// A broken rule as it is told: of which question, and which others would mend it.
struct Fault {
    id: String,
    problem: AnswerProblem,
    or: Vec<String>,
}

/// Every answer that breaks a rule, one problem a question, in reading order.
///
/// Questions that are hidden are not checked. What is derived is never at fault: its problem is told of its source.
pub fn check(definition: &Definition, answers: &Answers) -> Vec<AnswerProblem> {
    let faults = faults(definition, answers).into_iter();
    faults.map(|fault| fault.problem).collect()
}

/// The problems of one page, by its number from 0.
///
/// Where one of several questions is to be answered, the last page that asks one of them tells it: on the pages
/// before, the citizen may rightly have left his own empty.
pub fn check_page(definition: &Definition, page: usize, answers: &Answers) -> Vec<AnswerProblem> {
    let seen = visible(definition, answers);
    let page_of = |id: &String| {
        let asked = parts(id).map_or(id.as_str(), |(list, _, _)| list);
        let is_seen = seen.has(id) || seen.has(asked);
        definition.page_of(id).filter(|_| is_seen)
    };
    let mut told = BTreeSet::new();
    let mut problems = Vec::new();
    for fault in faults(definition, answers) {
        let last = fault.or.iter().chain([&fault.id]).filter_map(page_of).max();
        let first_here = [&fault.id].into_iter().chain(&fault.or);
        let Some(id) = first_here
            .filter(|_| last == Some(page))
            .find(|id| page_of(id) == last)
            .filter(|id| told.insert(String::clone(id)))
        else {
            continue;
        };
        problems.push(match *id == fault.id {
            true => fault.problem,
            false => AnswerProblem {
                pointer: pointer_of(definition, id),
                ..fault.problem
            },
        });
    }
    problems
}

/// The questions of which one is to be answered where this one may be: `anyOf` and `oneOf` ask for one of them. In
/// reading order, this one left out, and only those that are to be seen.
pub fn instead_of(definition: &Definition, answers: &Answers, id: &str) -> Vec<String> {
    let seen = visible(definition, answers);
    let groups = faults(definition, answers).into_iter().map(|fault| {
        let first = [fault.id].into_iter();
        first.chain(fault.or).collect::<Vec<_>>()
    });
    let mut others: Vec<String> = groups
        .filter(|group| group.len() > 1 && group.iter().any(|one| one == id))
        .flatten()
        .filter(|other| other != id && seen.has(other))
        .collect();
    others.sort_by_key(|other| definition.order(other));
    others.dedup();
    others
}

fn faults(definition: &Definition, answers: &Answers) -> Vec<Fault> {
    let judged = Value::Object(counted(definition, answers));
    let mut told = BTreeSet::new();
    let mut found: Vec<Fault> = Vec::new();
    for fault in definition.schema.broken(&judged) {
        let mut at = fault.at;
        let mut id = question_at(definition, &at).unwrap_or_default();
        if let Some(Kind::WordsOf(source)) = definition.question(&id).map(|question| &question.kind)
        {
            at = below("", source);
            id = source.clone();
        }
        if !told.insert(id.clone()) {
            continue;
        }
        let problem = AnswerProblem {
            pointer: String::from("/answers") + &at,
            rule: fault.rule.to_owned(),
        };
        let others = fault.or.iter();
        let or = others
            .filter_map(|at| question_at(definition, at))
            .collect();
        found.push(Fault { id, problem, or });
    }
    found.sort_by_key(|fault| definition.order(&fault.id));
    found
}

/// The dates that lie after `today` where none may, with the rule `in-future`. Kept apart from [`check`], which
/// must give the same verdict on any day.
pub fn in_future(definition: &Definition, answers: &Answers, today: Date) -> Vec<AnswerProblem> {
    let answers = counted(definition, answers);
    let dates = asked(definition, &answers)
        .into_iter()
        .filter(|question| matches!(question.kind, Kind::Date | Kind::PartialDate))
        .filter(|question| !question.may_be_future);
    let ahead = dates.filter(|question| {
        let date = answer_of(&answers, &question.id).and_then(Value::as_str);
        date.is_some_and(|date| format::not_after(date, today).is_err())
    });
    let problem = |id: &str| AnswerProblem {
        pointer: pointer_of(definition, id),
        rule: "in-future".to_owned(),
    };
    ahead.map(|question| problem(&question.id)).collect()
}

/// Every question that the answers call for, those of entries with their whole ids.
fn asked(definition: &Definition, answers: &Answers) -> Vec<Question> {
    let own = |question: &Question| {
        let entries = answers.get(&question.id).and_then(Value::as_array);
        let count = entries.map_or(0, Vec::len);
        let inner = (0..count).flat_map(|index| question.entry(index));
        core::iter::once(question.clone())
            .chain(inner)
            .collect::<Vec<_>>()
    };
    definition.questions().flat_map(own).collect()
}

/// The id of the question a problem belongs to, with that of its entry where it is one of a list.
pub fn question_of(definition: &Definition, problem: &AnswerProblem) -> Option<String> {
    let at = problem.pointer.strip_prefix("/answers")?;
    question_at(definition, at)
}

/// The id of the answer that a problem belongs to, as answers are kept: a list is one.
pub fn answer_at(problem: &AnswerProblem) -> Option<String> {
    let at = problem.pointer.strip_prefix("/answers")?;
    first_part(at)
}

/// The pointer to the answer of a question.
fn pointer_of(definition: &Definition, id: &str) -> String {
    match parts(id).filter(|_| !definition.places.contains_key(id)) {
        Some((list, index, inner)) => {
            let entry = below(&below("/answers", list), &index.to_string());
            below(&entry, inner)
        }
        None => below("/answers", id),
    }
}

/// Ids of the questions that must be answered, with the answers as they are now.
pub fn required(definition: &Definition, answers: &Answers) -> BTreeSet<String> {
    required_among(definition, answers, &visible(definition, answers))
}

/// The same, where it is known what is to be seen.
pub(super) fn required_among(
    definition: &Definition,
    answers: &Answers,
    seen: &Visible,
) -> BTreeSet<String> {
    let judged = Value::Object(counted_among(definition, answers, seen));
    let mut names = BTreeSet::new();
    gather(&definition.schema, &judged, &mut names);
    names.retain(|name| seen.has(name));
    let lists = definition.questions().filter(|list| seen.has(&list.id));
    for list in lists.filter(|list| matches!(list.kind, Kind::List(_))) {
        for (index, entry) in entries(&judged, &list.id).enumerate() {
            let mut inner = BTreeSet::new();
            if let Some(schema) = entry_schema(definition, &list.id) {
                gather(schema, entry, &mut inner);
            }
            names.extend(inner.iter().map(|name| entry_id(&list.id, index, name)));
        }
    }
    names
}

fn entries<'a>(answers: &'a Value, list: &str) -> impl Iterator<Item = &'a Value> {
    let entries = answers.get(list).and_then(Value::as_array);
    entries.into_iter().flatten()
}

fn entry_schema<'a>(definition: &'a Definition, list: &str) -> Option<&'a Schema> {
    let lists = &definition.schema.rules()?.object.properties;
    lists.get(list)?.rules()?.array.items.as_ref()
}

fn gather(schema: &Schema, answers: &Value, names: &mut BTreeSet<String>) {
    let (Some(rules), Value::Object(members)) = (schema.rules(), answers) else {
        return;
    };
    names.extend(rules.object.wanted(members).cloned());
    let branch = rules.combined.branch(|condition| condition.holds(answers));
    let called = rules.object.called(members);
    for member in called.chain(&rules.combined.all_of).chain(branch) {
        gather(member, answers, names);
    }
}

fn question_at(definition: &Definition, pointer: &str) -> Option<String> {
    let first = first_part(pointer)?;
    let is_list = |question: &Question| matches!(question.kind, Kind::List(_));
    if definition.question(&first).is_some_and(is_list) {
        let mut rest = pointer.split('/').skip(2);
        if let (Some(Ok(index)), Some(inner)) = (rest.next().map(str::parse), rest.next()) {
            return Some(entry_id(&first, index, &unescaped(inner)));
        }
    }
    Some(first)
}

fn first_part(pointer: &str) -> Option<String> {
    let part = pointer.strip_prefix('/')?.split('/').next()?;
    Some(unescaped(part))
}
