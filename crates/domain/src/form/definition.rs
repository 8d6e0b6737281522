//! A form ready to be asked: pages of groups of questions, the schema and the rules behind them.

use std::collections::BTreeMap;

use contract::form::Form;
use serde_json::Value;

use super::contradiction;
use super::entries::parts;
use super::load_fault::{LoadFault, LoadReason, below};
use super::page::Page;
use super::person::Person;
use super::question::{Kind, Question};
use super::rule::Rule;
use super::schema::{Patterns, Rules, Schema, Spot, Type};
use super::ui_schema;
use crate::format::Sex;

/// A form's definition, loaded.
#[derive(Clone, Debug)]
pub struct Definition {
    /// Key of the form.
    pub key: String,
    /// Version of the form.
    pub version: u32,
    /// Title of the form.
    pub title: String,
    pub(super) schema: Schema,
    pub(super) pages: Vec<Page>,
    pub(super) rules: Vec<Rule>,
    persons: Vec<Person>,
    /// Where each question stands: its number in reading order, and its page.
    pub(super) places: BTreeMap<String, (usize, usize)>,
}

impl Definition {
    /// Reads a form, or says what in it is outside the subset or contradicts itself.
    ///
    /// `patterns` compiles what stands at `pattern` and `patternProperties`.
    pub fn load(form: &Form, patterns: Patterns) -> Result<Definition, LoadFault> {
        let schema = Schema::load(&form.schema, &Spot::top("/schema", patterns))?;
        let Some(rules) = schema
            .rules()
            .filter(|rules| rules.types.as_slice() == [Type::Object])
        else {
            return Err(LoadFault::shape("type object at the root", "/schema"));
        };
        known(&schema, rules, "/schema")?;
        contradiction::refuse(&form.schema, patterns, "/schema")?;
        let fields = form.schema.get("properties").unwrap_or(&Value::Null);
        let layout = ui_schema::load(form, fields, rules, patterns)?;
        let mut definition = Definition {
            key: form.key.clone(),
            version: form.version,
            title: form.title.clone(),
            pages: layout.pages,
            rules: layout.rules,
            persons: layout.persons,
            places: BTreeMap::new(),
            schema,
        };
        if definition.questions().next().is_none() {
            return Err(LoadFault::shape("at least one question", "/ui_schema"));
        }
        definition.index()?;
        definition.refuse_hidden_requirements()?;
        Ok(definition)
    }

    /// The pages, in order.
    pub fn pages(&self) -> &[Page] {
        &self.pages
    }

    /// Every question, in reading order.
    pub fn questions(&self) -> impl Iterator<Item = &Question> {
        self.pages.iter().flat_map(Page::questions)
    }

    /// The question of that id; that of an entry (`members/0/name`) as every entry has it.
    pub fn question(&self, id: &str) -> Option<&Question> {
        let Some((_, page)) = self.places.get(id) else {
            let (list, _, inner) = parts(id)?;
            return match &self.question(list)?.kind {
                Kind::List(entries) => entries.questions.iter().find(|asked| asked.id == inner),
                _ => None,
            };
        };
        let mut questions = self.pages.get(*page)?.questions();
        questions.find(|question| question.id == id)
    }

    /// The question's words, with its entry's name before those of a list: «Thành viên 2 – Họ tên».
    pub fn label(&self, id: &str) -> Option<String> {
        let label = &self.question(id)?.label;
        let Some((list, index, _)) = parts(id).filter(|_| !self.places.contains_key(id)) else {
            return Some(label.clone());
        };
        let list = self.question(list)?;
        let item = match &list.kind {
            Kind::List(entries) => entries.item.as_ref(),
            _ => None,
        };
        let item = item.unwrap_or(&list.label);
        let number = index.saturating_add(1).to_string();
        Some([item, " ", &number, " – ", label].concat())
    }

    /// The sex of the person whose questions' ids begin so, where the form says it.
    pub fn sex_of(&self, begins: &str) -> Option<Sex> {
        let mut persons = self.persons.iter();
        persons.find(|known| known.begins == begins)?.sex
    }

    /// The number of the page that asks it, from 0.
    pub fn page_of(&self, id: &str) -> Option<usize> {
        let place = self.places.get(id);
        let place = place.or_else(|| self.places.get(parts(id)?.0));
        place.map(|(_, page)| *page)
    }

    /// Where a question stands in reading order: among the form's, then by entry, then within the entry.
    pub(super) fn order(&self, id: &str) -> (usize, usize, usize) {
        let number = |id: &str| {
            self.places
                .get(id)
                .map_or(usize::MAX, |(number, _)| *number)
        };
        match parts(id).filter(|_| !self.places.contains_key(id)) {
            Some((list, index, inner)) => {
                let within = self.question(list).and_then(|list| match &list.kind {
                    Kind::List(entries) => {
                        let mut asked = entries.questions.iter();
                        asked.position(|question| question.id == inner)
                    }
                    _ => None,
                });
                let (entry, within) = (index.saturating_add(1), within.unwrap_or(usize::MAX));
                (number(list), entry, within)
            }
            None => (number(id), 0, 0),
        }
    }

    fn index(&mut self) -> Result<(), LoadFault> {
        let mut number = 0;
        for (page, content) in self.pages.iter().enumerate() {
            for question in content.questions() {
                if self
                    .places
                    .insert(question.id.clone(), (number, page))
                    .is_some()
                {
                    let reason = LoadReason::AskedTwice;
                    return Err(LoadFault::new(reason, &question.id, "/ui_schema"));
                }
                number += 1;
            }
        }
        Ok(())
    }

    fn refuse_hidden_requirements(&self) -> Result<(), LoadFault> {
        let required = self
            .schema
            .rules()
            .map(|rules| rules.object.required.as_slice());
        for name in required.unwrap_or_default() {
            let hides = |index: &usize| self.rules.get(*index).is_some_and(Rule::hides);
            let asked = self
                .question(name)
                .is_some_and(|q| !q.rules.iter().any(hides));
            if !asked {
                let reason = LoadReason::HiddenRequired;
                return Err(LoadFault::new(reason, name, "/schema/required"));
            }
        }
        Ok(())
    }
}

/// Refuses requirements and conditions on properties that the root lacks, wherever the same answers are judged.
pub(super) fn known(schema: &Schema, root: &Rules, at: &str) -> Result<(), LoadFault> {
    let Some(rules) = schema.rules() else {
        return Ok(());
    };
    let Rules {
        object, combined, ..
    } = rules;
    let dependent = object.dependent_required.iter();
    let named = object
        .required
        .iter()
        .chain(object.properties.keys())
        .chain(object.dependent_schemas.keys())
        .chain(dependent.flat_map(|(name, wanted)| wanted.iter().chain([name])));
    for name in named {
        if !root.object.properties.contains_key(name) {
            return Err(LoadFault::new(LoadReason::UnknownQuestion, name, at));
        }
    }
    let several = [
        ("allOf", &combined.all_of),
        ("anyOf", &combined.any_of),
        ("oneOf", &combined.one_of),
    ];
    for (keyword, members) in several {
        for (index, member) in members.iter().enumerate() {
            let at = below(&below(at, keyword), &index.to_string());
            known(member, root, &at)?;
        }
    }
    for (name, member) in &object.dependent_schemas {
        known(member, root, &below(&below(at, "dependentSchemas"), name))?;
    }
    for (keyword, member) in [
        ("not", &combined.not),
        ("if", &combined.condition),
        ("then", &combined.then),
        ("else", &combined.otherwise),
    ] {
        if let Some(member) = member {
            known(member, root, &below(at, keyword))?;
        }
    }
    Ok(())
}
