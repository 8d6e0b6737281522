//! Tests with small files that are built here: whole ones, and the same files with one defect.

#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::time::{Duration, Instant};

use miniz_oxide::deflate::compress_to_vec_zlib;
use proptest::prelude::*;

use super::*;

fn limits() -> UploadLimits {
    UploadLimits {
        max_bytes: 1000,
        max_files: 5,
        media_types: FileKind::ALL
            .map(FileKind::media_type)
            .map(str::to_owned)
            .to_vec(),
        tus: true,
    }
}

fn check(bytes: &[u8]) -> Result<FileKind, FileError> {
    check_file_content(bytes, &limits())
}

fn defect(bytes: &[u8]) -> Option<FileDefect> {
    match check(bytes) {
        Err(FileError::Defect(defect)) => Some(defect),
        _ => None,
    }
}

/// A JPEG photo with a thumbnail in its first segment, and with a marker and an escaped `FF` in its data.
fn jpeg() -> Vec<u8> {
    let thumbnail = [0xFF, 0xD8, 0xFF, 0xD9];
    [
        &[0xFF, 0xD8, 0xFF, 0xE1, 0, 6][..],
        &thumbnail,
        &[0xFF, 0xC0, 0, 11, 8, 0, 16, 0, 16, 1, 1, 0x11, 0],
        &[0xFF, 0xC4, 0, 4, 0, 0],
        &[0xFF, 0xDA, 0, 8, 1, 1, 0, 0, 63, 0],
        &[1, 2, 3, 0xFF, 0, 4, 0xFF, 0xD0, 5, 6, 7, 8],
        &[0xFF, 0xD9],
    ]
    .concat()
}

fn png_chunk(kind: &[u8; 4], content: &[u8]) -> Vec<u8> {
    let checked = [kind, content].concat();
    let mut crc = u32::MAX;
    for byte in &checked {
        crc ^= u32::from(*byte);
        for _ in 0..8 {
            crc = (crc >> 1) ^ if crc & 1 == 1 { 0xEDB8_8320 } else { 0 };
        }
    }
    let length = u32::try_from(content.len()).unwrap().to_be_bytes();
    [&length[..], &checked, &(!crc).to_be_bytes()].concat()
}

fn png() -> Vec<u8> {
    [
        b"\x89PNG\r\n\x1A\n".to_vec(),
        png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        png_chunk(b"IDAT", &compress_to_vec_zlib(&[0, 0x99], 1)),
        png_chunk(b"IEND", &[]),
    ]
    .concat()
}

/// A PDF whose objects are these.
fn pdf(objects: &[&[u8]], trailer: &str) -> Vec<u8> {
    let mut bytes = b"%PDF-1.4\n%\xE2\xE3\xCF\xD3\n".to_vec();
    for (index, object) in objects.iter().enumerate() {
        bytes.extend(format!("{} 0 obj\n", index + 1).into_bytes());
        bytes.extend(*object);
        bytes.extend(b"\nendobj\n");
    }
    bytes.extend(b"xref\n0 1\n0000000000 65535 f \n");
    bytes.extend(format!("trailer\n{trailer}\nstartxref\n15\n%%EOF\n").into_bytes());
    bytes
}

const CATALOG: &[u8] = b"<< /Type /Catalog /Pages 2 0 R >>";
const PAGES: &[u8] = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>";
const PAGE: &[u8] = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<<>>>>>>";
const TRAILER: &str = "<< /Size 4 /Root 1 0 R >>";

fn one_page() -> Vec<u8> {
    pdf(&[CATALOG, PAGES, PAGE], TRAILER)
}

/// A PDF of version 1.5, whose objects are packed into a stream.
fn packed_pdf(objects: &[u8], filter: &str) -> Vec<u8> {
    let packed = compress_to_vec_zlib(objects, 6);
    let length = packed.len();
    let head = format!("<< /Type /ObjStm /N 3 /First 15 {filter} /Length {length} >>\nstream\r\n");
    let stream = [head.as_bytes(), &packed, b"\nendstream"].concat();
    let cross_reference =
        b"<</Type/XRef/Size 9/Root 1 0 R/W[1 2 1]/Length 3>>stream\nobj\nendstream";
    pdf(&[&stream, cross_reference], "")
}

