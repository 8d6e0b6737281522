//! The step where the citizen reads the declarations before they attach files (R4.10). Each declaration has the layout
//! of the paper form that the agency will receive. Declarations can't be edited here: the link «Sửa» leads to the
//! question, and the citizen returns to the declaration after the change.

/// The page that shows the declarations.
pub mod declarations_page;
/// Renders one declaration with the layout of its paper form.
mod declaration_sheet;

pub use self::declarations_page::DeclarationsPage;
