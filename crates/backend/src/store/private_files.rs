//! Files and folders that only the backend's own user can read: the database, attachments and keys contain personal data.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::{Path, PathBuf};

/// Name of the database in the data folder.
pub(crate) const DATABASE: &str = "motcua.sqlite";
/// Name of the folder of attachments in the data folder.
pub(crate) const ATTACHMENTS: &str = "files";

/// Creates the data folder with its database file and its folder of attachments. If they exist, takes the access to them
/// and to everything in them from all other users. Returns the folder of attachments.
///
/// Refuses a folder that has files but no database, if other users can read it: it may be a folder that they need.
pub(crate) fn prepare_data_folder(folder: &Path) -> Result<PathBuf, PrivateFilesError> {
    if folder.exists() && !is_private(folder)? {
        let database = folder.join(DATABASE);
        for entry in fs::read_dir(folder)? {
            // The file system of a separate disk has this folder.
            let is_foreign = entry?.file_name() != "lost+found";
            if is_foreign && !database.exists() {
                return Err(PrivateFilesError::ForeignFolder(folder.to_owned()));
            }
        }
    }
    let attachments = folder.join(ATTACHMENTS);
    fs::create_dir_all(&attachments)?;
    new_file_options().open(folder.join(DATABASE))?;
    make_private(folder)?;
    for parent in [folder, &attachments] {
        for entry in fs::read_dir(parent)? {
            make_private(&entry?.path())?;
        }
    }
    Ok(attachments)
}

/// Options that create a file for writing. Only the backend's user can read the new file.
pub(crate) fn new_file_options() -> OpenOptions {
    let mut options = OpenOptions::new();
    options.write(true).create(true).truncate(false);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options
}

/// Takes the access from all other users.
#[cfg(unix)]
fn make_private(path: &Path) -> Result<(), PrivateFilesError> {
    use std::os::unix::fs::PermissionsExt;

    if is_private(path)? {
        return Ok(());
    }
    let mode = fs::metadata(path)?.permissions().mode();
    let private = fs::Permissions::from_mode(mode & 0o700);
    fs::set_permissions(path, private).map_err(|error| PrivateFilesError::Readable {
        path: path.to_owned(),
        error,
    })
}

/// Whether only the owner has access.
#[cfg(unix)]
fn is_private(path: &Path) -> io::Result<bool> {
    use std::os::unix::fs::PermissionsExt;

    Ok(fs::metadata(path)?.permissions().mode() & 0o077 == 0)
}

/// Other systems have no such permissions.
#[cfg(not(unix))]
fn is_private(_: &Path) -> io::Result<bool> {
    Ok(true)
}

/// Other systems have no such permissions.
#[cfg(not(unix))]
fn make_private(_: &Path) -> Result<(), PrivateFilesError> {
    Ok(())
}

/// Why the data folder can't be used.
#[derive(Debug, thiserror::Error)]
pub enum PrivateFilesError {
    /// The folder contains files that other users can read, but no database of this backend.
    #[error(
        "{0:?} has files but isn't a data folder of this backend. Name a new or empty folder with --data, or take the access from other users (chmod 700)"
    )]
    ForeignFolder(PathBuf),
    /// Other users can read a file, and the backend can't change that.
    #[error(
        "other users can read {path:?}, and this can't be changed: {error}. Let the backend's user own the data folder"
    )]
    Readable {
        /// The file or folder.
        path: PathBuf,
        /// The reason.
        error: io::Error,
    },
    /// A file can't be created or read.
    #[error("the data folder can't be used: {0}")]
    Io(#[from] io::Error),
}
