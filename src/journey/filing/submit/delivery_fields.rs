//! The fields of one delivery, and how they become a delivery. A letter needs a name, a phone number and a complete postal
//! address; what is typed for it stays while another channel is chosen.

use contract::draft::{Delivery, Draft, ForWhom};
use contract::limits::TEXT_CHARS;
use contract::place::PlaceRef;
use domain::format::{parse_one_line_text, parse_person_name, parse_phone};
use leptos::prelude::*;

use crate::i18n::submit::SubmitWords;
use crate::journey::filing::draft::OpenDraft;
use crate::journey::filing::draft::partial_choices::{DeliveryTexts, PartialDelivery};
use crate::session::use_session;
use crate::ui::FieldError;

/// The texts in the fields of one delivery. Copies are the same fields.
#[derive(Clone, Copy)]
pub(super) struct DeliveryFields {
    /// `online`, `counter`, `post`, or empty.
    pub(super) channel: RwSignal<String>,
    /// Name of the recipient of a letter.
    pub(super) recipient: RwSignal<String>,
    /// The recipient's phone number.
    pub(super) phone: RwSignal<String>,
    /// Code of the province, or empty.
    pub(super) province: RwSignal<String>,
    /// Code of the commune, or empty.
    pub(super) commune: RwSignal<String>,
    /// House number, street, hamlet.
    pub(super) detail: RwSignal<String>,
    /// The texts of a letter before anything is typed. The channel is empty.
    initial_letter: StoredValue<DeliveryTexts>,
    /// Key of the part whose result is received; empty for the first or only part.
    part: StoredValue<String>,
}

/// A control of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeliveryControl {
    /// The radio buttons of the channels.
    Channel,
    /// The first radio button, where a missing choice is reported.
    FirstChannel,
    /// Name of the recipient.
    Recipient,
    /// The recipient's phone number.
    Phone,
    /// Province and commune.
    Place,
    /// House number, street, hamlet.
    Detail,
}

impl DeliveryFields {
    /// The fields as they were left, or else as the draft has them. A new letter starts with the citizen's own name and
    /// phone number.
    pub(super) fn load(open_draft: OpenDraft, part: &str) -> DeliveryFields {
        let (for_whom, saved) = open_draft.merged_draft.with_untracked(|draft| {
            let draft = draft.as_ref();
            (
                draft.map(|draft| draft.for_whom),
                draft.and_then(|draft| own_delivery(draft, part)),
            )
        });
        // A helped person receives the letter, not the citizen who is signed in.
        let account = use_session()
            .account()
            .filter(|_| for_whom != Some(ForWhom::Helped));
        let initial_letter = account
            .map(|account| DeliveryTexts {
                recipient: account.name,
                phone: account.phone.unwrap_or_default(),
                ..DeliveryTexts::default()
            })
            .unwrap_or_default();
        let partial = open_draft.partial_delivery(part);
        let texts = initial_texts(saved, partial, &initial_letter);
        Self {
            channel: RwSignal::new(texts.channel),
            recipient: RwSignal::new(texts.recipient),
            phone: RwSignal::new(texts.phone),
            province: RwSignal::new(texts.province),
            commune: RwSignal::new(texts.commune),
            detail: RwSignal::new(texts.detail),
            initial_letter: StoredValue::new(initial_letter),
            part: StoredValue::new(part.to_owned()),
        }
    }

    /// Key of the part whose result is received; empty for the first or only part.
    pub(super) fn part(self) -> String {
        self.part.get_value()
    }

    /// Element id of a control, unique among the deliveries of a page.
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

    /// Whether a letter was typed that the draft doesn't have. `saved` is the delivery in the draft. Not reactive.
    pub(super) fn has_unsaved_letter(self, saved: Option<&Delivery>) -> bool {
        let letter = DeliveryTexts {
            channel: String::new(),
            ..untrack(|| self.texts())
        };
        let is_saved = matches!(saved, Some(Delivery::Post { .. }));
        !is_saved && self.initial_letter.with_value(|initial| letter != *initial)
    }

    /// The texts in the fields. Reactive.
    pub(super) fn texts(self) -> DeliveryTexts {
        DeliveryTexts {
            channel: self.channel.get(),
            recipient: self.recipient.get(),
            phone: self.phone.get(),
            province: self.province.get(),
            commune: self.commune.get(),
            detail: self.detail.get(),
        }
    }

