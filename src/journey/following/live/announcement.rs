//! Announces a new status to screen readers, once. The part of the page that shows the status is rendered anew with each
//! change, and what is new on a page isn't announced.

use std::sync::Arc;

use contract::dossier::Dossier;
use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::reactive::effect;

/// A line that only screen readers read. It is empty until the status of the dossier changes while the page is open.
pub(in crate::journey::following) fn status_announcement(
    load: RwSignal<Load<Arc<Dossier>>>,
) -> AnyView {
    let words = use_words();
    let text = RwSignal::new(String::new());
    let mut before = None;
    effect(move || {
        let status = load.with(|load| match load {
            Load::Ready(dossier) => Some(dossier.status),
            Load::Waiting | Load::Failed(_) => None,
        });
        if let (Some(status), Some(before)) = (status, before)
            && status != before
        {
            let name = words.following().status(status).name;
            text.set([words.notices().new_status, name].concat());
        }
        before = status.or(before);
    });
    view! { <p class="visually-hidden" role="status">{text}</p> }.into_any()
}
