//! The subset of the JSON Forms UI schema, read into pages, groups and rules.
//!
//! Elements: `Categorization`, `Category`, `Group`, `VerticalLayout`, `HorizontalLayout` (one under the other
//! on a phone, so the order is all it says), `Control`, `Label`. A rule has an effect SHOW, HIDE, ENABLE or
//! DISABLE and a condition with `scope` (`#/properties/x`, or `#` for all answers), `schema` and
//! `failWhenUndefined`. Options of a Control: `widget` (`radio`, `select`, `text`, `long-text`, `checkbox`),
//! or in JSON Forms' own words `format: "radio"` and `multi: true`; `prefill`; `derive`; `future`; `same_as`, the
//! questions whose answer is offered again. An array of objects is a repeating group: `detail` lays out one entry
//! (Controls in layouts), `add` and `item` are its words. `carry_over`, of a Control or of a Group or Category for all
//! in it that don't say otherwise: whether an earlier dossier may answer it again (`always`: it is about the one who
//! files or his family; `oneself`: only from one dossier for oneself to the next; `never`, as where nothing is said).
//! More of a Group or Category: `person`, what the ids of its questions about somebody begin with (`mother_`); `sex`,
//! his, where it is certain (`Nam`, `Nữ`); `same_as`, the `person` of other ones whose answers are offered for him, each
//! alone or as `{person, when}` with the condition under which it is likely.

use contract::form::Form;
use serde_json::Value;

use super::carry_over::CarryOver;
use super::control::{Around, Fields, read_control};
use super::load_fault::{LoadFault, LoadReason, below};
use super::page::{Element, Group, Note, Page};
use super::person::Person;
use super::rule::Rule;
use super::same_person::SamePerson;
use super::schema::{MAX_DEPTH, Patterns, Rules, array, object, text};

/// What a UI schema lays out.
pub(super) struct Layout {
    pub(super) pages: Vec<Page>,
    pub(super) rules: Vec<Rule>,
    pub(super) persons: Vec<Person>,
}

