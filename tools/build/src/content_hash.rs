//! Hashes of files and folders, for use in names. If a name contains the hash of the content, the content under this
//! name never changes, so browsers may cache it for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

/// The number of hexadecimal digits in a hash. 16 digits are 64 bits.
const DIGITS: usize = 16;

/// Returns the hash of the content of a file.
pub(crate) fn hash_bytes(content: &[u8]) -> String {
    digits(Sha256::digest(content).as_slice())
}

/// Returns the hash of a folder, computed from the names and contents of all files below it. Brotli copies are left
/// out, because they are made from the other files.
///
/// The hash becomes part of the folder's name, not of the files' names. So the files may contain each other's names,
/// even in a circle.
pub(crate) fn hash_folder(folder: &Path) -> Result<String> {
    let mut hash = Sha256::new();
    for path in files_below(folder)? {
        if path.extension().is_some_and(|ending| ending == "br") {
            continue;
        }
        let name = path
            .strip_prefix(folder)?
            .to_string_lossy()
            .replace('\\', "/");
        let content = fs::read(&path)?;
        // The hash includes the lengths of name and content. Without them, the name "ab" with the content "c" would
        // have the same hash as the name "a" with the content "bc".
        hash.update(u64::try_from(name.len())?.to_be_bytes());
        hash.update(name);
        hash.update(u64::try_from(content.len())?.to_be_bytes());
        hash.update(content);
    }
    Ok(digits(hash.finalize().as_slice()))
}

/// Returns every file below a folder, sorted by path.
pub(crate) fn files_below(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            if path.is_dir() {
                folders.push(path);
            } else {
                files.push(path);
            }
        }
    }
    files.sort();
    Ok(files)
}

fn digits(hash: &[u8]) -> String {
    let mut digits: String = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    digits.truncate(DIGITS);
    digits
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let folder = tempfile::tempdir()?;
        for (name, content) in files {
            let path = folder.path().join(name);
            if let Some(parent) = path.parent() {
                fs::create_dir_all(parent)?;
            }
            fs::write(path, content)?;
        }
        Ok(folder)
    }

    fn hash(files: &[(&str, &str)]) -> Result<String> {
        hash_folder(folder(files)?.path())
    }

    #[test]
    fn a_folder_with_the_same_files_has_the_same_hash() -> Result<()> {
        let files = [("app.js", "one"), ("snippets/a/inline0.js", "two")];
        assert_eq!(hash(&files)?, hash(&files)?);
        assert_eq!(hash(&files)?.len(), DIGITS);
        Ok(())
    }

    #[test]
    fn a_brotli_copy_does_not_change_the_hash() -> Result<()> {
        let with_copy = [("app.js", "one"), ("app.js.br", "packed")];
        assert_eq!(hash(&with_copy)?, hash(&[("app.js", "one")])?);
        Ok(())
    }

    #[test]
    fn a_change_of_content_name_or_folder_changes_the_hash() -> Result<()> {
        let before = hash(&[("app.js", "one"), ("snippets/a/inline0.js", "two")])?;
        for after in [
            [("app.js", "one"), ("snippets/a/inline0.js", "changed")],
            [("app.js", "one"), ("snippets/b/inline0.js", "two")],
            [("app.js", "onet"), ("snippets/a/inline0.js", "wo")],
        ] {
            assert_ne!(before, hash(&after)?, "{after:?}");
        }
        Ok(())
    }
}
