//! How to receive the result: online, at the counter, or by post with an address (R1.19, R4.12).
//! A choice is kept as soon as it is whole; going on without one is refused with words at the place.

use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delivery_fields::{
    CHANNEL, CHANNEL_FIRST, DETAIL, Fields, PHONE, PLACE, RECIPIENT, fields_of, read,
};
use crate::browser::clock;
use crate::i18n::submit::SubmitWords;
use crate::i18n::use_words;
use crate::journey::open_draft::{OpenDraft, use_open_draft};
use crate::journey::place_picker::PlacePicker;
use crate::journey::trouble::title_prefix;
use crate::journey::wizard::{WizardPage, use_go_on};
use crate::routes::DraftStep;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{Button, Choice, ErrorSummary, FieldProblem, RadioGroup};

/// Choose how to receive the result of a draft.
#[component]
pub fn DeliveryPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldProblem>::new());
    let prefix = title_prefix(move || !problems.with(Vec::is_empty));
    let content = Callback::new(move |_| form(open, problems).into_any());
    view! {
        <WizardPage
            draft=open
            step=DraftStep::Delivery
            title=words.submit().delivery
            prefix=prefix
            content=content
        />
    }
}

/// Takes back what was told once none of it is so any more; a shorter list would take the focus again.
fn forget_mended(problems: RwSignal<Vec<FieldProblem>>, words: &SubmitWords, fields: Fields) {
    let wrong = read(words, fields).err().unwrap_or_default();
    let mended = |told: &FieldProblem| wrong.iter().all(|now| now.field != told.field);
    if problems.with_untracked(|told| told.iter().all(mended)) {
        problems.set(Vec::new());
    }
}

fn form(open: OpenDraft, problems: RwSignal<Vec<FieldProblem>>) -> impl IntoView {
    let words = use_words();
    let submit = words.submit();
    let go_on = use_go_on(open, DraftStep::Delivery);
    let fields = fields_of(open);
    let keep = Callback::new(move |()| {
        if let Ok(delivery) = read(submit, fields) {
            open.set_delivery(delivery);
        }
        spawn_local(async move {
            clock::after_press().await;
            if !problems.is_disposed() {
                forget_mended(problems, submit, fields);
            }
        });
    });
    // What is not whole yet is no answer, and is kept all the same.
    Effect::new(move |_| {
        let texts = fields.texts();
        let saved = open.draft.with(|draft| draft.as_ref()?.delivery.clone());
        let chosen = !fields.channel.with_untracked(String::is_empty);
        let unfinished = chosen && read(submit, fields).ok() != saved;
        open.keep_unfinished(unfinished.then_some(texts));
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        match read(submit, fields) {
            Ok(delivery) => {
                problems.set(Vec::new());
                open.set_delivery(delivery);
                go_on.run(());
            }
            Err(found) => problems.set(found),
        }
    };
    let error = move |id: &'static str| {
        Signal::derive(move || {
            problems.with(|found| {
                let at = |problem: &&FieldProblem| problem.field.starts_with(id);
                found.iter().find(at).map(|problem| problem.message.text())
            })
        })
    };
    let choices = [
        ("online", submit.online),
        ("counter", submit.counter),
        ("post", submit.post),
    ]
    .map(|(value, label)| Choice {
        value: value.to_owned(),
        label: label.to_owned(),
    })
    .to_vec();
    let letter = move || {
        (fields.channel.get() == "post").then(|| {
            view! {
                <TextField id=RECIPIENT label=submit.recipient value=fields.recipient
                    error=error(RECIPIENT) autocomplete="name" on_leave=keep />
                <TextField id=PHONE label=submit.phone kind=TextKind::Phone value=fields.phone
                    error=error(PHONE) autocomplete="tel" on_leave=keep />
                <PlacePicker id=PLACE province=fields.province commune=fields.commune
                    error=error(PLACE) on_chosen=keep />
                <TextField id=DETAIL label=submit.detail hint=submit.detail_hint value=fields.detail
                    error=error(DETAIL) on_leave=keep />
            }
        })
    };
    view! {
        <ErrorSummary title=words.trouble().summary problems=problems />
        <form novalidate on:submit=on_submit>
            <RadioGroup id=CHANNEL legend=submit.delivery_question value=fields.channel
                choices=Signal::stored(choices) error=error(CHANNEL_FIRST) on_chosen=keep />
            {letter}
            <div class="actions">
                <Button submit=true>{submit.go_on}</Button>
            </div>
        </form>
    }
}
