//! How the result is to be received, checked when it is chosen: a wrong address would only show weeks
//! later, when the result comes back from the post office.

use contract::AnswerProblem;
use contract::draft::Delivery;
use contract::limits::TEXT_CHARS;
use domain::format;

use crate::data::Data;
use crate::pointer::problem;
use crate::request::nfc;

/// The choice in canonical form, or what is wrong with it.
pub(crate) fn check(delivery: Delivery, data: &Data) -> Result<Delivery, Vec<AnswerProblem>> {
    let Delivery::Post {
        recipient,
        phone,
        place,
        detail,
    } = delivery
    else {
        return Ok(delivery);
    };
    let recipient = format::person_name(&nfc(&recipient))
        .map_err(|_| problem("/delivery/recipient", "person-name"));
    let phone = format::phone(&phone).map_err(|_| problem("/delivery/phone", "vn-phone"));
    let known = data.place_name(&place).is_some();
    let place = known
        .then_some(place)
        .ok_or_else(|| problem("/delivery/place", "place"));
    let detail = format::plain_text(&nfc(&detail), TEXT_CHARS)
        .map_err(|_| problem("/delivery/detail", "maxLength"));
    match (recipient, phone, place, detail) {
        (Ok(recipient), Ok(phone), Ok(place), Ok(detail)) => Ok(Delivery::Post {
            recipient,
            phone,
            place,
            detail,
        }),
        (recipient, phone, place, detail) => {
            let problems = [recipient.err(), phone.err(), place.err(), detail.err()];
            Err(problems.into_iter().flatten().collect())
        }
    }
}
