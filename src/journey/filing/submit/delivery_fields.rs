//! What stands in the fields of the delivery, and the delivery in them. A letter needs a name, a phone number and a
//! whole address; nothing typed for it is lost while another way is chosen.

use contract::draft::{Delivery, Draft, ForWhom};
use contract::limits::TEXT_CHARS;
use contract::place::PlaceRef;
use domain::format::{one_line_text, person_name, phone};
use leptos::prelude::*;

use crate::i18n::submit::SubmitWords;
use crate::journey::filing::draft::OpenDraft;
use crate::session::use_session;
use crate::ui::FieldError;

/// What stands in the fields.
#[derive(Clone, Copy)]
pub(super) struct DeliveryFields {
    pub(super) channel: RwSignal<String>,
    pub(super) recipient: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) province: RwSignal<String>,
    pub(super) commune: RwSignal<String>,
    pub(super) detail: RwSignal<String>,
    /// What a letter begins with, before anything is typed.
    begins: StoredValue<[String; 6]>,
    /// Key of the part whose result it is; empty for the first or only one.
    part: StoredValue<String>,
}

/// A control of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeliveryControl {
    /// The way.
    Channel,
    /// The first of the ways, where a missing choice is told.
    FirstChannel,
    /// Who receives the letter.
    Recipient,
    /// The recipient's phone.
    Phone,
    /// Province and commune.
    Place,
    /// House number, street, hamlet.
    Detail,
}

impl DeliveryFields {
    /// Key of the part whose result it is; empty for the first or only one.
    pub(super) fn part(self) -> String {
        self.part.get_value()
    }

    /// The id of a control, unique among the deliveries of a page.
    pub(super) fn id(self, control: DeliveryControl) -> String {
        let name = match control {
            DeliveryControl::Channel => "",
            DeliveryControl::FirstChannel => "-0",
            DeliveryControl::Recipient => "-recipient",
            DeliveryControl::Phone => "-phone",
            DeliveryControl::Place => "-place",
            DeliveryControl::Detail => "-detail",
        };
        let part = self.part();
        let part = match part.is_empty() {
            true => String::new(),
            false => ["-", &part].concat(),
        };
        ["delivery", &part, name].concat()
    }

    /// Whether something was typed for a letter that the draft, with this delivery, doesn't have.
    pub(super) fn has_other_letter(self, saved: Option<&Delivery>) -> bool {
        let [_, typed @ ..] = untrack(|| self.texts());
        let in_draft = matches!(saved, Some(Delivery::Post { .. }));
        !in_draft && self.begins.with_value(|[_, begins @ ..]| typed != *begins)
    }

    /// What stands in them, in their order; tracked.
    pub(super) fn texts(self) -> [String; 6] {
        [
            self.channel,
            self.recipient,
            self.phone,
            self.province,
            self.commune,
            self.detail,
        ]
        .map(|field| field.get())
    }
}

/// The fields as they were left, or as the draft has them; a letter begins with the citizen's own name and phone.
pub(super) fn delivery_fields(open_draft: OpenDraft, part: &str) -> DeliveryFields {
    let helped = open_draft
        .draft
        .with_untracked(|draft| draft.as_ref().map(|draft| draft.for_whom));
    // Who is helped receives his letter himself.
    let account = use_session()
        .account()
        .filter(|_| helped != Some(ForWhom::Helped));
    let (name, own_phone) = account
        .map(|known| (known.name, known.phone))
        .unwrap_or_default();
    let kept = open_draft
        .draft
        .with_untracked(|draft| delivery_of(draft.as_ref()?, part));
    let stands = open_draft.partial_delivery(part);
    let begins = own(name, own_phone.unwrap_or_default());
    let texts = match (kept, stands) {
        (_, Some((true, texts))) => texts,
        (
            Some(Delivery::Post {
                recipient,
                phone,
                place,
                detail,
            }),
            _,
        ) => [
            "post".to_owned(),
            recipient,
            phone,
            place.province,
            place.commune,
            detail,
        ],
        (kept, stands) => {
            let channel = match kept {
                Some(Delivery::Online) => "online",
                Some(Delivery::Counter) => "counter",
                _ => "",
            };
            let [_, letter @ ..] = stands
                .map(|(_, texts)| texts)
                .unwrap_or_else(|| begins.clone());
            let [recipient, phone, province, commune, detail] = letter;
            [
                channel.to_owned(),
                recipient,
                phone,
                province,
                commune,
                detail,
            ]
        }
    };
    let [channel, recipient, phone, province, commune, detail] = texts.map(RwSignal::new);
    DeliveryFields {
        channel,
        recipient,
        phone,
        province,
        commune,
        detail,
        begins: StoredValue::new(begins),
        part: StoredValue::new(part.to_owned()),
    }
}

/// What the draft has for a part's result itself.
pub(super) fn delivery_of(draft: &Draft, part: &str) -> Option<Delivery> {
    match part.is_empty() {
        true => draft.delivery.clone(),
        false => draft.parts.get(part)?.delivery.clone(),
    }
}

/// No letter yet: it would begin with the citizen's own name and phone.
fn own(name: String, phone: String) -> [String; 6] {
    let [channel, province, commune, detail] = [(); 4].map(|()| String::new());
    [channel, name, phone, province, commune, detail]
}

/// The delivery in the fields, or what is wrong with it.
pub(super) fn parse_delivery(words: &SubmitWords, fields: DeliveryFields) -> Result<Delivery, Vec<FieldError>> {
    let mut problems = Vec::new();
    let mut wrong = |control: DeliveryControl, list: &str, message: &str| {
        problems.push(FieldError {
            field: [&fields.id(control), list].concat(),
            message: message.into(),
        });
        String::new()
    };
    let delivery = match fields.channel.get_untracked().as_str() {
        "online" => Delivery::Online,
        "counter" => Delivery::Counter,
        "post" => {
            let recipient = person_name(&fields.recipient.get_untracked())
                .unwrap_or_else(|_| wrong(DeliveryControl::Recipient, "", words.recipient_wrong));
            let phone = phone(&fields.phone.get_untracked())
                .unwrap_or_else(|_| wrong(DeliveryControl::Phone, "", words.phone_wrong));
            let place = PlaceRef {
                province: fields.province.get_untracked(),
                commune: fields.commune.get_untracked(),
            };
            if place.province.is_empty() {
                wrong(DeliveryControl::Place, "-province", words.place_missing);
            } else if place.commune.is_empty() {
                wrong(DeliveryControl::Place, "-commune", words.place_missing);
            }
            let detail = one_line_text(&fields.detail.get_untracked(), TEXT_CHARS)
                .unwrap_or_else(|_| wrong(DeliveryControl::Detail, "", words.detail_wrong));
            Delivery::Post {
                recipient,
                phone,
                place,
                detail,
            }
        }
        _ => {
            wrong(DeliveryControl::FirstChannel, "", words.delivery_missing);
            Delivery::Online
        }
    };
    if problems.is_empty() {
        Ok(delivery)
    } else {
        Err(problems)
    }
}
