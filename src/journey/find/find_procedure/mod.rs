//! Searches, filters and shows procedures. The catalogue is searched on the phone; a query is never sent.

/// Conditions, time, fees and steps, on «Chuẩn bị hồ sơ».
pub mod before_filing;
/// The catalogue, loaded once for all pages.
pub mod catalogue;
/// The required components of a procedure, to prepare.
pub mod checklist;
/// The checklist with checkboxes.
pub mod checklist_boxes;
/// The checklist as a printed page or a picture.
pub mod checklist_picture;
/// Which components the citizen has ticked.
pub mod checklist_ticks;
/// The required components on a procedure's page.
pub mod component_list;
/// The filters of the search.
pub mod filters;
/// Takes over the first screen in plain HTML.
pub mod first_screen;
/// The parts of a group.
pub mod group_parts;
/// The page of all groups.
pub mod groups_page;
/// The home page.
pub mod home_page;
/// «Chuẩn bị hồ sơ» of a procedure.
pub mod prepare_page;
/// «Chi tiết» of a procedure.
pub mod procedure_page;
/// The sections of a procedure's record.
pub mod record;
/// Levels, time limits and fees as text.
mod record_text;
/// The list of found procedures.
pub mod result_list;
/// The search text and filters, as the address holds them.
pub mod search_criteria;
/// The search field with its button.
pub mod search_form;
/// The page that searches all procedures.
pub mod search_page;
