//! The catalogue of procedures, and the full record of each procedure.

use serde::{Deserialize, Serialize};

use crate::form::Condition;
use crate::group::Part;
use crate::link::read_link;
use crate::named::Named;
use crate::time::Day;

/// The catalogue: a short entry for every procedure, in one cacheable document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Catalogue {
    /// The agencies that issue procedures.
    pub agencies: Vec<Named>,
    /// The subject areas of procedures (lĩnh vực).
    pub fields: Vec<Named>,
    /// The procedures, the most requested first.
    pub procedures: Vec<CatalogueEntry>,
}

/// The catalogue's short entry for one procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CatalogueEntry {
    /// National code of the procedure: `1.001193`.
    pub code: String,
    /// Official name of the procedure.
    pub name: String,
    /// Everyday names of the procedure, which the search also finds. Absent if there are none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Key of the agency that issues the procedure.
    pub agency: String,
    /// Key of the field to which the procedure belongs.
    pub field: String,
    /// Service level: how much of the procedure can be done online.
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
    /// «Toàn trình»: everything is done online.
    Full,
    /// «Một phần»: some steps must be done in person.
    Partial,
    /// «Trực tiếp»: the procedure is possible only at the counter.
    InPerson,
    /// The published record doesn't contain the service level.
    Unknown,
}

/// The full record of one procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Procedure {
    /// National code of the procedure: `1.001193`.
    pub code: String,
    /// Official name of the procedure.
    pub name: String,
    /// The agency that issues the procedure.
    pub agency: Named,
    /// The field (lĩnh vực) to which the procedure belongs.
    pub field: Named,
    /// Service level: how much of the procedure can be done online.
    pub level: ServiceLevel,
    /// The kind of office that receives the dossier: «Ủy ban nhân dân cấp xã».
    pub receiver: String,
    /// Ways to file the dossier, with time limits and fees.
    pub methods: Vec<FilingMethod>,
    /// Time limits for the different cases of the procedure. Empty if the procedure isn't divided into cases.
    #[serde(default)]
    pub cases: Vec<ProcedureCase>,
    /// The required components, grouped by situation.
    pub component_groups: Vec<ComponentGroup>,
    /// The documents that the citizen receives.
    pub results: Vec<Named>,
    /// Number of the decision that publishes the procedure, for example `163/QĐ-BTP`. Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Notes that the citizen should read. Empty if there are none.
    #[serde(default)]
    pub notes: Vec<String>,
    /// Day on which the source last updated the record, «cập nhật ngày». Absent if unknown.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<Day>,
    /// URL of the procedure's page on the national portal, with `https` or `http`. Absent if unknown.
    #[serde(
        default,
        deserialize_with = "read_link",
        skip_serializing_if = "Option::is_none"
    )]
    pub source_url: Option<String>,
    /// Key of the form that the citizen fills in.
    pub form: String,
    /// The parts of a group, in the order in which they are handled. Absent for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// One way to file a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FilingMethod {
    /// The channel: online, by post, or at the counter.
    pub channel: Channel,
    /// Time limit when the dossier is filed this way. Absent if the record contains none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ProcessingTime>,
    /// Fees when the dossier is filed this way. Empty if the record contains none.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// Remark in the record about this way to file. Absent if there is none.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A channel between the citizen and the office.
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

/// The time within which an office must process a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Duration")
)]
pub struct ProcessingTime {
    /// Number of time units.
    pub amount: u32,
    /// The time unit that `amount` counts.
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

/// A fee for filing a dossier.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Fee {
    /// Kind of fee: «phí» or «lệ phí».
    pub kind: FeeKind,
    /// Amount in đồng (VND). Absent if the province sets it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u64>,
    /// What the fee is for, or which people pay a different amount. Absent if there is no remark.
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

/// Time limit for one case of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Case")
)]
pub struct ProcedureCase {
    /// Code of the case: `1.001193.01`.
    pub code: String,
    /// Time limit for this case.
    pub time: ProcessingTime,
}

/// The components that one situation requires.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ComponentGroup {
    /// The situation: «Giấy tờ phải nộp:». Absent if the record describes no situation.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// The components that the situation requires.
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
    /// Condition on the answers under which the component is required. Present only if the form asks about the
    /// situation. Absent if the requirement doesn't depend on the answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Keys of the parts of a group that need the component. Absent if all parts need it, or for a single procedure.
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
    /// The component is required only in some situations. The citizen decides whether it is needed; the decision is in
    /// `papers` of the draft.
    Optional,
    /// No file can be attached: the entry is only a note, or a form that is filled in online.
    Nothing,
}
