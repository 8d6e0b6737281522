//! The ten statuses of a dossier: who may change one status to another, and in which tab a dossier is listed.

/// The state of a group, computed from the states of its parts.
mod group;
/// The tab in which a dossier is listed.
mod tab;
/// Who may change one status to another.
mod transitions;

/// Random lives of dossiers.
#[cfg(test)]
mod lives;
/// Comparison with the table that the status changes are derived from.
#[cfg(test)]
mod source;

pub use self::group::combined_state;
pub use self::tab::{DossierState, tab_of};
pub use self::transitions::{
    Actor, TRANSITIONS, Transition, find_transition, is_allowed, may_change_while_waiting,
    may_withdraw, transitions_from,
};
