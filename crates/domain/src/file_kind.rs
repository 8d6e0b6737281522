//! Detects the kind of a file from its first bytes, and checks that the file name fits this kind.
//!
//! The app runs the checks before it uploads a file. The backend runs them again on the uploaded file.

use contract::limits::FILE_NAME_CHARS;
use contract::portal::UploadLimits;

use crate::format::is_invisible;

/// A kind of file that can be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileKind {
    /// JPEG photo.
    Jpeg,
    /// PNG picture.
    Png,
    /// PDF document.
    Pdf,
}

impl FileKind {
    /// Every kind of file.
    pub const ALL: [FileKind; 3] = [FileKind::Jpeg, FileKind::Png, FileKind::Pdf];

    /// The media type of this kind, such as `image/jpeg`.
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
            FileKind::Pdf => "application/pdf",
        }
    }

    /// The file name extensions of this kind, in lower case.
    fn extensions(self) -> &'static [&'static str] {
        match self {
            FileKind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            FileKind::Png => &["png"],
            FileKind::Pdf => &["pdf"],
        }
    }
}

/// The number of bytes at the start of a file that [`detect_file_kind`] and [`check_file`] read at most.
pub const SNIFFED_BYTES: usize = 64;

/// Why a file can't be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileError {
    /// The file is empty.
    Empty,
    /// The file is larger than the portal accepts.
    TooLarge {
        /// The maximum size of a file, in bytes.
        max: u64,
    },
    /// The portal accepts no files of the kind that the content shows.
    UnsupportedKind,
    /// The content is of another kind than the file name extension.
    NameMismatch {
        /// The kind that the content shows.
        found: FileKind,
    },
}

/// Detects the kind of a file from its first bytes. Eight bytes are enough. `None` if the kind is unknown.
pub fn detect_file_kind(first_bytes: &[u8]) -> Option<FileKind> {
    if first_bytes.starts_with(&[0xFF, 0xD8, 0xFF]) {
        Some(FileKind::Jpeg)
    } else if first_bytes.starts_with(b"\x89PNG\r\n\x1A\n") {
        Some(FileKind::Png)
    } else if first_bytes.starts_with(b"%PDF-") {
        Some(FileKind::Pdf)
    } else {
        None
    }
}

/// Checks whether a file can be attached, and returns its kind.
pub fn check_file(
    name: &str,
    size: u64,
    first_bytes: &[u8],
    limits: &UploadLimits,
) -> Result<FileKind, FileError> {
    if size == 0 {
        return Err(FileError::Empty);
    }
    if size > limits.max_bytes {
        return Err(FileError::TooLarge {
            max: limits.max_bytes,
        });
    }
    let kind = detect_file_kind(first_bytes).ok_or(FileError::UnsupportedKind)?;
    if !limits
        .media_types
        .iter()
        .any(|accepted| accepted == kind.media_type())
    {
        return Err(FileError::UnsupportedKind);
    }
    match extension(name) {
        Some(extension)
            if !kind
                .extensions()
                .iter()
                .any(|known| extension.eq_ignore_ascii_case(known)) =>
        {
            Err(FileError::NameMismatch { found: kind })
        }
        _ => Ok(kind),
    }
}

/// Removes folders and invisible characters from a file name, and shortens it to [`FILE_NAME_CHARS`] characters while
/// keeping the extension. Returns `tep` (file) if nothing is left.
///
/// The name is only displayed. No file is stored under this name.
pub fn sanitize_file_name(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or(name);
    let visible: String = last
        .chars()
        .filter(|letter| !is_invisible(*letter))
        .collect();
    let clean = visible.trim().trim_matches(['.', ' ']);
    if clean.is_empty() {
        return "tep".to_owned();
    }
    if clean.chars().count() <= FILE_NAME_CHARS {
        return clean.to_owned();
    }
    let extension = extension(clean).unwrap_or("");
    let dot = usize::from(!extension.is_empty());
    let mut short: String = clean
        .chars()
        .take(FILE_NAME_CHARS - extension.len() - dot)
        .collect();
    if dot == 1 {
        short.push('.');
        short.push_str(extension);
    }
    short
}

