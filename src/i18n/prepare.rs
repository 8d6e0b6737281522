//! Texts of the page «Chuẩn bị hồ sơ», which shows what to prepare before filing.

use contract::draft::ForWhom;

/// Texts of the page «Chuẩn bị hồ sơ», which shows what to prepare before filing (R4.20–R4.22).
pub struct PrepareWords {
    /// Title of the page «Chuẩn bị hồ sơ».
    pub title: &'static str,
    /// Heading of the list of conditions for filing.
    pub conditions: &'static str,
    /// Condition: the citizen has an account (R4.20).
    pub account: &'static str,
    /// The word «or» between the links to sign in and to register, shown when nobody is signed in.
    pub account_or: &'static str,
    /// Condition: the citizen goes through the steps, or another person does it for them (R4.21).
    pub person: &'static str,
    /// Condition: all components are photographed or scanned (R4.22).
    pub components_ready: &'static str,
    /// Heading of the time limit and the fee when filing online.
    pub cost: &'static str,
    /// Heading of the list of filing steps that follow.
    pub steps: &'static str,
    /// Heading of the checklist of components.
    pub components: &'static str,
    /// Explains the tick boxes of the checklist.
    pub components_help: &'static str,
    /// Remark on a component that is needed only in the situation that its name describes.
    pub conditional: &'static str,
    /// Text before a list of answers. The component is needed only if the citizen gives one of these answers in the
    /// form. Each answer is quoted with « and ».
    pub on_answer: &'static str,
    /// Text between two quoted answers: the closing quote, the word «or», and the opening quote.
    pub or_answer: &'static str,
    /// Text before the names of the procedures of a group that need the component.
    pub needed_for: &'static str,
    /// Heading of the list of components that need no file.
    pub no_file: &'static str,
    /// Explains why the components in the list `no_file` need no file.
    pub no_file_help: &'static str,
    /// Notice: the procedure's record lists no components.
    pub no_components: &'static str,
    /// Button that prints the checklist.
    pub print: &'static str,
    /// Button that saves the checklist as a picture.
    pub save: &'static str,
    /// Status: the browser was asked to download the picture, which the page also shows. Nothing tells whether it did.
    pub saved: &'static str,
    /// Status: the browser can't download the picture, but the page shows it.
    pub shown: &'static str,
    /// Text alternative of the picture on the page.
    pub picture: &'static str,
    /// Error: this browser can't save the picture.
    pub not_saved: &'static str,
    /// Start of the file name of the downloaded picture. The code of the procedure follows.
    pub picture_name: &'static str,
    /// Label before the code of the procedure.
    pub code: &'static str,
    /// The question for whom the dossier is filed (R4.21).
    pub for_whom: &'static str,
    /// Texts of the choice [`ForWhom::Oneself`]: the citizen files for themselves.
    pub for_oneself: ForWhomWords,
    /// Texts of the choice [`ForWhom::Child`]: the citizen files for their child.
    pub for_child: ForWhomWords,
    /// Texts of the choice [`ForWhom::Helped`]: the citizen files for another person.
    pub for_helped: ForWhomWords,
    /// Link to the page that chooses the agency.
    pub go_on: &'static str,
}

/// Texts of one choice of the question for whom the dossier is filed.
#[derive(Clone, Copy)]
pub struct ForWhomWords {
    /// Label of the choice.
    pub label: &'static str,
    /// Explains how the choice changes the answers with which the form starts.
    pub effect: &'static str,
}

impl PrepareWords {
    /// Returns the texts of the choice `for_whom`. A choice that the app doesn't know is shown as the backend sent it.
    pub const fn choice(&self, for_whom: ForWhom) -> ForWhomWords {
        match for_whom {
            ForWhom::Oneself => self.for_oneself,
            ForWhom::Child => self.for_child,
            ForWhom::Helped => self.for_helped,
            ForWhom::Other(text) => ForWhomWords {
                label: text.as_str(),
                effect: "",
            },
        }
    }
}
