//! The way through a draft: which step follows which, past the pages of the form that ask nothing.
//! It only says where to; it never holds anyone back.

use contract::draft::Draft;
use domain::form::{Definition, visible};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::going::use_go;
use super::open_draft::OpenDraft;
use crate::api::Load;
use crate::browser::query;
use crate::routes::{self, DraftStep};

/// Goes on from a step; call the hook while drawing. Leads back to the review for who came from there.
pub fn use_go_on(draft: OpenDraft, step: DraftStep) -> Callback<()> {
    let go = use_go();
    let search = use_location().search;
    Callback::new(move |()| {
        let from_review = from_review(&search.get_untracked());
        go(&next_address(draft, step, from_review));
    })
}

/// Whether the raw query text says that the citizen came from the review.
pub fn from_review(search: &str) -> bool {
    query::value(search, "from").as_deref() == Some("review")
}

/// The address after a step of this draft, as it is now.
pub fn next_address(draft: OpenDraft, step: DraftStep, from_review: bool) -> String {
    let next = match from_review {
        true => DraftStep::Review,
        false => with_answers(draft, |form, draft| next_step(form, draft, step)),
    };
    routes::draft(&draft.id(), next)
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
        DraftStep::Attachments => return DraftStep::Delivery,
        DraftStep::Delivery | DraftStep::Review => return DraftStep::Review,
    };
    let shown = shown_pages(form, draft);
    let next = shown.into_iter().find(|shown| *shown > page);
    next.map_or(DraftStep::Attachments, DraftStep::Form)
}

fn previous_step(form: Option<&Definition>, draft: Option<&Draft>, step: DraftStep) -> DraftStep {
    let page = match step {
        DraftStep::Agency => return DraftStep::Agency,
        DraftStep::Form(page) => page,
        DraftStep::Attachments => usize::MAX,
        DraftStep::Delivery => return DraftStep::Attachments,
        DraftStep::Review => return DraftStep::Delivery,
    };
    let shown = shown_pages(form, draft);
    let previous = shown.into_iter().rev().find(|shown| *shown < page);
    previous.map_or(DraftStep::Agency, DraftStep::Form)
}

/// Numbers, from 1, of the form's pages that ask something just now.
pub fn shown_pages(form: Option<&Definition>, draft: Option<&Draft>) -> Vec<usize> {
    let (Some(form), Some(draft)) = (form, draft) else {
        return vec![1];
    };
    let seen = visible(form, &draft.answers);
    let pages = form.pages().iter().enumerate();
    pages
        .filter(|(_, page)| page.is_visible(&seen))
        .map(|(place, _)| place.saturating_add(1))
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use contract::form::Form;
    use contract::{Day, Timestamp};
    use serde_json::{Value, json};

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
            created_at: moment.clone(),
            updated_at: moment,
            expires_on: Day("2026-12-22".to_owned()),
            for_whom: Default::default(),
            papers: Default::default(),
            parts: Default::default(),
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
