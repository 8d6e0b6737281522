//! The step where the citizen chooses how they receive the result: online, at the counter, or by post (R1.19, R4.12).
//! The results of a group can be received in different ways. A delivery is saved as soon as it is complete. If
//! something is missing, the button «Tiếp tục» shows an error at the field where it is missing.

use contract::draft::{Delivery, ForWhom, PartPatch};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use super::delivery_controls::delivery_controls;
use super::delivery_fields::{DeliveryControl, DeliveryFields, own_delivery};
use crate::i18n::submit::SubmitWords;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::declarations::filed_parts_of;
use crate::journey::filing::draft::partial_choices::PartialDelivery;
use crate::journey::filing::draft::{LoadedProcedure, OpenDraft, use_open_draft};
use crate::journey::filing::wizard::{
    WizardPage, clear_when_resolved, previous_route, use_next_step,
};
use crate::page::load_errors::title_prefix;
use crate::reactive::effect;
use crate::routes::DraftStep;
use crate::ui::{Button, ButtonKind, ButtonLink, Checkbox, ErrorSummary, FieldError, MixedText};

/// The page where the citizen chooses how they receive the results.
#[component]
pub fn DeliveryPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open_draft = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldError>::new());
    let prefix = title_prefix(move || !problems.with(Vec::is_empty));
    let content =
        Callback::new(move |loaded: LoadedProcedure| page_content(open_draft, &loaded, problems));
    view! {
        <WizardPage
            open_draft=open_draft
            step=DraftStep::Delivery
            title=words.submit().delivery
            prefix=prefix
            content=content
        />
    }
}

/// How one result is received.
#[derive(Clone)]
struct ResultDelivery {
    /// Name of the result. `None` for a single procedure.
    result: Option<String>,
    /// The fields of the delivery.
    fields: DeliveryFields,
    /// Whether this result is received in the same way as the first result. Always `false` for the first result itself.
    is_same: RwSignal<bool>,
}

impl ResultDelivery {
    /// Parses the fields of the delivery. Returns `None` if this result is received in the same way as the first
    /// result.
    fn parse(&self, words: &SubmitWords) -> Result<Option<Delivery>, Vec<FieldError>> {
        match self.is_same.get_untracked() {
            true => Ok(None),
            false => self.fields.parse(words).map(Some),
        }
    }
}

/// Creates the deliveries of the page: one for a single procedure; for a group, one for each part that is filed.
fn result_deliveries(open_draft: OpenDraft, loaded: &LoadedProcedure) -> Vec<ResultDelivery> {
    let draft = open_draft.merged_draft.get_untracked();
    let parts = draft.as_ref().map(|draft| filed_parts_of(loaded, draft));
    let parts = parts.filter(|parts| !parts.is_empty());
    let Some(parts) = parts else {
        return vec![ResultDelivery {
            result: None,
            fields: DeliveryFields::load(open_draft, ""),
            is_same: RwSignal::new(false),
        }];
    };
    let delivery_of = |(index, filed): (usize, domain::group::FiledPart<'_>)| {
        let key = match index {
            0 => "",
            _ => filed.part.key.as_str(),
        };
        let own = draft.as_ref().and_then(|draft| own_delivery(draft, key));
        let partial = open_draft.partial_delivery(key);
        let is_chosen = own.is_some() || partial.is_some_and(|partial| partial.is_incomplete);
        ResultDelivery {
            result: Some(filed.part.result.clone()),
            fields: DeliveryFields::load(open_draft, key),
            is_same: RwSignal::new(index > 0 && !is_chosen),
        }
    };
    parts.into_iter().enumerate().map(delivery_of).collect()
}

/// Saves a delivery in the draft. `None` means that the part's result is received in the same way as the first result.
fn save_delivery(open_draft: OpenDraft, part: &str, delivery: Option<Delivery>) {
    if part.is_empty() {
        if let Some(delivery) = delivery {
            open_draft.set_delivery(delivery);
        }
        return;
    }
    let saved = open_draft
        .merged_draft
        .with_untracked(|draft| draft.as_ref()?.parts.get(part)?.delivery.clone());
    if saved != delivery {
        let patch = PartPatch {
            delivery: Some(delivery),
            ..PartPatch::default()
        };
        open_draft.set_part(part, patch);
    }
}

/// The errors of all deliveries, in the order of the page.
fn problems_of(words: &SubmitWords, deliveries: &[ResultDelivery]) -> Vec<FieldError> {
    let problems = deliveries
        .iter()
        .filter_map(|delivery| delivery.parse(words).err());
    problems.flatten().collect()
}

