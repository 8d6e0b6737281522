//! An option of a drop-down list or of radio buttons.

/// An option of [`super::SelectField`] or [`super::RadioGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// The value that is stored when the citizen selects the option.
    pub value: String,
    /// The text that the citizen sees.
    pub label: String,
}