#[test]
fn takes_whole_files_of_each_kind() {
    let objects = [b"1 0 2 34 3 76 ", CATALOG, b" ", PAGES, b" ", PAGE].concat();
    for (bytes, kind) in [
        (jpeg(), FileKind::Jpeg),
        // Phones append a video or a second picture.
        ([jpeg(), vec![0; 40]].concat(), FileKind::Jpeg),
        (png(), FileKind::Png),
        (one_page(), FileKind::Pdf),
        ([one_page(), vec![0; 40]].concat(), FileKind::Pdf),
        (packed_pdf(&objects, "/Filter /FlateDecode"), FileKind::Pdf),
        (
            packed_pdf(&objects, "/Filter [/FlateDecode]"),
            FileKind::Pdf,
        ),
    ] {
        assert_eq!(check(&bytes), Ok(kind));
    }
}

#[test]
fn a_file_that_was_cut_off_anywhere_is_refused() {
    for whole in [jpeg(), png(), one_page()] {
        for length in 8..whole.len() - 2 {
            let cut = whole.get(..length).unwrap();
            assert_eq!(defect(cut), Some(FileDefect::CutOff), "{length}: {cut:?}");
            // A download that stopped may leave zeros in the place of the rest.
            let filled = [cut, &vec![0; whole.len() - length]].concat();
            assert!(defect(&filled).is_some(), "{length}");
        }
    }
}

#[test]
fn a_file_with_nothing_to_see_in_it_is_refused() {
    let without_data = [
        png().get(..8).unwrap(),
        &png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0]),
        &png_chunk(b"IEND", &[]),
    ]
    .concat();
    let mut without_height = png();
    without_height.splice(
        8..33,
        png_chunk(b"IHDR", &[0, 0, 0, 1, 0, 0, 0, 0, 8, 0, 0, 0, 0]),
    );
    let mut damaged_data = png();
    *damaged_data.get_mut(45).unwrap() ^= 1;
    let mut narrow = jpeg();
    *narrow.get_mut(18).unwrap() = 0;
    for bytes in [
        vec![0xFF, 0xD8, 0xFF, 0xD9],
        without_data,
        without_height,
        damaged_data,
        narrow,
        b"%PDF-1.7\nstartxref\n0\n%%EOF".to_vec(),
    ] {
        assert_eq!(defect(&bytes), Some(FileDefect::Damaged), "{bytes:?}");
    }
}

#[test]
fn a_locked_pdf_is_refused_and_a_text_about_encryption_is_not() {
    let trailer = "<< /Size 4 /Root 1 0 R /Encrypt 9 0 R >>";
    let locked = pdf(&[CATALOG, PAGES, PAGE], trailer);
    assert_eq!(defect(&locked), Some(FileDefect::Locked));
    let stream: &[u8] = b"<</Type/XRef/Root 1 0 R/Encrypt 9 0 R/Length 3>>stream\nabc\nendstream";
    let locked = pdf(&[CATALOG, PAGES, PAGE, stream], "");
    assert_eq!(defect(&locked), Some(FileDefect::Locked));
    let text: &[u8] = b"<</Length 38>>stream\n(trailer << /Encrypt 9 0 R >> 5 0 obj <<)\nendstream";
    let about = pdf(&[CATALOG, PAGES, PAGE, text], TRAILER);
    assert_eq!(check(&about), Ok(FileKind::Pdf));
}