/// Adds the name of the result to an error, because the error summary of a group lists the errors of several results.
fn with_result_name(problem: FieldError, deliveries: &[ResultDelivery]) -> FieldError {
    let is_of = |delivery: &&ResultDelivery| {
        let prefix = delivery.fields.id(DeliveryControl::Channel);
        problem.field.starts_with(&prefix)
    };
    // The element ids of the first delivery are prefixes of the ids of the other deliveries. So find the delivery with
    // the longest matching id.
    let delivery = deliveries
        .iter()
        .filter(is_of)
        .max_by_key(|delivery| delivery.fields.part().len());
    let Some(result) = delivery.and_then(|delivery| delivery.result.as_deref()) else {
        return problem;
    };
    let message =
        MixedText::of(official(), result).and(None, ": ".to_owned() + &problem.message.text());
    FieldError { message, ..problem }
}

/// The content of the page below its heading.
fn page_content(
    open_draft: OpenDraft,
    loaded: &LoadedProcedure,
    problems: RwSignal<Vec<FieldError>>,
) -> AnyView {
    let words = use_words();
    let submit = words.submit();
    let go_on = use_next_step(open_draft, DraftStep::Delivery);
    let all = StoredValue::new(result_deliveries(open_draft, loaded));
    let save_complete = Callback::new(move |()| {
        for delivery in all.get_value() {
            if let Ok(chosen) = delivery.parse(submit) {
                save_delivery(open_draft, &delivery.fields.part(), chosen);
            }
        }
        clear_when_resolved(problems, move || {
            all.with_value(|all| problems_of(submit, all))
        });
    });
    // Stores in the tab the details that the draft can't hold: an incomplete delivery, or postal details while another
    // kind of delivery is chosen.
    effect(move || {
        for delivery in all.get_value() {
            let part = delivery.fields.part();
            let texts = delivery.fields.texts();
            let saved = open_draft
                .merged_draft
                .with(|draft| own_delivery(draft.as_ref()?, &part));
            let has_channel = !delivery.fields.channel.with_untracked(String::is_empty);
            let is_chosen = !delivery.is_same.get() && has_channel;
            let complete = delivery.fields.parse(submit).ok();
            let is_incomplete = is_chosen && (complete.is_none() || complete != saved);
            let is_unsaved = is_incomplete || delivery.fields.has_unsaved_letter(saved.as_ref());
            let details = is_unsaved.then_some(PartialDelivery {
                is_incomplete,
                texts,
            });
            open_draft.store_partial_delivery(&part, details);
        }
    });
    let on_submit = move |event: SubmitEvent| {
        event.prevent_default();
        let found = all.with_value(|all| problems_of(submit, all));
        let is_valid = found.is_empty();
        problems.set(found);
        if is_valid {
            save_complete.run(());
            go_on.run(());
        }
    };
    let for_whom = open_draft.merged_draft.with_untracked(|draft| {
        draft
            .as_ref()
            .map(|draft| draft.for_whom)
            .unwrap_or_default()
    });
    let sections: Vec<AnyView> = all
        .get_value()
        .into_iter()
        .map(|delivery| result_section(delivery, problems, save_complete, for_whom))
        .collect();
    let back = previous_route(open_draft, DraftStep::Delivery);
    let summary = Signal::derive(move || {
        let found = problems.get().into_iter();
        all.with_value(|all| {
            found
                .map(|problem| with_result_name(problem, all))
                .collect()
        })
    });
    view! {
        <ErrorSummary title=words.errors().summary errors=summary />
        <form class="stack" novalidate on:submit=on_submit>
            {sections}
            <div class="actions">
                <Button submit=true>{submit.go_on}</Button>
                <ButtonLink kind=ButtonKind::Plain href=back>{words.declarations().back}</ButtonLink>
            </div>
        </form>
    }
}

/// The section of one result: its name, the checkbox to receive it in the same way as the first result, and the form
/// controls.
fn result_section(
    delivery: ResultDelivery,
    problems: RwSignal<Vec<FieldError>>,
    on_change: Callback<()>,
    for_whom: ForWhom,
) -> AnyView {
    let words = use_words().declarations();
    let ResultDelivery {
        result,
        fields,
        is_same,
    } = delivery;
    let is_first = fields.part().is_empty();
    let heading = result.map(|result| {
        view! { <h2>{words.result} " " <span lang=official()>{result}</span></h2> }
    });
    let same_as_first = (!is_first).then(|| {
        view! {
            <Checkbox
                id=["same-delivery-", &fields.part()].concat()
                label=words.same_delivery
                checked=is_same
                on_change=on_change
            />
        }
    });
    let controls =
        move || (!is_same.get()).then(|| delivery_controls(fields, problems, on_change, for_whom));
    view! { <section class="section">{heading} {same_as_first} {controls}</section> }.into_any()
}
