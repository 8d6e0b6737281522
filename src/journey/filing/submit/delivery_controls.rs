//! The form controls of one delivery: the radio buttons for the kind of delivery, and the fields for the postal
//! address.

use contract::draft::ForWhom;
use domain::format::{display_phone, parse_person_name, parse_phone};
use leptos::prelude::*;

use super::delivery_fields::{DeliveryControl, DeliveryFields};
use crate::answers::place_picker::PlacePicker;
use crate::i18n::use_words;
use crate::reactive::dynamic;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{FieldError, RadioGroup, SelectOption};

/// Renders the form controls of one delivery. `problems` are the errors of all deliveries on the page,
/// `for_whom` is the person for whom the dossier is filed.
pub(super) fn delivery_controls(
    fields: DeliveryFields,
    problems: RwSignal<Vec<FieldError>>,
    on_change: Callback<()>,
    for_whom: ForWhom,
) -> impl IntoView {
    let submit = use_words().submit();
    let error = move |control: DeliveryControl| {
        let id = fields.id(control);
        Signal::derive(move || {
            problems.with(|all| {
                let is_own = |problem: &&FieldError| problem.field.starts_with(&id);
                all.iter()
                    .find(is_own)
                    .map(|problem| problem.message.text())
            })
        })
    };
    let options = [
        ("online", submit.online),
        ("counter", submit.counter),
        ("post", submit.post),
    ]
    .map(|(value, label)| SelectOption {
        value: value.to_owned(),
        label: label.to_owned(),
    })
    .to_vec();
    // These fields behave like the fields of a form page: when the citizen leaves a field, a valid text is formatted,
    // and an invalid text stays as typed.
    let format_on_leave = move |text: RwSignal<String>, format: fn(&str) -> Option<String>| {
        Callback::new(move |()| {
            if let Some(formatted) = text.with_untracked(|text| format(text)) {
                text.set(formatted);
            }
            on_change.run(());
        })
    };
    let name_left = format_on_leave(fields.recipient, |typed| parse_person_name(typed).ok());
    let phone_left = format_on_leave(fields.phone, |typed| {
        Some(display_phone(&parse_phone(typed).ok()?))
    });
    // A helper often receives the result for somebody else, so the browser must not offer the helper's data.
    let autocomplete = move |own: &'static str| match for_whom {
        ForWhom::Oneself | ForWhom::Child => own,
        ForWhom::Helped | ForWhom::Other(_) => "off",
    };
    let postal_address = dynamic(move || {
        (fields.channel.get() == "post").then(|| {
            view! { <div class="postal-delivery">
                <TextField id=fields.id(DeliveryControl::Recipient) label=submit.recipient value=fields.recipient
                    error=error(DeliveryControl::Recipient) autocomplete=autocomplete("name") on_blur=name_left />
                <TextField id=fields.id(DeliveryControl::Phone) label=submit.phone kind=TextKind::Phone value=fields.phone
                    error=error(DeliveryControl::Phone) autocomplete=autocomplete("tel") on_blur=phone_left />
                <PlacePicker id=fields.id(DeliveryControl::Place) province=fields.province commune=fields.commune
                    error=error(DeliveryControl::Place) on_change=on_change />
                <TextField id=fields.id(DeliveryControl::Detail) label=submit.detail hint=submit.detail_hint
                    value=fields.detail error=error(DeliveryControl::Detail) on_blur=on_change />
            </div> }
        })
    });
    view! {
        <RadioGroup id=fields.id(DeliveryControl::Channel) legend=submit.delivery_question value=fields.channel
            choices=Signal::stored(options) error=error(DeliveryControl::FirstChannel) on_change=on_change />
        {postal_address}
    }
}
