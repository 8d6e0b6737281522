//! Texts of the filing steps, of choosing the agency and of filling in the form.

/// Texts of the filing steps, of choosing the agency and of filling in the form.
pub struct FillFormWords {
    /// Title of the step.
    pub title: &'static str,
    /// Name of the list of steps, for screen readers.
    pub steps: &'static str,
    /// Text before the number of the current step.
    pub step: &'static str,
    /// Text between the number of the step and the number of steps.
    pub step_of: &'static str,
    /// Name of step 1 (R4.8).
    pub step_agency: &'static str,
    /// Name of step 2 (R4.9).
    pub step_form: &'static str,
    /// Name of step 3 (R4.10).
    pub step_declarations: &'static str,
    /// Name of step 4 (R4.11).
    pub step_attachments: &'static str,
    /// Name of step 5 (R4.12).
    pub step_delivery: &'static str,
    /// Name of step 6 (R4.13).
    pub step_review: &'static str,
    /// Save status: the server has all changes. The time of the last save follows.
    pub saved_at: &'static str,
    /// Save status: a change will be sent soon.
    pub saving: &'static str,
    /// Save status: delivery details are incomplete, so they are only on this device.
    pub saved_here_unfinished: &'static str,
    /// Save status: changes are only on this device because the server can't be reached.
    pub saved_here_retrying: &'static str,
    /// Save status: changes are only on this device because the session has ended.
    pub saved_here_sign_in: &'static str,
    /// Save status: changes are only on this device because the server refused them.
    pub saved_here_refused: &'static str,
    /// Title of the page that creates a draft (R4.8).
    pub new_title: &'static str,
    /// Explains why the citizen chooses a place.
    pub agency_help: &'static str,
    /// Label of the provinces.
    pub province: &'static str,
    /// First line of the list of provinces. It selects no province.
    pub province_prompt: &'static str,
    /// Label of the communes.
    pub commune: &'static str,
    /// First line of the list of communes. It selects no commune.
    pub commune_prompt: &'static str,
    /// Label of the field that filters the communes.
    pub commune_filter: &'static str,
    /// Hint of that field.
    pub commune_filter_hint: &'static str,
    /// Message when no commune matches the filter.
    pub commune_none: &'static str,
    /// Text before the number of provinces or communes that match the filter.
    pub place_found: &'static str,
    /// Label of the field that filters the provinces.
    pub province_filter: &'static str,
    /// Message when no province matches the filter.
    pub province_none: &'static str,
    /// Label of the field that filters a long list of options.
    pub list_filter: &'static str,
    /// Message when no option matches the filter.
    pub list_none: &'static str,
    /// Text before the number of options that match the filter.
    pub list_found: &'static str,
    /// Label of house number, street and hamlet.
    pub detail: &'static str,
    /// Button that copies the place of another question. The label of that question follows.
    pub same_as: &'static str,
    /// Status after copying the place. The label of that question follows.
    pub same_as_taken: &'static str,
    /// Text before the name of the agency that will receive the dossier.
    pub will_receive: &'static str,
    /// Notice: the place is only partly chosen, so the agency isn't changed yet.
    pub agency_half: &'static str,
    /// Error: no agency is chosen.
    pub choose_agency: &'static str,
    /// Button «Thêm mới» that creates the draft (R2.11).
    pub create: &'static str,
    /// Explains that button.
    pub create_help: &'static str,
    /// Notice: the draft was created.
    pub created: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the next step although answers are missing or wrong.
    pub later: &'static str,
    /// Link to the previous step.
    pub back: &'static str,
    /// Text before the number of a page of the form.
    pub page: &'static str,
    /// Text after the label of an optional question.
    pub optional: &'static str,
    /// First line of a list of options. It selects nothing.
    pub select_prompt: &'static str,
    /// Answer «yes».
    pub yes: &'static str,
    /// Answer «no».
    pub no: &'static str,
    /// Remark: the answer was copied from the account.
    pub from_account: &'static str,
    /// Hint of a date.
    pub date_hint: &'static str,
    /// Hint of a date without a known day or month.
    pub partial_date_hint: &'static str,
    /// Button that opens the calendar.
    pub pick_date: &'static str,
    /// Placeholder of a date in words, while no date is entered.
    pub words_wait: &'static str,
    /// Warning: the citizen id begins with an unusual province code.
    pub warning_province: &'static str,
    /// Warning: the citizen id contains another year of birth than the one entered.
    pub warning_year: &'static str,
    /// Warning: the citizen id contains another sex than the one entered.
    pub warning_sex: &'static str,
    /// Message on a page that has no questions with the current answers.
    pub no_questions: &'static str,
}
