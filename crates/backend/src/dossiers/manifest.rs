//! The seal: the files that the citizen reviewed are the files that the server holds, neither more nor
//! fewer, byte for byte. The bytes are read again from the disk; what was once recorded isn't believed.

use std::path::Path;

use contract::AnswerProblem;
use contract::attachment::SealedAttachment;

use super::completeness::attachment_pointer;
use crate::http::json_pointer::answer_problem;
use crate::refusal::Refusal;
use crate::store::attachment_files;
use crate::store::uploads::Upload;

/// Compares the manifest with what is on disk.
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
        // Nothing of the draft is named by such a line, so its place in the manifest is.
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
        // A file that can't be read isn't held.
        Err(_) => Some("sha256"),
    }
}
