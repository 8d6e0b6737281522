//! In a demonstration, where the text messages can be read. Nothing at all elsewhere.

use leptos::prelude::*;

use crate::api::Load;
use crate::i18n::use_words;
use crate::session::portal_features::use_portal;
use crate::ui::notice::{Notice, NoticeKind};

/// The notice; it opens the messages in a new tab, so that nothing typed here is left.
#[component]
pub fn DemoNotice() -> impl IntoView {
    let words = use_words().sign_in();
    let portal = use_portal();
    move || {
        let address = match portal.get() {
            Load::Ready(portal) => portal.demo?,
            Load::Waiting | Load::Failed(_) => return None,
        };
        Some(view! {
            <Notice kind=NoticeKind::Info>
                <p>
                    {words.demo} " "
                    <a href=address target="_blank" rel="noopener">{words.demo_link}</a>
                </p>
            </Notice>
        })
    }
}
