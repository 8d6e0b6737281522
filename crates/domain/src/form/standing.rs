//! How the questions stand with the answers as they are: worked out together, since a page asks for all of it at each
//! letter that is typed.

use std::collections::BTreeSet;

use contract::form::Answers;

use super::check::required_among;
use super::definition::Definition;
use super::visible::{Visible, disabled_among, visible};

/// How the questions stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Standing {
    /// What is to be seen.
    pub seen: Visible,
    /// Of that, what can't be answered just now.
    pub locked: Visible,
    /// What must be answered.
    pub required: BTreeSet<String>,
}

/// The same as [`super::visible`], [`super::disabled`] and [`super::required`], looking once.
pub fn standing(definition: &Definition, answers: &Answers) -> Standing {
    let seen = visible(definition, answers);
    Standing {
        locked: disabled_among(definition, answers, &seen),
        required: required_among(definition, answers, &seen),
        seen,
    }
}
