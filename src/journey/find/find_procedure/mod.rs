//! Searches, filters and shows procedures. The search runs in the browser; the search text is never sent.

/// Conditions, processing time, fees and filing steps, on the page «Chuẩn bị hồ sơ».
pub mod before_filing;
/// The catalogue of all procedures. It is loaded once and shared by all pages.
pub mod catalogue;
/// The checklist of the components that the citizen has to prepare.
pub mod checklist;
/// Shows the checklist with a checkbox for each component.
pub mod checklist_boxes;
/// Prints the checklist or saves it as a picture.
pub mod checklist_picture;
/// Which components of the checklist the citizen has ticked.
pub mod checklist_ticks;
/// The components on the page of a procedure.
pub mod component_list;
/// The filters of the search: agency, field and level.
pub mod filters;
/// Takes over the state of the first screen, which is plain HTML.
pub mod first_screen;
/// The parts of a group, on the page of the group.
pub mod group_parts;
/// The page that lists all groups.
pub mod groups_page;
/// The home page.
pub mod home_page;
/// The page «Chuẩn bị hồ sơ» of a procedure.
pub mod prepare_page;
/// The page «Chi tiết» of a procedure.
pub mod procedure_page;
/// The sections of a procedure's record.
pub mod record;
/// Formats service levels, processing times and fees as text.
mod record_text;
/// The list of procedures that a search has found.
pub mod result_list;
/// The search text and the filters, as the URL contains them.
pub mod search_criteria;
/// The search field and its button.
pub mod search_form;
/// The page that searches all procedures.
pub mod search_page;
