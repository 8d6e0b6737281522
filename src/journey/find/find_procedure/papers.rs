//! The papers of a dossier (thành phần hồ sơ) by situation: how many originals and copies, and whether a file is
//! to be attached. The words are the record's.

use contract::procedure::{AttachmentRequirement, Component, ComponentGroup};
use leptos::prelude::*;

use crate::i18n::find_procedure::RecordWords;
use crate::i18n::{official, use_words};
use crate::ui::badge::{Badge, BadgeKind};

/// All papers; nothing at all where the record names none.
#[component]
pub fn Papers(
    /// By situation.
    groups: Vec<ComponentGroup>,
) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let group = |group: ComponentGroup| {
        let title = group
            .title
            .map(|title| view! { <h3 lang=official()>{title}</h3> });
        let papers = group.components.into_iter();
        view! {
            <div class="stack stack--close">
                {title} <ul class="papers">{papers.map(|paper| view! { <Paper paper=paper /> }).collect_view()}</ul>
            </div>
        }
    };
    (!groups.is_empty()).then(|| {
        view! {
            <section class="section">
                <h2>{words.components}</h2>
                {groups.into_iter().map(group).collect_view()}
            </section>
        }
    })
}

#[component]
fn Paper(paper: Component) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let (kind, attach) = match need(&paper) {
        Need::Always => (BadgeKind::Warning, words.attach),
        Need::Sometimes => (BadgeKind::Neutral, use_words().prepare().conditional),
        Need::Never => (BadgeKind::Neutral, words.attach_nothing),
    };
    let counts = counts(words, paper.originals, paper.copies);
    view! {
        <li class="paper">
            <p lang=official()>{paper.label}</p>
            <p class="row quiet">
                <span>{counts}</span>
                " "
                <Badge kind=kind>{attach}</Badge>
            </p>
        </li>
    }
}

/// Whether a file is to be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Need {
    /// In every dossier.
    Always,
    /// Only where the citizen's situation asks for it.
    Sometimes,
    /// Nothing to attach.
    Never,
}

/// The same on the procedure's page and on the checklist.
pub(super) fn need(paper: &Component) -> Need {
    match (paper.attach, &paper.when) {
        (AttachmentRequirement::Nothing, _) => Need::Never,
        (AttachmentRequirement::Required, None) => Need::Always,
        (AttachmentRequirement::Required, Some(_)) | (AttachmentRequirement::Optional, _) => {
            Need::Sometimes
        }
    }
}

/// «1 bản chính, 2 bản sao»; nothing for a note.
pub(super) fn counts(words: &RecordWords, originals: u32, copies: u32) -> String {
    let mut text = String::new();
    for (count, name) in [(originals, words.originals), (copies, words.copies)] {
        if count > 0 {
            if !text.is_empty() {
                text.push_str(", ");
            }
            text.push_str(&count.to_string());
            text.push(' ');
            text.push_str(name);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;

    #[test]
    fn only_what_every_dossier_needs_is_called_a_must() {
        let paper = |attach: &str, when: serde_json::Value| -> Component {
            let paper = serde_json::json!({"code": "a", "label": "Văn bản ủy quyền", "originals": 1, "copies": 0, "attach": attach, "when": when});
            serde_json::from_value(paper).unwrap()
        };
        let when = serde_json::json!({"scope": "#/properties/relation", "schema": {"const": "Người được ủy quyền"}});
        let always = serde_json::Value::Null;
        assert_eq!(need(&paper("required", always.clone())), Need::Always);
        assert_eq!(need(&paper("required", when)), Need::Sometimes);
        assert_eq!(need(&paper("optional", always.clone())), Need::Sometimes);
        assert_eq!(need(&paper("nothing", always)), Need::Never);
    }

    #[test]
    fn originals_and_copies_are_counted_apart() {
        let words = &crate::i18n::Language::Vi.words().find_procedure().record;
        assert_eq!(counts(words, 1, 0), "1 bản chính");
        assert_eq!(counts(words, 1, 2), "1 bản chính, 2 bản sao");
        assert_eq!(counts(words, 0, 0), "");
    }
}
