//! Answers from before: those that an older version of the form left without a place, to be read and copied; and those
//! of an earlier dossier on the same form, to be taken over where nothing is answered yet.

use contract::draft::{Draft, ForWhom};
use contract::endpoints::GET_EARLIER_ANSWERS;
use contract::form::{Answers, EarlierAnswers};
use domain::form::{Kind, Misfit, misfits, visible};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form_state::FormState;
use crate::api::use_api;
use crate::browser::print;
use crate::i18n::{official, use_words};
use crate::journey::moment::moment;
use crate::ui::{Button, ButtonKind, Notice, NoticeKind};

/// Answers that no field of the form can show any more; nothing where every one has its place.
#[component]
pub fn Misfits(
    /// A page of the form.
    state: FormState,
) -> impl IntoView {
    let words = use_words().declare();
    let found = Memo::new(move |_| {
        let form = state.form.get_value();
        state.draft.draft.with(|draft| {
            let answers = draft.as_ref().map(|draft| misfits(&form, &draft.answers));
            answers.unwrap_or_default()
        })
    });
    move || {
        let found = found.get();
        (!found.is_empty()).then(|| {
            let lines: Vec<AnyView> = found
                .into_iter()
                .map(|misfit| line(state, misfit))
                .collect();
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{words.changed_form}</p>
                    <ul class="left-over">{lines}</ul>
                </Notice>
            }
        })
    }
}

fn line(state: FormState, misfit: Misfit) -> AnyView {
    let words = use_words().declare();
    let copied = RwSignal::new(false);
    let Misfit { id, label, text } = misfit;
    let shown = text.clone();
    let copy = Callback::new(move |()| {
        let text = text.clone();
        spawn_local(async move {
            let done = print::copy(&text).await;
            copied.try_set(done);
        });
    });
    let throw_away = Callback::new(move |()| state.keep(&id, None));
    let what = match &label {
        Some(_) => words.answer_again,
        None => words.no_longer_asked,
    };
    view! {
        <li>
            <p>{what} " " <span lang=official()>{label}</span></p>
            <p class="left-over__text">{shown}</p>
            <Button kind=ButtonKind::Plain on_press=copy>{words.copy}</Button>
            <Button kind=ButtonKind::Plain on_press=throw_away>{words.throw_away}</Button>
            <span role="status">{move || copied.get().then_some(words.copied)}</span>
        </li>
    }
    .into_any()
}

/// Offers the answers of the newest earlier dossier on this form; nothing where there is none.
#[component]
pub fn EarlierOffer(
    /// The first page of the form.
    state: FormState,
) -> impl IntoView {
    let words = use_words().declare();
    let api = use_api();
    let earlier = RwSignal::new(None::<EarlierAnswers>);
    let taken = RwSignal::new(false);
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
        if let Some(earlier) = earlier.get_untracked() {
            for (question, answer) in fitting(state, &earlier.answers) {
                state.draft.answer(&question, answer);
            }
            taken.set(true);
        }
    });
    let left = Memo::new(move |_| {
        state.draft.draft.track();
        earlier.with(|earlier| {
            let answers = earlier.as_ref().map(|earlier| &earlier.answers);
            answers.is_some_and(|answers| !fitting(state, answers).is_empty())
        })
    });
    let offer = move || {
        let sent = earlier.with(|earlier| earlier.as_ref().map(|one| moment(&one.sent_at)))?;
        (left.get() && !taken.get()).then(|| {
            view! {
                <Notice kind=NoticeKind::Info>
                    <p>{words.earlier} " " {sent} "."</p>
                    <Button kind=ButtonKind::Secondary on_press=take>{words.earlier_take}</Button>
                </Notice>
            }
        })
    };
    let done = move || {
        taken
            .get()
            .then(|| view! { <Notice kind=NoticeKind::Success announce=true><p>{words.earlier_taken}</p></Notice> })
    };
    view! { {offer} {done} }
}

/// Earlier answers to questions that are empty now. A declaration is made anew each time; what is derived follows.
fn fitting(state: FormState, earlier: &Answers) -> Vec<(String, serde_json::Value)> {
    let form = state.form.get_value();
    let misplaced = misfits(&form, earlier);
    state.with_answers(|answers| {
        let mut whole = earlier.clone();
        whole.extend(answers.clone());
        let seen = visible(&form, &whole);
        let empty = form
            .questions()
            .filter(|question| seen.has(&question.id) && !answers.contains_key(&question.id))
            .filter(|question| !matches!(question.kind, Kind::Declaration | Kind::WordsOf(_)))
            .filter(|question| {
                let list = [&question.id, "/"].concat();
                let of_it =
                    |misfit: &Misfit| misfit.id == question.id || misfit.id.starts_with(&list);
                !misplaced.iter().any(of_it)
            });
        empty
            .filter_map(|question| {
                let answer = earlier.get(&question.id)?;
                Some((question.id.clone(), answer.clone()))
            })
            .collect()
    })
}
