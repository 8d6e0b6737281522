//! Reads a JSON text token by token. No function here is generic, so the app contains each of them once.

/// The text is not valid JSON, or is not a value of the wanted type.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ParseError;

/// How deep arrays and objects may be nested, plus one. It protects the stack, and equals the limit of `serde_json`.
const DEPTH_LIMIT: u8 = 128;

/// A position in a JSON text.
///
/// A byte that the text doesn't contain is read as 0. JSON allows this byte nowhere, so the end of the text needs no
/// other check.
pub(super) struct JsonReader<'de> {
    text: &'de str,
    /// Number of bytes that are read.
    position: usize,
    remaining_depth: u8,
    /// Whether no item of the innermost array or object is read yet, so that no comma precedes the next one.
    is_first: bool,
    /// The latest text that contained an escape. It is kept here so that its memory is used again.
    unescaped: String,
}

impl<'de> JsonReader<'de> {
    pub(super) fn new(text: &'de str) -> Self {
        Self {
            text,
            position: 0,
            remaining_depth: DEPTH_LIMIT,
            is_first: false,
            unescaped: String::new(),
        }
    }

    /// The next byte.
    pub(super) fn peek(&self) -> u8 {
        let byte = self.text.as_bytes().get(self.position);
        byte.copied().unwrap_or_default()
    }

    /// Reads the next byte.
    pub(super) fn take(&mut self) -> u8 {
        let byte = self.peek();
        self.position += 1;
        byte
    }

    /// Reads the next byte if it is `byte`. Returns whether it is.
    pub(super) fn take_if(&mut self, byte: u8) -> bool {
        let is_next = self.peek() == byte;
        self.position += usize::from(is_next);
        is_next
    }

    /// Skips white space. Returns the first byte of the next token.
    pub(super) fn peek_token(&mut self) -> u8 {
        loop {
            match self.peek() {
                b' ' | b'\n' | b'\t' | b'\r' => self.position += 1,
                byte => return byte,
            }
        }
    }

    /// Whether only white space follows.
    pub(super) fn is_at_end(&mut self) -> bool {
        self.peek_token();
        self.position == self.text.len()
    }

    fn expect_token(&mut self, byte: u8) -> Result<(), ParseError> {
        self.peek_token();
        self.take_if(byte).then_some(()).ok_or(ParseError)
    }

    /// Reads the bracket that begins an array or an object.
    pub(super) fn begin(&mut self, bracket: u8) -> Result<(), ParseError> {
        self.expect_token(bracket)?;
        self.remaining_depth -= 1;
        self.is_first = true;
        if self.remaining_depth == 0 {
            return Err(ParseError);
        }
        Ok(())
    }

    /// Reads the bracket that ends an array or an object.
    pub(super) fn end(&mut self, bracket: u8) -> Result<(), ParseError> {
        self.expect_token(bracket)?;
        self.remaining_depth += 1;
        self.is_first = false;
        Ok(())
    }

    /// Reads the comma before the next item of an array or an object. Returns `false` at its end, before the bracket.
    pub(super) fn has_next(&mut self, end: u8) -> Result<bool, ParseError> {
        if self.peek_token() == end {
            return Ok(false);
        }
        if !self.is_first {
            self.expect_token(b',')?;
        }
        self.is_first = false;
        Ok(true)
    }

    /// Goes to the next key of an object. Returns `false` at the end of the object, before the bracket.
    pub(super) fn has_next_key(&mut self) -> Result<bool, ParseError> {
        if !self.has_next(b'}')? {
            return Ok(false);
        }
        match self.peek_token() {
            b'"' => Ok(true),
            _ => Err(ParseError),
        }
    }

    /// Reads the colon between a key and its value.
    pub(super) fn read_colon(&mut self) -> Result<(), ParseError> {
        self.expect_token(b':')
    }

    /// Reads the text of an enum variant that has no content, or the bracket before a variant that has some. Returns
    /// whether the variant has content.
    pub(super) fn begin_variant(&mut self) -> Result<bool, ParseError> {
        match self.peek_token() {
            b'"' => Ok(false),
            _ => {
                self.begin(b'{')?;
                match self.has_next_key()? {
                    true => Ok(true),
                    false => Err(ParseError),
                }
            }
        }
    }

    fn read_literal(&mut self, literal: &str) -> Result<(), ParseError> {
        let rest = self.text.as_bytes().get(self.position..);
        if !rest.is_some_and(|rest| rest.starts_with(literal.as_bytes())) {
            return Err(ParseError);
        }
        self.position += literal.len();
        Ok(())
    }

