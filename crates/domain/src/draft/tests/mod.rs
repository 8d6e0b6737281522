//! Tests of the unconfirmed changes of a draft.

mod list_merge;
mod pending_changes;
