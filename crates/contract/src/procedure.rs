//! The catalogue of procedures, and the full record of each.

use serde::{Deserialize, Serialize};

use crate::form::Condition;
use crate::group::Part;
use crate::named::Named;
use crate::time::Day;

/// Every procedure in short, in one cacheable document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Catalogue {
    /// The agencies that issue procedures.
    pub agencies: Vec<Named>,
    /// The fields (lĩnh vực).
    pub fields: Vec<Named>,
    /// The procedures, those asked for most first.
    pub procedures: Vec<CatalogueEntry>,
}

/// A procedure in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CatalogueEntry {
    /// National code: `1.001193`.
    pub code: String,
    /// Official name.
    pub name: String,
    /// Everyday names, for the search. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Key of the agency that issues the procedure.
    pub agency: String,
    /// Key of the field that it belongs to.
    pub field: String,
    /// Service level.
    pub level: ServiceLevel,
    /// The kind of office that receives the dossier: «Ủy ban nhân dân cấp xã».
    pub receiver: String,
    /// True for an interlinked group: several procedures in one filing (R4.7). Absent means false.
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub group: bool,
}

/// Service level: how much of a procedure can be done online (NĐ 42/2022/NĐ-CP, Điều 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Level")
)]
#[serde(rename_all = "snake_case")]
pub enum ServiceLevel {
    /// «Toàn trình»: everything online.
    Full,
    /// «Một phần»: some steps in person.
    Partial,
    /// «Trực tiếp»: only at the counter.
    InPerson,
    /// The published record doesn't tell.
    Unknown,
}

/// Everything known about a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Procedure {
    /// National code: `1.001193`.
    pub code: String,
    /// Official name.
    pub name: String,
    /// The agency that issues the procedure.
    pub agency: Named,
    /// The field (lĩnh vực) that it belongs to.
    pub field: Named,
    /// Service level.
    pub level: ServiceLevel,
    /// The kind of office that receives the dossier: «Ủy ban nhân dân cấp xã».
    pub receiver: String,
    /// Ways to file the dossier, with time limits and fees.
    pub methods: Vec<FilingMethod>,
    /// Time limits of the cases of the procedure. Empty if there are no cases.
    #[serde(default)]
    pub cases: Vec<ProcedureCase>,
    /// The required components, grouped by situation.
    pub component_groups: Vec<ComponentGroup>,
    /// The documents that the citizen receives.
    pub results: Vec<Named>,
    /// Number of the decision that publishes the procedure: `163/QĐ-BTP`. Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Notes that a citizen should read. Empty if there are none.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Day on which the record last changed at its source, «cập nhật ngày». Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<Day>,
    /// URL of the record on the national portal. Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// Key of the form that the citizen fills in.
    pub form: String,
    /// The parts of a group, in the order in which they are decided. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// One way to file a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FilingMethod {
    /// The channel: online, by post or at the counter.
    pub channel: Channel,
    /// Time limit. Absent if the record gives none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ProcessingTime>,
    /// Fees. Empty if the record gives none.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Remark from the record. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A channel between citizen and office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// Online.
    Online,
    /// By public postal service, «bưu chính công ích».
    Post,
    /// At the counter of the office.
    Counter,
}

/// A time limit of an office.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Duration")
)]
pub struct ProcessingTime {
    /// Number of units.
    pub amount: u32,
    /// The unit.
    pub unit: TimeUnit,
}

/// Unit of a time limit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Hour.
    Hour,
    /// Calendar day.
    Day,
    /// Working day: not a weekend, not a public holiday of Vietnam.
    WorkingDay,
    /// Month.
    Month,
}

/// A fee.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Fee {
    /// Kind of fee.
    pub kind: FeeKind,
    /// Amount in đồng (VND). Absent if the province sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u64>,
    /// What the fee is for, or who pays a different one. Absent if there is no remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Kind of fee (Luật Phí và lệ phí 97/2015/QH13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// «Phí»: covers the cost of a service.
    Charge,
    /// «Lệ phí»: a fixed sum for an administrative act.
    Duty,
}

/// The time limit of one case of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Case")
)]
pub struct ProcedureCase {
    /// Code of the case: `1.001193.01`.
    pub code: String,
    /// Its time limit.
    pub time: ProcessingTime,
}

/// The components that one situation requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ComponentGroup {
    /// The situation: «Giấy tờ phải nộp:». Absent if the record names none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The components.
    pub components: Vec<Component>,
}

/// A component: one document that a dossier must contain (thành phần hồ sơ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Component {
    /// Code of the component, unique within its procedure: `000.00.00.G15-KQ004389`.
    pub code: String,
    /// Name or description for display.
    pub label: String,
    /// Number of originals that are handed in on paper.
    pub originals: u32,
    /// Number of copies that are handed in on paper.
    pub copies: u32,
    /// Whether a file must be attached online.
    pub attach: AttachmentRequirement,
    /// Condition on the answers under which the component is required, where the form asks about the situation. Absent
    /// if the answers don't decide.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Keys of the parts of a group that need the component. Absent if all of them do, or for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// Whether an online dossier needs a file for a component.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Attach")
)]
#[serde(rename_all = "snake_case")]
pub enum AttachmentRequirement {
    /// A file must be attached.
    Required,
    /// Required only in some situations. The citizen is asked whether it applies; the answer is in `papers` of the
    /// draft.
    Optional,
    /// No file: the entry is a note, or a form that is filled in online.
    Nothing,
}
