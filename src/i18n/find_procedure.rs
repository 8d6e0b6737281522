//! Texts of three pages: the search for procedures, the page of a procedure, and the groups of procedures.

/// Texts of three pages: the search for procedures, the page of a procedure, and the groups of procedures.
pub struct FindProcedureWords {
    /// Title «Dịch vụ công trực tuyến» of the list of procedures (R1.11).
    pub title: &'static str,
    /// Button «Tìm kiếm» that starts the search (R1.15).
    pub submit: &'static str,
    /// Label of the line that opens the filters.
    pub filters: &'static str,
    /// Label of the filter by agency (R1.12).
    pub agency: &'static str,
    /// Option of the agency filter that shows the procedures of all agencies.
    pub every_agency: &'static str,
    /// Label of the filter by administrative field (R1.14).
    pub field: &'static str,
    /// Option of the filter by administrative field that shows the procedures of all fields.
    pub every_field: &'static str,
    /// Label of the filter by level, which says how much of a procedure is online (R1.13).
    pub level: &'static str,
    /// Option of the filter by level that shows the procedures of all levels.
    pub every_level: &'static str,
    /// Names and explanations of the levels.
    pub levels: LevelWords,
    /// Text before the number of procedures found.
    pub found_before: &'static str,
    /// Text after the number of procedures found.
    pub found_after: &'static str,
    /// Message when the search finds no procedure.
    pub no_results: &'static str,
    /// Advice when the search finds no procedure.
    pub no_results_help: &'static str,
    /// Link that removes the search text and all filters.
    pub clear: &'static str,
    /// Link «Chi tiết» to the page of a procedure (R1.16).
    pub details: &'static str,
    /// Link «Nộp hồ sơ» that starts to file a dossier (R1.17).
    pub file: &'static str,
    /// Texts of the page of a procedure, which shows its published record.
    pub record: RecordWords,
    /// Texts of the page of the groups of procedures.
    pub groups: GroupWords,
}

/// Texts of the page of the groups of procedures (R4.7, R4.16).
pub struct GroupWords {
    /// Title «DỊCH VỤ CÔNG LIÊN THÔNG» of the page of the groups of procedures.
    pub title: &'static str,
    /// Introduction: what a group is.
    pub intro: &'static str,
    /// Heading of the list of groups.
    pub choose: &'static str,
    /// Link «TRA CỨU HỒ SƠ» to the page that looks up a dossier (R4.14).
    pub look_up: &'static str,
    /// Notice: this backend offers no groups of procedures.
    pub unavailable: &'static str,
    /// Heading of the parts of a group.
    pub parts: &'static str,
    /// Label of the agency that handles a part.
    pub receiver: &'static str,
    /// Label of the result of a part.
    pub result: &'static str,
    /// Label of the result that must exist before a part of a group can start.
    pub waits_for: &'static str,
    /// The word «or» between the names of two procedures, when a part of a group needs only one of them.
    pub or: &'static str,
}

/// Texts of the levels, which say how much of a procedure is online (R0.4–R0.6).
pub struct LevelWords {
    /// Name «Toàn trình» of the level at which the whole procedure is online.
    pub full: &'static str,
    /// Explanation of the level «Toàn trình».
    pub full_meaning: &'static str,
    /// Name «Một phần» of the level at which a part of the procedure is online.
    pub partial: &'static str,
    /// Explanation of the level «Một phần».
    pub partial_meaning: &'static str,
    /// Name «Trực tiếp» of the level at which the citizen files at the office.
    pub in_person: &'static str,
    /// Explanation of the level «Trực tiếp».
    pub in_person_meaning: &'static str,
    /// Shown in place of the level when the procedure's published record contains none.
    pub unknown: &'static str,
    /// Explains that the procedure's published record contains no level.
    pub unknown_meaning: &'static str,
    /// Remark: in some cases the citizen must come to the office, or the office must verify on site (R0.6).
    pub presence: &'static str,
}

/// Texts of the page of a procedure.
pub struct RecordWords {
    /// Title of the page of a procedure, shown until the name of the procedure is loaded.
    pub title: &'static str,
    /// Error: no procedure has this code.
    pub not_found: &'static str,
    /// Heading of the most important facts about the procedure.
    pub facts: &'static str,
    /// Label of the national code of the procedure.
    pub code: &'static str,
    /// Label of the agency that published the procedure.
    pub agency: &'static str,
    /// Label of the agency that receives the dossier.
    pub receiver: &'static str,
    /// Heading of the ways to file: online, by post, or at the office.
    pub methods: &'static str,
    /// Name of filing online.
    pub online: &'static str,
    /// Name of filing by post.
    pub post: &'static str,
    /// Name of filing at the office.
    pub counter: &'static str,
    /// Label of the time limit within which the agency handles a dossier.
    pub time: &'static str,
    /// Shown in place of the time limit when the procedure's record contains none.
    pub time_unknown: &'static str,
    /// Label of the fees.
    pub fees: &'static str,
    /// Shown in place of the fees when the procedure's record contains none.
    pub fees_unknown: &'static str,
    /// Name of the fee kind «phí».
    pub charge: &'static str,
    /// Name of the fee kind «lệ phí».
    pub duty: &'static str,
    /// Shown in place of the amount when a fee is zero.
    pub free: &'static str,
    /// Shown in place of the amount when each province sets the fee itself.
    pub local: &'static str,
    /// Unit of a time limit in hours.
    pub hours: &'static str,
    /// Unit of a time limit in calendar days.
    pub days: &'static str,
    /// Unit of a time limit in working days.
    pub working_days: &'static str,
    /// Unit of a time limit in months.
    pub months: &'static str,
    /// Heading of the time limits that apply only to particular cases.
    pub cases: &'static str,
    /// Text before the code of a particular case.
    pub one_case: &'static str,
    /// Heading «Thành phần hồ sơ» of the list of components.
    pub components: &'static str,
    /// Unit after the required number of originals of a component.
    pub originals: &'static str,
    /// Unit after the required number of copies of a component.
    pub copies: &'static str,
    /// Remark on a component: the citizen must upload a file for it.
    pub attach: &'static str,
    /// Remark on a component: the citizen doesn't need to upload a file for it.
    pub attach_nothing: &'static str,
    /// Heading of the results that the citizen receives.
    pub results: &'static str,
    /// Heading of the remarks about the procedure.
    pub notes: &'static str,
    /// Label of the decision with which the agency published the procedure.
    pub decision: &'static str,
    /// Text «cập nhật ngày» before the date of the record's last update.
    pub updated: &'static str,
    /// Link to the procedure's record on the national portal. It opens in a new tab.
    pub source: &'static str,
}
