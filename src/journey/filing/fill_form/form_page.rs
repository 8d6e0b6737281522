//! One page of the form. Its answers are saved as they are typed; «Tiếp tục» checks them, and nothing is forced:
//! whoever lacks a paper just now goes on and comes back.

use domain::form::Page as Questions;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_location;

use super::earlier_offer::EarlierOffer;
use super::form_state::FormState;
use super::left_over::Misfits;
use super::question::FormElement;
use crate::api::Load;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::open_draft::{Opened, use_open_draft};
use crate::journey::filing::wizard::wizard::{
    WizardPage, next_address, pages_seen, previous_address, reading_address, use_go_on,
};
use crate::page::load_errors::title_prefix;
use crate::routes::DraftStep;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, ButtonLink, ErrorSummary, Notice, NoticeKind};

/// A page of the form.
#[component]
pub fn FormPage(
    /// Id of the draft.
    id: String,
    /// Number of the page, from 1.
    number: usize,
) -> impl IntoView {
    let draft = use_open_draft(id);
    let words = use_words();
    let faulty = RwSignal::new(false);
    let title = Signal::derive(move || {
        let title = draft.load.with(|load| match load {
            Load::Ready(opened) => page_of(opened, number).map(|page| page.title.clone()),
            Load::Waiting | Load::Failed(_) => None,
        });
        title.unwrap_or_else(|| words.fill_form().title.to_owned())
    });
    let official = official();
    let title_lang = Signal::derive(move || match draft.load.get() {
        Load::Ready(_) => official,
        Load::Waiting | Load::Failed(_) => None,
    });
    let prefix = title_prefix(move || faulty.get());
    let asked_for = use_location().hash.get_untracked();
    let asked_for = asked_for.trim_start_matches('#').to_owned();
    let leads = !asked_for.is_empty();
    let content = Callback::new(move |opened: Opened| {
        let Some(page) = page_of(&opened, number).cloned() else {
            return ().into_any();
        };
        let state = FormState::new(draft, &opened, place_of(&opened, number));
        let asked_for = asked_for.clone();
        Effect::new(move |_| faulty.set(state.summary.with(|summary| !summary.is_empty())));
        Effect::new(move |_| {
            if !asked_for.is_empty() {
                focus_field(&asked_for);
            }
        });
        view! { <Sheet page=page number=number state=state /> }.into_any()
    });
    view! {
        <WizardPage
            draft=draft
            step=DraftStep::Form(number)
            title=title
            title_lang=title_lang
            prefix=prefix
            keeps_focus=leads
            content=content
        />
    }
}

fn page_of(opened: &Opened, number: usize) -> Option<&Questions> {
    opened.form.pages().get(place_of(opened, number))
}

/// The place, from 0, of the page of that number, from 1; of the last one for a number beyond.
fn place_of(opened: &Opened, number: usize) -> usize {
    let last = opened.form.pages().len().saturating_sub(1);
    number.saturating_sub(1).min(last)
}

#[component]
fn Sheet(page: Questions, number: usize, state: FormState) -> impl IntoView {
    let words = use_words();
    let step = DraftStep::Form(number);
    let draft = state.draft;
    let go_on = use_go_on(draft, step);
    let search = use_location().search;
    let search = search.get_untracked();
    let reading = reading_address(&draft.id(), &search);
    let asked = StoredValue::new(page.clone());
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if asked.with_value(|page| state.judge_page(page)) {
            go_on.run(());
        }
    };
    let back = reading.unwrap_or_else(|| previous_address(draft, step));
    let later = move || {
        state.summary.with(|summary| !summary.is_empty()).then(|| {
            let next = next_address(draft, step, &search);
            view! { <ButtonLink href=next kind=ButtonKind::Secondary>{words.fill_form().later}</ButtonLink> }
        })
    };
    let begun = (draft.begun_now && number == 1).then(|| {
        view! { <Notice kind=NoticeKind::Success><p>{words.fill_form().created}</p></Notice> }
    });
    let empty = move || {
        state
            .now
            .seen
            .with(|seen| !asked.with_value(|page| page.is_visible(seen)))
    };
    let earlier = (number == 1).then(|| view! { <EarlierOffer state=state /> });
    view! {
        {begun}
        <Misfits state=state />
        {earlier}
        <p class="page__kicker">{move || place_words(state, number)}</p>
        <ErrorSummary title=words.errors().summary errors=state.summary />
        <form class="questions" novalidate on:submit=submit>
            {groups(page, state)}
            <p class="quiet" hidden=move || !empty()>{words.fill_form().no_questions}</p>
            <div class="actions">
                <Button submit=true>{words.fill_form().go_on}</Button>
                {later}
                <ButtonLink href=back kind=ButtonKind::Plain>{words.fill_form().back}</ButtonLink>
            </div>
        </form>
    }
}

fn groups(page: Questions, state: FormState) -> Vec<AnyView> {
    let group = |group: domain::form::Group| {
        let shown = group.clone();
        let title = group
            .title
            .map(|title| view! { <h2 lang=official()>{title}</h2> });
        let elements: Vec<AnyView> = group
            .elements
            .into_iter()
            .map(|element| view! { <FormElement element=element state=state /> }.into_any())
            .collect();
        let hidden = move || state.now.seen.with(|seen| !shown.is_visible(seen));
        view! { <div class="question-group" hidden=hidden>{title} {elements}</div> }.into_any()
    };
    page.groups.into_iter().map(group).collect()
}

/// «Trang 2 trên 5», of the pages that ask something just now; nothing where there is one.
fn place_words(state: FormState, number: usize) -> String {
    let words = use_words().fill_form();
    let form = state.form.get_value();
    let shown = state.now.seen.with(|seen| pages_seen(&form, seen));
    let place = shown.iter().position(|page| *page == number);
    match place {
        Some(place) if shown.len() > 1 => {
            let place = place.saturating_add(1).to_string();
            let all = shown.len().to_string();
            [words.page, " ", &place, " ", words.step_of, " ", &all].concat()
        }
        _ => String::new(),
    }
}
