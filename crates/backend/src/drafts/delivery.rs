//! Validates how the citizen wants to receive the result. Without this check, a wrong postal address would be noticed
//! only weeks later, when the post office returns the postal delivery.

use contract::AnswerProblem;
use contract::draft::Delivery;
use contract::limits::TEXT_CHARS;
use domain::format;

use crate::data::Data;
use crate::http::extract::to_nfc;
use crate::http::json_pointer::{answer_problem, child};

/// Returns the chosen delivery in canonical form, or the problems of its properties. `at` is the JSON Pointer to the
/// delivery in the request.
pub(crate) fn validate_delivery(
    delivery: Delivery,
    at: &str,
    data: &Data,
) -> Result<Delivery, Vec<AnswerProblem>> {
    let Delivery::Post {
        recipient,
        phone,
        place,
        detail,
    } = delivery
    else {
        return Ok(delivery);
    };
    let recipient = format::parse_person_name(&to_nfc(&recipient))
        .map_err(|_| answer_problem(child(at, "recipient"), "person-name"));
    let phone =
        format::parse_phone(&phone).map_err(|_| answer_problem(child(at, "phone"), "vn-phone"));
    let known = data.place_name(&place).is_some();
    let place = known
        .then_some(place)
        .ok_or_else(|| answer_problem(child(at, "place"), "place"));
    let detail = format::parse_text(&to_nfc(&detail), TEXT_CHARS)
        .map_err(|_| answer_problem(child(at, "detail"), "maxLength"));
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
