//! Groups of procedures (liên thông, R4.16) that are filed as one dossier.
//!
//! From the answers of the group's one form follow the parts that are filed, the components they need, and the
//! declaration of each part. The app and the backend compute them with the same functions.

mod condition;
mod filed_parts;
mod declaration;
mod component_requirement;

pub use component_requirement::{
    ComponentRequirement, component_requirement, is_component_applicable,
};
pub use declaration::{build_declaration, declared_delivery, placeholders, source_question};
pub use filed_parts::{FiledPart, filed_parts};

#[cfg(test)]
mod tests;
