//! Detects the kind of a file from its first bytes, and makes a clean file name that fits this kind.

use contract::limits::FILE_NAME_CHARS;

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

/// A kind of file that can't be attached. The citizen is told how to make another one of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum UnsupportedKind {
    /// A photo of an iPhone (HEIC), or the similar AVIF.
    Heic,
    /// WebP picture, as web pages and messengers use it.
    WebP,
    /// Document of Word or of another office program.
    Office,
    /// Any other kind.
    Other,
}

/// Detects the kind of a file from its first bytes.
pub fn detect_file_kind(bytes: &[u8]) -> Result<FileKind, UnsupportedKind> {
    const OLD_OFFICE: &[u8] = b"\xD0\xCF\x11\xE0";
    const ZIP: &[u8] = b"PK\x03\x04";
    match bytes {
        [0xFF, 0xD8, 0xFF, ..] => Ok(FileKind::Jpeg),
        [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Ok(FileKind::Png),
        [b'%', b'P', b'D', b'F', b'-', ..] => Ok(FileKind::Pdf),
        [
            b'R',
            b'I',
            b'F',
            b'F',
            _,
            _,
            _,
            _,
            b'W',
            b'E',
            b'B',
            b'P',
            ..,
        ] => Err(UnsupportedKind::WebP),
        [_, _, _, _, b'f', b't', b'y', b'p', brand @ ..] if is_heic_brand(brand) => {
            Err(UnsupportedKind::Heic)
        }
        _ if bytes.starts_with(OLD_OFFICE) || bytes.starts_with(ZIP) => {
            Err(UnsupportedKind::Office)
        }
        _ => Err(UnsupportedKind::Other),
    }
}

/// Whether a file of the ISO base media format is a picture (ISO/IEC 23008-12) and not, for example, a video.
fn is_heic_brand(brand: &[u8]) -> bool {
    const BRANDS: [&[u8; 4]; 9] = [
        b"heic", b"heix", b"heim", b"heis", b"hevc", b"mif1", b"msf1", b"avif", b"avis",
    ];
    BRANDS.iter().any(|known| brand.starts_with(*known))
}

/// Gives a file name the extension of its content. An extension that belongs to another kind of file is replaced; one
/// that may be part of the name stays, and the right one follows it. A name without an extension stays as it is.
///
/// Phones and messengers often name a picture wrongly, and the content alone decides whether it can be attached.
pub fn mend_file_name(name: &str, kind: FileKind) -> String {
    let is_of = |kind: FileKind, extension: &str| {
        let known = kind.extensions().iter();
        known
            .copied()
            .any(|known| extension.eq_ignore_ascii_case(known))
    };
    let Some(found) = extension(name) else {
        return name.to_owned();
    };
    if is_of(kind, found) {
        return name.to_owned();
    }
    let is_file_extension = FileKind::ALL.iter().any(|other| is_of(*other, found))
        || OTHER_EXTENSIONS
            .iter()
            .any(|known| found.eq_ignore_ascii_case(known));
    let stem = match is_file_extension {
        true => name
            .get(..name.len() - found.len() - 1)
            .filter(|stem| !stem.is_empty())
            .unwrap_or("tep"),
        false => name,
    };
    // «anh.jpeg.pdf» of a photo has its right extension already.
    if is_file_extension && extension(stem).is_some_and(|before| is_of(kind, before)) {
        return stem.to_owned();
    }
    let own = kind.extensions().first().copied().unwrap_or_default();
    sanitize_file_name(&[stem, ".", own].concat())
}

/// Extensions of other kinds of files that a name may wrongly have.
const OTHER_EXTENSIONS: [&str; 12] = [
    "heic", "heif", "webp", "avif", "gif", "bmp", "tif", "tiff", "doc", "docx", "txt", "tmp",
];

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
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_content_decides_the_kind_and_other_kinds_are_named() {
        for (bytes, expected) in [
            (&b"\xFF\xD8\xFF\xE0"[..], Ok(FileKind::Jpeg)),
            (b"\x89PNG\r\n\x1A\n", Ok(FileKind::Png)),
            (b"%PDF-1.7", Ok(FileKind::Pdf)),
            (b"\0\0\0\x18ftypheic\0", Err(UnsupportedKind::Heic)),
            (b"\0\0\0\x18ftypmif1\0", Err(UnsupportedKind::Heic)),
            (b"RIFF\x10\0\0\0WEBPVP8 ", Err(UnsupportedKind::WebP)),
            (b"PK\x03\x04", Err(UnsupportedKind::Office)),
            (b"\xD0\xCF\x11\xE0\xA1", Err(UnsupportedKind::Office)),
            (b"\0\0\0\x18ftypisom\0", Err(UnsupportedKind::Other)),
            (b"RIFF\x10\0\0\0WAVE", Err(UnsupportedKind::Other)),
            (b"MZ", Err(UnsupportedKind::Other)),
            (b"", Err(UnsupportedKind::Other)),
        ] {
            assert_eq!(detect_file_kind(bytes), expected, "{bytes:?}");
        }
    }

    #[test]
    fn a_picture_under_another_ending_gets_the_right_one() {
        for (name, kind, mended) in [
            ("IMG_001.jpg", FileKind::Png, "IMG_001.png"),
            ("z5012.png", FileKind::Jpeg, "z5012.jpg"),
            ("anh.jpeg.pdf", FileKind::Jpeg, "anh.jpeg"),
            ("IMG_2.HEIC", FileKind::Jpeg, "IMG_2.jpg"),
            ("Giấy.doc", FileKind::Pdf, "Giấy.pdf"),
            ("Quyết định 12.QĐ", FileKind::Pdf, "Quyết định 12.QĐ"),
            ("Số 12.UBND", FileKind::Pdf, "Số 12.UBND.pdf"),
            ("ẢNH THẺ.JPG", FileKind::Jpeg, "ẢNH THẺ.JPG"),
            ("a.jfif", FileKind::Jpeg, "a.jfif"),
            ("no extension", FileKind::Pdf, "no extension"),
            (
                "Giấy ra viện 12.5.2026",
                FileKind::Pdf,
                "Giấy ra viện 12.5.2026",
            ),
            (".png", FileKind::Jpeg, "tep.jpg"),
        ] {
            assert_eq!(mend_file_name(name, kind), mended, "{name}");
        }
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
        fn a_clean_and_mended_name_is_a_name(name in ".*", kind in prop::sample::select(&FileKind::ALL)) {
            let clean = mend_file_name(&sanitize_file_name(&name), kind);
            prop_assert!(!clean.is_empty() && clean.chars().count() <= FILE_NAME_CHARS);
            prop_assert!(!clean.contains(['/', '\\']));
            prop_assert_eq!(mend_file_name(&clean, kind), clean.clone());
        }
    }
}
