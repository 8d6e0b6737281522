//! The version of a draft as an entity tag in `ETag` and `If-Match` (RFC 9110, 8.8.3 and 13.1.1).
//!
//! The comparison is strong: a weak tag never matches. If a proxy makes tags weak, saving fails, but no answer of the
//! citizen is overwritten.

/// The parsed header `If-Match`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// `*`: every version matches.
    Any,
    /// One of these versions must match. Empty if no tag in the header is a valid version.
    OneOf(Vec<u64>),
}

/// Error: the value of `If-Match` isn't a list of entity tags.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MalformedIfMatch;

impl IfMatch {
    /// Parses the value of the header `If-Match`.
    pub(crate) fn parse(header: &str) -> Result<IfMatch, MalformedIfMatch> {
        if header.trim() == "*" {
            return Ok(IfMatch::Any);
        }
        let mut versions = Vec::new();
        for tag in header.split(',').map(str::trim) {
            let (weak, quoted) = match tag.strip_prefix("W/") {
                Some(rest) => (true, rest),
                None => (false, tag),
            };
            let opaque = quoted
                .strip_prefix('"')
                .and_then(|rest| rest.strip_suffix('"'))
                .filter(|opaque| !opaque.contains('"'))
                .ok_or(MalformedIfMatch)?;
            let version = opaque
                .parse()
                .ok()
                .filter(|version| tag_text(*version) == opaque);
            versions.extend(version.filter(|_| !weak));
        }
        Ok(IfMatch::OneOf(versions))
    }

    /// Whether `If-Match` allows a change of a draft that has this version.
    pub(crate) fn matches(&self, version: u64) -> bool {
        match self {
            IfMatch::Any => true,
            IfMatch::OneOf(versions) => versions.contains(&version),
        }
    }
}

/// The entity tag of a version, such as `"7"`.
pub(crate) fn entity_tag(version: u64) -> String {
    format!("\"{version}\"")
}

/// The text between the quotes of an entity tag.
fn tag_text(version: u64) -> String {
    version.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_its_own_entity_tags() {
        assert_eq!(IfMatch::parse(&entity_tag(7)), Ok(IfMatch::OneOf(vec![7])));
        assert_eq!(
            IfMatch::parse("\"6\", \"7\""),
            Ok(IfMatch::OneOf(vec![6, 7]))
        );
        assert_eq!(IfMatch::parse(" * "), Ok(IfMatch::Any));
    }

    #[test]
    fn foreign_entity_tags_match_nothing() {
        for header in ["W/\"7\"", "\"07\"", "\"+7\"", "\"abc\"", "\"\""] {
            assert_eq!(
                IfMatch::parse(header),
                Ok(IfMatch::OneOf(Vec::new())),
                "{header}"
            );
        }
    }

    #[test]
    fn rejects_a_malformed_entity_tag() {
        for header in ["", "7", "\"7", "7\"", "\"7\" \"8\"", "\"7\",", "W/7"] {
            assert_eq!(IfMatch::parse(header), Err(MalformedIfMatch), "{header}");
        }
    }
}
