//! HTML escaping. Every text that a user entered must be escaped before it is shown on the page `/demo`.

/// Replaces the five special characters of HTML with character references.
pub(super) fn escape_html(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escapes_markup_in_a_note() {
        assert_eq!(
            escape_html("<b title='\"'>&amp;ấ</b>"),
            "&lt;b title=&#39;&quot;&#39;&gt;&amp;amp;ấ&lt;/b&gt;"
        );
    }
}
