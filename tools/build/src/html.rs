//! Fills an HTML template: `{name}` is replaced by the value with that name.

use anyhow::{Result, bail};

/// HTML that is safe to insert into a template: escaped text, or markup.
#[derive(Debug)]
pub(crate) struct Html(pub(crate) String);

/// Escapes a text, so that it is safe between tags and in an attribute value in quotes.
pub(crate) fn escape_text(plain: &str) -> Html {
    let mut html = String::with_capacity(plain.len());
    for letter in plain.chars() {
        match letter {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            other => html.push(other),
        }
    }
    Html(html)
}

/// Replaces each placeholder of a template by its value.
///
/// # Errors
///
/// When a placeholder has no value, or a value belongs to no placeholder.
pub(crate) fn fill_template(template: &str, values: &[(&str, Html)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut used = vec![false; values.len()];
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            bail!("the template has an opening brace without a closing one");
        };
        let Some(index) = values.iter().position(|(known, _)| *known == name) else {
            bail!("the template contains {{{name}}}, which has no value");
        };
        filled.push_str(before);
        if let (Some((_, value)), Some(used)) = (values.get(index), used.get_mut(index)) {
            filled.push_str(&value.0);
            *used = true;
        }
        rest = after;
    }
    filled.push_str(rest);
    if let Some(((name, _), _)) = values.iter().zip(used).find(|(_, used)| !used) {
        bail!("the template doesn't contain {{{name}}}");
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_text_contains_no_markup() {
        let escaped = escape_text("<a href=\"x\">Hộ tịch & cư trú</a>");
        assert_eq!(
            escaped.0,
            "&lt;a href=&quot;x&quot;&gt;Hộ tịch &amp; cư trú&lt;/a&gt;"
        );
    }

    #[test]
    fn replaces_every_placeholder_of_a_value() -> Result<()> {
        let filled = fill_template(
            "<b>{a}</b> {b} {a}",
            &[("a", escape_text("1")), ("b", escape_text("{a}"))],
        )?;
        assert_eq!(filled, "<b>1</b> {a} 1");
        Ok(())
    }

    #[test]
    fn refuses_a_placeholder_without_a_value_and_a_value_without_a_placeholder() {
        assert!(fill_template("{a}", &[]).is_err());
        assert!(fill_template("none", &[("a", escape_text("1"))]).is_err());
        assert!(fill_template("{a", &[("a", escape_text("1"))]).is_err());
    }
}
