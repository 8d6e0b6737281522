//! The structure of a PDF file (ISO 32000-1, section 7.5). The objects are found by reading the file from its beginning,
//! as programs do that repair a file with a wrong cross-reference table.

use miniz_oxide::inflate::decompress_to_vec_zlib_with_limit;

use super::defect::FileDefect;
use super::pdf_dictionary::{NoDictionary, PdfDictionary, is_space};

/// The end mark must be within this many bytes of the end of the file.
const TAIL: usize = 2048;
/// The number of bytes that are unpacked at most. It protects against a small file that unpacks to gigabytes.
const UNPACKED: usize = 32 * 1024 * 1024;

/// Names in the dictionary of a stream whose content isn't simply deflated.
const RARE_PACKING: [&[u8]; 6] = [
    b"/DecodeParms",
    b"/ASCII85Decode",
    b"/ASCIIHexDecode",
    b"/LZWDecode",
    b"/RunLengthDecode",
    b"/Crypt",
];

/// Checks that the file is complete, isn't encrypted and has a page.
pub(super) fn check_pdf(bytes: &[u8]) -> Result<(), FileDefect> {
    if !has_end_mark(bytes) {
        return Err(FileDefect::CutOff);
    }
    let found = search(bytes);
    if found.is_encrypted {
        Err(FileDefect::Locked)
    } else if found.has_page || found.has_unknown_stream {
        Ok(())
    } else if found.has_damaged_stream || !found.has_object {
        Err(FileDefect::Damaged)
    } else {
        Err(FileDefect::NoPage)
    }
}

/// Whether `startxref` and `%%EOF` stand at the end of the file, apart from white space and zeros.
fn has_end_mark(bytes: &[u8]) -> bool {
    let length = bytes.iter().rposition(|byte| !is_space(*byte));
    let length = length.map_or(0, |last| last + 1);
    let tail = bytes.get(length.saturating_sub(TAIL)..length);
    let tail = tail.unwrap_or_default();
    find(tail, b"startxref", 0).is_some_and(|start| find(tail, b"%%EOF", start).is_some())
}

/// What the objects of a file show.
#[derive(Default)]
struct PdfContent {
    is_encrypted: bool,
    has_page: bool,
    has_object: bool,
    /// Whether objects are packed in a way that this module can't unpack.
    has_unknown_stream: bool,
    /// Whether packed objects can't be unpacked, because the data is damaged.
    has_damaged_stream: bool,
    /// The number of bytes that were unpacked so far.
    unpacked: usize,
}

/// Collects what the objects of the file show.
fn search(bytes: &[u8]) -> PdfContent {
    let mut found = PdfContent::default();
    visit_dictionaries(bytes, |one| {
        let kind = one.dictionary.word(b"/Type");
        if one.is_trailer || kind == Some(b"/XRef") {
            found.is_encrypted |= one.dictionary.has(b"/Encrypt");
        }
        if one.is_trailer {
            return;
        }
        found.has_object = true;
        found.has_page |= kind == Some(b"/Page");
        if let Some(content) = one.stream
            && kind == Some(b"/ObjStm")
            && !found.has_page
            && !found.is_encrypted
        {
            found.search_packed(one.dictionary, content);
        }
    });
    found
}

/// The dictionary of an object or of a trailer.
pub(super) struct FileDictionary<'a> {
    pub(super) dictionary: PdfDictionary<'a>,
    is_trailer: bool,
    /// The content of the stream that follows.
    stream: Option<&'a [u8]>,
}

