//! Reads a UI schema, in the supported subset of JSON Forms, into pages, groups and rules.
//!
//! Elements: `Categorization`, `Category`, `Group`, `VerticalLayout`, `HorizontalLayout`, `Control`, `Label`. A
//! `HorizontalLayout` is one column on a phone, so only the order of its elements counts.
//!
//! A rule has an `effect` (`SHOW`, `HIDE`, `ENABLE` or `DISABLE`) and a `condition` with `scope` (`#/properties/x`, or
//! `#` for all answers), `schema` and `failWhenUndefined`.
//!
//! Options of a Control:
//! - `widget`: `radio`, `select`, `text`, `long-text` or `checkbox`. JSON Forms' `format: "radio"` and `multi: true`
//!   are accepted as well.
//! - `prefill`: the account data that answers the question in a new draft.
//! - `derive`: the date question whose answer this question repeats in words.
//! - `future`: whether a date may be after today.
//! - `same_as`: other questions. The app offers their answers as an answer to this question.
//! - `carry_over`: whether an earlier dossier may answer the question. `always`: the answer is about the citizen who
//!   files, or their family. `oneself`: only if both dossiers are for the citizen themselves. `never`: the default.
//! - For a repeating group (an array of objects): `detail`, the layout of one entry; `add`, the text of the button that
//!   adds an entry; `item`, the name of one entry.
//!
//! Options of a Group or Category:
//! - `carry_over`: applies to every question inside the Group or Category.
//! - `person`: the prefix of the ids of the questions about one person (`mother_`).
//! - `sex`: the sex of this person, if it is certain (`Nam`, `Nữ`).
//! - `same_as`: prefixes of other people, whose answers are offered for this person. Each is a text, or an object
//!   `{person, when}` with the condition under which the offer is made.

use std::collections::BTreeMap;

use contract::form::Form;
use serde_json::Value;

use super::carry_over::read_carry_over;
use super::control::read_control;
use super::fields::{Fields, Inherited, refuse_unknown_members};
use super::person::read_person;
use super::rule::read_rule;
use super::same_person::{read_same_person_offer, set_labels_of_others};
use crate::form::json_schema::{
    Keywords, LoadError, LoadErrorReason, MAX_DEPTH, PatternCompiler, child_pointer, expect_array,
    expect_object, expect_text,
};
use crate::form::model::{
    Note, PageElement, Person, QuestionGroup, QuestionPage, Rule, SamePersonOffer,
};

/// The pages, people and rules that a UI schema defines.
pub(super) struct Layout {
    pub(super) pages: Vec<QuestionPage>,
    pub(super) rules: Vec<Rule>,
    pub(super) persons: Vec<Person>,
}

/// Reads the UI schema of a form. `fields` is the JSON of the form's properties, `root` is the loaded schema that
/// contains these properties.
pub(super) fn read_ui_schema(
    form: &Form,
    fields: &Value,
    root: &Keywords,
    compiler: PatternCompiler,
) -> Result<Layout, LoadError> {
    let mut reader = Reader {
        fields: Fields {
            json: fields,
            root,
            pointer: "/schema/properties".to_owned(),
            in_entry: false,
            compiler,
        },
        form_title: &form.title,
        pages: Vec::new(),
        rules: Vec::new(),
        note_count: 0,
        persons: Vec::new(),
        same_as_pointers: BTreeMap::new(),
        group_ended: true,
    };
    reader.read_element(&form.ui_schema, "/ui_schema", 0, &Inherited::default())?;
    for page in &mut reader.pages {
        for element in page.groups.iter_mut().flat_map(|group| &mut group.elements) {
            if let PageElement::SamePerson(offer) = element {
                let pointer = reader.same_as_pointers.get(&offer.id);
                let pointer = pointer.map_or("", String::as_str);
                set_labels_of_others(offer, &reader.persons, pointer)?;
            }
        }
        page.groups.retain(|group| !group.elements.is_empty());
    }
    reader.pages.retain(|page| !page.groups.is_empty());
    Ok(Layout {
        pages: reader.pages,
        rules: reader.rules,
        persons: reader.persons,
    })
}

struct Reader<'a> {
    fields: Fields<'a>,
    form_title: &'a str,
    pages: Vec<QuestionPage>,
    rules: Vec<Rule>,
    note_count: usize,
    persons: Vec<Person>,
    /// JSON Pointer to the option `same_as` of each offer, by the id of the offer.
    same_as_pointers: BTreeMap<String, String>,
    /// Whether the next element begins a new group.
    group_ended: bool,
}

