//! The steps of a draft, and the frame that every step is shown in.
//!
//! A step is a page that passes its content to `WizardPage`. To add a step, add a variant to `DraftStep` in `routes`,
//! and an arm to each `match` in `step_order` and `wizard_page`.

/// Tells the citizen why a draft can't be filed any more.
pub mod obstacle_notice;
/// Hides an error summary once all problems that it lists are resolved.
mod resolved_problems;
/// The order of a draft's steps.
mod step_order;
/// The frame that every step is shown in.
pub mod wizard_page;

pub use self::obstacle_notice::ObstacleNotice;
pub use self::resolved_problems::clear_when_resolved;
pub use self::step_order::{
    next_route, previous_route, return_route, use_next_step, visible_page_numbers,
};
pub(crate) use self::wizard_page::{SaveLine, wrong_clock_notice};
pub use self::wizard_page::{WizardPage, WizardSteps};
