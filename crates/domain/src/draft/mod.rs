//! Changes to a draft that the server has not confirmed yet.

mod entry_ids;
mod list_merge;
mod pending_changes;

pub use entry_ids::{add_entry_ids, add_ids_to_list};
pub use pending_changes::{PendingChanges, StoredChanges, apply_answer_changes, apply_part_patch};

#[cfg(test)]
mod tests;
