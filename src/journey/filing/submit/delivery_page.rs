//! How to receive the result: online, at the counter, or by post with an address (R1.19, R4.12); of a group, each
//! result its own way where that is wanted. A choice is kept as soon as it is whole; going on without one is refused
//! with words at the place.

use contract::draft::{Delivery, PartPatch};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::delivery_choice::delivery_choice;
use super::delivery_fields::{Control, Fields, delivery_of, fields_of, read};
use crate::browser::pointer_release;
use crate::i18n::submit::SubmitWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::parts_of;
use crate::journey::filing::draft::open_draft::{OpenDraft, Opened, use_open_draft};
use crate::journey::filing::wizard::wizard::{WizardPage, previous_address, use_go_on};
use crate::page::load_errors::title_prefix;
use crate::routes::DraftStep;
use crate::ui::{Button, ButtonKind, ButtonLink, Checkbox, ErrorSummary, FieldError, MixedText};

/// Choose how to receive the results of a draft.
#[component]
pub fn DeliveryPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldError>::new());
    let prefix = title_prefix(move || !problems.with(Vec::is_empty));
    let content = Callback::new(move |opened: Opened| form(open, &opened, problems).into_any());
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

/// One result that is received.
#[derive(Clone)]
struct Receiving {
    /// What it is; `None` for a single procedure's.
    result: Option<String>,
    fields: Fields,
    /// As the first one; never for the first itself.
    same: RwSignal<bool>,
}

impl Receiving {
    /// The delivery that it adds to the draft: none while it is as the first one.
    fn read(&self, words: &SubmitWords) -> Result<Option<Delivery>, Vec<FieldError>> {
        match self.same.get_untracked() {
            true => Ok(None),
            false => read(words, self.fields).map(Some),
        }
    }
}

fn receivings(open: OpenDraft, opened: &Opened) -> Vec<Receiving> {
    let draft = open.draft.get_untracked();
    let parts = draft.as_ref().map(|draft| parts_of(opened, draft));
    let parts = parts.filter(|parts| !parts.is_empty());
    let Some(parts) = parts else {
        return vec![Receiving {
            result: None,
            fields: fields_of(open, ""),
            same: RwSignal::new(false),
        }];
    };
    let one = |(place, filed): (usize, domain::group::FiledPart<'_>)| {
        let key = match place {
            0 => "",
            _ => filed.part.key.as_str(),
        };
        let own = draft.as_ref().and_then(|draft| delivery_of(draft, key));
        let unfinished = open
            .kept_fields(key)
            .is_some_and(|(unfinished, _)| unfinished);
        let begun = own.is_some() || unfinished;
        Receiving {
            result: Some(filed.part.result.clone()),
            fields: fields_of(open, key),
            same: RwSignal::new(place > 0 && !begun),
        }
    };
    parts.into_iter().enumerate().map(one).collect()
}

/// Puts what was chosen into the draft.
fn put(open: OpenDraft, part: &str, delivery: Option<Delivery>) {
    if part.is_empty() {
        if let Some(delivery) = delivery {
            open.set_delivery(delivery);
        }
        return;
    }
    let held = open
        .draft
        .with_untracked(|draft| draft.as_ref()?.parts.get(part)?.delivery.clone());
    if held != delivery {
        let patch = PartPatch {
            delivery: Some(delivery),
            ..PartPatch::default()
        };
        open.set_part(part, patch);
    }
}

/// Takes back what was told once none of it is so any more; a shorter list would take the focus again.
fn forget_mended(
    problems: RwSignal<Vec<FieldError>>,
    words: &SubmitWords,
    receivings: &[Receiving],
) {
    let wrong: Vec<FieldError> = wrong(words, receivings);
    let mended = |told: &FieldError| wrong.iter().all(|now| now.field != told.field);
    if problems.with_untracked(|told| told.iter().all(mended)) {
        problems.set(Vec::new());
    }
}