/// Reads the objects and trailers of the file in order. Skips the content of streams, so that their bytes can't be taken
/// for objects.
pub(super) fn visit_dictionaries<'a>(bytes: &'a [u8], mut visit: impl FnMut(FileDictionary<'a>)) {
    let mut at = 0;
    while let Some(rest) = bytes.get(at..)
        && let Some(skipped) = rest.iter().position(|byte| matches!(byte, b'o' | b't'))
    {
        at += skipped;
        let rest = bytes.get(at..).unwrap_or_default();
        let (keyword, is_trailer): (&[u8], bool) = match rest {
            [b'o', b'b', b'j', ..] if follows_number(bytes, at) => (b"obj", false),
            [b't', b'r', b'a', b'i', b'l', b'e', b'r', ..] => (b"trailer", true),
            _ => {
                at += 1;
                continue;
            }
        };
        at += keyword.len();
        let dictionary = match PdfDictionary::read(bytes, at) {
            Ok(dictionary) => dictionary,
            Err(NoDictionary::Other { end }) => {
                at = end;
                continue;
            }
            // The rest of the file belongs to this dictionary.
            Err(NoDictionary::Unclosed) => break,
        };
        at = dictionary.end;
        let stream = match is_trailer {
            true => None,
            false => stream_after(bytes, dictionary),
        };
        if let Some((_, end)) = stream {
            at = end;
        }
        visit(FileDictionary {
            dictionary,
            is_trailer,
            stream: stream.map(|(content, _)| content),
        });
    }
}

impl PdfContent {
    /// Unpacks a stream of objects, and searches it for a page.
    fn search_packed(&mut self, dictionary: PdfDictionary<'_>, content: &[u8]) {
        let is_packed = dictionary.has(b"/Filter");
        let is_unknown = !dictionary.has(b"/FlateDecode")
            || RARE_PACKING.iter().any(|name| dictionary.has(name));
        if is_packed && is_unknown {
            self.has_unknown_stream = true;
            return;
        }
        let unpacked = match is_packed {
            true => {
                let limit = UNPACKED.saturating_sub(self.unpacked);
                decompress_to_vec_zlib_with_limit(content, limit).unwrap_or_else(|error| {
                    self.has_damaged_stream = true;
                    error.output
                })
            }
            false => content.to_vec(),
        };
        self.unpacked += unpacked.len();
        let mut at = 0;
        while let Some(start) = find(&unpacked, b"<<", at) {
            let Ok(dictionary) = PdfDictionary::read(&unpacked, start) else {
                break;
            };
            self.has_page |= dictionary.word(b"/Type") == Some(b"/Page");
            at = dictionary.end;
        }
    }
}

/// The content of the stream that follows a dictionary, from the keyword `stream` to the keyword `endstream`, and the
/// position after it. `None` if no stream follows.
fn stream_after<'a>(bytes: &'a [u8], dictionary: PdfDictionary<'_>) -> Option<(&'a [u8], usize)> {
    const KEYWORD: &[u8] = b"stream";
    const END: &[u8] = b"endstream";
    let rest = bytes.get(dictionary.end..)?;
    let spaces = rest.iter().take_while(|byte| is_space(**byte)).count();
    let content = rest.get(spaces..)?.strip_prefix(KEYWORD)?;
    let line_end = match content {
        [b'\r', b'\n', ..] => 2,
        [b'\r' | b'\n', ..] => 1,
        _ => 0,
    };
    let content = content.get(line_end..)?;
    // The stated length may be wrong, or be the number of another object that contains the length.
    let stated = dictionary.word(b"/Length").and_then(parse_number);
    let ends_there = |length: &usize| {
        let after = content.get(*length..).unwrap_or_default();
        let near = after.get(..END.len() + 4).unwrap_or_default();
        find(near, END, 0).is_some()
    };
    let end = stated
        .filter(ends_there)
        .or_else(|| find(content, END, 0))
        .unwrap_or(content.len());
    let start = dictionary.end + spaces + KEYWORD.len() + line_end;
    Some((content.get(..end)?, start + end))
}

fn parse_number(digits: &[u8]) -> Option<usize> {
    core::str::from_utf8(digits).ok()?.parse().ok()
}

/// Whether the bytes before a position end with a number, as they do before `obj`.
fn follows_number(bytes: &[u8], at: usize) -> bool {
    let before = bytes.get(..at).unwrap_or_default();
    let last = before.iter().rfind(|byte| !is_space(**byte));
    last.is_some_and(u8::is_ascii_digit)
}

/// The position of `wanted` in `bytes` at or after `from`.
fn find(bytes: &[u8], wanted: &[u8], from: usize) -> Option<usize> {
    let rest = bytes.get(from..)?;
    let found = rest.windows(wanted.len()).position(|bytes| bytes == wanted);
    found.map(|found| from + found)
}
