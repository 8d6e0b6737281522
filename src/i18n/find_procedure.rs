//! Texts of the search for procedures, of a procedure's page and of the groups of procedures.

/// Texts of the search for procedures, of a procedure's page and of the groups of procedures.
pub struct FindProcedureWords {
    /// Title of the list: «Dịch vụ công trực tuyến» (R1.11).
    pub title: &'static str,
    /// Button «Tìm kiếm» (R1.15).
    pub submit: &'static str,
    /// Label of the line that opens the filters.
    pub filters: &'static str,
    /// Label of the filter by agency (R1.12).
    pub agency: &'static str,
    /// Option that turns the filter by agency off.
    pub every_agency: &'static str,
    /// Label of the filter by administrative field (R1.14).
    pub field: &'static str,
    /// Option that turns the filter by field off.
    pub every_field: &'static str,
    /// Label of the filter by service level (R1.13).
    pub level: &'static str,
    /// Option that turns the filter by level off.
    pub every_level: &'static str,
    /// Texts of the service levels.
    pub levels: LevelWords,
    /// Text before the number of results.
    pub found_before: &'static str,
    /// Text after the number of results.
    pub found_after: &'static str,
    /// Message when the search has no results.
    pub no_results: &'static str,
    /// Advice when the search has no results.
    pub no_results_help: &'static str,
    /// Link that removes the search text and all filters.
    pub clear: &'static str,
    /// Link «Chi tiết» (R1.16).
    pub details: &'static str,
    /// Link «Nộp hồ sơ» (R1.17).
    pub file: &'static str,
    /// Texts of a procedure's page.
    pub record: RecordWords,
    /// Texts of the groups of procedures.
    pub groups: GroupWords,
}

/// Texts of the groups of procedures (R4.7, R4.16).
pub struct GroupWords {
    /// Title «DỊCH VỤ CÔNG LIÊN THÔNG».
    pub title: &'static str,
    /// Introduction: what a group is.
    pub intro: &'static str,
    /// Heading of the list of groups.
    pub choose: &'static str,
    /// Link «TRA CỨU HỒ SƠ» (R4.14).
    pub look_up: &'static str,
    /// Notice: this backend has no groups.
    pub unavailable: &'static str,
    /// Heading of the parts of a group.
    pub parts: &'static str,
    /// Label of the agency that handles a part.
    pub receiver: &'static str,
    /// Label of the result of a part.
    pub result: &'static str,
    /// Label of the result that a part needs before it can start.
    pub waits_for: &'static str,
    /// Separator between alternative procedures of a part.
    pub or: &'static str,
}

/// Texts of the service levels (R0.4–R0.6).
pub struct LevelWords {
    /// Level «Toàn trình».
    pub full: &'static str,
    /// Explanation of that level.
    pub full_meaning: &'static str,
    /// Level «Một phần».
    pub partial: &'static str,
    /// Explanation of that level.
    pub partial_meaning: &'static str,
    /// Level «Trực tiếp».
    pub in_person: &'static str,
    /// Explanation of that level.
    pub in_person_meaning: &'static str,
    /// The procedure's published record names no level.
    pub unknown: &'static str,
    /// Explanation of a missing level.
    pub unknown_meaning: &'static str,
    /// Remark: in some cases the citizen must come to the office, or the office must verify on site (R0.6).
    pub presence: &'static str,
}

/// Texts of a procedure's page.
pub struct RecordWords {
    /// Title until the procedure is loaded.
    pub title: &'static str,
    /// Error: no procedure has this code.
    pub not_found: &'static str,
    /// Heading of the main facts.
    pub facts: &'static str,
    /// Label of the national code.
    pub code: &'static str,
    /// Label of the agency that published the procedure.
    pub agency: &'static str,
    /// Label of the agency that receives the dossier.
    pub receiver: &'static str,
    /// Heading of the ways to file.
    pub methods: &'static str,
    /// Filing online.
    pub online: &'static str,
    /// Filing by post.
    pub post: &'static str,
    /// Filing at the office.
    pub counter: &'static str,
    /// Label of the time limit.
    pub time: &'static str,
    /// Value of a time limit that the record doesn't state.
    pub time_unknown: &'static str,
    /// Label of the fees.
    pub fees: &'static str,
    /// Value of fees that the record doesn't state.
    pub fees_unknown: &'static str,
    /// Fee of the kind «phí».
    pub charge: &'static str,
    /// Fee of the kind «lệ phí».
    pub duty: &'static str,
    /// A fee of zero.
    pub free: &'static str,
    /// A fee that each province sets.
    pub local: &'static str,
    /// Unit of a time limit in hours.
    pub hours: &'static str,
    /// Unit of a time limit in calendar days.
    pub days: &'static str,
    /// Unit of a time limit in working days.
    pub working_days: &'static str,
    /// Unit of a time limit in months.
    pub months: &'static str,
    /// Heading of time limits for particular cases.
    pub cases: &'static str,
    /// Text before the code of a case.
    pub one_case: &'static str,
    /// Heading «Thành phần hồ sơ» of the components.
    pub components: &'static str,
    /// Unit after a number of originals.
    pub originals: &'static str,
    /// Unit after a number of copies.
    pub copies: &'static str,
    /// The component needs a file.
    pub attach: &'static str,
    /// The component needs no file.
    pub attach_nothing: &'static str,
    /// Heading of the results.
    pub results: &'static str,
    /// Heading of the remarks.
    pub notes: &'static str,
    /// Label of the decision that publishes the procedure.
    pub decision: &'static str,
    /// Text «cập nhật ngày» before the day of the last update.
    pub updated: &'static str,
    /// Link to the record on the national portal. It opens a new tab.
    pub source: &'static str,
}
