//! The history of a dossier (R3.7), the newest step first. A long history is shown in portions: at first the newest 30
//! steps.

use std::sync::Arc;

use contract::dossier::Dossier;
use leptos::prelude::*;

use super::history_entry::timeline_entry;
use crate::i18n::use_words;
use crate::page::progress_text::insert_text;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind, timeline_item};

/// The number of steps that are shown at first.
const FIRST: usize = 30;
/// The number of further steps that one press shows.
const MORE: usize = 100;

/// Renders the history. `shown_steps` is the number of steps that the citizen has asked for.
pub(super) fn history_section(
    dossier: Arc<Dossier>,
    shown_steps: RwSignal<Option<usize>>,
) -> AnyView {
    let words = use_words();
    let (following, progress) = (words.following(), words.progress());
    if dossier.history.is_empty() {
        return view! {
            <section class="section">
                <h2>{following.history}</h2>
                <p>{progress.no_history}</p>
            </section>
        }
        .into_any();
    }
    let total = dossier.history.len();
    let dossier = StoredValue::new(dossier);
    let shown = move || shown_steps.get().unwrap_or(FIRST).min(total);
    let item = move |index: usize| {
        let entry = dossier.with_value(|dossier| {
            let entry = dossier.history.get(index)?;
            Some(timeline_entry(words, entry))
        });
        entry.map(timeline_item)
    };
    let show_more = Callback::new(move |()| {
        shown_steps.update(|steps| *steps = Some(steps.unwrap_or(FIRST).saturating_add(MORE)));
    });
    let class = match total > FIRST {
        true => "timeline timeline--long",
        false => "timeline",
    };
    view! {
        <section class="section">
            <h2>{following.history}</h2>
            <ol class=class>
                // The steps that are shown stay as they are when further ones are added.
                <For each=move || 0..shown() key=|index| *index children=item />
            </ol>
            {dynamic(move || (shown() < total).then(|| {
                let left = (total - shown()).to_string();
                view! {
                    <Button kind=ButtonKind::Secondary on_press=show_more>
                        {insert_text(progress.earlier_steps, &left)}
                    </Button>
                }
            }))}
        </section>
    }
    .into_any()
}
