//! What a chosen file really is, by its first bytes; its name only has to agree.
//!
//! The same checks run on the phone, before a byte is sent, and at the backend, on what arrived.

use contract::limits::FILE_NAME_CHARS;
use contract::portal::UploadLimits;

use crate::format::is_invisible;

/// A kind of file that a component can hold.
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
    /// Every kind.
    pub const ALL: [FileKind; 3] = [FileKind::Jpeg, FileKind::Png, FileKind::Pdf];

    /// Its media type.
    pub fn media_type(self) -> &'static str {
        match self {
            FileKind::Jpeg => "image/jpeg",
            FileKind::Png => "image/png",
            FileKind::Pdf => "application/pdf",
        }
    }

    fn extensions(self) -> &'static [&'static str] {
        match self {
            FileKind::Jpeg => &["jpg", "jpeg", "jpe", "jfif"],
            FileKind::Png => &["png"],
            FileKind::Pdf => &["pdf"],
        }
    }
}

/// How many bytes from the start of a file [`sniff`] and [`check_file`] need at most.
pub const SNIFFED_BYTES: usize = 64;

/// Why a file can't be attached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileFault {
    /// It has no bytes.
    Empty,
    /// It is larger than the portal takes.
    TooLarge {
        /// The most bytes there may be.
        max: u64,
    },
    /// Its bytes are of no kind that the portal takes.
    UnknownKind,
    /// Its bytes are of one kind and its name says another.
    NameMismatch {
        /// What the bytes are.
        found: FileKind,
    },
}

/// The kind told by a file's first bytes; eight are enough.
pub fn sniff(first_bytes: &[u8]) -> Option<FileKind> {
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

/// Whether a file may be attached, and what it is.
pub fn check_file(
    name: &str,
    size: u64,
    first_bytes: &[u8],
    limits: &UploadLimits,
) -> Result<FileKind, FileFault> {
    if size == 0 {
        return Err(FileFault::Empty);
    }
    if size > limits.max_bytes {
        return Err(FileFault::TooLarge {
            max: limits.max_bytes,
        });
    }
    let kind = sniff(first_bytes).ok_or(FileFault::UnknownKind)?;
    if !limits
        .media_types
        .iter()
        .any(|accepted| accepted == kind.media_type())
    {
        return Err(FileFault::UnknownKind);
    }
    match extension(name) {
        Some(ending)
            if !kind
                .extensions()
                .iter()
                .any(|own| ending.eq_ignore_ascii_case(own)) =>
        {
            Err(FileFault::NameMismatch { found: kind })
        }
        _ => Ok(kind),
    }
}

/// The name without folders and invisible characters, at most [`FILE_NAME_CHARS`] characters with its
/// extension kept; `tep` when nothing is left. For display: nothing is ever stored under it.
pub fn clean_file_name(name: &str) -> String {
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
    let ending = extension(clean).unwrap_or("");
    let dot = usize::from(!ending.is_empty());
    let mut short: String = clean
        .chars()
        .take(FILE_NAME_CHARS - ending.len() - dot)
        .collect();
    if dot == 1 {
        short.push('.');
        short.push_str(ending);
    }
    short
}

/// The part after the last dot, if it looks like a kind of file: «Giấy 12.5.2026» has none.
fn extension(name: &str) -> Option<&str> {
    let (_, ending) = name.rsplit_once('.')?;
    let plain = (1..=5).contains(&ending.len())
        && ending.bytes().all(|byte| byte.is_ascii_alphanumeric())
        && ending.bytes().any(|byte| byte.is_ascii_alphabetic());
    plain.then_some(ending)
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
    fn the_bytes_decide_what_a_file_is() {
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
                Err(FileFault::NameMismatch {
                    found: FileKind::Png,
                }),
            ),
            (
                "a.png",
                PDF,
                Err(FileFault::NameMismatch {
                    found: FileKind::Pdf,
                }),
            ),
            (
                "a.exe",
                PDF,
                Err(FileFault::NameMismatch {
                    found: FileKind::Pdf,
                }),
            ),
            ("a.pdf", b"MZ...", Err(FileFault::UnknownKind)),
            ("a.pdf", b"<html>", Err(FileFault::UnknownKind)),
            ("a.pdf", b"", Err(FileFault::UnknownKind)),
        ] {
            assert_eq!(check_file(name, 9, bytes, &limits()), expected, "{name}");
        }
    }

    #[test]
    fn a_file_of_no_bytes_and_one_over_the_limit_are_refused() {
        assert_eq!(
            check_file("a.pdf", 0, b"", &limits()),
            Err(FileFault::Empty)
        );
        assert_eq!(check_file("a.pdf", 1000, PDF, &limits()), Ok(FileKind::Pdf));
        let over = check_file("a.pdf", 1001, PDF, &limits());
        assert_eq!(over, Err(FileFault::TooLarge { max: 1000 }));
    }

    #[test]
    fn a_kind_the_portal_does_not_take_is_refused() {
        let photos = UploadLimits {
            media_types: vec!["image/jpeg".to_owned()],
            ..limits()
        };
        assert_eq!(
            check_file("a.pdf", 9, PDF, &photos),
            Err(FileFault::UnknownKind)
        );
    }

    #[test]
    fn a_file_name_loses_folders_and_hidden_characters() {
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
            assert_eq!(clean_file_name(name), clean, "{name:?}");
        }
    }

    #[test]
    fn a_long_vietnamese_name_keeps_its_extension() {
        let name = "ế".repeat(400) + ".pdf";
        let clean = clean_file_name(&name);
        assert_eq!(clean.chars().count(), FILE_NAME_CHARS);
        assert!(clean.ends_with("ế.pdf"));
        let kept = "ế".repeat(200) + ".pdf";
        assert_eq!(clean_file_name(&kept), kept);
    }

    proptest! {
        #[test]
        fn no_name_and_no_bytes_break_the_check(name in ".*", bytes: Vec<u8>, size: u64) {
            let clean = clean_file_name(&name);
            prop_assert!(!clean.is_empty() && clean.chars().count() <= FILE_NAME_CHARS);
            prop_assert!(!clean.contains(['/', '\\']));
            if let Ok(kind) = check_file(&name, size, &bytes, &limits()) {
                prop_assert_eq!(sniff(&bytes).unwrap(), kind);
            }
        }
    }
}
