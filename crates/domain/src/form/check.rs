//! Checking answers: what is wrong, which question it belongs to, and what must be answered.

use std::collections::BTreeSet;

use contract::AnswerProblem;
use contract::form::Answers;
use serde_json::Value;

use super::definition::Definition;
use super::load_fault::{below, unescaped};
use super::question::Kind;
use super::schema::Schema;
use super::visible::{counted, visible};
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
    let page_of = |id: &String| definition.page_of(id).filter(|_| seen.has(id));
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
                pointer: below("/answers", id),
                ..fault.problem
            },
        });
    }
    problems
}

fn faults(definition: &Definition, answers: &Answers) -> Vec<Fault> {
    let judged = Value::Object(counted(definition, answers));
    let mut told = BTreeSet::new();
    let mut found: Vec<(usize, Fault)> = Vec::new();
    for fault in definition.schema.broken(&judged) {
        let mut at = fault.at;
        let mut id = first_part(&at).unwrap_or_default();
        if let Some(Kind::WordsOf(source)) = definition.question(&id).map(|question| &question.kind)
        {
            at = below("", source);
            id = source.clone();
        }
        let number = definition
            .places
            .get(&id)
            .map_or(usize::MAX, |(number, _)| *number);
        if !told.insert(id.clone()) {
            continue;
        }
        let problem = AnswerProblem {
            pointer: String::from("/answers") + &at,
            rule: fault.rule.to_owned(),
        };
        let or = fault.or.iter().filter_map(|at| first_part(at)).collect();
        found.push((number, Fault { id, problem, or }));
    }
    found.sort_by_key(|(number, _)| *number);
    found.into_iter().map(|(_, fault)| fault).collect()
}

/// The dates that lie after `today` where none may, with the rule `in-future`. Kept apart from [`check`], which
/// must give the same verdict on any day.
pub fn in_future(definition: &Definition, answers: &Answers, today: Date) -> Vec<AnswerProblem> {
    let answers = counted(definition, answers);
    let dates = definition
        .questions()
        .filter(|question| matches!(question.kind, Kind::Date | Kind::PartialDate))
        .filter(|question| !question.may_be_future);
    let ahead = dates.filter(|question| {
        let date = answers.get(&question.id).and_then(Value::as_str);
        date.is_some_and(|date| format::not_after(date, today).is_err())
    });
    let problem = |id: &str| AnswerProblem {
        pointer: below("/answers", id),
        rule: "in-future".to_owned(),
    };
    ahead.map(|question| problem(&question.id)).collect()
}

/// The id of the question a problem belongs to.
pub fn question_of(problem: &AnswerProblem) -> Option<String> {
    problem
        .pointer
        .strip_prefix("/answers")
        .and_then(first_part)
}

/// Ids of the questions that must be answered, with the answers as they are now.
pub fn required(definition: &Definition, answers: &Answers) -> BTreeSet<String> {
    let judged = Value::Object(counted(definition, answers));
    let mut names = BTreeSet::new();
    gather(&definition.schema, &judged, &mut names);
    let seen = visible(definition, answers);
    names.retain(|name| seen.has(name));
    names
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

fn first_part(pointer: &str) -> Option<String> {
    let part = pointer.strip_prefix('/')?.split('/').next()?;
    Some(unescaped(part))
}
