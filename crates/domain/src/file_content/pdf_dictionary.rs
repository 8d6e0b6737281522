//! Finds and reads dictionaries in a PDF file (ISO 32000-1, section 7.3.7).

use super::pdf_string;

/// A dictionary in the bytes of a PDF file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PdfDictionary<'a> {
    /// The bytes between `<<` and `>>`.
    content: &'a [u8],
    /// The position after `>>`.
    pub(super) end: usize,
}

/// A piece of PDF syntax.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum PdfToken<'a> {
    /// `<<`.
    Open,
    /// `>>`.
    Close,
    /// A name with its slash, a number or a keyword.
    Word(&'a [u8]),
    /// A string, a bracket or a brace.
    Other,
}

impl<'a> PdfDictionary<'a> {
    /// Reads the dictionary that begins at `from`, after white space and comments.
    ///
    /// # Errors
    ///
    /// Something else stands there, or the dictionary has no end.
    pub(super) fn read(bytes: &'a [u8], from: usize) -> Result<Self, NoDictionary> {
        let mut tokens = PdfTokens { bytes, at: from };
        if tokens.next() != Some(PdfToken::Open) {
            return Err(NoDictionary::Other { end: tokens.at });
        }
        let start = tokens.at;
        let mut depth = 1_usize;
        loop {
            let end = tokens.at;
            match tokens.next().ok_or(NoDictionary::Unclosed)? {
                PdfToken::Open => depth += 1,
                PdfToken::Close => depth -= 1,
                PdfToken::Word(_) | PdfToken::Other => {}
            }
            if depth == 0 {
                let content = bytes.get(start..end).unwrap_or_default();
                let end = tokens.at;
                return Ok(Self { content, end });
            }
        }
    }

    /// Whether the dictionary itself has this key. Dictionaries inside it don't count.
    pub(super) fn has(self, key: &[u8]) -> bool {
        self.own_tokens().any(|token| token == PdfToken::Word(key))
    }

    /// The word after a key, for example `/Page` after `/Type`. `None` if the dictionary lacks the key, or its value is
    /// no word.
    pub(super) fn word(self, key: &[u8]) -> Option<&'a [u8]> {
        let mut tokens = self.own_tokens();
        tokens.find(|token| *token == PdfToken::Word(key))?;
        match tokens.next()? {
            PdfToken::Word(word) => Some(word),
            PdfToken::Open | PdfToken::Close | PdfToken::Other => None,
        }
    }

    /// The text after a key, for example the name after `/Name`. `None` if the dictionary lacks the key, or its value is
    /// no text.
    pub(super) fn text(self, key: &[u8]) -> Option<String> {
        let mut tokens = PdfTokens {
            bytes: self.content,
            at: 0,
        };
        let mut depth = 0_usize;
        loop {
            match tokens.next()? {
                PdfToken::Open => depth += 1,
                PdfToken::Close => depth = depth.saturating_sub(1),
                PdfToken::Word(word) if depth == 0 && word == key => break,
                PdfToken::Word(_) | PdfToken::Other => {}
            }
        }
        tokens.skip_space();
        pdf_string::read_pdf_string(self.content.get(tokens.at..)?)
    }

    fn own_tokens(self) -> impl Iterator<Item = PdfToken<'a>> {
        let tokens = PdfTokens {
            bytes: self.content,
            at: 0,
        };
        let mut depth = 0_usize;
        tokens.filter(move |token| {
            match token {
                PdfToken::Open => depth += 1,
                PdfToken::Close => depth = depth.saturating_sub(1),
                PdfToken::Word(_) | PdfToken::Other => {}
            }
            depth == 0
        })
    }
}

/// Why no dictionary could be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum NoDictionary {
    /// Something else stands there.
    Other {
        /// The position after it. A search goes on from here: if it went on from an earlier position, it would read the
        /// same bytes again and again.
        end: usize,
    },
    /// The end of the dictionary is missing.
    Unclosed,
}

/// The pieces of PDF syntax from a position on.
struct PdfTokens<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Iterator for PdfTokens<'a> {
    type Item = PdfToken<'a>;

    fn next(&mut self) -> Option<PdfToken<'a>> {
        self.skip_space();
        let first = *self.bytes.get(self.at)?;
        let second = self.bytes.get(self.at + 1);
        let start = self.at;
        self.at += 1;
        Some(match (first, second) {
            (b'<', Some(b'<')) => {
                self.at += 1;
                PdfToken::Open
            }
            (b'>', Some(b'>')) => {
                self.at += 1;
                PdfToken::Close
            }
            (b'(', _) => {
                self.skip_string();
                PdfToken::Other
            }
            (b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b')', _) => PdfToken::Other,
            _ => {
                let rest = self.bytes.get(self.at..).unwrap_or_default();
                self.at += rest.iter().take_while(|byte| is_regular(**byte)).count();
                PdfToken::Word(self.bytes.get(start..self.at)?)
            }
        })
    }
}

impl PdfTokens<'_> {
    fn skip_space(&mut self) {
        let mut is_comment = false;
        while let Some(byte) = self.bytes.get(self.at) {
            match byte {
                b'\r' | b'\n' => is_comment = false,
                b'%' => is_comment = true,
                byte if is_comment || is_space(*byte) => {}
                _ => return,
            }
            self.at += 1;
        }
    }

    /// Skips the rest of a string: brackets may be nested, and a backslash takes the meaning of the next byte away.
    fn skip_string(&mut self) {
        let mut depth = 1_usize;
        while let Some(byte) = self.bytes.get(self.at)
            && depth > 0
        {
            match byte {
                b'(' => depth += 1,
                b')' => depth -= 1,
                b'\\' => self.at += 1,
                _ => {}
            }
            self.at += 1;
        }
    }
}

/// Whether a byte is white space in PDF.
pub(super) fn is_space(byte: u8) -> bool {
    matches!(byte, 0 | b'\t' | b'\n' | 0x0C | b'\r' | b' ')
}

/// Whether a byte can be part of a name, a number or a keyword.
fn is_regular(byte: u8) -> bool {
    !is_space(byte)
        && !matches!(
            byte,
            b'<' | b'>' | b'[' | b']' | b'{' | b'}' | b'(' | b')' | b'/' | b'%'
        )
}
