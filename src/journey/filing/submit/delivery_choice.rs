//! One choice of how to receive a result: the ways, and a letter's address. It is kept as soon as it is whole.

use domain::format::{group_phone, person_name, phone};
use leptos::prelude::*;

use super::delivery_fields::{Control, Fields};
use crate::answers::place_picker::PlacePicker;
use crate::i18n::use_words;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{FieldError, RadioGroup, SelectOption};

/// The controls of one delivery; `problems` is what is wrong on the page.
pub(super) fn delivery_choice(
    fields: Fields,
    problems: RwSignal<Vec<FieldError>>,
    on_change: Callback<()>,
) -> impl IntoView {
    let submit = use_words().submit();
    let error = move |control: Control| {
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
    .map(|(value, label)| SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    })
    .to_vec();
    // As the form's own fields: in order once they are left, and kept as they are where they can't be read.
    let in_order = move |text: RwSignal<String>, read: fn(&str) -> Option<String>| {
        Callback::new(move |()| {
            if let Some(read) = text.with_untracked(|text| read(text)) {
                text.set(read);
            }
            on_change.run(());
        })
    };
    let name_left = in_order(fields.recipient, |typed| person_name(typed).ok());
    let phone_left = in_order(fields.phone, |typed| Some(group_phone(&phone(typed).ok()?)));
    let letter = move || {
        (fields.channel.get() == "post").then(|| {
            view! { <div class="letter">
                <TextField id=fields.id(Control::Recipient) label=submit.recipient value=fields.recipient
                    error=error(Control::Recipient) autocomplete="name" on_blur=name_left />
                <TextField id=fields.id(Control::Phone) label=submit.phone kind=TextKind::Phone value=fields.phone
                    error=error(Control::Phone) autocomplete="tel" on_blur=phone_left />
                <PlacePicker id=fields.id(Control::Place) province=fields.province commune=fields.commune
                    error=error(Control::Place) on_change=on_change />
                <TextField id=fields.id(Control::Detail) label=submit.detail hint=submit.detail_hint
                    value=fields.detail error=error(Control::Detail) on_blur=on_change />
            </div> }
        })
    };
    view! {
        <RadioGroup id=fields.id(Control::Channel) legend=submit.delivery_question value=fields.channel
            choices=Signal::stored(choices) error=error(Control::FirstChannel) on_change=on_change />
        {letter}
    }
}
