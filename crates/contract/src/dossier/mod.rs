//! Submitted dossiers: status, tab and history (R2.13–R2.16, R3.7).

/// Messages between the citizen and the office.
mod messages;
/// A dossier, and the list of drafts and dossiers.
mod record;
/// What the citizen may do with a dossier.
mod requests;
/// The results of a dossier.
mod results;
/// The status of a dossier.
mod status;
/// What the office asks the citizen to correct or hand in later.
mod supplement;
/// The tabs of «Hồ sơ của tôi».
mod tab;

pub use self::messages::{
    Message, MessageAuthor, MessageCount, MessagePage, MessagesRead, NewMessage,
};
pub use self::record::{
    Dossier, DossierItem, DossierListPage, DossierPart, HistoryEntry, TabCount,
};
pub use self::requests::{CitizenAction, NewRating, NewWithdrawal, Rating};
pub use self::results::{FileSignature, Handover, HandoverChannel, ResultDocument, ResultFile};
pub use self::status::{DossierStatus, UnknownStatus};
pub use self::supplement::{
    ChangedAnswer, SentSupplement, SupplementItem, SupplementKind, SupplementRequest,
};
pub use self::tab::Tab;
