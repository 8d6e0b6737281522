//! The components (thành phần hồ sơ, required documents) of a procedure, grouped by situation. For each component,
//! shows the number of originals and copies, and whether a file must be attached. All texts come from the procedure's
//! record.

use contract::procedure::{AttachmentRequirement, Component, ComponentGroup};
use leptos::prelude::*;

use crate::i18n::find_procedure::RecordWords;
use crate::i18n::{official, use_words};
use crate::ui::badge::{Badge, BadgeKind};

/// Shows the section of all components. Shows nothing if the record has no components.
#[component]
pub fn ComponentList(
    /// The components, grouped by the situation in which they are needed.
    groups: Vec<ComponentGroup>,
) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let group = |group: ComponentGroup| {
        let title = group
            .title
            .map(|title| view! { <h3 lang=official()>{title}</h3> });
        let components = group.components.into_iter();
        view! {
            <div class="stack stack--compact">
                {title} <ul class="component-list">{components.map(|component| view! { <ComponentLine component=component /> }).collect_view()}</ul>
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
fn ComponentLine(component: Component) -> impl IntoView {
    let words = &use_words().find_procedure().record;
    let (kind, attach) = match file_requirement(&component) {
        FileRequirement::Always => (BadgeKind::Warning, words.attach),
        FileRequirement::Sometimes => (BadgeKind::Neutral, use_words().prepare().conditional),
        FileRequirement::Never => (BadgeKind::Neutral, words.attach_nothing),
    };
    let counts = copy_counts(words, component.originals, component.copies);
    view! {
        <li class="component-list__item">
            <p lang=official()>{component.label}</p>
            <p class="row muted">
                <span>{counts}</span>
                " "
                <Badge kind=kind>{attach}</Badge>
            </p>
        </li>
    }
}

/// Whether the citizen must attach a file for a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum FileRequirement {
    /// A file must be attached in every dossier.
    Always,
    /// A file must be attached only if the citizen's situation requires it.
    Sometimes,
    /// No file has to be attached.
    Never,
}

/// Determines whether a file must be attached to a component. The page of the procedure and the checklist both use this
/// function, so that they agree.
pub(super) fn file_requirement(component: &Component) -> FileRequirement {
    match (component.attach, &component.when) {
        (AttachmentRequirement::Nothing, _) => FileRequirement::Never,
        (AttachmentRequirement::Required, None) => FileRequirement::Always,
        (AttachmentRequirement::Required, Some(_))
        | (AttachmentRequirement::Optional | AttachmentRequirement::Other(_), _) => {
            FileRequirement::Sometimes
        }
    }
}

/// The number of originals and copies as text: «1 bản chính, 2 bản sao». Empty if both are zero.
pub(super) fn copy_counts(words: &RecordWords, originals: u32, copies: u32) -> String {
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
    fn only_a_component_of_every_dossier_is_always_required() {
        let component = |attach: &str, when: serde_json::Value| -> Component {
            let component = serde_json::json!({"code": "a", "label": "Văn bản ủy quyền", "originals": 1, "copies": 0, "attach": attach, "when": when});
            serde_json::from_value(component).unwrap()
        };
        let when = serde_json::json!({"scope": "#/properties/relation", "schema": {"const": "Người được ủy quyền"}});
        let always = serde_json::Value::Null;
        assert_eq!(
            file_requirement(&component("required", always.clone())),
            FileRequirement::Always
        );
        assert_eq!(
            file_requirement(&component("required", when)),
            FileRequirement::Sometimes
        );
        assert_eq!(
            file_requirement(&component("optional", always.clone())),
            FileRequirement::Sometimes
        );
        assert_eq!(
            file_requirement(&component("nothing", always)),
            FileRequirement::Never
        );
    }

    #[test]
    fn counts_originals_and_copies_separately() {
        let words = &crate::i18n::Language::Vi.words().find_procedure().record;
        assert_eq!(copy_counts(words, 1, 0), "1 bản chính");
        assert_eq!(copy_counts(words, 1, 2), "1 bản chính, 2 bản sao");
        assert_eq!(copy_counts(words, 0, 0), "");
    }
}
