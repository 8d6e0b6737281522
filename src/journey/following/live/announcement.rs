//! Announces what has changed on a page to screen readers, once. The part of the page that shows it is rendered again with
//! each change, and has no `aria-live` of its own: what is new on a page isn't announced.

use contract::dossier::{DossierItem, DossierListPage, DossierStatus};
use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::{Words, use_words};
use crate::page::progress_text::insert_text;
use crate::reactive::effect;

/// A line that only screen readers read. It is empty until what the page shows changes while the page is open. `describe`
/// says in words what has changed between the two; `None` if that needn't be said. A page that is loaded for another
/// address changes nothing.
pub(in crate::journey::following) fn change_announcement<T>(
    load: RwSignal<Load<T>>,
    describe: impl Fn(&T, &T) -> Option<String> + 'static,
) -> AnyView
where
    T: Clone + Send + Sync + 'static,
{
    let text = RwSignal::new(String::new());
    let mut before = None::<T>;
    effect(move || {
        load.with(|load| match load {
            Load::Ready(now) => {
                let change = before.take().and_then(|before| describe(&before, now));
                if let Some(change) = change {
                    // The same sentence again is a change of the text too, or it wouldn't be announced.
                    text.update(|text| match *text == change {
                        true => text.push('\u{a0}'),
                        false => *text = change,
                    });
                }
                before = Some(now.clone());
            }
            Load::Failed(_) => {}
            Load::Waiting => before = None,
        });
    });
    view! { <p class="visually-hidden" role="status">{text}</p> }.into_any()
}

/// Says that the dossier on the page has a new status.
pub(in crate::journey::following) fn new_status(
    before: DossierStatus,
    now: DossierStatus,
) -> Option<String> {
    let words = use_words();
    let name = words.following().status(now).name;
    (before != now).then(|| [words.notices().new_status, name].concat())
}

/// Says which dossiers of a list have a new status. `changed` is the code of the dossier that the backend has named: it is
/// also announced if it is new on the list, or has left it for another tab.
pub(in crate::journey::following) fn list_changes(
    words: Words,
    before: &DossierListPage,
    now: &DossierListPage,
    changed: Option<&str>,
) -> Option<String> {
    let (following, notices) = (words.following(), words.notices());
    let known = statuses(before);
    let find = |code: &str| known.iter().find(|(known, _)| *known == code);
    let listed = statuses(now);
    let mut sentences: Vec<String> = Vec::new();
    for (code, status) in &listed {
        let is_new = match find(code) {
            Some((_, before)) => before != status,
            None => changed == Some(*code),
        };
        if is_new {
            let name = following.status(*status).name;
            let sentence = insert_text(notices.new_status_of, code);
            sentences.push([&sentence, name, "."].concat());
        }
    }
    let has_left = |code: &&str| find(code).is_some() && !listed.iter().any(|(it, _)| it == code);
    sentences.extend(
        changed
            .filter(has_left)
            .map(|code| insert_text(notices.moved, code)),
    );
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// Each dossier on a page of the list with its status, once.
fn statuses(page: &DossierListPage) -> Vec<(&str, DossierStatus)> {
    let mut found: Vec<(&str, DossierStatus)> = Vec::new();
    for item in page.items.iter().chain(&page.needs_citizen) {
        if let DossierItem::Dossier { code, status, .. } = item
            && !found.iter().any(|(known, _)| known == code)
        {
            found.push((code, *status));
        }
    }
    found
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::{Value, json};

    use super::*;
    use crate::i18n::Language;

    fn dossier(code: &str, status: u8) -> Value {
        json!({"kind": "dossier", "code": code, "procedure_name": "Khai sinh", "agency_name": "Xã", "status": status,
            "updated_at": "2026-11-22T01:20:00Z"})
    }

    fn page(items: &[Value], needs_citizen: &[Value]) -> DossierListPage {
        serde_json::from_value(json!({"items": items, "needs_citizen": needs_citizen,
            "needs_citizen_count": needs_citizen.len(), "page": 1, "pages": 1, "counts": []}))
        .unwrap()
    }

    #[test]
    fn says_which_dossier_of_the_list_has_which_new_status() {
        let said = |before: &DossierListPage, now: &DossierListPage, changed| {
            list_changes(Language::Vi.words(), before, now, changed)
        };
        let before = page(&[dossier("H1", 1), dossier("H2", 1)], &[]);
        assert_eq!(said(&before, &before, Some("H1")), None);
        let accepted = page(&[dossier("H1", 2), dossier("H2", 1)], &[]);
        let sentence = "Hồ sơ H1 có trạng thái mới: Được tiếp nhận.";
        // Also if the backend is only asked from time to time, and names no dossier.
        for changed in [Some("H1"), None] {
            assert_eq!(said(&before, &accepted, changed).as_deref(), Some(sentence));
        }
        let asked = page(&[dossier("H2", 1)], &[dossier("H1", 5)]);
        assert_eq!(
            said(&before, &asked, Some("H1")).as_deref(),
            Some("Hồ sơ H1 có trạng thái mới: Yêu cầu bổ sung giấy tờ.")
        );
        let elsewhere = page(&[dossier("H2", 1)], &[]);
        assert_eq!(
            said(&before, &elsewhere, Some("H1")).as_deref(),
            Some("Hồ sơ H1 đã chuyển sang mục khác.")
        );
        // Another page of the list may have it, which is no news.
        assert_eq!(said(&before, &elsewhere, None), None);
        assert_eq!(
            said(&elsewhere, &accepted, Some("H1")).as_deref(),
            Some(sentence)
        );
        assert_eq!(said(&elsewhere, &accepted, None), None);
    }
}
