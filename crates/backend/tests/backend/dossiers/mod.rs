//! Submission of dossiers, the list of dossiers, past answers, and the public look-up.

mod submission;
mod completeness;
mod group_submission;
mod group_declarations;
mod dossier_list;
mod due_dates;
mod past_answers;
mod lookup;
mod conversations;
mod copies;
mod dossier_files;
mod ratings;
mod results;
mod withdrawals;
mod progress;
mod dossier_search;
