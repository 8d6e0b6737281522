//! The header `Range`, with which a client asks for a part of a file (RFC 9110, section 14).

/// The part of a file that a request asks for.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum ByteRange {
    /// The whole file: the header is missing or malformed, or asks for several parts.
    Whole,
    /// The bytes from `first` to `last`, both included.
    Part {
        /// Position of the first byte.
        first: u64,
        /// Position of the last byte.
        last: u64,
    },
    /// No byte of the file is in the range.
    Unsatisfiable,
}

impl ByteRange {
    /// Parses the value of `Range` for a file of `size` bytes. A server may ignore a range that it doesn't support, so
    /// several ranges and other units lead to the whole file.
    pub(crate) fn parse(header: Option<&str>, size: u64) -> ByteRange {
        let spec = header.and_then(|header| header.trim().strip_prefix("bytes="));
        let Some((first, last)) = spec
            .filter(|spec| !spec.contains(','))
            .and_then(|spec| spec.split_once('-'))
        else {
            return ByteRange::Whole;
        };
        let end = size.saturating_sub(1);
        match (first.trim(), last.trim()) {
            ("", suffix) => match parse_position(suffix) {
                None => ByteRange::Whole,
                Some(0) => ByteRange::Unsatisfiable,
                Some(_) if size == 0 => ByteRange::Unsatisfiable,
                Some(count) => ByteRange::Part {
                    first: size.saturating_sub(count),
                    last: end,
                },
            },
            (first, last) => {
                let wanted = match last {
                    "" => Some(u64::MAX),
                    last => parse_position(last),
                };
                match (parse_position(first), wanted) {
                    (Some(first), Some(last)) if first <= last => match first {
                        first if first >= size => ByteRange::Unsatisfiable,
                        first => ByteRange::Part {
                            first,
                            last: last.min(end),
                        },
                    },
                    _ => ByteRange::Whole,
                }
            }
        }
    }
}

/// Parses digits only. A number that is too large becomes the largest one.
fn parse_position(text: &str) -> Option<u64> {
    let is_number = !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    is_number.then(|| text.parse().unwrap_or(u64::MAX))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn returns_the_part_that_a_client_asks_for() {
        let part = |first, last| ByteRange::Part { first, last };
        for (header, expected) in [
            ("bytes=0-0", part(0, 0)),
            ("bytes=4-", part(4, 9)),
            ("bytes=2-5", part(2, 5)),
            ("bytes=2-500", part(2, 9)),
            ("bytes=-3", part(7, 9)),
            ("bytes=-30", part(0, 9)),
            ("bytes=10-", ByteRange::Unsatisfiable),
            ("bytes=10-12", ByteRange::Unsatisfiable),
            ("bytes=-0", ByteRange::Unsatisfiable),
            ("bytes=99999999999999999999-", ByteRange::Unsatisfiable),
        ] {
            assert_eq!(ByteRange::parse(Some(header), 10), expected, "{header}");
        }
    }

    #[test]
    fn ignores_a_range_that_is_malformed_or_has_several_parts() {
        for header in [
            "",
            "bytes",
            "bytes=",
            "bytes=-",
            "bytes=a-b",
            "bytes=5-2",
            "bytes=+1-2",
            "items=0-1",
            "bytes=0-1,4-5",
            "bytes=1--2",
        ] {
            assert_eq!(
                ByteRange::parse(Some(header), 10),
                ByteRange::Whole,
                "{header}"
            );
        }
        assert_eq!(ByteRange::parse(None, 10), ByteRange::Whole);
    }
}
