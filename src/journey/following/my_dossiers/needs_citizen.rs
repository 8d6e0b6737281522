//! The dossiers that wait for the citizen, of whatever tab, above the list.

use contract::dossier::{DossierItem, DossierListPage};
use leptos::prelude::*;

use crate::i18n::{official, use_words};
use crate::page::progress_text::insert_text;
use crate::routes;

/// Renders a link to each of these dossiers. `None` if there are none.
pub(super) fn needs_citizen(page: &DossierListPage) -> Option<AnyView> {
    let words = use_words();
    let (following, progress) = (words.following(), words.progress());
    let line = |item: &DossierItem| {
        let DossierItem::Dossier {
            code,
            procedure_name,
            status,
            ..
        } = item
        else {
            return None;
        };
        let href = routes::dossier(code);
        let (code, name) = (code.clone(), procedure_name.clone());
        let status = following.status(*status).name;
        Some(view! {
            <li>
                <a href=href lang=official()>{name}</a>
                <p class="muted"><span translate="no">{code}</span> " · " {status}</p>
            </li>
        })
    };
    let lines: Vec<_> = page.needs_citizen.iter().filter_map(line).collect();
    if lines.is_empty() {
        return None;
    }
    let listed = u32::try_from(lines.len()).unwrap_or(u32::MAX);
    let more = page.needs_citizen_count.saturating_sub(listed);
    let more = (more > 0).then(|| insert_text(progress.needs_more, &more.to_string()));
    Some(
        view! {
            <section class="needs-citizen" aria-labelledby="needs-citizen">
                <h2 id="needs-citizen">{progress.needs_you}</h2>
                <ul>{lines}</ul>
                {more.map(|more| view! { <p>{more}</p> })}
            </section>
        }
        .into_any(),
    )
}
