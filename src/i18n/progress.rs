//! Texts about the progress of a dossier: whom it waits for, where it is delayed, its stages and its due date. Also those
//! of the search in «Hồ sơ của tôi», and of what is already under way.

use contract::dossier::DossierStatus;
use contract::procedure::TimeUnit;

/// Texts about the progress of a dossier. In some of them, a name, day or number replaces the character `#`.
pub struct ProgressWords {
    /// Label before whom the dossier waits for, in the list.
    pub waiting: &'static str,
    /// Whom the dossier waits for: the citizen.
    pub you: &'static str,
    /// Whom the dossier waits for, on the page that anyone can open: the person who filed it.
    pub applicant: &'static str,
    /// Whom the dossier waits for: the result of another procedure. Its name replaces `#`.
    pub result_of: &'static str,
    /// Whom the dossier waits for: an office without a name.
    pub an_office: &'static str,
    /// What is happening: an office is working. Its name replaces `#`.
    pub lead_office: &'static str,
    /// What is happening: an office has a new dossier and examines whether to accept it. Its name replaces `#`.
    pub lead_new: &'static str,
    /// What is happening: the office asks for documents.
    pub lead_supplement: &'static str,
    /// What is happening: the office asks whether the draft of a certificate is right.
    pub lead_certificate: &'static str,
    /// What is happening: the citizen must pay.
    pub lead_payment: &'static str,
    /// What is happening: the last day of the fee has passed. The name of the office that must ask again replaces `#`.
    pub lead_fee_lapsed: &'static str,
    /// What is happening: the result can be fetched at the office. Its name replaces `#`.
    pub lead_collect: &'static str,
    /// What is happening: the result is ready and the office sends it.
    pub lead_processed: &'static str,
    /// What is happening: the dossier waits for the result of another procedure. Its name replaces `#`.
    pub lead_result_of: &'static str,
    /// What is happening: the office examines the withdrawal.
    pub lead_withdrawal: &'static str,
    /// What is happening: processing is paused.
    pub lead_paused: &'static str,
    /// What is happening: the dossier was refused.
    pub lead_rejected: &'static str,
    /// What is happening: the result was handed over.
    pub lead_returned: &'static str,
    /// What is happening: the dossier is withdrawn.
    pub lead_withdrawn: &'static str,
    /// Until when the office must finish its step. The day replaces `#`.
    pub until_step: &'static str,
    /// Until when the citizen must act. The day replaces `#`.
    pub until_citizen: &'static str,
    /// When the result is due. The day replaces `#`.
    pub until_due: &'static str,
    /// When the result was due, which has passed. The day replaces `#`.
    pub until_late: &'static str,
    /// Title of the notice that a step is overdue.
    pub stuck: &'static str,
    /// Where the dossier is delayed. The name of the office replaces `#`.
    pub stuck_at: &'static str,
    /// Until when the step should have been finished. The day replaces `#`.
    pub stuck_since: &'static str,
    /// What the citizen can do about a delay.
    pub stuck_help: &'static str,
    /// Badge of a dossier in the list with an overdue step.
    pub overdue: &'static str,
    /// Heading of the stages of the dossier.
    pub stages: &'static str,
    /// Name of the first stage.
    pub stage_sent: &'static str,
    /// Name of the stage in which the office accepts the dossier.
    pub stage_accepted: &'static str,
    /// Name of the stage in which the office processes the dossier.
    pub stage_processing: &'static str,
    /// Name of the stage in which the result is ready.
    pub stage_processed: &'static str,
    /// Name of the stage in which the result is handed over.
    pub stage_returned: &'static str,
    /// For screen readers: the stage is finished.
    pub stage_done: &'static str,
    /// For screen readers and as a label: the dossier is in this stage.
    pub stage_now: &'static str,
    /// For screen readers: the stage is still to come.
    pub stage_ahead: &'static str,
    /// The stage won't come, because the dossier is closed.
    pub stage_never: &'static str,
    /// Label before the day on which a stage is planned.
    pub planned: &'static str,
    /// Line that shows how the due date was computed.
    pub why_due: &'static str,
    /// Label of the time from which the processing time is counted.
    pub counted_from: &'static str,
    /// Label of the processing time of the procedure.
    pub time: &'static str,
    /// Unit of a processing time.
    pub hours: &'static str,
    /// Unit of a processing time.
    pub days: &'static str,
    /// Unit of a processing time.
    pub working_days: &'static str,
    /// Unit of a processing time.
    pub months: &'static str,
    /// What a working day is.
    pub working_days_rule: &'static str,
    /// How a term in days or months ends.
    pub calendar_rule: &'static str,
    /// Label of the due date before the pauses.
    pub first_due_on: &'static str,
    /// Label of the public holidays in the processing time.
    pub holidays: &'static str,
    /// Label of the times in which the processing time wasn't counted.
    pub pauses: &'static str,
    /// Why a time isn't counted: the office waits for documents.
    pub pause_for_documents: &'static str,
    /// Why a time isn't counted: the office waits for a payment.
    pub pause_for_payment: &'static str,
    /// Why a time isn't counted: the office has paused the dossier.
    pub pause_by_office: &'static str,
    /// Text between the first and the last day of a pause.
    pub pause_until: &'static str,
    /// Text after the first day of a pause that lasts.
    pub pause_lasts: &'static str,
    /// Label of the other due dates that the office has named.
    pub postponements: &'static str,
    /// The office has named another due date. The day replaces `#`.
    pub postponed_to: &'static str,
    /// Button that downloads the due date for a calendar.
    pub to_calendar: &'static str,
    /// Status: the browser was asked to download the file.
    pub calendar_saved: &'static str,
    /// Status: the browser can't download a file.
    pub calendar_failed: &'static str,
    /// Button that copies the due date.
    pub copy_date: &'static str,
    /// Status: the due date was copied.
    pub copied: &'static str,
    /// Status: the browser refused to copy. The text to copy follows.
    pub not_copied: &'static str,
    /// Title of the calendar entry. The dossier code follows.
    pub calendar_title: &'static str,
    /// Button that shows more steps of the history. The number of hidden steps replaces `#`.
    pub earlier_steps: &'static str,
    /// Notice: the backend sent no history.
    pub no_history: &'static str,
    /// Who took a step: the citizen.
    pub by_citizen: &'static str,
    /// Who took a step: the system.
    pub by_system: &'static str,
    /// Who took a step: the payment platform.
    pub by_payment: &'static str,
    /// Notice: the dossier isn't there any more.
    pub gone: &'static str,
    /// Heading of the dossiers that wait for the citizen.
    pub needs_you: &'static str,
    /// Text after the dossiers that wait for the citizen, if there are more. Their number replaces `#`.
    pub needs_more: &'static str,
    /// Label of the search field in the list.
    pub search: &'static str,
    /// Hint of the search field in the list.
    pub search_hint: &'static str,
    /// Button that searches the list.
    pub find: &'static str,
    /// Line that shows the filters of the list.
    pub filters: &'static str,
    /// Label of the filter by agency.
    pub agency: &'static str,
    /// First choice of the filter by agency.
    pub all_agencies: &'static str,
    /// Label of the filter by time.
    pub period: &'static str,
    /// First choice of the filter by time.
    pub any_time: &'static str,
    /// Choice of the filter by time.
    pub last_30_days: &'static str,
    /// Choice of the filter by time.
    pub this_year: &'static str,
    /// Choice of the filter by time.
    pub last_year: &'static str,
    /// Button that ends the search.
    pub clear: &'static str,
    /// Heading of the items of all tabs.
    pub found: &'static str,
    /// Name of the tab with the items of all tabs.
    pub all_tabs: &'static str,
    /// Shown if the search finds nothing.
    pub found_none: &'static str,
    /// Announcement of the number of found items, which replaces `#`.
    pub found_count: &'static str,
    /// Label before the person for whom the dossier is filed.
    pub for_person: &'static str,
    /// Heading of the drafts and dossiers of the same procedure.
    pub under_way: &'static str,
    /// What the citizen can do with them.
    pub under_way_help: &'static str,
    /// Heading, before sending, of the dossiers of the same procedure and person.
    pub under_way_sent: &'static str,
    /// What to check before sending.
    pub under_way_sent_help: &'static str,
    /// Link to a draft.
    pub continue_draft: &'static str,
    /// Link to a dossier.
    pub follow: &'static str,
    /// Label before the time at which a dossier was sent.
    pub sent_on: &'static str,
    /// Button that saves the receipt as a picture.
    pub receipt_picture: &'static str,
    /// Text alternative of the picture of the receipt.
    pub receipt_picture_alt: &'static str,
    /// Start of the file name of that picture.
    pub receipt_picture_name: &'static str,
    /// Error: this browser can't save the picture of the receipt.
    pub picture_failed: &'static str,
    /// Heading of the files in the picture of the receipt.
    pub receipt_files: &'static str,
}

impl ProgressWords {
    /// The unit of a processing time. A unit that the app doesn't know is shown as the backend sent it.
    pub const fn unit(&self, unit: TimeUnit) -> &'static str {
        match unit {
            TimeUnit::Hour => self.hours,
            TimeUnit::Day => self.days,
            TimeUnit::WorkingDay => self.working_days,
            TimeUnit::Month => self.months,
            TimeUnit::Other(text) => text.as_str(),
        }
    }

    /// Why the processing time isn't counted while a dossier has this status.
    pub const fn pause_reason(&self, status: DossierStatus) -> &'static str {
        match status {
            DossierStatus::SupplementRequested => self.pause_for_documents,
            DossierStatus::ObligationRequested => self.pause_for_payment,
            _ => self.pause_by_office,
        }
    }
}