/// Reads the UI schema of a form whose properties are `fields`.
pub(super) fn load(
    form: &Form,
    fields: &Value,
    root: &Rules,
    patterns: Patterns,
) -> Result<Layout, LoadFault> {
    let mut reader = Reader {
        fields: Fields {
            values: fields,
            root,
            at: "/schema/properties".to_owned(),
            may_repeat: true,
            patterns,
        },
        title: &form.title,
        pages: Vec::new(),
        rules: Vec::new(),
        notes: 0,
        persons: Vec::new(),
        group_ended: true,
    };
    reader.element(&form.ui_schema, "/ui_schema", 0, &Around::default())?;
    for page in &mut reader.pages {
        for element in page.groups.iter_mut().flat_map(|group| &mut group.elements) {
            if let Element::SamePerson(offer) = element {
                offer.name_others(&reader.persons)?;
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
    title: &'a str,
    pages: Vec<Page>,
    rules: Vec<Rule>,
    notes: usize,
    persons: Vec<Person>,
    group_ended: bool,
}

impl Reader<'_> {
    fn element(
        &mut self,
        element: &Value,
        at: &str,
        depth: usize,
        above: &Around,
    ) -> Result<(), LoadFault> {
        if depth > MAX_DEPTH {
            return Err(LoadFault::new(LoadReason::TooDeep, "ui_schema", at));
        }
        let members = object(element, at)?;
        let name = text(
            members.get("type").unwrap_or(&Value::Null),
            &below(at, "type"),
        )?;
        let allowed: &[&str] = match name {
            "Control" => &["type", "rule", "scope", "label", "options"],
            "Label" => &["type", "rule", "text"],
            "Group" | "Category" => &["type", "rule", "label", "options", "elements"],
            "Categorization" | "VerticalLayout" | "HorizontalLayout" => {
                &["type", "rule", "elements"]
            }
            _ => return Err(LoadFault::new(LoadReason::UnknownElement, name, at)),
        };
        if let Some(member) = members
            .keys()
            .find(|member| !allowed.contains(&member.as_str()))
        {
            return Err(LoadFault::new(
                LoadReason::UnknownElement,
                member,
                &below(at, member),
            ));
        }
        let mut around = above.clone();
        if let Some(rule) = members.get("rule") {
            around.rules.push(self.rules.len());
            let rule = Rule::read(
                rule,
                self.fields.root,
                self.fields.patterns,
                &below(at, "rule"),
            )?;
            self.rules.push(rule);
        }
        let label = match members.get("label") {
            Some(Value::String(label)) => Some(label.clone()),
            None | Some(Value::Bool(_)) => None,
            Some(_) => return Err(LoadFault::shape("text", &below(at, "label"))),
        };
        let options = members.get("options").filter(|_| name != "Control");
        let options_at = below(at, "options");
        let same = match options {
            Some(options) => self.options(options, &options_at, label.as_deref(), &mut around)?,
            None => None,
        };
        match name {
            "Control" => {
                let question = read_control(element, label, at, around, &self.fields)?;
                self.push(Element::Question(question));
            }
            "Label" => {
                let sentence = members.get("text").unwrap_or(&Value::Null);
                let sentence = text(sentence, &below(at, "text"))?.to_owned();
                self.notes += 1;
                let mut id = "#".to_owned();
                id.push_str(&self.notes.to_string());
                self.push(Element::Note(Note {
                    id,
                    text: sentence,
                    rules: around.rules,
                }));
            }
            "Category" => {
                let title = label.unwrap_or_else(|| self.title.to_owned());
                self.pages.push(Page {
                    title,
                    groups: Vec::new(),
                });
                self.group_ended = true;
                if let Some(offer) = same {
                    self.push(Element::SamePerson(offer));
                }
                self.children(element, at, depth, &around, name)?;
            }
            "Group" => {
                self.begin_group(label);
                if let Some(offer) = same {
                    self.push(Element::SamePerson(offer));
                }
                self.children(element, at, depth, &around, name)?;
                self.group_ended = true;
            }
            _ => self.children(element, at, depth, &around, name)?,
        }
        Ok(())
    }

    fn children(
        &mut self,
        element: &Value,
        at: &str,
        depth: usize,
        around: &Around,
        parent: &str,
    ) -> Result<(), LoadFault> {
        let at = below(at, "elements");
        for (index, child) in array(element.get("elements").unwrap_or(&Value::Null), &at)?
            .iter()
            .enumerate()
        {
            let at = below(&at, &index.to_string());
            let name = child.get("type").and_then(Value::as_str).unwrap_or("");
            let is_page = matches!(name, "Category" | "Categorization");
            if is_page != (parent == "Categorization") {
                return Err(LoadFault::shape(
                    "categories in a Categorization and nowhere else",
                    &at,
                ));
            }
            self.element(child, &at, depth + 1, around)?;
        }
        Ok(())
    }

    fn push(&mut self, element: Element) {
        if self.group_ended {
            self.begin_group(None);
        }
        if let Some(group) = self
            .pages
            .last_mut()
            .and_then(|page| page.groups.last_mut())
        {
            group.elements.push(element);
        }
    }

    fn begin_group(&mut self, title: Option<String>) {
        if self.pages.is_empty() {
            self.pages.push(Page {
                title: self.title.to_owned(),
                groups: Vec::new(),
            });
        }
        if let Some(page) = self.pages.last_mut() {
            page.groups.push(Group {
                title,
                elements: Vec::new(),
            });
        }
        self.group_ended = false;
    }

    /// Reads the options of a Group or Category of those words, and gives the offer that stands first in it.
    fn options(
        &mut self,
        options: &Value,
        at: &str,
        label: Option<&str>,
        around: &mut Around,
    ) -> Result<Option<SamePerson>, LoadFault> {
        let members = object(options, at)?;
        for (name, value) in members {
            let at = below(at, name);
            match name.as_str() {
                "carry_over" => around.carry_over = CarryOver::read(value, &at)?,
                "person" | "same_as" | "sex" => {}
                _ => return Err(LoadFault::new(LoadReason::UnknownOption, name, &at)),
            }
        }
        let beside = ["same_as", "sex"]
            .into_iter()
            .any(|name| members.contains_key(name));
        let named = members.get("person");
        let Some(name) = named.or_else(|| beside.then_some(&Value::Null)) else {
            return Ok(None);
        };
        let name_at = below(at, "person");
        let sex_at = below(at, "sex");
        let sex = (members.get("sex"), sex_at.as_str());
        let person = Person::read((name, &name_at), sex, label, &self.fields)?;
        let begins = &person.begins;
        if self.persons.iter().any(|known| known.begins == *begins) {
            return Err(LoadFault::new(LoadReason::AskedTwice, begins, &name_at));
        }
        let others = members.get("same_as");
        let others_at = below(at, "same_as");
        let offer = others.map(|others| {
            let (fields, rules) = (&self.fields, &mut self.rules);
            SamePerson::read(begins, others, &others_at, fields, rules, &around.rules)
        });
        let offer = offer.transpose()?;
        self.persons.push(person);
        Ok(offer)
    }
}
