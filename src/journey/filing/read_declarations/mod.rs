//! Reading over the declarations before papers are attached (R4.10): what each office will get, laid out like the
//! paper form. It never changes an answer; «Sửa» leads to the question and back.

/// The step.
pub mod declarations_page;
/// One declaration, laid out like paper.
mod sheet;
