//! The results of a dossier: the documents that the office issued, and how it handed them over.

/// A result file: view, download, share.
mod result_file;
/// The section with all results.
mod results_section;

pub(super) use results_section::results_section;
