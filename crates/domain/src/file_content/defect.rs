//! What can be wrong with the content of an attached file.

/// Why an officer couldn't open or read a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileDefect {
    /// The end of the file is missing.
    CutOff,
    /// The content breaks the rules of its format, or the file has no content.
    Damaged,
    /// The PDF is encrypted: it needs a password, or its author has restricted what readers may do.
    Locked,
    /// The PDF has no page.
    NoPage,
}

impl FileDefect {
    /// Every defect.
    pub const ALL: [FileDefect; 4] = [
        FileDefect::CutOff,
        FileDefect::Damaged,
        FileDefect::Locked,
        FileDefect::NoPage,
    ];

    /// The name of the defect in a problem document.
    pub const fn name(self) -> &'static str {
        match self {
            FileDefect::CutOff => "cut-off",
            FileDefect::Damaged => "damaged",
            FileDefect::Locked => "locked",
            FileDefect::NoPage => "no-page",
        }
    }
}
