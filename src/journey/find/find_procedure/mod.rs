//! Searching, filtering and reading procedures. The catalogue is searched on the phone: a query is never sent.

/// What was typed and shown on the plain first screen.
pub mod opening;
/// The catalogue, loaded once.
pub mod catalogue;
/// What is searched for, as the address holds it.
pub mod criteria;
/// The search field with its button.
pub mod search_form;
/// The first screen.
pub mod home_page;
/// All procedures, searched and filtered.
pub mod search_page;
/// The filters.
pub mod filters;
/// What was found.
pub mod result_list;
/// «Chi tiết» of a procedure.
pub mod procedure_page;
/// A procedure's record.
pub mod record;
/// The papers of a dossier.
pub mod papers;
/// The parts of a group.
pub mod group_parts;
/// The groups of procedures.
pub mod groups_page;
/// «Chuẩn bị hồ sơ» of a procedure.
pub mod prepare_page;
/// What to know before filing.
pub mod before_filing;
/// The papers to prepare.
pub mod checklist;
/// The same, with a box for each.
pub mod checklist_boxes;
/// The same, to take along.
pub mod checklist_picture;
/// Which papers are there.
pub mod ticks;
mod terms;
