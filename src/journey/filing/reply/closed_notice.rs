//! The notice that the office doesn't wait for a reply.

use leptos::prelude::*;

use crate::i18n::reply::ReplyWords;
use crate::routes;
use crate::ui::{ButtonLink, Notice, NoticeKind};

/// Says that the office doesn't wait for the reply, and leads to the dossier.
pub(super) fn closed_notice(words: &'static ReplyWords, code: &str) -> AnyView {
    let href = routes::dossier(code);
    view! {
        <Notice kind=NoticeKind::Warning announce=true>
            <p>{words.closed}</p>
            <ButtonLink href=href>{words.to_dossier}</ButtonLink>
        </Notice>
    }
    .into_any()
}