    /// The delivery in the fields. Not reactive.
    ///
    /// # Errors
    ///
    /// A problem for each field that is missing or invalid.
    pub(super) fn parse(self, words: &SubmitWords) -> Result<Delivery, Vec<FieldError>> {
        let mut problems = Vec::new();
        let mut report = |control: DeliveryControl, suffix: &str, message: &str| {
            problems.push(FieldError {
                field: [&self.id(control), suffix].concat(),
                message: message.into(),
            });
            String::new()
        };
        let delivery = match self.channel.get_untracked().as_str() {
            "online" => Delivery::Online,
            "counter" => Delivery::Counter,
            "post" => {
                let recipient =
                    parse_person_name(&self.recipient.get_untracked()).unwrap_or_else(|_| {
                        report(DeliveryControl::Recipient, "", words.recipient_wrong)
                    });
                let phone = parse_phone(&self.phone.get_untracked())
                    .unwrap_or_else(|_| report(DeliveryControl::Phone, "", words.phone_wrong));
                let place = PlaceRef {
                    province: self.province.get_untracked(),
                    commune: self.commune.get_untracked(),
                };
                if place.province.is_empty() {
                    report(DeliveryControl::Place, "-province", words.place_missing);
                } else if place.commune.is_empty() {
                    report(DeliveryControl::Place, "-commune", words.place_missing);
                }
                let detail = parse_one_line_text(&self.detail.get_untracked(), TEXT_CHARS)
                    .unwrap_or_else(|_| report(DeliveryControl::Detail, "", words.detail_wrong));
                Delivery::Post {
                    recipient,
                    phone,
                    place,
                    detail,
                }
            }
            _ => {
                report(DeliveryControl::FirstChannel, "", words.delivery_missing);
                Delivery::Online
            }
        };
        match problems.is_empty() {
            true => Ok(delivery),
            false => Err(problems),
        }
    }
}

/// The texts to start with. An incomplete delivery is newer than the saved one; a saved letter is newer than a letter that
/// was typed while another channel was chosen.
fn initial_texts(
    saved: Option<Delivery>,
    partial: Option<PartialDelivery>,
    initial_letter: &DeliveryTexts,
) -> DeliveryTexts {
    match (saved, partial) {
        (_, Some(partial)) if partial.is_incomplete => partial.texts,
        (
            Some(Delivery::Post {
                recipient,
                phone,
                place,
                detail,
            }),
            _,
        ) => DeliveryTexts {
            channel: "post".to_owned(),
            recipient,
            phone,
            province: place.province,
            commune: place.commune,
            detail,
        },
        (saved, partial) => {
            let channel = match saved {
                Some(Delivery::Online) => "online",
                Some(Delivery::Counter) => "counter",
                Some(Delivery::Post { .. }) | None => "",
            };
            DeliveryTexts {
                channel: channel.to_owned(),
                ..partial.map_or_else(|| initial_letter.clone(), |partial| partial.texts)
            }
        }
    }
}

/// The delivery that the draft has for a part itself; the first part's key is empty.
pub(super) fn own_delivery(draft: &Draft, part: &str) -> Option<Delivery> {
    match part.is_empty() {
        true => draft.delivery.clone(),
        false => draft.parts.get(part)?.delivery.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn letter(channel: &str, recipient: &str) -> DeliveryTexts {
        DeliveryTexts {
            channel: channel.to_owned(),
            recipient: recipient.to_owned(),
            ..DeliveryTexts::default()
        }
    }

    fn partial(is_incomplete: bool) -> Option<PartialDelivery> {
        Some(PartialDelivery {
            is_incomplete,
            texts: letter("post", "typed"),
        })
    }

    #[test]
    fn an_incomplete_delivery_replaces_the_saved_one() {
        let texts = initial_texts(Some(Delivery::Online), partial(true), &letter("", "own"));
        assert_eq!(texts, letter("post", "typed"));
    }

    #[test]
    fn a_typed_letter_stays_while_another_channel_is_chosen() {
        let texts = initial_texts(Some(Delivery::Counter), partial(false), &letter("", "own"));
        assert_eq!(texts, letter("counter", "typed"));
    }

    #[test]
    fn a_new_letter_starts_with_the_citizens_own_name() {
        let texts = initial_texts(None, None, &letter("", "own"));
        assert_eq!(texts, letter("", "own"));
    }
}
