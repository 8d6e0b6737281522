//! Submitted dossiers: status, tab and history (R2.13–R2.16, R3.7).

/// Whom a dossier waits for, where it is overdue, and how its due date was computed.
mod progress;
/// A dossier, and the list of drafts and dossiers.
mod record;
/// Searching the list, and what is under way for one procedure.
mod search;
/// The status of a dossier.
mod status;
/// The tabs of «Hồ sơ của tôi».
mod tab;

pub use self::progress::{
    DueExplanation, DuePause, Holiday, StepActor, StuckStep, WaitingFor, WaitingParty,
};
pub use self::record::{
    Dossier, DossierItem, DossierListPage, DossierPart, HistoryEntry, TabCount,
};
pub use self::search::{DossierSearch, UnderWay};
pub use self::status::{DossierStatus, UnknownStatus};
pub use self::tab::Tab;
