//! What the words of searching, filtering and reading procedures are for.

/// Searching, filtering and reading procedures.
pub struct FindProcedureWords {
    /// Heading of the list: «Dịch vụ công trực tuyến» (R1.11).
    pub title: &'static str,
    /// «Tìm kiếm» (R1.15).
    pub submit: &'static str,
    /// Opens the filters.
    pub filters: &'static str,
    /// Filter by agency (R1.12).
    pub agency: &'static str,
    /// No agency chosen.
    pub every_agency: &'static str,
    /// Filter by field (R1.14).
    pub field: &'static str,
    /// No field chosen.
    pub every_field: &'static str,
    /// Filter by level (R1.13).
    pub level: &'static str,
    /// No level chosen.
    pub every_level: &'static str,
    /// The levels.
    pub levels: LevelWords,
    /// Before the number of results.
    pub found_before: &'static str,
    /// After the number of results.
    pub found_after: &'static str,
    /// No results.
    pub none: &'static str,
    /// What to do then.
    pub none_help: &'static str,
    /// Drops text and filters.
    pub clear: &'static str,
    /// «Chi tiết» (R1.16).
    pub details: &'static str,
    /// «Nộp hồ sơ» (R1.17).
    pub file: &'static str,
    /// One procedure.
    pub record: RecordWords,
    /// Groups of procedures.
    pub groups: GroupWords,
}

/// Groups of procedures (R4.7, R4.16).
pub struct GroupWords {
    /// «DỊCH VỤ CÔNG LIÊN THÔNG».
    pub title: &'static str,
    /// What a group is.
    pub lede: &'static str,
    /// Heading of the list.
    pub choose: &'static str,
    /// «TRA CỨU HỒ SƠ» (R4.14).
    pub look_up: &'static str,
    /// The backend has no groups.
    pub missing: &'static str,
    /// Heading of a group's parts.
    pub parts: &'static str,
    /// Who settles a part.
    pub receiver: &'static str,
    /// What a part gives.
    pub result: &'static str,
    /// What a part waits for.
    pub waits_for: &'static str,
    /// Between the procedures of which one settles a part.
    pub or: &'static str,
}

/// Service levels (R0.4–R0.6).
pub struct LevelWords {
    /// «Toàn trình».
    pub full: &'static str,
    /// What it means.
    pub full_meaning: &'static str,
    /// «Một phần».
    pub partial: &'static str,
    /// What it means.
    pub partial_meaning: &'static str,
    /// «Trực tiếp».
    pub in_person: &'static str,
    /// What it means.
    pub in_person_meaning: &'static str,
    /// The source doesn't say.
    pub unknown: &'static str,
    /// What that means.
    pub unknown_meaning: &'static str,
    /// Some people must come, or the office comes to them (R0.6).
    pub presence: &'static str,
}

/// Everything a procedure's record holds.
pub struct RecordWords {
    /// Heading until the record is there.
    pub title: &'static str,
    /// There is no such procedure.
    pub missing: &'static str,
    /// Heading of the first facts.
    pub facts: &'static str,
    /// National code.
    pub code: &'static str,
    /// The agency that issues it.
    pub agency: &'static str,
    /// Who receives the dossier.
    pub receiver: &'static str,
    /// Heading of the ways to file.
    pub methods: &'static str,
    /// On the network.
    pub online: &'static str,
    /// By post.
    pub post: &'static str,
    /// At the office.
    pub counter: &'static str,
    /// Before a time limit.
    pub time: &'static str,
    /// No time limit in the record.
    pub time_unknown: &'static str,
    /// Before the fees.
    pub fees: &'static str,
    /// No fees in the record.
    pub fees_unknown: &'static str,
    /// Phí.
    pub charge: &'static str,
    /// Lệ phí.
    pub duty: &'static str,
    /// A fee of nothing.
    pub free: &'static str,
    /// A fee that each province sets.
    pub local: &'static str,
    /// Hours.
    pub hours: &'static str,
    /// Calendar days.
    pub days: &'static str,
    /// Working days.
    pub working_days: &'static str,
    /// Months.
    pub months: &'static str,
    /// Heading of the time limits of single cases.
    pub cases: &'static str,
    /// Before the code of a case.
    pub one_case: &'static str,
    /// Heading of the papers: «Thành phần hồ sơ».
    pub papers: &'static str,
    /// After a number of originals.
    pub originals: &'static str,
    /// After a number of copies.
    pub copies: &'static str,
    /// A file must be attached.
    pub attach: &'static str,
    /// Nothing to attach.
    pub attach_nothing: &'static str,
    /// Heading of the results.
    pub results: &'static str,
    /// Heading of the notes.
    pub notes: &'static str,
    /// The decision that publishes it.
    pub decision: &'static str,
    /// «cập nhật ngày».
    pub updated: &'static str,
    /// Link to the record at its source; it opens a new tab.
    pub source: &'static str,
}
