//! The open request of the office: what it asks for, until when, and the link to the page that answers it. On the page
//! of a group, the requests about its parts.

use contract::dossier::{Dossier, SupplementItem, SupplementKind, SupplementRequest};
use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::page::dates::{format_date, format_time};
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::ui::ButtonLink;

/// Renders the open requests of a dossier and of its parts. `None` if the office asks for nothing.
pub(in crate::journey::following) fn supplement_section(dossier: &Dossier) -> Option<AnyView> {
    let own = dossier.supplement.iter().map(|request| {
        // The note of the dossier, which is shown above, usually is the reason.
        let reason = Some(&request.reason).filter(|reason| dossier.note.as_ref() != Some(*reason));
        request_view(&dossier.code, None, request, reason.cloned())
    });
    let of_parts = dossier.parts.iter().filter_map(|part| {
        let request = part.supplement.as_ref()?;
        let name = Some(part.procedure.name.clone());
        Some(request_view(&part.code, name, request, None))
    });
    let requests: Vec<AnyView> = own.chain(of_parts).collect();
    (!requests.is_empty()).then(|| requests.into_any())
}

fn request_view(
    code: &str,
    part: Option<String>,
    request: &SupplementRequest,
    reason: Option<String>,
) -> AnyView {
    let words = use_words().supplement();
    let is_certificate = request.kind == SupplementKind::Certificate;
    let title = match is_certificate {
        true => words.certificate_title,
        false => words.title,
    };
    let part = part.map(|name| {
        view! { <p>{words.for_part} <span lang=official()>{name}</span></p> }
    });
    let reason = reason.filter(|reason| !reason.is_empty());
    let reason = reason.map(|reason| {
        view! { <p class="dossier-note" lang=official()>{reason}</p> }
    });
    let until = request.until.as_ref().map(|day| {
        let silence = is_certificate.then_some(words.silence);
        view! {
            <p>
                <strong>{words.until} <span translate="no">{format_date(day)}</span></strong>
                {silence.map(|silence| [". ", silence].concat())}
            </p>
        }
    });
    let saved = request.saved_at.as_ref().map(|at| {
        view! { <p class="muted">{words.saved_at} <span translate="no">{format_time(at)}</span></p> }
    });
    let action = match (request.saved_at.is_some(), is_certificate) {
        (true, _) => words.resume,
        (false, true) => words.check,
        (false, false) => words.begin,
    };
    // The draft certificate lists everything that will be printed; its page shows that with the answers.
    let items = (!is_certificate).then(|| request.items.iter().map(item).collect::<Vec<AnyView>>());
    let items = items.filter(|items| !items.is_empty());
    let items = items.map(|items| view! { <ul class="supplement-items">{items}</ul> });
    // Without this feature, the citizen answers where the reason of the office says: at the counter or by post.
    let can_reply = use_feature(|features| features.supplements);
    view! {
        <section class="section">
            <h2>{title}</h2>
            {part}
            {reason}
            {items}
            {until}
            {saved}
            <div class="actions" hidden=move || can_reply.get() != Some(true)>
                <ButtonLink href=routes::supplement(code)>{action}</ButtonLink>
            </div>
        </section>
    }
    .into_any()
}

fn item(item: &SupplementItem) -> AnyView {
    let reason = item.reason.clone();
    let reason = reason.map(|reason| view! { <p class="muted" lang=official()>{reason}</p> });
    view! {
        <li>
            <p lang=official()>{item.label.clone()}</p>
            {reason}
        </li>
    }
    .into_any()
}