/// The part of a file name after the last dot, if it looks like an extension. «Giấy 12.5.2026» has no extension.
fn extension(name: &str) -> Option<&str> {
    let (_, extension) = name.rsplit_once('.')?;
    let is_extension = (1..=5).contains(&extension.len())
        && extension.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && extension.bytes().any(|byte| byte.is_ascii_alphabetic());
    is_extension.then_some(extension)
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use super::*;
    use proptest::prelude::*;

    const PNG: &[u8] = b"\x89PNG\r\n\x1A\n....";
    const JPEG: &[u8] = &[0xFF, 0xD8, 0xFF, 0xE0, 0];
    const PDF: &[u8] = b"%PDF-1.7\n";

    fn limits() -> UploadLimits {
        UploadLimits {
            max_bytes: 1000,
            max_files: 5,
            media_types: ["image/jpeg", "image/png", "application/pdf"]
                .map(str::to_owned)
                .to_vec(),
            tus: true,
        }
    }

    #[test]
    fn detects_the_kind_from_the_content() {
        for (name, bytes, expected) in [
            ("a.png", PNG, Ok(FileKind::Png)),
            ("ẢNH THẺ.JPG", JPEG, Ok(FileKind::Jpeg)),
            ("a.jpeg", JPEG, Ok(FileKind::Jpeg)),
            ("a.pdf", PDF, Ok(FileKind::Pdf)),
            ("no extension", PDF, Ok(FileKind::Pdf)),
            ("Giấy ra viện 12.5.2026", PDF, Ok(FileKind::Pdf)),
            (
                "a.pdf",
                PNG,
                Err(FileError::NameMismatch {
                    found: FileKind::Png,
                }),
            ),
            (
                "a.png",
                PDF,
                Err(FileError::NameMismatch {
                    found: FileKind::Pdf,
                }),
            ),
            (
                "a.exe",
                PDF,
                Err(FileError::NameMismatch {
                    found: FileKind::Pdf,
                }),
            ),
            ("a.pdf", b"MZ...", Err(FileError::UnsupportedKind)),
            ("a.pdf", b"<html>", Err(FileError::UnsupportedKind)),
            ("a.pdf", b"", Err(FileError::UnsupportedKind)),
        ] {
            assert_eq!(check_file(name, 9, bytes, &limits()), expected, "{name}");
        }
    }

    #[test]
    fn refuses_empty_and_too_large_files() {
        assert_eq!(
            check_file("a.pdf", 0, b"", &limits()),
            Err(FileError::Empty)
        );
        assert_eq!(check_file("a.pdf", 1000, PDF, &limits()), Ok(FileKind::Pdf));
        let over = check_file("a.pdf", 1001, PDF, &limits());
        assert_eq!(over, Err(FileError::TooLarge { max: 1000 }));
    }

    #[test]
    fn refuses_a_kind_that_the_portal_does_not_accept() {
        let photos = UploadLimits {
            media_types: vec!["image/jpeg".to_owned()],
            ..limits()
        };
        assert_eq!(
            check_file("a.pdf", 9, PDF, &photos),
            Err(FileError::UnsupportedKind)
        );
    }

    #[test]
    fn removes_folders_and_invisible_characters_from_a_file_name() {
        for (name, clean) in [
            ("giấy khai sinh.pdf", "giấy khai sinh.pdf"),
            ("../../etc/passwd", "passwd"),
            ("C:\\anh\\mẹ.png", "mẹ.png"),
            ("a\u{202E}fdp.exe", "afdp.exe"),
            ("a\0\n.pdf", "a.pdf"),
            ("..", "tep"),
            ("", "tep"),
            ("anh/", "tep"),
        ] {
            assert_eq!(sanitize_file_name(name), clean, "{name:?}");
        }
    }

    #[test]
    fn keeps_the_extension_of_a_long_file_name() {
        let name = "ế".repeat(400) + ".pdf";
        let clean = sanitize_file_name(&name);
        assert_eq!(clean.chars().count(), FILE_NAME_CHARS);
        assert!(clean.ends_with("ế.pdf"));
        let short = "ế".repeat(200) + ".pdf";
        assert_eq!(sanitize_file_name(&short), short);
    }

    proptest! {
        #[test]
        fn checking_a_file_never_panics(name in ".*", bytes: Vec<u8>, size: u64) {
            let clean = sanitize_file_name(&name);
            prop_assert!(!clean.is_empty() && clean.chars().count() <= FILE_NAME_CHARS);
            prop_assert!(!clean.contains(['/', '\\']));
            if let Ok(kind) = check_file(&name, size, &bytes, &limits()) {
                prop_assert_eq!(detect_file_kind(&bytes).unwrap(), kind);
            }
        }
    }
}
