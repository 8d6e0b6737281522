//! Offers to copy answers from an earlier dossier that used the same form. Only questions that have no answer yet get a
//! copied answer. `domain::form` decides which answers may be copied: only those that stay true over time, and only if
//! both dossiers are for the same person.

use contract::draft::{Draft, ForWhom};
use contract::earlier_answers::EarlierAnswers;
use contract::endpoints::GET_EARLIER_ANSWERS;
use domain::form::{FormDefinition, carry_over_answers};
use leptos::prelude::*;
use leptos::task::spawn_local;
use serde_json::Value;

use super::form_state::FormState;
use crate::api::use_api;
use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, Notice, NoticeKind};

/// Offers to copy the answers of the latest earlier dossier with this form. Shows nothing if there is no such dossier.
#[component]
pub(super) fn EarlierAnswersOffer(
    /// State of the first page of the form.
    state: FormState,
) -> impl IntoView {
    let words = use_words().declarations();
    let api = use_api();
    let earlier = RwSignal::new(None::<EarlierAnswers>);
    // Titles of the form pages whose answers were copied; `None` before the button is pressed.
    let copied = RwSignal::new(None::<String>);
    let key = state.form.with_value(|form| form.key.clone());
    let for_whom = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.for_whom);
    let is_helped = state.open_draft.merged_draft.with_untracked(for_whom) == Some(ForWhom::Helped);
    spawn_local(async move {
        // If the draft is for a helped person, the earlier dossier concerns somebody else, so nothing is offered.
        if is_helped {
            return;
        }
        // If the request fails, nothing is offered, and no error is shown.
        if let Ok(found) = api.get(&GET_EARLIER_ANSWERS, &[&key], "").await {
            earlier.try_set(found);
        }
    });
    let copy = Callback::new(move |()| {
        let answers = earlier.with_untracked(|earlier| answers_to_copy(state, earlier.as_ref()));
        copied.set(Some(page_titles(&state.form.get_value(), &answers)));
        for (question, answer) in answers {
            state.open_draft.answer(&question, answer);
        }
    });
    let remaining = Memo::new(move |_| {
        state.open_draft.merged_draft.track();
        let answers = earlier.with(|earlier| answers_to_copy(state, earlier.as_ref()));
        page_titles(&state.form.get_value(), &answers)
    });
    let is_empty = Signal::derive(move || remaining.with(String::is_empty));
    let is_copied = Memo::new(move |_| copied.with(Option::is_some));
    let is_visible = Memo::new(move |_| is_copied.get() || !is_empty.get());
    // The button that was just pressed stays visible, because it has the focus.
    let offer = dynamic(move || {
        let sent = earlier.with(|earlier| {
            let earlier = earlier.as_ref()?;
            Some([&earlier.code, " (", &format_time(&earlier.sent_at), ")"].concat())
        })?;
        is_visible.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Info>
                    <p>{words.earlier} " " {sent} "."</p>
                    <p hidden=move || is_copied.get()>
                        {words.earlier_pages} " " <span lang=official()>{remaining}</span> "."
                    </p>
                    <Button kind=ButtonKind::Secondary disabled=is_empty on_press=copy>
                        {words.earlier_take}
                    </Button>
                </Notice>
            }
        })
    });
    let confirmation = dynamic(move || {
        copied.get().map(|pages| {
            view! {
                <Notice kind=NoticeKind::Success announce=true>
                    <p>{words.earlier_taken} " " <span lang=official()>{pages}</span> ". " {words.earlier_check}</p>
                </Notice>
            }
        })
    });
    view! { {offer} {confirmation} }
}

/// The answers that may be copied now: the question ids with their values.
fn answers_to_copy(state: FormState, earlier: Option<&EarlierAnswers>) -> Vec<(String, Value)> {
    let form = state.form.get_value();
    let for_whom = |draft: &Option<Draft>| draft.as_ref().map(|draft| draft.for_whom);
    let for_whom = state.open_draft.merged_draft.with_untracked(for_whom);
    let (Some(earlier), Some(for_whom)) = (earlier, for_whom) else {
        return Vec::new();
    };
    let before = (&earlier.answers, earlier.for_whom);
    state.with_answers(|answers| carry_over_answers(&form, before, (answers, for_whom)))
}

/// Titles of the form pages that ask these questions, in the order of the form: «Người yêu cầu, Mẹ».
fn page_titles(form: &FormDefinition, answers: &[(String, Value)]) -> String {
    let mut numbers: Vec<usize> = answers
        .iter()
        .filter_map(|(id, _)| form.page_number(id))
        .collect();
    numbers.dedup();
    let titles: Vec<&str> = numbers
        .into_iter()
        .filter_map(|number| form.pages().get(number))
        .map(|page| page.title.as_str())
        .collect();
    titles.join(", ")
}
