//! A draft's version as it stands in `ETag` and `If-Match` (RFC 9110, 8.8.3 and 13.1.1).
//!
//! Comparison is strong: a weak tag never matches, so a proxy that weakens tags cannot cause a lost answer.

/// Which versions an `If-Match` accepts.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum IfMatch {
    /// `*`: whatever is there.
    Any,
    /// One of these; empty when no tag could be one of ours.
    OneOf(Vec<u64>),
}

/// `If-Match` isn't a list of entity tags.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct MalformedIfMatch;

impl IfMatch {
    /// Reads the value of `If-Match`.
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

    /// Whether `version` may be changed under this condition.
    pub(crate) fn holds(&self, version: u64) -> bool {
        match self {
            IfMatch::Any => true,
            IfMatch::OneOf(versions) => versions.contains(&version),
        }
    }
}

/// The entity tag of a version: `"7"`.
pub(crate) fn entity_tag(version: u64) -> String {
    format!("\"{version}\"")
}

fn tag_text(version: u64) -> String {
    version.to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_read_back_is_the_version_it_was_made_of() {
        assert_eq!(IfMatch::parse(&entity_tag(7)), Ok(IfMatch::OneOf(vec![7])));
        assert_eq!(
            IfMatch::parse("\"6\", \"7\""),
            Ok(IfMatch::OneOf(vec![6, 7]))
        );
        assert_eq!(IfMatch::parse(" * "), Ok(IfMatch::Any));
    }

    #[test]
    fn tags_that_are_not_ours_match_nothing() {
        for header in ["W/\"7\"", "\"07\"", "\"+7\"", "\"abc\"", "\"\""] {
            assert_eq!(
                IfMatch::parse(header),
                Ok(IfMatch::OneOf(Vec::new())),
                "{header}"
            );
        }
    }

    #[test]
    fn what_is_no_tag_at_all_is_refused() {
        for header in ["", "7", "\"7", "7\"", "\"7\" \"8\"", "\"7\",", "W/7"] {
            assert_eq!(IfMatch::parse(header), Err(MalformedIfMatch), "{header}");
        }
    }
}
