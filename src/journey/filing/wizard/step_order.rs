//! The order of a draft's steps. Pages of the form that ask nothing are skipped; no step is ever blocked.

use contract::draft::Draft;
use domain::form::{ElementIds, FormDefinition, visible_elements};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api::Load;
use crate::browser::query;
use crate::journey::filing::draft::OpenDraft;
use crate::page::navigation::use_navigation;
use crate::routes::{self, DraftStep, EditOrigin};

/// A callback that navigates to the next step, or back to the review if the citizen came from there to change an answer.
/// Call this hook while the page is rendered.
pub fn use_next_step(open_draft: OpenDraft, step: DraftStep) -> Callback<()> {
    let go = use_navigation();
    let search = use_location().search;
    Callback::new(move |()| {
        go(&next_route(open_draft, step, &search.get_untracked()));
    })
}

/// The route of the line where the citizen pressed «Sửa», from the raw query text. `None` if they came another way.
pub fn return_route(draft_id: &str, search: &str) -> Option<String> {
    let reading = EditOrigin::from_key(&query::value(search, "from")?)?;
    let route = routes::draft(draft_id, reading.step());
    Some(match query::value(search, "row") {
        Some(row) => [&route, "#", &row].concat(),
        None => route,
    })
}

/// The route after a step, for the answers as they are now. Leads back to the line where the citizen pressed «Sửa», if any.
pub fn next_route(open_draft: OpenDraft, step: DraftStep, search: &str) -> String {
    return_route(&open_draft.id(), search).unwrap_or_else(|| {
        let next = with_answers(open_draft, |form, draft| next_step(form, draft, step));
        routes::draft(&open_draft.id(), next)
    })
}

/// The route before a step. The agency comes before the first page of the form.
pub fn previous_route(open_draft: OpenDraft, step: DraftStep) -> String {
    let previous = with_answers(open_draft, |form, draft| previous_step(form, draft, step));
    routes::draft(&open_draft.id(), previous)
}

/// Calls `choose` with form and draft, as far as they are loaded. Not reactive.
fn with_answers(
    open_draft: OpenDraft,
    choose: impl FnOnce(Option<&FormDefinition>, Option<&Draft>) -> DraftStep,
) -> DraftStep {
    open_draft.load.with_untracked(|load| {
        let form = match load {
            Load::Ready(loaded) => Some(loaded.form.as_ref()),
            Load::Waiting | Load::Failed(_) => None,
        };
        open_draft
            .merged_draft
            .with_untracked(|draft| choose(form, draft.as_ref()))
    })
}

/// The step after `step`. The last step follows itself.
fn next_step(form: Option<&FormDefinition>, draft: Option<&Draft>, step: DraftStep) -> DraftStep {
    let page = match step {
        DraftStep::Agency => 0,
        DraftStep::Form(page) => page,
        DraftStep::Declarations => return DraftStep::Attachments,
        DraftStep::Attachments => return DraftStep::Delivery,
        DraftStep::Delivery | DraftStep::Review => return DraftStep::Review,
    };
    let next = form_pages(form, draft)
        .into_iter()
        .find(|number| *number > page);
    next.map_or(DraftStep::Declarations, DraftStep::Form)
}

/// The step before `step`. The first step precedes itself.
fn previous_step(
    form: Option<&FormDefinition>,
    draft: Option<&Draft>,
    step: DraftStep,
) -> DraftStep {
    let page = match step {
        DraftStep::Agency => return DraftStep::Agency,
        DraftStep::Form(page) => page,
        DraftStep::Declarations => usize::MAX,
        DraftStep::Attachments => return DraftStep::Declarations,
        DraftStep::Delivery => return DraftStep::Attachments,
        DraftStep::Review => return DraftStep::Delivery,
    };
    let previous = form_pages(form, draft)
        .into_iter()
        .rev()
        .find(|number| *number < page);
    previous.map_or(DraftStep::Agency, DraftStep::Form)
}

/// Numbers of the visible form pages. Before the form is loaded, only the first page is known.
fn form_pages(form: Option<&FormDefinition>, draft: Option<&Draft>) -> Vec<usize> {
    let (Some(form), Some(draft)) = (form, draft) else {
        return vec![1];
    };
    visible_page_numbers(form, &visible_elements(form, &draft.answers))
}

/// Numbers, from 1, of the form's pages that have a visible question.
pub fn visible_page_numbers(form: &FormDefinition, visible: &ElementIds) -> Vec<usize> {
    let pages = form.pages().iter().enumerate();
    pages
        .filter(|(_, page)| page.is_visible(visible))
        .map(|(index, _)| index.saturating_add(1))
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use domain::form::load_form;

    use super::*;
    use contract::draft::ForWhom;
    use contract::form::Form;
    use contract::{Day, Timestamp};
    use serde_json::{Value, json};
    use std::collections::BTreeMap;

    /// A form of three pages. The second page is visible only if the question on the first is answered with «yes».
    fn form() -> FormDefinition {
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
        load_form(&form, |_| None).unwrap()
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

    fn all_steps(answers: Value) -> Vec<DraftStep> {
        let (form, draft) = (form(), draft(answers));
        let mut steps = vec![DraftStep::Agency];
        while let Some(step) = steps.last().filter(|step| **step != DraftStep::Review) {
            steps.push(next_step(Some(&form), Some(&draft), *step));
        }
        steps
    }

    #[test]
    fn skips_a_form_page_without_visible_questions() {
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
        assert_eq!(all_steps(json!({})), short.concat());
        let long = [
            DraftStep::Agency,
            DraftStep::Form(1),
            DraftStep::Form(2),
            DraftStep::Form(3),
        ];
        assert_eq!(
            all_steps(json!({"a": true})),
            [long.as_slice(), end.as_slice()].concat()
        );
    }

    #[test]
    fn going_back_visits_the_same_steps_in_reverse() {
        let (form, draft) = (form(), draft(json!({})));
        let mut forward = all_steps(json!({}));
        let mut back = vec![DraftStep::Review];
        while let Some(step) = back.last().filter(|step| **step != DraftStep::Agency) {
            back.push(previous_step(Some(&form), Some(&draft), *step));
        }
        forward.reverse();
        assert_eq!(back, forward);
    }
}