fn wrong(words: &SubmitWords, receivings: &[Receiving]) -> Vec<FieldError> {
    let faults = receivings.iter().filter_map(|one| one.read(words).err());
    faults.flatten().collect()
}

/// The problem as the summary tells it: of which result, where there are several.
fn of_result(problem: FieldError, receivings: &[Receiving]) -> FieldError {
    let holds = |one: &&Receiving| problem.field.starts_with(&one.fields.id(Control::Channel));
    // The first one's id is the beginning of every other's.
    let of = receivings
        .iter()
        .filter(holds)
        .max_by_key(|one| one.fields.part().len());
    let Some(result) = of.and_then(|one| one.result.as_deref()) else {
        return problem;
    };
    let message =
        MixedText::of(official(), result).and(None, ": ".to_owned() + &problem.message.text());
    FieldError { message, ..problem }
}

fn form(open: OpenDraft, opened: &Opened, problems: RwSignal<Vec<FieldError>>) -> impl IntoView {
    let words = use_words();
    let submit = words.submit();
    let go_on = use_go_on(open, DraftStep::Delivery);
    let all = StoredValue::new(receivings(open, opened));
    let keep = Callback::new(move |()| {
        for one in all.get_value() {
            if let Ok(delivery) = one.read(submit) {
                put(open, &one.fields.part(), delivery);
            }
        }
        spawn_local(async move {
            pointer_release::wait_for_release().await;
            if !problems.is_disposed() {
                all.with_value(|all| forget_mended(problems, submit, all));
            }
        });
    });
    // What is not whole yet is no answer, and is kept all the same; what the draft has isn't kept twice.
    Effect::new(move |_| {
        for one in all.get_value() {
            let part = one.fields.part();
            let texts = one.fields.texts();
            let saved = open.draft.with(|draft| delivery_of(draft.as_ref()?, &part));
            let chosen = !one.same.get() && !one.fields.channel.with_untracked(String::is_empty);
            let whole = read(submit, one.fields).ok();
            let unfinished = chosen && (whole.is_none() || whole != saved);
            let kept = unfinished || one.fields.has_other_letter(saved.as_ref());
            open.keep_fields(&part, kept.then_some((unfinished, texts)));
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let found = all.with_value(|all| wrong(submit, all));
        let good = found.is_empty();
        problems.set(found);
        if good {
            keep.run(());
            go_on.run(());
        }
    };
    let choices: Vec<AnyView> = all
        .get_value()
        .into_iter()
        .map(|one| receiving(one, problems, keep))
        .collect();
    let back = previous_address(open, DraftStep::Delivery);
    let summary = Signal::derive(move || {
        let found = problems.get().into_iter();
        all.with_value(|all| found.map(|problem| of_result(problem, all)).collect())
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=summary />
        <form class="stack" novalidate on:submit=on_submit>
            {choices}
            <div class="actions">
                <Button submit=true>{submit.go_on}</Button>
                <ButtonLink kind=ButtonKind::Plain href=back>{words.declarations().back}</ButtonLink>
            </div>
        </form>
    }
}

fn receiving(one: Receiving, problems: RwSignal<Vec<FieldError>>, keep: Callback<()>) -> AnyView {
    let words = use_words().declarations();
    let Receiving {
        result,
        fields,
        same,
    } = one;
    let is_first = fields.part().is_empty();
    let heading = result.map(|result| {
        view! { <h2>{words.result} " " <span lang=official()>{result}</span></h2> }
    });
    let as_first = (!is_first).then(|| {
        view! {
            <Checkbox
                id=["same-delivery-", &fields.part()].concat()
                label=words.same_delivery
                checked=same
                on_change=keep
            />
        }
    });
    let choice = move || (!same.get()).then(|| delivery_choice(fields, problems, keep));
    view! { <section class="section">{heading} {as_first} {choice}</section> }.into_any()
}
