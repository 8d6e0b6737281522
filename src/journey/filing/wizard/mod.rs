//! The steps of a draft, and the frame around each.

/// The order of the steps.
pub(crate) mod step_order;
/// The frame around every step.
#[expect(clippy::module_inception, reason = "the frame itself")]
pub mod wizard;
