//! What stands in the fields of the delivery, and the delivery in them. A letter needs a name, a phone number and a
//! whole address; nothing typed for it is lost while another way is chosen.

use contract::draft::Delivery;
use contract::limits::TEXT_CHARS;
use contract::place::PlaceRef;
use domain::format::{one_line_text, person_name, phone};
use leptos::prelude::*;

use crate::i18n::submit::SubmitWords;
use crate::journey::open_draft::OpenDraft;
use crate::session::use_session;
use crate::ui::FieldProblem;

/// The way.
pub(super) const CHANNEL: &str = "delivery";
/// The first of the ways, where a missing choice is told.
pub(super) const CHANNEL_FIRST: &str = "delivery-0";
/// Who receives the letter.
pub(super) const RECIPIENT: &str = "delivery-recipient";
/// The recipient's phone.
pub(super) const PHONE: &str = "delivery-phone";
/// Province and commune.
pub(super) const PLACE: &str = "delivery-place";
/// House number, street, hamlet.
pub(super) const DETAIL: &str = "delivery-detail";

/// What stands in the fields.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) channel: RwSignal<String>,
    pub(super) recipient: RwSignal<String>,
    pub(super) phone: RwSignal<String>,
    pub(super) province: RwSignal<String>,
    pub(super) commune: RwSignal<String>,
    pub(super) detail: RwSignal<String>,
}

impl Fields {
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
pub(super) fn fields_of(open: OpenDraft) -> Fields {
    let account = use_session().account();
    let (name, own_phone) = account
        .map(|known| (known.name, known.phone))
        .unwrap_or_default();
    let kept = open
        .draft
        .with_untracked(|draft| draft.as_ref()?.delivery.clone());
    let from_draft = || match kept {
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
        Some(Delivery::Online) => own("online", name, own_phone),
        Some(Delivery::Counter) => own("counter", name, own_phone),
        None => own("", name, own_phone),
    };
    let texts = open.unfinished_texts().unwrap_or_else(from_draft);
    let [channel, recipient, phone, province, commune, detail] = texts.map(RwSignal::new);
    Fields {
        channel,
        recipient,
        phone,
        province,
        commune,
        detail,
    }
}

/// No letter yet: it would begin with the citizen's own name and phone.
fn own(channel: &str, name: String, phone: String) -> [String; 6] {
    let [province, commune, detail] = [(); 3].map(|()| String::new());
    [channel.to_owned(), name, phone, province, commune, detail]
}

/// The delivery in the fields, or what is wrong with it.
pub(super) fn read(words: &SubmitWords, fields: Fields) -> Result<Delivery, Vec<FieldProblem>> {
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
            wrong(CHANNEL_FIRST, words.delivery_missing);
            Delivery::Online
        }
    };
    if problems.is_empty() {
        Ok(delivery)
    } else {
        Err(problems)
    }
}