#[test]
fn a_pdf_without_a_page_is_refused() {
    let no_kids: &[u8] = b"<< /Type /Pages /Kids [] /Count 0 >>";
    assert_eq!(
        defect(&pdf(&[CATALOG, no_kids], TRAILER)),
        Some(FileDefect::NoPage)
    );
    let text: &[u8] = b"<</Length 50>>stream\n3 0 obj << /Type /Page >> endobj\nendstream";
    assert_eq!(
        defect(&pdf(&[CATALOG, no_kids, text], TRAILER)),
        Some(FileDefect::NoPage)
    );
    let packed = packed_pdf(&[CATALOG, no_kids].concat(), "/Filter /FlateDecode");
    assert_eq!(defect(&packed), Some(FileDefect::NoPage));
}

#[test]
fn a_pdf_that_is_packed_in_a_rare_way_gets_the_benefit_of_the_doubt() {
    let packed = packed_pdf(PAGE, "/Filter [/ASCII85Decode /FlateDecode]");
    assert_eq!(check(&packed), Ok(FileKind::Pdf));
}

#[test]
fn a_pdf_that_unpacks_to_gigabytes_is_no_danger() {
    let bomb = packed_pdf(&vec![b' '; UNPACKED_TOO_MUCH], "/Filter /FlateDecode");
    assert!(bomb.len() < 100_000);
    assert_eq!(defect(&bomb), Some(FileDefect::Damaged));
}

/// More bytes than the check unpacks.
const UNPACKED_TOO_MUCH: usize = 33 * 1024 * 1024;

#[test]
fn a_hostile_pdf_is_checked_as_fast_as_any_other() {
    const SIZE: usize = 1024 * 1024;
    for repeated in [
        "1obj%",
        "1obj(",
        "1obj",
        "1 0 obj ",
        "1obj\\(",
        "1obj[",
        "1obj<<",
        "1obj<</A(",
        "1obj<<>>",
        "1obj<<>>stream",
        "1obj<<>>stream endstream",
        "1obj<</Type/ObjStm>>stream<<endstream",
        "<<",
        "trailer",
        "trailer%",
        "trailer(",
        "trailer<<",
        "stream",
        "1 ",
    ] {
        let body = repeated.repeat(SIZE / repeated.len());
        let file = format!("%PDF-1.7\n{body}\nstartxref\n0\n%%EOF\n");
        let started = Instant::now();
        assert_ne!(pdf::check_pdf(file.as_bytes()), Ok(()), "{repeated}");
        let taken = started.elapsed();
        // A search that reads bytes twice takes minutes.
        assert!(taken < Duration::from_secs(5), "{repeated}: {taken:?}");
    }
}

#[test]
fn a_page_after_an_object_that_is_no_dictionary_is_found() {
    for object in [
        "%note\n42",
        "(a (nested) text)",
        "[1 2]",
        "<41>",
        "/Name",
        "null",
    ] {
        let objects = format!("{object} endobj\n9 0 obj\n<</Type/Page>>");
        let file = pdf(&[objects.as_bytes()], "");
        assert_eq!(check(&file), Ok(FileKind::Pdf), "{object}");
    }
}

#[test]
fn refuses_a_size_that_the_portal_does_not_accept() {
    assert_eq!(check_file_size(0, &limits()), Err(FileError::Empty));
    assert_eq!(check_file_size(1000, &limits()), Ok(()));
    assert_eq!(
        check_file_size(1001, &limits()),
        Err(FileError::TooLarge { max: 1000 })
    );
}

#[test]
fn refuses_a_kind_that_the_portal_does_not_accept() {
    let photos = UploadLimits {
        media_types: vec!["image/jpeg".to_owned()],
        ..limits()
    };
    assert_eq!(
        check_file_content(&one_page(), &photos),
        Err(FileError::UnsupportedKind(UnsupportedKind::Other))
    );
}

proptest! {
    #[test]
    fn checking_any_bytes_never_panics(
        start in prop::sample::select(vec![jpeg(), png(), one_page()]),
        kept in 3..200_usize,
        changed in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 0..8),
        tail: Vec<u8>,
    ) {
        let mut bytes = start;
        bytes.truncate(kept);
        bytes.extend(tail);
        for (index, value) in changed {
            *index.get_mut(&mut bytes) = value;
        }
        let _ = check(&bytes);
    }
}
