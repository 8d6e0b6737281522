//! How to receive the result: online, at the counter, or by post with an address (R1.19, R4.12).
//! A choice is kept as soon as it is whole; going on without one is refused with words at the place.

use contract::draft::Delivery;
use contract::limits::TEXT_CHARS;
use contract::place::PlaceRef;
use domain::format::{one_line_text, person_name, phone};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;

use crate::i18n::submit::SubmitWords;
use crate::i18n::use_words;
use crate::journey::open_draft::{OpenDraft, use_open_draft};
use crate::journey::place_picker::PlacePicker;
use crate::journey::wizard::{WizardPage, use_go_on};
use crate::routes::DraftStep;
use crate::session::use_session;
use crate::ui::text_field::{TextField, TextKind};
use crate::ui::{Button, Choice, ErrorSummary, FieldProblem, RadioGroup};

const CHANNEL: &str = "delivery";
const RECIPIENT: &str = "delivery-recipient";
const PHONE: &str = "delivery-phone";
const PLACE: &str = "delivery-place";
const DETAIL: &str = "delivery-detail";

/// What stands in the fields.
#[derive(Clone, Copy)]
struct Fields {
    channel: RwSignal<String>,
    recipient: RwSignal<String>,
    phone: RwSignal<String>,
    province: RwSignal<String>,
    commune: RwSignal<String>,
    detail: RwSignal<String>,
}

/// Choose how to receive the result of a draft.
#[component]
pub fn DeliveryPage(
    /// Id of the draft.
    id: String,
) -> impl IntoView {
    let words = use_words();
    let open = use_open_draft(id);
    let problems = RwSignal::new(Vec::<FieldProblem>::new());
    let prefix = Signal::derive(move || match problems.with(Vec::is_empty) {
        true => String::new(),
        false => words.trouble().title_prefix.to_owned(),
    });
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

fn form(open: OpenDraft, problems: RwSignal<Vec<FieldProblem>>) -> impl IntoView {
    let words = use_words();
    let submit = words.submit();
    let go_on = use_go_on(open, DraftStep::Delivery);
    let fields = fields_of(open);
    let keep = Callback::new(move |()| {
        if let Ok(delivery) = read(submit, fields) {
            open.set_delivery(delivery);
            problems.set(Vec::new());
        }
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
                choices=Signal::stored(choices) error=error("delivery-0") on_chosen=keep />
            {letter}
            <div class="actions">
                <Button submit=true>{submit.go_on}</Button>
            </div>
        </form>
    }
}

/// The fields as the draft has them; a letter begins with the citizen's own name and phone.
fn fields_of(open: OpenDraft) -> Fields {
    let account = use_session().account();
    let (name, own_phone) = account
        .map(|known| (known.name, known.phone))
        .unwrap_or_default();
    let kept = open
        .draft
        .with_untracked(|draft| draft.as_ref()?.delivery.clone());
    let empty = String::new;
    let [channel, recipient, phone, province, commune, detail] = match kept {
        Some(Delivery::Post {
            recipient,
            phone,
            place,
            detail,
        }) => [
            "post".to_owned(),
            recipient,
            phone,
            place.province,
            place.commune,
            detail,
        ],
        Some(Delivery::Online) => [
            "online".to_owned(),
            name,
            own_phone,
            empty(),
            empty(),
            empty(),
        ],
        Some(Delivery::Counter) => [
            "counter".to_owned(),
            name,
            own_phone,
            empty(),
            empty(),
            empty(),
        ],
        None => [empty(), name, own_phone, empty(), empty(), empty()],
    }
    .map(RwSignal::new);
    Fields {
        channel,
        recipient,
        phone,
        province,
        commune,
        detail,
    }
}

/// The delivery in the fields, or what is wrong with it.
fn read(words: &SubmitWords, fields: Fields) -> Result<Delivery, Vec<FieldProblem>> {
    let mut problems = Vec::new();
    let mut wrong = |field: &str, message: &str| {
        problems.push(FieldProblem {
            field: field.to_owned(),
            message: message.into(),
        });
        String::new()
    };
    let delivery = match fields.channel.get_untracked().as_str() {
        "online" => Delivery::Online,
        "counter" => Delivery::Counter,
        "post" => {
            let recipient = person_name(&fields.recipient.get_untracked())
                .unwrap_or_else(|_| wrong(RECIPIENT, words.recipient_wrong));
            let phone = phone(&fields.phone.get_untracked())
                .unwrap_or_else(|_| wrong(PHONE, words.phone_wrong));
            let place = PlaceRef {
                province: fields.province.get_untracked(),
                commune: fields.commune.get_untracked(),
            };
            if place.province.is_empty() {
                wrong(&[PLACE, "-province"].concat(), words.place_missing);
            } else if place.commune.is_empty() {
                wrong(&[PLACE, "-commune"].concat(), words.place_missing);
            }
            let detail = one_line_text(&fields.detail.get_untracked(), TEXT_CHARS)
                .unwrap_or_else(|_| wrong(DETAIL, words.detail_wrong));
            Delivery::Post {
                recipient,
                phone,
                place,
                detail,
            }
        }
        _ => {
            wrong(&[CHANNEL, "-0"].concat(), words.delivery_missing);
            Delivery::Online
        }
    };
    if problems.is_empty() {
        Ok(delivery)
    } else {
        Err(problems)
    }
}
