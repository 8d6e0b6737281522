//! The fields of one delivery, and their conversion to a [`Delivery`]. Postal delivery needs a recipient, a phone
//! number and a complete postal address. The texts that the citizen has typed for postal delivery are kept while
//! another kind of delivery is chosen.

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

/// The texts in the fields of one delivery. All copies share one state.
#[derive(Clone, Copy)]
pub(super) struct DeliveryFields {
    /// The chosen kind of delivery: `online`, `counter` or `post`. Empty while none is chosen.
    pub(super) channel: RwSignal<String>,
    /// Name of the recipient of a postal delivery.
    pub(super) recipient: RwSignal<String>,
    /// Phone number of the recipient.
    pub(super) phone: RwSignal<String>,
    /// Code of the chosen province; empty if none is chosen.
    pub(super) province: RwSignal<String>,
    /// Code of the chosen commune; empty if none is chosen.
    pub(super) commune: RwSignal<String>,
    /// The rest of the postal address: house number, street, hamlet.
    pub(super) detail: RwSignal<String>,
    /// The initial texts of the fields for postal delivery, before the citizen types anything. The member `channel` is
    /// empty.
    initial_letter: StoredValue<DeliveryTexts>,
    /// Key of the part whose result the delivery is for. Empty for a group's first part and for a single procedure.
    part: StoredValue<String>,
}

/// A form control of a delivery.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum DeliveryControl {
    /// The group of radio buttons for the kind of delivery.
    Channel,
    /// The first radio button. If no kind of delivery is chosen, the error summary links to it.
    FirstChannel,
    /// Field for the name of the recipient.
    Recipient,
    /// Field for the phone number of the recipient.
    Phone,
    /// Select fields for province and commune.
    Place,
    /// Field for the rest of the postal address: house number, street, hamlet.
    Detail,
}

impl DeliveryFields {
    /// Creates the fields. They contain what the citizen typed before leaving the page, or else the delivery that the
    /// draft has. If neither exists, the recipient and the phone number are taken from the citizen's account.
    pub(super) fn load(open_draft: OpenDraft, part: &str) -> DeliveryFields {
        let (for_whom, saved) = open_draft.merged_draft.with_untracked(|draft| {
            let draft = draft.as_ref();
            (
                draft.map(|draft| draft.for_whom),
                draft.and_then(|draft| own_delivery(draft, part)),
            )
        });
        // If the dossier is for a helped person, that person receives the result by post, and not the citizen who is
        // signed in. So nothing is taken from the account.
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

    /// Key of the part whose result the delivery is for. Empty for a group's first part and for a single procedure.
    pub(super) fn part(self) -> String {
        self.part.get_value()
    }

    /// Element id of a form control. It is unique among all deliveries of the page.
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

    /// Whether the citizen has typed postal delivery details that the draft doesn't have. `saved` is the delivery in
    /// the draft. Not reactive.
    pub(super) fn has_unsaved_letter(self, saved: Option<&Delivery>) -> bool {
        let letter = DeliveryTexts {
            channel: String::new(),
            ..untrack(|| self.texts())
        };
        let is_saved = matches!(saved, Some(Delivery::Post { .. }));
        !is_saved && self.initial_letter.with_value(|initial| letter != *initial)
    }

    /// The current texts in the fields. Reactive.
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

    /// Parses the fields. Not reactive.
    ///
    /// # Errors
    ///
    /// An error for each field that is empty or invalid.
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

/// The texts that the fields show first. An incomplete delivery in the tab's storage is newer than the saved delivery,
/// so it is shown instead. A saved postal delivery is newer than postal details that were typed while another kind of
/// delivery was chosen.
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
                Some(Delivery::Post { .. } | Delivery::Other(_)) | None => "",
            };
            DeliveryTexts {
                channel: channel.to_owned(),
                ..partial.map_or_else(|| initial_letter.clone(), |partial| partial.texts)
            }
        }
    }
}

/// The delivery that the draft has for this part itself. If there is none, returns `None`, and not the first part's
/// delivery. The first part's key is empty.
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
