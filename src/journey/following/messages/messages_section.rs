//! The section about messages on the page of a dossier: how many there are, how many are new, and the link to them.

use contract::dossier::{CitizenAction, Dossier};
use leptos::prelude::*;

use crate::i18n::use_words;
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::ui::{Badge, BadgeKind, ButtonKind, ButtonLink};

/// Renders the section. `None` if there are no messages and none can be sent.
pub(in crate::journey::following) fn messages_section(dossier: &Dossier) -> Option<AnyView> {
    let count = dossier.messages.unwrap_or_default();
    if count.total == 0 && !dossier.actions.contains(&CitizenAction::Message) {
        return None;
    }
    let words = use_words().outcomes();
    let is_offered = use_feature(|features| features.messages);
    let text = match count.total {
        0 => words.messages_none.to_owned(),
        total => words.messages_count.to_owned() + &total.to_string(),
    };
    let unread = (count.unread > 0).then(|| {
        let text = words.messages_unread.to_owned() + &count.unread.to_string();
        view! { <Badge kind=BadgeKind::Warning>{text}</Badge> }
    });
    let href = routes::dossier_messages(&dossier.code);
    Some(
        view! {
            <section class="section" id="messages" hidden=move || is_offered.get() != Some(true)>
                <h2>{words.messages_title}</h2>
                <p class="row">{text} {unread}</p>
                <div class="actions">
                    <ButtonLink kind=ButtonKind::Secondary href=href>{words.messages_open}</ButtonLink>
                </div>
            </section>
        }
        .into_any(),
    )
}
