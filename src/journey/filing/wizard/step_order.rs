//! The order of a draft's steps. Form pages without a visible question are skipped. The citizen can open any step at
//! any time.

use contract::draft::Draft;
use domain::form::{ElementIds, FormDefinition, visible_elements};
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use crate::api::Load;
use crate::browser::query;
use crate::journey::filing::draft::OpenDraft;
use crate::page::navigation::use_navigation;
use crate::routes::{self, DraftStep, EditOrigin};

/// Returns a callback that navigates to the next step. If the citizen came from the review to change an answer, the
/// callback navigates back to the review instead. Call this hook while the page is rendered.
pub fn use_next_step(open_draft: OpenDraft, step: DraftStep) -> Callback<()> {
    let go = use_navigation();
    let search = use_location().search;
    Callback::new(move |()| {
        go(&next_route(open_draft, step, &search.get_untracked()));
    })
}

/// The route of the line at which the citizen pressed «Sửa». `search` is the raw query of the current URL. `None` if
/// the citizen came another way.
pub fn return_route(draft_id: &str, search: &str) -> Option<String> {
    let reading = EditOrigin::from_key(&query::value(search, "from")?)?;
    let route = routes::draft(draft_id, reading.step());
    Some(match query::value(search, "row") {
        Some(row) => [&route, "#", &row].concat(),
        None => route,
    })
}

/// The route of the step that follows `step`. It depends on the current answers. If the citizen came from a line's
/// «Sửa» link, this is the route back to that line.
pub fn next_route(open_draft: OpenDraft, step: DraftStep, search: &str) -> String {
    return_route(&open_draft.id(), search).unwrap_or_else(|| {
        let next = with_answers(open_draft, |form, draft| next_step(form, draft, step));
        routes::draft(&open_draft.id(), next)
    })
}

/// The route before a step. The step before the first form page is the choice of the agency.
pub fn previous_route(open_draft: OpenDraft, step: DraftStep) -> String {
    let previous = with_answers(open_draft, |form, draft| previous_step(form, draft, step));
    routes::draft(&open_draft.id(), previous)
}

/// Calls `choose` with the form and the draft. Each is `None` if it isn't loaded yet. Not reactive.
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

/// The step after `step`. For the last step, returns the last step itself.
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

/// The step before `step`. For the first step, returns the first step itself.
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

/// Numbers of the visible form pages. Until the form is loaded, only the first page.
fn form_pages(form: Option<&FormDefinition>, draft: Option<&Draft>) -> Vec<usize> {
    let (Some(form), Some(draft)) = (form, draft) else {
        return vec![1];
    };
    visible_page_numbers(form, &visible_elements(form, &draft.answers))
}

/// Numbers, counted from 1, of the form pages that have a visible question.
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

    /// A test form with three pages. The second page is visible only if the question on the first page is answered with
    /// «yes».
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
            reply: None,
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
