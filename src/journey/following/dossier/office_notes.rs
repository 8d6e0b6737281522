//! What the office wrote that the citizen must know, above everything else of a dossier. Of a group it is said part by
//! part, each by its name with the way to it: no office's words stand there as if they were about the whole.

use contract::dossier::{Dossier, DossierPart, DossierStatus};
use leptos::prelude::*;

use crate::i18n::following::FollowingWords;
use crate::i18n::official;
use crate::page::status_text::status_name;
use crate::routes;
use crate::ui::{Notice, NoticeKind};

/// The notes of a dossier, or of those parts of it that have stopped.
pub(super) fn office_notes(words: &'static FollowingWords, dossier: &Dossier) -> Vec<AnyView> {
    if !dossier.parts.is_empty() {
        let stopped = stopped(&dossier.parts);
        return stopped.map(|part| of_part(words, part)).collect();
    }
    let note = dossier.note.clone().map(|note| {
        view! {
            <Notice kind=kind(dossier.status) title=words.note>
                {written(note)}
            </Notice>
        }
        .into_any()
    });
    note.into_iter().collect()
}

/// The parts that go on only when the citizen does something, or not at all.
fn stopped(parts: &[DossierPart]) -> impl Iterator<Item = &DossierPart> {
    parts
        .iter()
        .filter(|part| kind(part.status) != NoticeKind::Info)
}

fn of_part(words: &'static FollowingWords, part: &DossierPart) -> AnyView {
    let href = routes::dossier(&part.code);
    let name = part.procedure.name.clone();
    let note = part.note.clone().map(|note| {
        view! {
            <p>{words.note}</p>
            {written(note)}
        }
    });
    view! {
        <Notice kind=kind(part.status) title=status_name(words, part.status)>
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

fn written(note: String) -> AnyView {
    view! {
        <p class="dossier-note" lang=official()>
            {note}
        </p>
    }
    .into_any()
}

const fn kind(status: DossierStatus) -> NoticeKind {
    match status {
        DossierStatus::Rejected => NoticeKind::Problem,
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
    fn a_refused_part_is_told_above_as_well_as_one_that_lacks_a_paper() {
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
        let told: Vec<&str> = stopped(&parts).map(|part| part.key.as_str()).collect();
        assert_eq!(told, ["residence", "allowance"]);
    }
}
