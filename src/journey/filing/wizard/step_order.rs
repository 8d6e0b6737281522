//! The way through a draft: which step follows which, past the pages of the form that ask nothing.
//! It only says where to; it never holds anyone back.

use contract::draft::Draft;
use domain::form::{Definition, Visible, visible};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api::Load;
use crate::browser::query;
use crate::journey::filing::draft::open_draft::OpenDraft;
use crate::page::navigation::use_navigation;
use crate::routes::{self, DraftStep, EditOrigin};

/// Goes on from a step; call the hook while drawing. Leads back to the review for who came from there.
pub fn use_go_on(draft: OpenDraft, step: DraftStep) -> Callback<()> {
    let go = use_navigation();
    let search = use_location().search;
    Callback::new(move |()| {
        go(&next_address(draft, step, &search.get_untracked()));
    })
}

/// Where the citizen was reading over when he pressed «Sửa», by the raw query text: the address of the very line.
pub fn reading_address(draft: &str, search: &str) -> Option<String> {
    let reading = EditOrigin::from_key(&query::value(search, "from")?)?;
    let address = routes::draft(draft, reading.step());
    Some(match query::value(search, "row") {
        Some(row) => [&address, "#", &row].concat(),
        None => address,
    })
}

/// The address after a step of this draft, as it is now; who is mending an answer goes back to reading over.
pub fn next_address(draft: OpenDraft, step: DraftStep, search: &str) -> String {
    reading_address(&draft.id(), search).unwrap_or_else(|| {
        let next = with_answers(draft, |form, draft| next_step(form, draft, step));
        routes::draft(&draft.id(), next)
    })
}

/// The address before a step of this draft; the first page of the form comes after the agency.
pub fn previous_address(draft: OpenDraft, step: DraftStep) -> String {
    let previous = with_answers(draft, |form, draft| previous_step(form, draft, step));
    routes::draft(&draft.id(), previous)
}

fn with_answers(
    open: OpenDraft,
    choose: impl FnOnce(Option<&Definition>, Option<&Draft>) -> DraftStep,
) -> DraftStep {
    open.load.with_untracked(|load| {
        let form = match load {
            Load::Ready(opened) => Some(opened.form.as_ref()),
            Load::Waiting | Load::Failed(_) => None,
        };
        open.draft
            .with_untracked(|draft| choose(form, draft.as_ref()))
    })
}

fn next_step(form: Option<&Definition>, draft: Option<&Draft>, step: DraftStep) -> DraftStep {
    let page = match step {
        DraftStep::Agency => 0,
        DraftStep::Form(page) => page,
        DraftStep::Declarations => return DraftStep::Attachments,
        DraftStep::Attachments => return DraftStep::Delivery,
        DraftStep::Delivery | DraftStep::Review => return DraftStep::Review,
    };
    let shown = shown_pages(form, draft);
    let next = shown.into_iter().find(|shown| *shown > page);
    next.map_or(DraftStep::Declarations, DraftStep::Form)
}

fn previous_step(form: Option<&Definition>, draft: Option<&Draft>, step: DraftStep) -> DraftStep {
    let page = match step {
        DraftStep::Agency => return DraftStep::Agency,
        DraftStep::Form(page) => page,
        DraftStep::Declarations => usize::MAX,
        DraftStep::Attachments => return DraftStep::Declarations,
        DraftStep::Delivery => return DraftStep::Attachments,
        DraftStep::Review => return DraftStep::Delivery,
    };
    let shown = shown_pages(form, draft);
    let previous = shown.into_iter().rev().find(|shown| *shown < page);
    previous.map_or(DraftStep::Agency, DraftStep::Form)
}

fn shown_pages(form: Option<&Definition>, draft: Option<&Draft>) -> Vec<usize> {
    let (Some(form), Some(draft)) = (form, draft) else {
        return vec![1];
    };
    pages_seen(form, &visible(form, &draft.answers))
}

/// Numbers, from 1, of the form's pages that ask something just now.
pub fn pages_seen(form: &Definition, seen: &Visible) -> Vec<usize> {
    let pages = form.pages().iter().enumerate();
    pages
        .filter(|(_, page)| page.is_visible(seen))
        .map(|(place, _)| place.saturating_add(1))
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use contract::draft::ForWhom;
    use contract::form::Form;
    use contract::{Day, Timestamp};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    /// Three pages; the second asks something only after a «yes» on the first.
    fn form() -> Definition {
        let category = |question: &str| {
            let scope = ["#/properties/", question].concat();
            json!({"type": "Category", "label": question, "elements": [
                {"type": "Control", "scope": scope}
            ]})
        };
        let mut second = category("b");
        let rule = json!({"effect": "SHOW", "condition": {"scope": "#/properties/a", "schema": {"const": true}}});
        second
            .as_object_mut()
            .unwrap()
            .insert("rule".to_owned(), rule);
        let form = Form {
            key: "three-pages".to_owned(),
            version: 1,
            title: "Three pages".to_owned(),
            schema: json!({"type": "object", "properties": {
                "a": {"type": "boolean"}, "b": {"type": "string"}, "c": {"type": "string"}
            }}),
            ui_schema: json!({"type": "Categorization", "elements": [category("a"), second, category("c")]}),
        };
        Definition::load(&form, |_| None).unwrap()
    }

    fn draft(answers: Value) -> Draft {
        let moment = Timestamp("2026-11-22T01:20:00Z".to_owned());
        Draft {
            id: "d1".to_owned(),
            version: 1,
            procedure: "1.001193".to_owned(),
            procedure_name: "Đăng ký khai sinh".to_owned(),
            form: "three-pages".to_owned(),
            form_version: 1,
            agency: None,
            agency_name: None,
            answers: answers.as_object().unwrap().clone(),
            attachments: Vec::new(),
            delivery: None,
            for_whom: ForWhom::Oneself,
            needed_components: BTreeMap::new(),
            parts: BTreeMap::new(),
            created_at: moment.clone(),
            updated_at: moment,
            expires_on: Day("2026-12-22".to_owned()),
        }
    }

    fn walk(answers: Value) -> Vec<DraftStep> {
        let (form, draft) = (form(), draft(answers));
        let mut steps = vec![DraftStep::Agency];
        while let Some(step) = steps.last().filter(|step| **step != DraftStep::Review) {
            steps.push(next_step(Some(&form), Some(&draft), *step));
        }
        steps
    }

    #[test]
    fn the_way_leads_past_a_page_that_asks_nothing() {
        let end = [
            DraftStep::Declarations,
            DraftStep::Attachments,
            DraftStep::Delivery,
            DraftStep::Review,
        ];
        let short = [
            &[DraftStep::Agency, DraftStep::Form(1), DraftStep::Form(3)],
            end.as_slice(),
        ];
        assert_eq!(walk(json!({})), short.concat());
        let long = [
            DraftStep::Agency,
            DraftStep::Form(1),
            DraftStep::Form(2),
            DraftStep::Form(3),
        ];
        assert_eq!(
            walk(json!({"a": true})),
            [long.as_slice(), end.as_slice()].concat()
        );
    }

    #[test]
    fn the_way_back_is_the_way_there() {
        let (form, draft) = (form(), draft(json!({})));
        let mut there = walk(json!({}));
        let mut back = vec![DraftStep::Review];
        while let Some(step) = back.last().filter(|step| **step != DraftStep::Agency) {
            back.push(previous_step(Some(&form), Some(&draft), *step));
        }
        there.reverse();
        assert_eq!(back, there);
    }
}