impl Reader<'_> {
    fn read_element(
        &mut self,
        element: &Value,
        pointer: &str,
        depth: usize,
        inherited: &Inherited,
    ) -> Result<(), LoadError> {
        if depth > MAX_DEPTH {
            let reason = LoadErrorReason::TooDeep;
            return Err(LoadError::new(reason, "ui_schema", pointer));
        }
        let members = expect_object(element, pointer)?;
        let element_type = expect_text(
            members.get("type").unwrap_or(&Value::Null),
            &child_pointer(pointer, "type"),
        )?;
        let known: &[&str] = match element_type {
            "Control" => &["type", "rule", "scope", "label", "options"],
            "Label" => &["type", "rule", "text"],
            "Group" | "Category" => &["type", "rule", "label", "options", "elements"],
            "Categorization" | "VerticalLayout" | "HorizontalLayout" => {
                &["type", "rule", "elements"]
            }
            _ => {
                let reason = LoadErrorReason::UnknownElement;
                return Err(LoadError::new(reason, element_type, pointer));
            }
        };
        refuse_unknown_members(element, known, pointer)?;
        let mut inherited = inherited.clone();
        if let Some(rule) = members.get("rule") {
            inherited.rules.push(self.rules.len());
            let rule_pointer = child_pointer(pointer, "rule");
            let (root, compiler) = (self.fields.root, self.fields.compiler);
            self.rules
                .push(read_rule(rule, root, compiler, &rule_pointer)?);
        }
        let label = match members.get("label") {
            Some(Value::String(label)) => Some(label.clone()),
            None | Some(Value::Bool(_)) => None,
            Some(_) => {
                let pointer = child_pointer(pointer, "label");
                return Err(LoadError::bad_shape("text", &pointer));
            }
        };
        let options = members.get("options").filter(|_| element_type != "Control");
        let options_pointer = child_pointer(pointer, "options");
        let offer = match options {
            Some(options) => {
                let label = label.as_deref();
                self.read_group_options(options, &options_pointer, label, &mut inherited)?
            }
            None => None,
        };
        match element_type {
            "Control" => {
                let question = read_control(element, label, pointer, inherited, &self.fields)?;
                self.push(PageElement::Question(question));
            }
            "Label" => {
                let text = members.get("text").unwrap_or(&Value::Null);
                let text = expect_text(text, &child_pointer(pointer, "text"))?.to_owned();
                self.note_count += 1;
                let id = ["#", &self.note_count.to_string()].concat();
                let rules = inherited.rules;
                self.push(PageElement::Note(Note { id, text, rules }));
            }
            "Category" => {
                let title = label.unwrap_or_else(|| self.form_title.to_owned());
                let groups = Vec::new();
                self.pages.push(QuestionPage { title, groups });
                self.group_ended = true;
                if let Some(offer) = offer {
                    self.push(PageElement::SamePerson(offer));
                }
                self.read_children(element, pointer, depth, &inherited, element_type)?;
            }
            "Group" => {
                self.begin_group(label);
                if let Some(offer) = offer {
                    self.push(PageElement::SamePerson(offer));
                }
                self.read_children(element, pointer, depth, &inherited, element_type)?;
                self.group_ended = true;
            }
            _ => self.read_children(element, pointer, depth, &inherited, element_type)?,
        }
        Ok(())
    }

    fn read_children(
        &mut self,
        element: &Value,
        pointer: &str,
        depth: usize,
        inherited: &Inherited,
        parent_type: &str,
    ) -> Result<(), LoadError> {
        let pointer = child_pointer(pointer, "elements");
        let children = element.get("elements").unwrap_or(&Value::Null);
        for (index, child) in expect_array(children, &pointer)?.iter().enumerate() {
            let pointer = child_pointer(&pointer, &index.to_string());
            let child_type = child.get("type").and_then(Value::as_str).unwrap_or("");
            let is_category = matches!(child_type, "Category" | "Categorization");
            if is_category != (parent_type == "Categorization") {
                return Err(LoadError::bad_shape(
                    "categories in a Categorization and nowhere else",
                    &pointer,
                ));
            }
            self.read_element(child, &pointer, depth + 1, inherited)?;
        }
        Ok(())
    }

    /// Adds an element to the current group.
    fn push(&mut self, element: PageElement) {
        if self.group_ended {
            self.begin_group(None);
        }
        let page = self.pages.last_mut();
        if let Some(group) = page.and_then(|page| page.groups.last_mut()) {
            group.elements.push(element);
        }
    }

    fn begin_group(&mut self, title: Option<String>) {
        if self.pages.is_empty() {
            self.pages.push(QuestionPage {
                title: self.form_title.to_owned(),
                groups: Vec::new(),
            });
        }
        if let Some(page) = self.pages.last_mut() {
            let elements = Vec::new();
            page.groups.push(QuestionGroup { title, elements });
        }
        self.group_ended = false;
    }

    /// Reads the options of a Group or Category. Returns the offer that its option `same_as` defines.
    fn read_group_options(
        &mut self,
        options: &Value,
        pointer: &str,
        label: Option<&str>,
        inherited: &mut Inherited,
    ) -> Result<Option<SamePersonOffer>, LoadError> {
        let mut has_person = false;
        for (name, value) in expect_object(options, pointer)? {
            let pointer = child_pointer(pointer, name);
            match name.as_str() {
                "carry_over" => inherited.carry_over = read_carry_over(value, &pointer)?,
                // Each of these three options is about the person whom the option `person` names. `read_person` returns
                // an error if the option `person` is missing.
                "person" | "same_as" | "sex" => has_person = true,
                _ => {
                    let reason = LoadErrorReason::UnknownOption;
                    return Err(LoadError::new(reason, name, &pointer));
                }
            }
        }
        if !has_person {
            return Ok(None);
        }
        let person = read_person(options, pointer, label, &self.fields)?;
        let prefix = &person.prefix;
        if self.persons.iter().any(|earlier| earlier.prefix == *prefix) {
            let pointer = child_pointer(pointer, "person");
            let reason = LoadErrorReason::AskedTwice;
            return Err(LoadError::new(reason, prefix, &pointer));
        }
        let offer = match options.get("same_as") {
            Some(same_as) => {
                let pointer = child_pointer(pointer, "same_as");
                let (fields, rules) = (&self.fields, &mut self.rules);
                let inherited_rules = &inherited.rules;
                let offer = read_same_person_offer(
                    prefix,
                    same_as,
                    &pointer,
                    fields,
                    rules,
                    inherited_rules,
                )?;
                self.same_as_pointers.insert(offer.id.clone(), pointer);
                Some(offer)
            }
            None => None,
        };
        self.persons.push(person);
        Ok(offer)
    }
}
