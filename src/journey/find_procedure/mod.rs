//! Searching, filtering and reading procedures. The catalogue is searched on the phone: a query is never sent.

/// What was typed and shown on the plain first screen.
pub mod opening;
/// The catalogue, loaded once.
pub mod catalogue;
mod criteria;
mod search_form;
/// The first screen.
pub mod home_page;
/// All procedures, searched and filtered.
pub mod search_page;
mod filters;
mod result_list;
/// «Chi tiết» of a procedure.
pub mod procedure_page;
mod record;
mod papers;
mod terms;
