//! A loaded form: its pages of questions, its schema and its rules.

use std::collections::BTreeMap;

use super::entry_id::EntryId;
use super::page::QuestionPage;
use super::person::Person;
use super::question::{AnswerKind, Question};
use super::rule::Rule;
use crate::form::json_schema::Schema;
use crate::format::Sex;

/// A loaded form. [`crate::form::load_form`] creates it.
#[derive(Clone, Debug)]
pub struct FormDefinition {
    /// Key of the form.
    pub key: String,
    /// Version of the form.
    pub version: u32,
    /// Title of the form.
    pub title: String,
    pub(crate) schema: Schema,
    pub(crate) pages: Vec<QuestionPage>,
    pub(crate) rules: Vec<Rule>,
    pub(crate) persons: Vec<Person>,
    /// The position of each question, by question id. Does not contain the questions of list entries.
    pub(crate) positions: BTreeMap<String, QuestionPosition>,
}

/// The position of a question in the form.
#[derive(Clone, Copy, Debug)]
pub(crate) struct QuestionPosition {
    /// Number of the question in reading order, from 0.
    pub(crate) number: usize,
    /// Number of the question's page, from 0.
    pub(crate) page: usize,
}

impl FormDefinition {
    /// The pages of the form, in order.
    pub fn pages(&self) -> &[QuestionPage] {
        &self.pages
    }

    /// Every question of the form, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(QuestionPage::questions)
    }

    /// The question with this id. The id `members/0/name` gives the question that all entries of the list `members`
    /// share.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let Some(position) = self.positions.get(id) else {
            let entry = EntryId::parse(id)?;
            return match &self.question(entry.list)?.kind {
                AnswerKind::List(list) => {
                    let mut questions = list.questions.iter();
                    questions.find(|question| question.id == entry.question)
                }
                _ => None,
            };
        };
        let mut questions = self.pages.get(position.page)?.questions();
        questions.find(|question| question.id == id)
    }

    /// The label of the question. For a question in a list entry, the label also contains the name of the entry: «Thành
    /// viên 2 – Họ tên».
    pub fn label(&self, id: &str) -> Option<String> {
        let label = &self.question(id)?.label;
        let Some(entry) = self.entry_id(id) else {
            return Some(label.clone());
        };
        let list = self.question(entry.list)?;
        let entry_label = match &list.kind {
            AnswerKind::List(entries) => entries.entry_label.as_ref(),
            _ => None,
        };
        let entry_label = entry_label.unwrap_or(&list.label);
        // An entry that is named by its own id has no number without the answers.
        let number = entry
            .place()
            .map(|place| place.saturating_add(1).to_string());
        Some([entry_label, " ", &number.unwrap_or_default(), " – ", label].concat())
    }

    /// The sex of a person, if the form states it. `prefix` is the prefix of the ids of the questions about this
    /// person.
    pub fn sex_of_person(&self, prefix: &str) -> Option<Sex> {
        let mut persons = self.persons.iter();
        persons.find(|person| person.prefix == prefix)?.sex
    }

    /// The number of the page that contains the question, from 0.
    pub fn page_number(&self, id: &str) -> Option<usize> {
        let position = self.positions.get(id);
        let position = position.or_else(|| self.positions.get(EntryId::parse(id)?.list));
        position.map(|position| position.page)
    }

    /// Splits the id of a question in a list entry into its parts. `None` if a question outside repeating groups has
    /// this id.
    pub(crate) fn entry_id<'a>(&self, id: &'a str) -> Option<EntryId<'a>> {
        EntryId::parse(id).filter(|_| !self.positions.contains_key(id))
    }

    /// A key that sorts questions in reading order. Its three numbers are the position of the question in the form and,
    /// for a question inside a list, the number of the list entry and the position within that entry.
    pub(crate) fn reading_order(&self, id: &str) -> (usize, usize, usize) {
        let number = |id: &str| {
            let position = self.positions.get(id);
            position.map_or(usize::MAX, |position| position.number)
        };
        let Some(entry) = self.entry_id(id) else {
            return (number(id), 0, 0);
        };
        let within_entry = self.question(entry.list).and_then(|list| match &list.kind {
            AnswerKind::List(list) => {
                let mut questions = list.questions.iter();
                questions.position(|question| question.id == entry.question)
            }
            _ => None,
        });
        (
            number(entry.list),
            entry.place().map_or(0, |place| place.saturating_add(1)),
            within_entry.unwrap_or(usize::MAX),
        )
    }
}
