//! Groups of procedures (liên thông, R4.16) that are filed as one dossier.
//!
//! A group has one form. Its answers determine which parts are filed, which components these parts need, and what the
//! declaration of each part contains. The app and the backend use the same functions for this.

mod condition;
mod filed_parts;
mod declaration;
mod correction;
mod component_requirement;

pub use component_requirement::{
    ComponentRequirement, component_requirement, is_component_applicable, is_component_sent,
};
pub use correction::{apply_correction, rebuild_answers};
pub use declaration::{build_declaration, declared_delivery, placeholders, source_question};
pub use filed_parts::{FiledPart, filed_parts};

#[cfg(test)]
mod tests;
