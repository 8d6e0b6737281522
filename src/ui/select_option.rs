//! An option of a select or of a group of radio buttons.

/// An option of [`super::SelectField`] and [`super::RadioGroup`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SelectOption {
    /// The value that is stored when the option is selected.
    pub value: String,
    /// The text that the citizen sees.
    pub label: String,
}
