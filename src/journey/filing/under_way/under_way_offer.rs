//! The open drafts and running dossiers of a procedure, offered when the citizen begins the same procedure again, and
//! before they send another dossier of it.

use contract::dossier::{DossierItem, Tab};
use contract::draft::ForWhom;
use contract::endpoints::{GET_DOSSIERS, GET_UNDER_WAY};
use domain::fold::fold;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::answers::draft_summary::DraftSummary;
use crate::api::{Api, use_api};
use crate::browser::query;
use crate::i18n::{Words, use_words};
use crate::page::dates::format_time;
use crate::reactive::dynamic;
use crate::routes::{self, DraftStep};
use crate::ui::{MixedText, Notice, NoticeKind};

/// The draft that the citizen is about to send. Only what is for the same person is offered then.
#[derive(Clone, Debug, PartialEq)]
pub struct BeforeSending {
    /// Id of the draft, which isn't offered itself.
    pub draft: String,
    /// The person for whom it is filed.
    pub for_whom: ForWhom,
    /// Name of that person, if it is known.
    pub person: Option<String>,
}

impl BeforeSending {
    /// Whether an item may be the same matter: for the same person, as far as the names are known.
    fn is_same_matter(&self, item: &DossierItem) -> bool {
        let (for_whom, person) = match item {
            DossierItem::Draft { id, .. } if *id == self.draft => return false,
            DossierItem::Draft {
                for_whom, person, ..
            }
            | DossierItem::Dossier {
                for_whom, person, ..
            } => (for_whom, person),
            DossierItem::Other { .. } => return false,
        };
        let is_same_name = match (&self.person, person) {
            (Some(own), Some(other)) => fold(own) == fold(other),
            _ => true,
        };
        *for_whom == self.for_whom && is_same_name
    }
}

/// Lists the citizen's open drafts and running dossiers of a procedure, each with a link. Shows nothing if there are
/// none, or as long as they aren't known.
#[component]
pub fn UnderWayOffer(
    /// Code of the procedure.
    code: String,
    /// The draft that the citizen is about to send. `None` before they begin one.
    #[prop(optional)]
    before_sending: Option<BeforeSending>,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let items = RwSignal::new(Vec::<DossierItem>::new());
    let is_sending = before_sending.is_some();
    spawn_local(async move {
        let mut found = load(api, &code).await;
        if let Some(draft) = before_sending {
            found.retain(|item| draft.is_same_matter(item));
        }
        items.try_set(found);
    });
    let progress = words.progress();
    let (title, help) = match is_sending {
        true => (progress.under_way_sent, progress.under_way_sent_help),
        false => (progress.under_way, progress.under_way_help),
    };
    let kind = match is_sending {
        true => NoticeKind::Warning,
        false => NoticeKind::Info,
    };
    dynamic(move || {
        let items = items.get();
        (!items.is_empty()).then(|| {
            let lines: Vec<AnyView> = items.iter().filter_map(|item| line(words, item)).collect();
            view! {
                <Notice kind=kind announce=true title=title>
                    <ul>{lines}</ul>
                    <p>{help}</p>
                </Notice>
            }
        })
    })
}

/// What is under way. A backend that can't tell has at least the list of drafts.
async fn load(api: Api, code: &str) -> Vec<DossierItem> {
    match api.get(&GET_UNDER_WAY, &[code], "").await {
        Ok(under_way) => under_way.items,
        Err(error) if error.is_not_found() => {
            // The drafts that were changed last are on the first page.
            let newest = query::encode_query(&[("tab", Tab::New.key())]);
            let list = api.get(&GET_DOSSIERS, &[], &newest).await;
            let mut items = list.map(|list| list.items).unwrap_or_default();
            items.retain(
                |item| matches!(item, DossierItem::Draft { procedure, .. } if procedure == code),
            );
            items
        }
        Err(_) => Vec::new(),
    }
}

fn line(words: Words, item: &DossierItem) -> Option<AnyView> {
    let (following, progress) = (words.following(), words.progress());
    match item {
        DossierItem::Draft {
            id,
            for_whom,
            person,
            answered,
            required,
            updated_at,
            ..
        } => {
            let summary = DraftSummary {
                for_whom: *for_whom,
                person: person.as_deref(),
                answered: *answered,
                required: *required,
            };
            let summary = summary.text(words);
            let changed = [" · ", following.changed_at, &format_time(updated_at)].concat();
            let href = routes::draft(id, DraftStep::Form(1));
            Some(
                view! {
                    <li>
                        <a href=href>{progress.continue_draft} ": " {summary}</a>
                        {changed}
                    </li>
                }
                .into_any(),
            )
        }
        DossierItem::Dossier {
            code,
            for_whom,
            person,
            status,
            sent_at,
            updated_at,
            ..
        } => {
            let whom = DraftSummary {
                for_whom: *for_whom,
                person: person.as_deref(),
                answered: 0,
                required: 0,
            };
            let whom = whom.text(words);
            let sent = format_time(sent_at.as_ref().unwrap_or(updated_at));
            let sent = [" · ", progress.sent_on, &sent].concat();
            let status = following.status(*status).name;
            let href = routes::dossier(code);
            let code = MixedText::verbatim(None, code.as_str()).render();
            Some(
                view! {
                    <li>
                        <a href=href>{progress.follow} ": " {code}</a>
                        " · "
                        {whom}
                        " · "
                        {status}
                        {sent}
                    </li>
                }
                .into_any(),
            )
        }
        DossierItem::Other { .. } => None,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;

    #[test]
    fn before_sending_only_the_same_persons_matters_are_offered() {
        let sending = BeforeSending {
            draft: "d-1".to_owned(),
            for_whom: ForWhom::Child,
            person: Some("Trần Minh Anh".to_owned()),
        };
        let time = "2026-11-22T01:20:00Z";
        let draft = |id: &str, whom: &str, person: Option<&str>| {
            json!({"kind": "draft", "id": id, "for_whom": whom, "person": person, "updated_at": time,
                "expires_on": "2026-12-22"})
        };
        let dossier = |whom: &str, person: Option<&str>| {
            json!({"kind": "dossier", "code": "H50-1", "agency_name": "x", "status": 4, "for_whom": whom,
                "person": person, "updated_at": time})
        };
        for (item, expected) in [
            (draft("d-1", "child", None), false),
            (draft("d-2", "child", None), true),
            (dossier("child", Some("TRẦN MINH ANH")), true),
            (dossier("child", Some("Trần Minh Bình")), false),
            (dossier("oneself", None), false),
            (json!({"kind": "letter"}), false),
        ] {
            let item: DossierItem = serde_json::from_value(item).unwrap();
            assert_eq!(sending.is_same_matter(&item), expected, "{item:?}");
        }
    }
}
