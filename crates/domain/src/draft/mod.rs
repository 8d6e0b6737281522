//! Changes to a draft that the server has not confirmed yet.

mod list_merge;
mod pending_changes;

pub use pending_changes::{PendingChanges, StoredChanges, apply_answer_changes, apply_part_patch};

#[cfg(test)]
mod tests;
