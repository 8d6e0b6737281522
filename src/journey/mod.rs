//! What the citizen does, one folder a step, in this order. Folders don't import each other;
//! the one exception is `fill_form`, which may show an attachment field.

/// Register, sign in with a one-time code, sign out.
pub mod sign_in;
/// «Tài khoản của tôi»: what it holds, and every change of it.
pub mod account;
/// Search and filter procedures, read one.
pub mod find_procedure;
/// Choose the agency, answer the form page by page.
pub mod fill_form;
/// Read over the declarations made from the answers.
pub mod read_declarations;
/// Attach a file to each component.
pub mod attach_files;
/// Choose how to receive the result, review, send, read the receipt.
pub mod submit;
/// «Hồ sơ của tôi»: tabs, one dossier with its history.
pub mod track_dossiers;
/// «Tra cứu hồ sơ»: how a dossier stands, without signing in.
pub mod look_up;
/// «Góp ý»: a message to whoever keeps the portal.
pub mod give_feedback;

/// Answers as lines to read.
pub mod answer_lines;
/// The declarations made from the answers.
pub mod declarations;
/// What stands on their lines.
pub mod declared_lines;
/// Answers that were kept, read again with the labels of their form.
pub mod declared_answers;
/// How the result will be received.
pub mod delivery_lines;
/// Moments and days as a citizen reads them.
pub mod moment;
/// Where a page leads on to.
pub mod going;
/// What a page shows when something goes wrong.
pub mod trouble;
/// What is wrong with a form that is sent as a whole, and where it is said.
pub mod form_problems;
/// What is wrong with a field of registering, signing in or the account.
mod account_faults;
/// Consent, purpose by purpose.
pub mod consents;
/// A new password, wherever one is set.
pub mod new_password;
/// Consent that an account lacks, before it files.
pub mod consent_first;
/// Which optional parts the backend has.
pub mod offered;
/// The portal's own texts.
pub mod portal_texts;
/// Whom a filing is for, before there is a draft.
pub mod for_whom;
/// Tabs and statuses in words.
mod status_words;
/// Pages that need a signed-in citizen.
pub mod signed_in;
/// The draft that is open, with what isn't saved yet.
pub mod open_draft;
mod open_drafts;
mod draft_saving;
mod unfinished_delivery;
mod unfinished_agency;
/// The frame around every step of a draft.
pub mod wizard;
mod way;
/// Provinces and communes.
pub mod places;
/// Choosing a commune.
pub mod place_picker;
/// Sentences for answers that break a rule.
pub mod answer_words;
