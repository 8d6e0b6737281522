//! Decides whether a draft needs a file for a component.

use contract::draft::Draft;
use contract::form::Answers;
use contract::procedure::{AttachmentRequirement, Component, Procedure};

use super::condition::is_met;
use super::filed_parts::filed_parts;
use crate::form::{FormDefinition, PatternCompiler};

/// What a draft still needs for a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ComponentRequirement {
    /// A file must be attached.
    File,
    /// The citizen must decide whether the component is needed in their situation.
    Decision,
    /// The component needs no file and no decision.
    Nothing,
}

/// Whether a component applies to these answers. It applies if it takes files, if at least one of the parts that need
/// it is filed, and if its condition holds.
pub fn is_component_applicable(
    component: &Component,
    procedure: &Procedure,
    form: &FormDefinition,
    answers: &Answers,
    compiler: PatternCompiler,
) -> bool {
    let is_for_filed_part = || {
        let mut filed = filed_parts(procedure, form, answers, compiler).into_iter();
        filed.any(|filed| component.parts.contains(&filed.part.key))
    };
    component.attach != AttachmentRequirement::Nothing
        && (component.parts.is_empty() || is_for_filed_part())
        && is_met(component.when.as_ref(), form, answers, compiler)
}

/// Whether the attached files of a component are sent with the dossier. They are not if the component doesn't apply to the
/// answers any more, if the citizen has said that they don't need it, or if the procedure has no such component any more.
pub fn is_component_sent(
    component: &str,
    procedure: &Procedure,
    form: &FormDefinition,
    draft: &Draft,
    compiler: PatternCompiler,
) -> bool {
    let groups = procedure.component_groups.iter();
    let mut components = groups.flat_map(|group| &group.components);
    components
        .find(|known| known.code == component)
        .is_some_and(|known| {
            let is_declined = known.attach == AttachmentRequirement::Optional
                && draft.needed_components.get(component) == Some(&false);
            !is_declined
                && is_component_applicable(known, procedure, form, &draft.answers, compiler)
        })
}

/// What a draft needs for a component, given its answers and the citizen's decisions about optional components.
pub fn component_requirement(
    component: &Component,
    procedure: &Procedure,
    form: &FormDefinition,
    draft: &Draft,
    compiler: PatternCompiler,
) -> ComponentRequirement {
    if !is_component_applicable(component, procedure, form, &draft.answers, compiler) {
        return ComponentRequirement::Nothing;
    }
    match (
        component.attach,
        draft.needed_components.get(&component.code),
    ) {
        (AttachmentRequirement::Required, _) | (AttachmentRequirement::Optional, Some(true)) => {
            ComponentRequirement::File
        }
        (AttachmentRequirement::Optional, None) => ComponentRequirement::Decision,
        // Of a requirement that this version doesn't know, the backend decides when the citizen sends the dossier.
        (AttachmentRequirement::Optional, Some(false))
        | (AttachmentRequirement::Nothing | AttachmentRequirement::Other(_), _) => {
            ComponentRequirement::Nothing
        }
    }
}
