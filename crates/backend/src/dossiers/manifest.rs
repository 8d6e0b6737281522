//! Verifies the manifest of a submission: the list of the files that the citizen reviewed. These files must be exactly
//! the files that are sent with the dossier. A file of the draft that the answers don't need any more may be missing. The
//! files are read and hashed again; the hashes in the database aren't trusted.

use std::collections::{HashMap, HashSet};
use std::path::Path;

use contract::AnswerProblem;
use contract::attachment::SealedAttachment;

use super::completeness::attachment_pointer;
use crate::http::json_pointer::answer_problem;
use crate::refusal::Refusal;
use crate::store::attachment_files;
use crate::store::uploads::Upload;

/// Compares the manifest with the files on disk. `is_sent` tells by its id whether a file is sent with the dossier.
///
/// # Errors
///
/// 422 with one problem for each difference.
pub(crate) async fn verify_manifest(
    manifest: &[SealedAttachment],
    uploads: &[Upload],
    is_sent: impl Fn(&str) -> bool,
    files_dir: &Path,
) -> Result<(), Refusal> {
    let held: HashSet<&str> = uploads.iter().map(|upload| upload.id.as_str()).collect();
    let mut sealed: HashMap<&str, &SealedAttachment> = HashMap::new();
    let mut problems: Vec<AnswerProblem> = Vec::new();
    for (place, entry) in manifest.iter().enumerate() {
        let id = entry.id.as_str();
        if !held.contains(id) || sealed.insert(id, entry).is_some() {
            // The draft has no file with the id in this entry. The JSON Pointer therefore contains the index of the
            // entry.
            problems.push(answer_problem(format!("/attachments/{place}"), "unknown"));
        }
    }
    for upload in uploads.iter().filter(|upload| is_sent(&upload.id)) {
        let entry = sealed.get(upload.id.as_str()).copied();
        if let Some(rule) = find_mismatch(entry, upload) {
            problems.push(answer_problem(attachment_pointer(&upload.component), rule));
        }
    }
    // Reading all files is slow. So a wrong manifest is refused before, and can't be sent to make the backend work.
    if problems.is_empty() {
        for upload in uploads.iter().filter(|upload| is_sent(&upload.id)) {
            if let Some(rule) = find_damage(upload, files_dir).await {
                problems.push(answer_problem(attachment_pointer(&upload.component), rule));
            }
        }
    }
    if problems.is_empty() {
        Ok(())
    } else {
        Err(Refusal::AttachmentMismatch(problems))
    }
}

/// Compares the manifest entry of an upload with the database. Returns the broken rule if the entry is missing, the
/// upload isn't complete, or the size or hash differs.
fn find_mismatch(entry: Option<&SealedAttachment>, upload: &Upload) -> Option<&'static str> {
    let Some(entry) = entry else {
        return Some("unsealed");
    };
    match &upload.sha256 {
        None => Some("unfinished"),
        Some(_) if upload.size != entry.size => Some("size"),
        Some(sha256) if *sha256 != entry.sha256 => Some("sha256"),
        Some(_) => None,
    }
}

/// Compares the file of an upload with the database. Returns the broken rule if the size or hash differs.
async fn find_damage(upload: &Upload, files_dir: &Path) -> Option<&'static str> {
    match attachment_files::read_summary(files_dir, &upload.id).await {
        Ok(on_disk) if on_disk.size != upload.size => Some("size"),
        Ok(on_disk) if Some(&on_disk.sha256) != upload.sha256.as_ref() => Some("sha256"),
        Ok(_) => None,
        // A file that can't be read is reported as different.
        Err(_) => Some("sha256"),
    }
}
