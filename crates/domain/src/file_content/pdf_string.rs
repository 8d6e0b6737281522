//! Reads text strings of a PDF file (ISO 32000-1, sections 7.3.4 and 7.9.2).

/// The longest string that is read, in bytes. Names and dates are far shorter.
const MAX_BYTES: usize = 2_000;

/// Reads the text string at the beginning of `bytes`. `None` if something else stands there.
pub(super) fn read_pdf_string(bytes: &[u8]) -> Option<String> {
    let content = match bytes {
        [b'(', rest @ ..] => literal(rest),
        [b'<', b'<', ..] => return None,
        [b'<', rest @ ..] => hex(rest),
        _ => return None,
    };
    Some(decode(&content))
}

/// The bytes of a string in round brackets. `rest` begins after the first bracket.
fn literal(rest: &[u8]) -> Vec<u8> {
    let mut content = Vec::new();
    let mut depth = 1_usize;
    let mut bytes = rest.iter().copied().peekable();
    while let Some(byte) = bytes.next() {
        if content.len() >= MAX_BYTES {
            break;
        }
        match byte {
            b'(' => depth += 1,
            b')' if depth == 1 => break,
            b')' => depth -= 1,
            b'\\' => {
                match bytes.next() {
                    Some(b'n') => content.push(b'\n'),
                    Some(b'r') => content.push(b'\r'),
                    Some(b't') => content.push(b'\t'),
                    Some(first @ b'0'..=b'7') => {
                        let mut code = u32::from(first - b'0');
                        for _ in 0..2 {
                            match bytes.peek() {
                                Some(digit @ b'0'..=b'7') => {
                                    code = code * 8 + u32::from(digit - b'0');
                                    bytes.next();
                                }
                                _ => break,
                            }
                        }
                        content.push(u8::try_from(code & 0xFF).unwrap_or_default());
                    }
                    // A backslash at the end of a line joins the lines.
                    Some(b'\n') | None => {}
                    Some(b'\r') => {
                        bytes.next_if_eq(&b'\n');
                    }
                    Some(other) => content.push(other),
                }
                continue;
            }
            _ => {}
        }
        content.push(byte);
    }
    content
}

/// The bytes of a string in hexadecimal digits. `rest` begins after `<`.
fn hex(rest: &[u8]) -> Vec<u8> {
    let digits = rest.iter().take_while(|byte| **byte != b'>');
    let digits = digits.filter_map(|byte| char::from(*byte).to_digit(16));
    let digits: Vec<u32> = digits.take(2 * MAX_BYTES).collect();
    let byte = |pair: &[u32]| {
        let (high, low) = (pair.first().copied(), pair.get(1).copied());
        // A missing last digit counts as 0.
        u8::try_from(high.unwrap_or(0) * 16 + low.unwrap_or(0)).unwrap_or_default()
    };
    digits.chunks(2).map(byte).collect()
}

/// Converts the bytes of a text string: UTF-16 or UTF-8 with a byte order mark, and otherwise PDFDocEncoding, which is
/// read as Latin-1. Writers that forget the mark of UTF-8 are common, so valid UTF-8 is read as such.
fn decode(content: &[u8]) -> String {
    match content {
        [0xFE, 0xFF, rest @ ..] => {
            let units = rest.chunks_exact(2).map(|pair| match pair {
                [high, low] => u16::from_be_bytes([*high, *low]),
                _ => 0,
            });
            let units: Vec<u16> = units.collect();
            String::from_utf16_lossy(&units)
        }
        [0xEF, 0xBB, 0xBF, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => match core::str::from_utf8(content) {
            Ok(text) => text.to_owned(),
            Err(_) => content.iter().copied().map(char::from).collect(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_strings_in_every_spelling() {
        let utf16 = b"(\xFE\xFFL\0\xEA\0)";
        for (bytes, text) in [
            (&b"(Lan)"[..], "Lan"),
            (b"(a\\(b\\)c(d)\\\\) /Next", "a(b)c(d)\\"),
            (b"(\\101\\7x\\\ny)", "A\u{7}xy"),
            (b"<FEFF004C00EA> /M", "Lê"),
            (b"<4C616>", "La`"),
            ("(\u{feff}Lê Thị)".as_bytes(), "Lê Thị"),
            ("(Lê Thị)".as_bytes(), "Lê Thị"),
            (b"(\xCA)", "Ê"),
            (b"(open", "open"),
        ] {
            assert_eq!(read_pdf_string(bytes).as_deref(), Some(text), "{bytes:?}");
        }
        assert!(read_pdf_string(utf16).is_some());
        for bytes in [&b"/Name"[..], b"<</A 1>>", b""] {
            assert_eq!(read_pdf_string(bytes), None);
        }
    }
}
