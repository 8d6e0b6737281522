//! An agency that is half chosen: a province without its commune. It is no place, so the server never gets it; the tab
//! keeps it, and until it is whole the one chosen before is no longer taken for the citizen's choice.

use std::collections::BTreeMap;

use contract::draft::Draft;
use contract::place::PlaceRef;

use crate::browser::storage::BrowserStorage;

/// Keeps what is half chosen, by the keys of the parts; the first one's is empty. `of`: the draft's id, or the
/// procedure's code before there is a draft.
pub(crate) fn keep(of: &str, places: &[(String, PlaceRef)]) {
    let line = |(part, place): &(String, PlaceRef)| {
        [part.as_str(), &place.province, &place.commune].join("/")
    };
    let lines: Vec<String> = places.iter().map(line).collect();
    // A browser without storage forgets what is half done when the page is left.
    BrowserStorage::Tab.set(&shelf_key(of), &lines.join("\n"));
}

/// What is kept.
pub(crate) fn kept(of: &str) -> BTreeMap<String, PlaceRef> {
    read(&BrowserStorage::Tab.get(&shelf_key(of)).unwrap_or_default())
}

/// The draft as the citizen sees it: without an agency while another one is half chosen.
pub(crate) fn as_chosen(draft: Draft) -> Draft {
    without_half(kept(&draft.id).is_empty(), draft)
}

/// There is nothing to keep any more.
pub(crate) fn forget(of: &str) {
    BrowserStorage::Tab.remove(&shelf_key(of));
}

fn without_half(all_whole: bool, draft: Draft) -> Draft {
    match all_whole {
        true => draft,
        false => Draft {
            agency: None,
            agency_name: None,
            ..draft
        },
    }
}

fn read(kept: &str) -> BTreeMap<String, PlaceRef> {
    let line = |line: &str| {
        let mut parts = line.split('/').map(str::to_owned);
        let key = parts.next()?;
        let (province, commune) = (parts.next()?, parts.next()?);
        Some((key, PlaceRef { province, commune }))
    };
    kept.lines().filter_map(line).collect()
}

fn shelf_key(of: &str) -> String {
    ["motcua-parts-", of].concat()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use serde_json::json;

    fn draft() -> Draft {
        let draft = json!({
            "id": "d1", "procedure": "1.001193", "procedure_name": "Khai sinh", "form": "birth", "form_version": 1,
            "agency": {"province": "44", "commune": "19624"}, "agency_name": "Ủy ban nhân dân Xã Triệu Phong",
            "answers": {}, "attachments": [], "version": 1,
            "created_at": "2026-11-22T01:00:00Z", "updated_at": "2026-11-22T01:00:00Z", "expires_on": "2027-02-20"
        });
        serde_json::from_value(draft).unwrap()
    }

    #[test]
    fn the_agency_before_is_no_choice_while_another_is_half_chosen() {
        assert_eq!(without_half(true, draft()), draft());
        assert_eq!(without_half(false, draft()).agency, None);
        assert_eq!(without_half(false, draft()).agency_name, None);
    }

    #[test]
    fn what_is_half_chosen_is_known_part_by_part() {
        let kept = read("/01/\nresidence//");
        let province = |key: &str| kept.get(key).map(|place| place.province.as_str());
        assert_eq!(province(""), Some("01"));
        assert_eq!(province("residence"), Some(""));
        assert!(read("").is_empty());
    }
}
