//! The way through a draft, choosing the agency and answering the form: what the words are for.

/// The way through a draft, the agency and the form.
pub struct FillFormWords {
    /// Title of the step.
    pub title: &'static str,
    /// What the list of steps is.
    pub steps: &'static str,
    /// Before the number of a step.
    pub step: &'static str,
    /// Between the number and the count of steps.
    pub step_of: &'static str,
    /// Step 1 (R4.8).
    pub step_agency: &'static str,
    /// Step 2 (R4.9).
    pub step_form: &'static str,
    /// Step 3 (R4.10).
    pub step_declarations: &'static str,
    /// Step 4 (R4.11).
    pub step_attachments: &'static str,
    /// Step 5 (R4.12).
    pub step_delivery: &'static str,
    /// Step 6 (R4.13).
    pub step_review: &'static str,
    /// Before the time since which the server holds everything.
    pub saved_at: &'static str,
    /// Something is about to be saved.
    pub saving: &'static str,
    /// The way to receive the result is not whole yet.
    pub saved_here_unfinished: &'static str,
    /// Kept on this device, the server is away.
    pub saved_here_retrying: &'static str,
    /// Kept on this device, the session has ended.
    pub saved_here_sign_in: &'static str,
    /// Kept on this device, the server doesn't take it.
    pub saved_here_refused: &'static str,
    /// Title of the page that begins a draft (R4.8).
    pub new_title: &'static str,
    /// Why a place is asked.
    pub agency_help: &'static str,
    /// Label of the provinces.
    pub province: &'static str,
    /// First line of the provinces.
    pub province_prompt: &'static str,
    /// Label of the communes.
    pub commune: &'static str,
    /// First line of the communes.
    pub commune_prompt: &'static str,
    /// Label of the field that narrows the communes.
    pub commune_filter: &'static str,
    /// Hint of that field.
    pub commune_filter_hint: &'static str,
    /// No commune has these letters.
    pub commune_none: &'static str,
    /// A province or commune has these letters: before how many do.
    pub place_found: &'static str,
    /// Label of the field that narrows the provinces.
    pub province_filter: &'static str,
    /// No province has these letters.
    pub province_none: &'static str,
    /// Label of the field that narrows a long list of answers.
    pub list_filter: &'static str,
    /// No answer of the list has these letters.
    pub list_none: &'static str,
    /// Before how many answers of the list have them.
    pub list_found: &'static str,
    /// Label of house, street, hamlet.
    pub detail: &'static str,
    /// Before the question whose place may be this one's too.
    pub same_as: &'static str,
    /// The same, once its place was taken over.
    pub same_as_taken: &'static str,
    /// Before the name of the agency.
    pub will_receive: &'static str,
    /// Another agency is half chosen.
    pub agency_half: &'static str,
    /// No agency is chosen.
    pub choose_agency: &'static str,
    /// Button that saves the dossier (R2.11).
    pub create: &'static str,
    /// What that button does.
    pub create_help: &'static str,
    /// The draft has just been saved.
    pub created: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,
    /// Link past answers that are missing or wrong.
    pub later: &'static str,
    /// Link to the step before.
    pub back: &'static str,
    /// Before the number of a page of the form.
    pub page: &'static str,
    /// After the label of a question that may stay empty.
    pub optional: &'static str,
    /// First line of a list of answers.
    pub select_prompt: &'static str,
    /// Yes.
    pub yes: &'static str,
    /// No.
    pub no: &'static str,
    /// Marks an answer that the account gave.
    pub from_account: &'static str,
    /// Hint of a date.
    pub date_hint: &'static str,
    /// Hint of a date of which a part may be unknown.
    pub partial_date_hint: &'static str,
    /// Button that opens a calendar.
    pub pick_date: &'static str,
    /// A date in words, before there is a date.
    pub words_wait: &'static str,
    /// The first digits of a citizen id are unusual.
    pub warning_province: &'static str,
    /// A citizen id tells another year of birth.
    pub warning_year: &'static str,
    /// A citizen id tells the other sex.
    pub warning_sex: &'static str,
    /// A page that asks nothing just now.
    pub no_questions: &'static str,
}
