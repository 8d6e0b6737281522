//! Answers that an older version of the form left without a place. They stay to be read and copied; nothing is thrown
//! away unasked.

use domain::form::{Misfit, misfits};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::form_state::FormState;
use crate::browser::print;
use crate::i18n::{official, use_words};
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
