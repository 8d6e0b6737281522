//! The steps of a draft, and the frame around each of them.
//!
//! A step is a page that passes its content to `WizardPage`. To add one, add a `DraftStep` to `routes`, and a row to each
//! `match` in `step_order` and `wizard_page`.

/// Hides an error summary once everything in it is resolved.
mod resolved_problems;
/// The order of the steps.
mod step_order;
/// The frame around every step.
pub mod wizard_page;

pub use self::resolved_problems::clear_when_resolved;
pub use self::step_order::{
    next_route, previous_route, return_route, use_next_step, visible_page_numbers,
};
pub use self::wizard_page::{WizardPage, WizardSteps};
