//! Texts that say how the citizen will receive the result: online, at the office, or by post.

use contract::draft::Delivery;
use domain::format::display_phone;

use super::lines::place_name;
use super::places::PlaceDirectory;
use crate::i18n::Words;
use crate::i18n::submit::SubmitWords;
use crate::ui::MixedText;

/// The way in which the citizen will receive the result, as a short text without the postal address.
pub fn delivery_label(words: &SubmitWords, delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Online => words.online,
        Delivery::Counter => words.counter,
        Delivery::Post { .. } => words.post,
        Delivery::Other(channel) => channel.as_str(),
    }
}

/// The way in which the citizen will receive the result, as a text. For postal delivery, the text includes the
/// recipient, the phone number and the postal address.
pub fn delivery_text(words: Words, places: PlaceDirectory, delivery: &Delivery) -> MixedText {
    let mut text = MixedText::from(delivery_label(words.submit(), delivery));
    if let Delivery::Post {
        recipient,
        phone,
        place,
        detail,
    } = delivery
    {
        let place = place_name(places, &place.province, &place.commune);
        for line in [recipient.as_str(), &display_phone(phone), detail, &place] {
            text = text.and(words.official(), "\n".to_owned() + line);
        }
    }
    text
}
