//! The reactive parts of a page and the effects, each compiled once.
//!
//! Leptos is generic over closures and over the types of views: it compiles its code again for each closure of a
//! `view!` macro and for each kind of view that a closure returns. Here, closures and views are put behind one type
//! first, so that all pages share one copy of that code.

/// Content that changes while a page is shown.
mod dynamic;
/// Code that runs whenever a signal changes.
mod effect;

pub use dynamic::{IntoContent, dynamic};
pub use effect::effect;
