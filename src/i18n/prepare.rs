//! Texts of the page «Chuẩn bị hồ sơ».

use contract::draft::ForWhom;

/// Texts of the page «Chuẩn bị hồ sơ» (R4.20–R4.22).
pub struct PrepareWords {
    /// Title of the page.
    pub title: &'static str,
    /// Heading of what the citizen needs before filing.
    pub conditions: &'static str,
    /// Condition: an account (R4.20).
    pub account: &'static str,
    /// Word between the links to sign in and to register, for visitors without a session.
    pub account_or: &'static str,
    /// Condition: the citizen, or a person who files for them (R4.21).
    pub person: &'static str,
    /// Condition: the components are photographed or scanned (R4.22).
    pub components_ready: &'static str,
    /// Heading of the time limit and the fee.
    pub cost: &'static str,
    /// Heading of the filing steps.
    pub steps: &'static str,
    /// Heading of the checklist of components.
    pub components: &'static str,
    /// Explains the tick boxes of the checklist.
    pub components_help: &'static str,
    /// Marks a component that is needed only in the situation that its name describes.
    pub conditional: &'static str,
    /// Prefix of the answers that make a component necessary. The answers follow in «quotes».
    pub on_answer: &'static str,
    /// Separator between two such answers, including their quotes.
    pub or_answer: &'static str,
    /// Prefix of the procedures of a group that need a component.
    pub needed_for: &'static str,
    /// Heading of the components that need no file.
    pub no_file: &'static str,
    /// Explains why those components need no file.
    pub no_file_help: &'static str,
    /// Notice: the procedure's record lists no components.
    pub no_components: &'static str,
    /// Button that prints the checklist.
    pub print: &'static str,
    /// Button that saves the checklist as a picture.
    pub save: &'static str,
    /// Status: the browser has downloaded the picture.
    pub saved: &'static str,
    /// Error: this browser can't save the picture.
    pub not_saved: &'static str,
    /// Start of the picture's file name. The code of the procedure follows.
    pub picture_name: &'static str,
    /// Label before the code of the procedure.
    pub code: &'static str,
    /// Question for whom the dossier is filed (R4.21).
    pub for_whom: &'static str,
    /// Choice [`ForWhom::Oneself`].
    pub for_oneself: ForWhomWords,
    /// Choice [`ForWhom::Child`].
    pub for_child: ForWhomWords,
    /// Choice [`ForWhom::Helped`].
    pub for_helped: ForWhomWords,
    /// Link to the choice of the agency.
    pub go_on: &'static str,
}

/// Texts of one answer to the question for whom the dossier is filed.
pub struct ForWhomWords {
    /// Label of the choice.
    pub label: &'static str,
    /// What the choice changes in the form.
    pub effect: &'static str,
}

impl PrepareWords {
    /// Returns the texts of a choice.
    pub const fn choice(&self, for_whom: ForWhom) -> &ForWhomWords {
        match for_whom {
            ForWhom::Oneself => &self.for_oneself,
            ForWhom::Child => &self.for_child,
            ForWhom::Helped => &self.for_helped,
        }
    }
}
