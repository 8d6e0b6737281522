//! Whether an earlier answer may be offered again in a later dossier.

use contract::draft::ForWhom;

/// Whether the answer to a question is likely to stay true in the citizen's next dossier.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum CarryOver {
    /// The answer is about the declared event, such as the birth of this child. It is never offered.
    #[default]
    Never,
    /// The answer is about the person for whom the dossier is filed. It is offered only if both dossiers are for the
    /// citizen themselves.
    Oneself,
    /// The answer is about the citizen who files the dossier, or about their family.
    Always,
}

impl CarryOver {
    /// Whether the answer is about the citizen who files the dossier, or about their family, in a dossier for
    /// `for_whom`.
    pub fn is_own(self, for_whom: ForWhom) -> bool {
        match self {
            CarryOver::Never => false,
            CarryOver::Oneself => for_whom == ForWhom::Oneself,
            CarryOver::Always => for_whom != ForWhom::Helped,
        }
    }
}
