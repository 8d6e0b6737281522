//! How a dossier is getting on: whom it waits for, where it is overdue, and how its due date was computed. Nothing here
//! names a person, so «Tra cứu hồ sơ» shows the same to somebody who isn't signed in.

use serde::{Deserialize, Serialize};

use super::status::DossierStatus;
use crate::open_enum::open_enum;
use crate::procedure::ProcessingTime;
use crate::time::{Day, Timestamp};

open_enum! {
    /// Whose turn it is.
    pub enum WaitingParty {
        /// The citizen who filed the dossier.
        Citizen = "citizen",
        /// An office.
        Office = "office",
        /// Something else, for example the result of another procedure of the group.
        Elsewhere = "other",
        /// Nobody: the dossier is closed.
        Nobody = "nobody",
    }
}

/// Whom a dossier waits for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct WaitingFor {
    /// Whose turn it is.
    pub party: WaitingParty,
    /// Name of the office, or of the procedure whose result is awaited. Absent if the party is the citizen or nobody.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
}

/// A step that an office should have finished before today and hasn't.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct StuckStep {
    /// Name of the office that holds the dossier.
    pub office: String,
    /// Name of the procedure, if the step belongs to one part of a group. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
    /// The last day on which the step would have been on time.
    pub since: Day,
}

open_enum! {
    /// Who took a step of a dossier.
    pub enum StepActor {
        /// The citizen who filed the dossier.
        Citizen = "citizen",
        /// An officer.
        Officer = "officer",
        /// The system of the offices, for example because a deadline has passed.
        System = "system",
        /// The payment platform, after the citizen has paid.
        Payment = "payment",
    }
}

/// How the day on which the result is due was computed.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DueExplanation {
    /// The time from which the processing time is counted.
    pub from: Timestamp,
    /// The processing time of the procedure.
    pub time: ProcessingTime,
    /// The day on which the result was due before the pauses.
    pub first_due_on: Day,
    /// The public holidays between `from` and the due date, on which offices are closed. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub holidays: Vec<Holiday>,
    /// The times in which the processing time wasn't counted, the earliest first. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub pauses: Vec<DuePause>,
    /// The other due dates that the office has named, the earliest first. Each of them took the place of the due date at
    /// that time; pauses that ended later moved it further. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub postponements: Vec<DuePostponement>,
}

/// A public holiday.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Holiday {
    /// The day.
    pub day: Day,
    /// Name of the holiday: «Quốc khánh».
    pub name: String,
}

/// A time in which the processing time isn't counted, because the dossier doesn't wait for the office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DuePause {
    /// Status of the dossier during the pause: 5, 6 or 8.
    pub status: DossierStatus,
    /// The first day of the pause.
    pub from: Day,
    /// The day on which the pause ended. Absent while it lasts; the due date moves when it ends.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub until: Option<Day>,
    /// Name of the procedure, if one part of a group paused. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
}

/// Another due date, which the office has named because it couldn't keep the one before («Xin lỗi và hẹn lại ngày trả kết
/// quả», NĐ 118/2025/NĐ-CP). Its reason is in the history of the dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct DuePostponement {
    /// The day on which the office named the other due date.
    pub decided_on: Day,
    /// The other due date.
    pub due_on: Day,
    /// Name of the procedure, if it is the due date of one part of a group. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub procedure: Option<String>,
}
