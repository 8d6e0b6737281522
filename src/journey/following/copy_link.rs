//! The link that begins another dossier with the same answers («Nộp hồ sơ tương tự»).

use contract::dossier::{CitizenAction, Dossier};
use leptos::prelude::*;

use crate::answers::for_whom;
use crate::browser::query;
use crate::i18n::use_words;
use crate::routes;
use crate::session::portal_features::use_feature;

/// Renders the section. `None` if the dossier can't be copied.
pub(super) fn copy_section(dossier: &Dossier) -> Option<AnyView> {
    if !dossier.actions.contains(&CitizenAction::Copy) {
        return None;
    }
    let words = use_words().outcomes();
    let is_offered = use_feature(|features| features.copies);
    let query = query::encode_query(&[(routes::COPY_OF, &dossier.code)]);
    let href = routes::file_copy(&dossier.procedure.key, &query);
    let (procedure, whom) = (dossier.procedure.key.clone(), dossier.for_whom);
    // The copy is for the same person as the dossier. The citizen can change this in the draft.
    let keep_person = move |_| for_whom::store_choice(&procedure, whom);
    Some(
        view! {
            <section class="section" hidden=move || is_offered.get() != Some(true)>
                <h2>{words.copy_title}</h2>
                <p class="prose">{words.copy_help}</p>
                <div class="actions">
                    <a class="button button--secondary" href=href on:click=keep_person>
                        {words.copy}
                    </a>
                </div>
            </section>
        }
        .into_any(),
    )
}
