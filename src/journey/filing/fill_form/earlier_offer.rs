//! The answers of an earlier dossier on the same form, to be taken over where nothing is answered yet. Only what the
//! form says stays true, and only from a dossier for the same: `domain::form` decides, never this page.

use contract::draft::{Draft, ForWhom};
use contract::earlier_answers::EarlierAnswers;
use contract::endpoints::GET_EARLIER_ANSWERS;
use domain::form::{Definition, carried_over};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::form_state::FormState;
use crate::api::use_api;
use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::ui::{Button, ButtonKind, Notice, NoticeKind};

/// Offers the answers of the newest earlier dossier on this form; nothing where there is none.
#[component]
pub fn EarlierOffer(
    /// The first page of the form.
    state: FormState,
) -> impl IntoView {
    let words = use_words().declarations();
    let api = use_api();
    let earlier = RwSignal::new(None::<EarlierAnswers>);
    // The pages that were filled.
    let taken = RwSignal::new(None::<String>);
    let key = state.form.with_value(|form| form.key.clone());
    let for_whom = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.for_whom);
    let helped = state.draft.draft.with_untracked(for_whom) == Some(ForWhom::Helped);
    spawn_local(async move {
        // What the citizen declared of himself is nothing for somebody who is helped.
        if helped {
            return;
        }
        // Without an answer there is simply nothing to offer.
        if let Ok(found) = api.get(&GET_EARLIER_ANSWERS, &[&key], "").await {
            earlier.try_set(found);
        }
    });
    let take = Callback::new(move |()| {
        let answers = earlier.with_untracked(|earlier| fitting(state, earlier.as_ref()));
        taken.set(Some(pages(&state.form.get_value(), &answers)));
        for (question, answer) in answers {
            state.draft.answer(&question, answer);
        }
    });
    let left = Memo::new(move |_| {
        state.draft.draft.track();
        let answers = earlier.with(|earlier| fitting(state, earlier.as_ref()));
        pages(&state.form.get_value(), &answers)
    });
    let nothing_left = Signal::derive(move || left.with(String::is_empty));
    let is_taken = Memo::new(move |_| taken.with(Option::is_some));
    let offered = Memo::new(move |_| is_taken.get() || !nothing_left.get());
    // Once taken it stays where it is: the focus is on it.
    let offer = move || {
        let sent = earlier.with(|earlier| {
            let one = earlier.as_ref()?;
            Some([&one.code, " (", &format_time(&one.sent_at), ")"].concat())
        })?;
        offered.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Info>
                    <p>{words.earlier} " " {sent} "."</p>
                    <p hidden=move || is_taken.get()>
                        {words.earlier_pages} " " <span lang=official()>{left}</span> "."
                    </p>
                    <Button kind=ButtonKind::Secondary disabled=nothing_left on_press=take>
                        {words.earlier_take}
                    </Button>
                </Notice>
            }
        })
    };
    let done = move || {
        taken.get().map(|pages| {
            view! {
                <Notice kind=NoticeKind::Success announce=true>
                    <p>{words.earlier_taken} " " <span lang=official()>{pages}</span> ". " {words.earlier_check}</p>
                </Notice>
            }
        })
    };
    view! { {offer} {done} }
}

/// What may be taken over just now.
fn fitting(state: FormState, earlier: Option<&EarlierAnswers>) -> Vec<(String, Value)> {
    let form = state.form.get_value();
    let whom = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.for_whom);
    let whom = state.draft.draft.with_untracked(whom);
    let (Some(earlier), Some(whom)) = (earlier, whom) else {
        return Vec::new();
    };
    let before = (&earlier.answers, earlier.for_whom);
    state.with_answers(|answers| carried_over(&form, before, (answers, whom)))
}

/// The titles of the pages that ask what is answered here, in order: «Người yêu cầu, Mẹ».
fn pages(form: &Definition, answers: &[(String, Value)]) -> String {
    let mut numbers: Vec<usize> = answers
        .iter()
        .filter_map(|(id, _)| form.page_of(id))
        .collect();
    numbers.dedup();
    let titles: Vec<&str> = numbers
        .into_iter()
        .filter_map(|number| form.pages().get(number))
        .map(|page| page.title.as_str())
        .collect();
    titles.join(", ")
}
