//! Notes from offices that the citizen must read. They are shown above all other data of the dossier. In a group's
//! dossier, each note is shown with the name of its part and a link to that part. So the citizen sees that the note
//! doesn't concern the whole dossier.

use contract::dossier::{Dossier, DossierPart, DossierStatus};
use leptos::prelude::*;

use crate::i18n::following::FollowingWords;
use crate::i18n::official;
use crate::routes;
use crate::ui::{Notice, NoticeKind};

/// Renders the notes of a dossier. For a group, renders the notes of the parts that are halted.
pub(super) fn office_notes(words: &'static FollowingWords, dossier: &Dossier) -> Vec<AnyView> {
    if !dossier.parts.is_empty() {
        let halted = halted_parts(&dossier.parts);
        return halted.map(|part| part_note(words, part)).collect();
    }
    let note = dossier.note.clone().map(|note| {
        view! {
            <Notice kind=kind(dossier.status) title=words.note>
                {note_text(note)}
            </Notice>
        }
        .into_any()
    });
    note.into_iter().collect()
}

/// The halted parts: those that need an action by the citizen, and those that were rejected.
fn halted_parts(parts: &[DossierPart]) -> impl Iterator<Item = &DossierPart> {
    parts
        .iter()
        .filter(|part| kind(part.status) != NoticeKind::Info)
}

fn part_note(words: &'static FollowingWords, part: &DossierPart) -> AnyView {
    let href = routes::dossier(&part.code);
    let name = part.procedure.name.clone();
    let note = part.note.clone().map(|note| {
        view! {
            <p>{words.note}</p>
            {note_text(note)}
        }
    });
    view! {
        <Notice kind=kind(part.status) title=words.status(part.status).name>
            <p>
                <a href=href lang=official()>
                    {name}
                </a>
            </p>
            {note}
        </Notice>
    }
    .into_any()
}

fn note_text(note: String) -> AnyView {
    view! {
        <p class="dossier-note" lang=official()>
            {note}
        </p>
    }
    .into_any()
}

const fn kind(status: DossierStatus) -> NoticeKind {
    match status {
        DossierStatus::Rejected => NoticeKind::Error,
        DossierStatus::SupplementRequested
        | DossierStatus::ObligationRequested
        | DossierStatus::Paused => NoticeKind::Warning,
        _ => NoticeKind::Info,
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;

    #[test]
    fn shows_the_notes_of_a_refused_part_and_of_one_that_needs_a_supplement() {
        let part = |key: &str, status: DossierStatus| -> DossierPart {
            let named = json!({"key": key, "name": key});
            serde_json::from_value(
                json!({"key": key, "code": key, "procedure": named, "agency_name": "Xã",
                "result": "Giấy", "status": status, "office": "Xã"}),
            )
            .unwrap()
        };
        let parts = [
            part("death", DossierStatus::Processed),
            part("residence", DossierStatus::Rejected),
            part("allowance", DossierStatus::SupplementRequested),
        ];
        let halted: Vec<&str> = halted_parts(&parts).map(|part| part.key.as_str()).collect();
        assert_eq!(halted, ["residence", "allowance"]);
    }
}
