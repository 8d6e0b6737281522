//! How the result will be received, as lines to read.

use contract::draft::Delivery;
use domain::format::group_phone;

use super::lines::place_name;
use super::places::Places;
use crate::i18n::Words;
use crate::i18n::submit::SubmitWords;
use crate::ui::MixedText;

/// The way to receive the result, in a few words.
pub fn delivery_words(words: &SubmitWords, delivery: &Delivery) -> &'static str {
    match delivery {
        Delivery::Online => words.online,
        Delivery::Counter => words.counter,
        Delivery::Post { .. } => words.post,
    }
}

/// The way to receive the result, with the address of a letter.
pub fn delivery_text(words: Words, places: Places, delivery: &Delivery) -> MixedText {
    let mut said = MixedText::from(delivery_words(words.submit(), delivery));
    if let Delivery::Post {
        recipient,
        phone,
        place,
        detail,
    } = delivery
    {
        let place = place_name(places, &place.province, &place.commune);
        for line in [recipient.as_str(), &group_phone(phone), detail, &place] {
            said = said.and(words.official(), "\n".to_owned() + line);
        }
    }
    said
}
