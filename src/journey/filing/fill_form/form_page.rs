//! One page of the form. Answers are saved while the citizen types. The button «Tiếp tục» validates the answers but
//! never keeps the citizen on the page: a citizen who can't answer a question now can continue, and come back to it
//! later.

use domain::form::{QuestionPage as Questions, with_entry_id};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::earlier_answers::EarlierAnswersOffer;
use super::form_state::FormState;
use super::obsolete_answers::ObsoleteAnswers;
use super::question::FormElement;
use crate::api::Load;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::{LoadedProcedure, use_open_draft};
use crate::journey::filing::wizard::{
    WizardPage, next_route, previous_route, return_route, use_next_step, visible_page_numbers,
};
use crate::page::load_errors::title_prefix;
use crate::reactive::{dynamic, effect};
use crate::routes::DraftStep;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind};

/// Shows one page of the form.
#[component]
pub fn FormPage(
    /// Id of the draft.
    id: String,
    /// Number of the form page, counted from 1.
    number: usize,
) -> impl IntoView {
    let open_draft = use_open_draft(id);
    let words = use_words();
    let has_errors = RwSignal::new(false);
    let title = Signal::derive(move || {
        let title = open_draft.load.with(|load| match load {
            Load::Ready(loaded) => page_of(loaded, number).map(|page| page.title.clone()),
            Load::Waiting | Load::Failed(_) => None,
        });
        title.unwrap_or_else(|| words.fill_form().title.to_owned())
    });
    let official = official();
    let title_lang = Signal::derive(move || match open_draft.load.get() {
        Load::Ready(_) => official,
        Load::Waiting | Load::Failed(_) => None,
    });
    let prefix = title_prefix(move || has_errors.get());
    let focused_question = use_location().hash.get_untracked();
    let focused_question = focused_question.trim_start_matches('#').to_owned();
    let keeps_focus = !focused_question.is_empty();
    let content = Callback::new(move |loaded: LoadedProcedure| {
        let Some(page) = page_of(&loaded, number).cloned() else {
            return ().into_any();
        };
        let state = FormState::new(open_draft, &loaded, page_index(&loaded, number));
        // A link names an entry of a list by its place, because the same entry has no id in a declaration.
        let focused_question =
            state.with_answers(|answers| Some(with_entry_id(answers, &focused_question)));
        let focused_question = focused_question.unwrap_or_default();
        effect(move || has_errors.set(state.summary.with(|summary| !summary.is_empty())));
        effect(move || {
            if !focused_question.is_empty() {
                focus_field(&focused_question);
            }
        });
        view! { <FormPageContent page=page number=number state=state /> }.into_any()
    });
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Form(number)
            title=title
            title_lang=title_lang
            prefix=prefix
            keeps_focus=keeps_focus
            content=content
        />
    }
}

/// The form page with this number, counted from 1. `None` only if the form has no pages.
fn page_of(loaded: &LoadedProcedure, number: usize) -> Option<&Questions> {
    loaded.form.pages().get(page_index(loaded, number))
}

/// Converts the number of a page, counted from 1, to its index, counted from 0. If the number is too large, returns the
/// index of the last page.
fn page_index(loaded: &LoadedProcedure, number: usize) -> usize {
    let last = loaded.form.pages().len().saturating_sub(1);
    number.saturating_sub(1).min(last)
}

/// The content of the form page below its heading. It is rendered once the form is loaded.
#[component]
fn FormPageContent(
    /// The questions of the page, in groups.
    page: Questions,
    /// Number of the form page, counted from 1.
    number: usize,
    /// State that all questions of this form page share.
    state: FormState,
) -> impl IntoView {
    let words = use_words();
    let step = DraftStep::Form(number);
    let open_draft = state.open_draft;
    let go_on = use_next_step(open_draft, step);
    let search = use_location().search;
    let search = search.get_untracked();
    let return_to = return_route(&open_draft.id(), &search);
    let stored_page = StoredValue::new(page.clone());
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        if stored_page.with_value(|page| state.validate_page(page)) {
            go_on.run(());
        }
    };
    let back = return_to.unwrap_or_else(|| previous_route(open_draft, step));
    let answer_later = dynamic(move || {
        state.summary.with(|summary| !summary.is_empty()).then(|| {
            let next = next_route(open_draft, step, &search);
            view! { <ButtonLink href=next kind=ButtonKind::Secondary>{words.fill_form().later}</ButtonLink> }
        })
    });
    let created_notice = (open_draft.is_new && number == 1).then(|| {
        view! { <Notice kind=NoticeKind::Success><p>{words.fill_form().created}</p></Notice> }
    });
    let is_empty = move || {
        state
            .questions
            .visible
            .with(|visible| !stored_page.with_value(|page| page.is_visible(visible)))
    };
    let earlier_offer = (number == 1).then(|| view! { <EarlierAnswersOffer state=state /> });
    view! {
        {created_notice}
        <ObsoleteAnswers state=state />
        {earlier_offer}
        <p class="page__kicker">{dynamic(move || page_progress(state, number))}</p>
        <ErrorSummary title=words.errors().summary errors=state.summary />
        <form class="questions" novalidate on:submit=on_submit>
            {groups(page, state)}
            <p class="muted" hidden=move || !is_empty()>{words.fill_form().no_questions}</p>
            <div class="actions">
                <Button submit=true>{words.fill_form().go_on}</Button>
                {answer_later}
                <ButtonLink href=back kind=ButtonKind::Plain>{words.fill_form().back}</ButtonLink>
            </div>
        </form>
    }
}

/// Renders the groups of questions. A group without a visible question is hidden with CSS; it is not removed from the
/// page.
fn groups(page: Questions, state: FormState) -> Vec<AnyView> {
    let group = |group: domain::form::QuestionGroup| {
        let rules = group.clone();
        let title = group
            .title
            .map(|title| view! { <h2 lang=official()>{title}</h2> });
        let elements: Vec<AnyView> = group
            .elements
            .into_iter()
            .map(|element| view! { <FormElement element=element state=state /> }.into_any())
            .collect();
        let is_hidden = move || {
            state
                .questions
                .visible
                .with(|visible| !rules.is_visible(visible))
        };
        view! { <div class="question-group" hidden=is_hidden>{title} {elements}</div> }.into_any()
    };
    page.groups.into_iter().map(group).collect()
}

/// The progress text «Trang 2 trên 5», which counts only the visible form pages. Empty if there is only one.
fn page_progress(state: FormState, number: usize) -> String {
    let words = use_words().fill_form();
    let form = state.form.get_value();
    let numbers = state
        .questions
        .visible
        .with(|visible| visible_page_numbers(&form, visible));
    let index = numbers.iter().position(|page| *page == number);
    match index {
        Some(index) if numbers.len() > 1 => {
            let position = index.saturating_add(1).to_string();
            let count = numbers.len().to_string();
            [words.page, " ", &position, " ", words.step_of, " ", &count].concat()
        }
        _ => String::new(),
    }
}
