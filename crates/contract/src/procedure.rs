//! The catalogue of procedures, and all that is known of one.

use serde::{Deserialize, Serialize};

use crate::form::Condition;
use crate::group::Part;
use crate::time::Day;

/// Every procedure in short: one cacheable document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Catalogue {
    /// Agencies that issue procedures.
    pub agencies: Vec<Named>,
    /// Fields (lĩnh vực).
    pub fields: Vec<Named>,
    /// The procedures, the most wanted first.
    pub procedures: Vec<CatalogueEntry>,
}

/// A key with its words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Named {
    /// Stable key, safe in an address.
    pub key: String,
    /// Words on screen.
    pub name: String,
}

/// A procedure in short.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct CatalogueEntry {
    /// National code: `1.001193`.
    pub code: String,
    /// Name.
    pub name: String,
    /// What people call it, for the search.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// Key of the agency that issues it.
    pub agency: String,
    /// Key of its field.
    pub field: String,
    /// Service level.
    pub level: ServiceLevel,
    /// Who receives the dossier: «Ủy ban nhân dân cấp xã».
    pub receiver: String,
    /// Whether it is a group: several procedures in one filing (R4.7).
    #[serde(default, skip_serializing_if = "core::ops::Not::not")]
    pub group: bool,
}

/// Service level (NĐ 42/2022/NĐ-CP Điều 11).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Level")
)]
#[serde(rename_all = "snake_case")]
pub enum ServiceLevel {
    /// Toàn trình: everything online.
    Full,
    /// Một phần: some of it in person.
    Partial,
    /// Trực tiếp: at the counter.
    InPerson,
    /// The source doesn't say.
    Unknown,
}

/// All that is known of a procedure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Procedure {
    /// National code.
    pub code: String,
    /// Name.
    pub name: String,
    /// The agency that issues it.
    pub agency: Named,
    /// Field.
    pub field: Named,
    /// Service level.
    pub level: ServiceLevel,
    /// Who receives the dossier.
    pub receiver: String,
    /// Ways to file it, with time and fees.
    pub methods: Vec<FilingMethod>,
    /// Time limits of its cases.
    #[serde(default)]
    pub cases: Vec<ProcedureCase>,
    /// Papers, by situation.
    pub component_groups: Vec<ComponentGroup>,
    /// What the citizen receives.
    pub results: Vec<Named>,
    /// The decision that publishes it: `163/QĐ-BTP`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub decision: Option<String>,
    /// Notes a citizen should read.
    #[serde(default)]
    pub notes: Vec<String>,
    /// «cập nhật ngày»: when the record last changed at its source.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub updated_on: Option<Day>,
    /// The record on the national portal.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source_url: Option<String>,
    /// Key of the form that files it.
    pub form: String,
    /// The parts of a group, in the order of their work; empty for a single procedure.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<Part>,
}

/// One way to file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct FilingMethod {
    /// Online, by post or at the counter.
    pub channel: Channel,
    /// How long it takes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub time: Option<ProcessingTime>,
    /// What it costs.
    #[serde(default)]
    pub fees: Vec<Fee>,
    /// A remark.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// A channel between citizen and office.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// On the network.
    Online,
    /// Public postal service (bưu chính công ích).
    Post,
    /// At the office.
    Counter,
}

/// How long something takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(
    feature = "openapi",
    derive(schemars::JsonSchema),
    schemars(rename = "Duration")
)]
pub struct ProcessingTime {
    /// How many units; fractions occur in the records.
    pub amount: u32,
    /// Of what.
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
    /// Working day.
    WorkingDay,
    /// Month.
    Month,
}

/// A sum to pay.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Fee {
    /// Phí or lệ phí.
    pub kind: FeeKind,
    /// In đồng; `None` where it is set locally.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub amount: Option<u64>,
    /// For what, or when.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
}

/// Kind of sum (Luật Phí và lệ phí 97/2015/QH13).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
#[serde(rename_all = "snake_case")]
pub enum FeeKind {
    /// Phí.
    Charge,
    /// Lệ phí.
    Duty,
}

/// A time limit of one case.
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

/// Papers of one situation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct ComponentGroup {
    /// The situation: «Giấy tờ phải nộp:».
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// Its papers.
    pub components: Vec<Component>,
}

/// A paper of a dossier (thành phần hồ sơ).
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
pub struct Component {
    /// Code: `000.00.00.G15-KQ004389`; unique within its procedure.
    pub code: String,
    /// Words on screen.
    pub label: String,
    /// How many originals.
    pub originals: u32,
    /// How many copies.
    pub copies: u32,
    /// What an online dossier needs of it.
    pub attach: AttachmentRequirement,
    /// Which answers call for it, where the form asks for the situation; without them it isn't asked for.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub when: Option<Condition>,
    /// Keys of the parts that need it; empty where the dossier has none, or all of them do.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub parts: Vec<String>,
}

/// What an online dossier needs of a component.
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
    /// The paper is needed only in some situations: the citizen is asked whether his is one
    /// ([`crate::draft::Draft::papers`]).
    Optional,
    /// Nothing to attach: a note, or a form that is filled online.
    Nothing,
}
