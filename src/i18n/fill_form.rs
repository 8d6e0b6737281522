//! Texts of the filing steps, in particular of choosing the agency and filling in the form.

/// Texts of the filing steps, in particular of choosing the agency and filling in the form.
pub struct FillFormWords {
    /// Title of the step in which the citizen fills in the form.
    pub title: &'static str,
    /// Name of the list of steps, for screen readers.
    pub steps: &'static str,
    /// Text before the number of the current step, as in «Step 2 of 6».
    pub step: &'static str,
    /// Text between the number of the current step and the total number of steps.
    pub step_of: &'static str,
    /// Name of step 1, choosing the agency (R4.8).
    pub step_agency: &'static str,
    /// Name of step 2, filling in the form (R4.9).
    pub step_form: &'static str,
    /// Name of step 3, reading the declarations (R4.10).
    pub step_declarations: &'static str,
    /// Name of step 4, attaching files (R4.11).
    pub step_attachments: &'static str,
    /// Name of step 5, choosing how to receive the result (R4.12).
    pub step_delivery: &'static str,
    /// Name of step 6, reviewing and sending the dossier (R4.13).
    pub step_review: &'static str,
    /// Save status: the server has all changes. The time at which they were saved follows.
    pub saved_at: &'static str,
    /// Save status: a change isn't on the server yet and will be sent soon.
    pub saving: &'static str,
    /// The notice that the clock of the device is wrong. The time in Vietnam follows.
    pub wrong_clock: &'static str,
    /// Save status: the delivery details are incomplete, so they are stored only on this device.
    pub saved_here_incomplete: &'static str,
    /// Save status: changes are stored only on this device, because the server can't be reached.
    pub saved_here_retrying: &'static str,
    /// Save status: the changes are only on this device, because the network in use blocks the request.
    pub saved_here_blocked: &'static str,
    /// Save status: changes are stored only on this device, because the session has ended.
    pub saved_here_sign_in: &'static str,
    /// Save status: changes are stored only on this device, because the server refused them.
    pub saved_here_refused: &'static str,
    /// Title of the page that chooses the agency and creates the draft (R4.8).
    pub new_title: &'static str,
    /// Notice: the draft will begin with the answers of a dossier. Followed by its code.
    pub copies: &'static str,
    /// What isn't copied.
    pub copies_help: &'static str,
    /// Explains that the chosen place determines the agency that handles the dossier.
    pub agency_help: &'static str,
    /// Label of the drop-down list of provinces.
    pub province: &'static str,
    /// First line of the drop-down list of provinces, shown while no province is selected.
    pub province_prompt: &'static str,
    /// Label of the drop-down list of communes.
    pub commune: &'static str,
    /// First line of the drop-down list of communes, shown while no commune is selected.
    pub commune_prompt: &'static str,
    /// Label of the search field that filters the communes.
    pub commune_filter: &'static str,
    /// Hint of the search field that filters the communes.
    pub commune_filter_hint: &'static str,
    /// Message when no commune matches the search text.
    pub commune_none: &'static str,
    /// Text before the number of provinces or communes that match the search text.
    pub place_found: &'static str,
    /// Label of the search field that filters the provinces.
    pub province_filter: &'static str,
    /// Message when no province matches the search text.
    pub province_none: &'static str,
    /// Label of the search field that filters a long list of options.
    pub list_filter: &'static str,
    /// Message when no option matches the search text.
    pub list_none: &'static str,
    /// Text before the number of options that match the search text.
    pub list_found: &'static str,
    /// Label of the field for house number, street and hamlet.
    pub detail: &'static str,
    /// Button that copies the place from the answer to another question. The label of the other question follows.
    pub same_as: &'static str,
    /// Status: the place was copied from the answer to another question. The label of the other question follows.
    pub same_as_taken: &'static str,
    /// Text before the name of the agency that will receive the dossier.
    pub will_receive: &'static str,
    /// Notice: the citizen hasn't selected both the province and the commune yet, so the draft still has the previous
    /// agency.
    pub agency_half: &'static str,
    /// Error: no agency is chosen.
    pub choose_agency: &'static str,
    /// Button «Thêm mới» that creates the draft (R2.11).
    pub create: &'static str,
    /// Explains what the button «Thêm mới» does.
    pub create_help: &'static str,
    /// Notice: the draft was created.
    pub created: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link to the next step, shown when answers are missing or wrong.
    pub later: &'static str,
    /// Link to the previous step.
    pub back: &'static str,
    /// Text before the number of a form page.
    pub page: &'static str,
    /// Text after the label of an optional question.
    pub optional: &'static str,
    /// First line of a drop-down list of options, shown while no option is selected.
    pub select_prompt: &'static str,
    /// Option «yes» of a yes-or-no question.
    pub yes: &'static str,
    /// Option «no» of a yes-or-no question.
    pub no: &'static str,
    /// Remark below a question: its answer was copied from the account.
    pub from_account: &'static str,
    /// Hint of a date field: the format of a date.
    pub date_hint: &'static str,
    /// Hint of a field for a partial date: its format when the day or the month is unknown.
    pub partial_date_hint: &'static str,
    /// Button that opens the calendar.
    pub pick_date: &'static str,
    /// Shown in place of a date written in words, while no date is entered yet.
    pub words_wait: &'static str,
    /// Warning: the citizen id begins with digits that are no usual province code.
    pub warning_province: &'static str,
    /// Warning: the year of birth in the citizen id differs from the year of birth that the citizen entered.
    pub warning_year: &'static str,
    /// Warning: the sex in the citizen id differs from the sex that the citizen entered.
    pub warning_sex: &'static str,
    /// Message on a form page when the current answers hide all questions of that page.
    pub no_questions: &'static str,
}
