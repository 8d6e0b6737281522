//! URLs in the data that a page offers as links. A URL such as `javascript:…` would run as a script of the page, so only
//! URLs that open another page are read.

use serde::{Deserialize, Deserializer};

/// Whether a URL opens a page: an `https` or `http` URL, or a path of the same origin. The comparison allows no other
/// spelling, so nobody can hide another scheme behind spaces, capital letters or escapes.
fn opens_page(url: &str) -> bool {
    let is_path = url.starts_with('/') && !url.starts_with("//") && !url.starts_with("/\\");
    is_path || url.starts_with("https://") || url.starts_with("http://")
}

/// Reads an optional URL. A URL that doesn't open a page is read as `None`.
pub(crate) fn read_link<'de, D: Deserializer<'de>>(source: D) -> Result<Option<String>, D::Error> {
    let url = Option::<String>::deserialize(source)?;
    Ok(url.filter(|url| opens_page(url)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offers_no_link_that_could_run_as_a_script() {
        for url in [
            "javascript:alert(1)",
            "JavaScript:alert(1)",
            " javascript:alert(1)",
            "java\tscript:alert(1)",
            "&#106;avascript:alert(1)",
            "data:text/html,<script>alert(1)</script>",
            "vbscript:x",
            "blob:https://motcua.vn/1",
            "//evil.example",
            "/\\evil.example",
            "",
        ] {
            assert!(!opens_page(url), "{url}");
        }
        for url in [
            "https://dichvucong.gov.vn/a?b=1",
            "http://127.0.0.1:8080/demo",
            "/demo",
            "/",
        ] {
            assert!(opens_page(url), "{url}");
        }
    }
}
