//! Submitted dossiers: status, tab and history (R2.13–R2.16, R3.7).

/// Messages between the citizen and the office.
mod messages;
/// What the citizen may do with a dossier.
mod requests;
/// The results of a dossier.
mod results;
/// Whom a dossier waits for, where it is overdue, and how its due date was computed.
mod progress;
/// A dossier, and the list of drafts and dossiers.
mod record;
/// Searching the list, and what is under way for one procedure.
mod search;
/// The status of a dossier.
mod status;
/// What the office asks the citizen to correct or hand in later.
mod supplement;
/// The tabs of «Hồ sơ của tôi».
mod tab;

pub use self::messages::{
    Message, MessageAuthor, MessageCount, MessagePage, MessagesRead, NewMessage,
};
pub use self::progress::{
    DueExplanation, DuePause, DuePostponement, Holiday, StepActor, StuckStep, WaitingFor,
    WaitingParty,
};
pub use self::record::{
    Dossier, DossierItem, DossierListPage, DossierPart, HistoryEntry, TabCount,
};
pub use self::requests::{CitizenAction, NewRating, NewWithdrawal, Rating};
pub use self::results::{FileSignature, Handover, HandoverChannel, ResultDocument, ResultFile};
pub use self::search::{DossierSearch, UnderWay};
pub use self::status::{DossierStatus, UnknownStatus};
pub use self::supplement::{
    ChangedAnswer, SentSupplement, SupplementItem, SupplementKind, SupplementRequest,
};
pub use self::tab::Tab;
