//! A link to the text messages of a demonstration backend, which sends no message to a real phone.

use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::reactive::dynamic;
use crate::session::portal_features::use_portal;
use crate::ui::notice::{Notice, NoticeKind};

/// The notice with the link to the text messages. Shows nothing if the backend is not a demonstration. The link opens a
/// new tab, so that the citizen doesn't lose this page.
#[component]
pub fn DemoNotice() -> impl IntoView {
    let words = use_words().sign_in();
    let portal = use_portal();
    dynamic(move || {
        let href = match portal.get() {
            Load::Ready(portal) => portal.demo?,
            Load::Waiting | Load::Failed(_) => return None,
        };
        Some(view! {
            <Notice kind=NoticeKind::Info>
                <p>
                    {words.demo} " "
                    <a href=href target="_blank" rel="noopener">{words.demo_link}</a>
                </p>
            </Notice>
        })
    })
}
