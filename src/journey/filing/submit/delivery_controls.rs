//! One choice of how to receive a result: the ways, and a letter's address. It is kept as soon as it is whole.

use domain::format::{group_phone, person_name, phone};
use leptos::prelude::*;

use super::delivery_fields::{DeliveryControl, DeliveryFields};
use crate::answers::place_picker::PlacePicker;
use crate::i18n::use_words;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{Choice, FieldError, RadioGroup};

/// The controls of one delivery; `problems` is what is wrong on the page.
pub(super) fn delivery_controls(
    fields: DeliveryFields,
    problems: RwSignal<Vec<FieldError>>,
    on_changed: Callback<()>,
) -> impl IntoView {
    let submit = use_words().submit();
    let error = move |control: DeliveryControl| {
        let id = fields.id(control);
        Signal::derive(move || {
            problems.with(|found| {
                let at = |problem: &&FieldError| problem.field.starts_with(&id);
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
    // As the form's own fields: in order once they are left, and kept as they are where they can't be read.
    let in_order = move |text: RwSignal<String>, read: fn(&str) -> Option<String>| {
        Callback::new(move |()| {
            if let Some(read) = text.with_untracked(|text| parse_delivery(text)) {
                text.set(read);
            }
            on_changed.run(());
        })
    };
    let name_left = in_order(fields.recipient, |typed| person_name(typed).ok());
    let phone_left = in_order(fields.phone, |typed| Some(group_phone(&phone(typed).ok()?)));
    let letter = move || {
        (fields.channel.get() == "post").then(|| {
            view! { <div class="letter">
                <TextField id=fields.id(DeliveryControl::Recipient) label=submit.recipient value=fields.recipient
                    error=error(DeliveryControl::Recipient) autocomplete="name" on_leave=name_left />
                <TextField id=fields.id(DeliveryControl::Phone) label=submit.phone kind=TextKind::Phone value=fields.phone
                    error=error(DeliveryControl::Phone) autocomplete="tel" on_leave=phone_left />
                <PlacePicker id=fields.id(DeliveryControl::Place) province=fields.province commune=fields.commune
                    error=error(DeliveryControl::Place) on_chosen=on_changed />
                <TextField id=fields.id(DeliveryControl::Detail) label=submit.detail hint=submit.detail_hint
                    value=fields.detail error=error(DeliveryControl::Detail) on_leave=on_changed />
            </div> }
        })
    };
    view! {
        <RadioGroup id=fields.id(DeliveryControl::Channel) legend=submit.delivery_question value=fields.channel
            choices=Signal::stored(choices) error=error(DeliveryControl::FirstChannel) on_chosen=on_changed />
        {letter}
    }
}
