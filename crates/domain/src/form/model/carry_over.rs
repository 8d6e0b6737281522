//! Whether an answer may be offered again in a later dossier.

/// Whether the answer to a question stays true from one dossier to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarryOver {
    /// The answer belongs to the event that was declared: this child, this death.
    #[default]
    Never,
    /// The answer is about the person whom the dossier is for. Offered only if both dossiers are for the citizen
    /// themselves.
    Oneself,
    /// The answer is about the citizen who files, or their family.
    Always,
}