    /// Reads `null` if it is the next value. Returns whether it is.
    pub(super) fn take_null(&mut self) -> Result<bool, ParseError> {
        if self.peek_token() != b'n' {
            return Ok(false);
        }
        self.read_literal("null").map(|()| true)
    }

    /// Reads `null`.
    pub(super) fn read_null(&mut self) -> Result<(), ParseError> {
        self.peek_token();
        self.read_literal("null")
    }

    /// Reads `true` or `false`.
    pub(super) fn read_bool(&mut self) -> Result<bool, ParseError> {
        let is_true = self.peek_token() == b't';
        self.read_literal(if is_true { "true" } else { "false" })?;
        Ok(is_true)
    }

    /// Reads a text in quotes.
    pub(super) fn read_text(&mut self) -> Result<&str, ParseError> {
        self.expect_token(b'"')?;
        self.unescaped.clear();
        loop {
            let plain = self.read_plain()?;
            match self.take() {
                // Without an escape, no byte is copied.
                b'"' if self.unescaped.is_empty() => return Ok(plain),
                b'"' => {
                    self.unescaped.push_str(plain);
                    return Ok(&self.unescaped);
                }
                b'\\' => {
                    let char = self.read_escaped_char()?;
                    self.unescaped.push_str(plain);
                    self.unescaped.push(char);
                }
                _ => return Err(ParseError),
            }
        }
    }

    /// Reads the part of a text up to a quote, an escape or a control character.
    fn read_plain(&mut self) -> Result<&'de str, ParseError> {
        let rest = self.text.get(self.position..).ok_or(ParseError)?;
        let is_special = |byte: u8| matches!(byte, b'"' | b'\\' | ..0x20);
        let length = rest.bytes().position(is_special).ok_or(ParseError)?;
        self.position += length;
        rest.get(..length).ok_or(ParseError)
    }

    /// Reads an escape after its backslash. A character outside the Basic Multilingual Plane is two escapes.
    fn read_escaped_char(&mut self) -> Result<char, ParseError> {
        let mut code = self.read_escape()?;
        if (0xD800..0xDC00).contains(&code) {
            if self.take() != b'\\' || self.take() != b'u' {
                return Err(ParseError);
            }
            let low = self.read_code_unit()?;
            if !(0xDC00..0xE000).contains(&low) {
                return Err(ParseError);
            }
            code = 0x1_0000 + ((code - 0xD800) << 10) + (low - 0xDC00);
        }
        // A low surrogate without a high one is no `char`.
        char::from_u32(code).ok_or(ParseError)
    }

    /// Reads one escape after its backslash. Returns a UTF-16 code unit.
    fn read_escape(&mut self) -> Result<u32, ParseError> {
        Ok(match self.take() {
            byte @ (b'"' | b'\\' | b'/') => byte.into(),
            b'b' => 0x08,
            b'f' => 0x0C,
            b'n' => 0x0A,
            b'r' => 0x0D,
            b't' => 0x09,
            b'u' => return self.read_code_unit(),
            _ => return Err(ParseError),
        })
    }

    /// Reads four hexadecimal digits.
    fn read_code_unit(&mut self) -> Result<u32, ParseError> {
        let mut unit = 0;
        for _ in 0..4 {
            let digit = char::from(self.take()).to_digit(16);
            unit = unit * 16 + digit.ok_or(ParseError)?;
        }
        Ok(unit)
    }

    /// Skips a value that nobody needs. Like `serde_json`, it accepts any depth, any number and unpaired surrogates.
    pub(super) fn skip_value(&mut self) -> Result<(), ParseError> {
        // The brackets that end the open arrays and objects.
        let mut ends = Vec::new();
        loop {
            match self.peek_token() {
                bracket @ (b'[' | b'{') => {
                    self.position += 1;
                    self.is_first = true;
                    ends.push(if bracket == b'[' { b']' } else { b'}' });
                }
                b'"' => self.skip_text()?,
                b'n' => self.read_null()?,
                b't' | b'f' => drop(self.read_bool()?),
                _ => drop(self.read_number()?),
            }
            loop {
                let Some(&end) = ends.last() else {
                    return Ok(());
                };
                if self.has_next(end)? {
                    if end == b'}' {
                        self.skip_text()?;
                        self.read_colon()?;
                    }
                    break;
                }
                self.position += 1;
                self.is_first = false;
                ends.pop();
            }
        }
    }

    fn skip_text(&mut self) -> Result<(), ParseError> {
        self.expect_token(b'"')?;
        loop {
            self.read_plain()?;
            match self.take() {
                b'"' => return Ok(()),
                b'\\' => drop(self.read_escape()?),
                _ => return Err(ParseError),
            }
        }
    }
}
