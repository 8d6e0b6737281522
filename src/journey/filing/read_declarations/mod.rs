//! The step where the citizen reads the declarations before attaching files (R4.10). Each one is laid out like the paper
//! form that the agency will get. Nothing is edited here: «Sửa» leads to the question, and back.

/// The page of the step.
pub mod declarations_page;
/// One declaration, laid out like its paper form.
mod declaration_sheet;

pub use self::declarations_page::DeclarationsPage;
