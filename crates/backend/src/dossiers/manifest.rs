//! Verifies the manifest of a submission: the files that the citizen reviewed must be exactly the files on the server.
//! The files are read and hashed again; recorded hashes aren't trusted.

use std::path::Path;

use contract::AnswerProblem;
use contract::attachment::SealedAttachment;

use super::completeness::attachment_pointer;
use crate::http::json_pointer::answer_problem;
use crate::refusal::Refusal;
use crate::store::attachment_files;
use crate::store::uploads::Upload;

/// Compares the manifest with the files on disk.
///
/// # Errors
///
/// 422 with one problem for each difference.
pub(super) async fn verify(
    manifest: &[SealedAttachment],
    uploads: &[Upload],
    files_dir: &Path,
) -> Result<(), Refusal> {
    let mut problems: Vec<AnswerProblem> = manifest
        .iter()
        .enumerate()
        .filter(|(place, line)| {
            let named_before = manifest
                .iter()
                .take(*place)
                .any(|before| before.id == line.id);
            named_before || !uploads.iter().any(|upload| upload.id == line.id)
        })
        // The entry names no file of the draft, so its index in the manifest is the pointer.
        .map(|(place, _)| answer_problem(format!("/attachments/{place}"), "unknown"))
        .collect();
    for upload in uploads {
        let sealed = manifest.iter().find(|line| line.id == upload.id);
        if let Some(rule) = find_mismatch(sealed, upload, files_dir).await {
            problems.push(answer_problem(attachment_pointer(&upload.component), rule));
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Refusal::AttachmentMismatch(problems))
    }
}

async fn find_mismatch(
    sealed: Option<&SealedAttachment>,
    upload: &Upload,
    files_dir: &Path,
) -> Option<&'static str> {
    let Some(sealed) = sealed else {
        return Some("unsealed");
    };
    if upload.sha256.is_none() {
        return Some("unfinished");
    }
    match attachment_files::read_summary(files_dir, &upload.id).await {
        Ok(held) if held.size != sealed.size => Some("size"),
        Ok(held) if held.sha256 != sealed.sha256 => Some("sha256"),
        Ok(_) => None,
        // A file that can't be read counts as different.
        Err(_) => Some("sha256"),
    }
}
