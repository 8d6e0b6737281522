//! Fills a template of HTML: `{name}` stands for the value of that name.

use anyhow::{Result, bail};

/// A value that is HTML already.
#[derive(Debug)]
pub(crate) struct Html(pub(crate) String);

/// Text as HTML, safe between tags and inside a quoted attribute.
pub(crate) fn text(plain: &str) -> Html {
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

/// Writes each value in its place. A place without a value and a value without a place are errors.
pub(crate) fn fill(template: &str, values: &[(&str, Html)]) -> Result<String> {
    let mut filled = String::with_capacity(template.len());
    let mut used = vec![false; values.len()];
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        let Some((name, after)) = after.split_once('}') else {
            bail!("an open brace in the template is never closed");
        };
        let Some(place) = values.iter().position(|(known, _)| *known == name) else {
            bail!("the template asks for {{{name}}}, which has no value");
        };
        filled.push_str(before);
        if let (Some((_, value)), Some(used)) = (values.get(place), used.get_mut(place)) {
            filled.push_str(&value.0);
            *used = true;
        }
        rest = after;
    }
    filled.push_str(rest);
    if let Some(((name, _), _)) = values.iter().zip(used).find(|(_, used)| !used) {
        bail!("the template has no place for {{{name}}}");
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_cannot_become_markup() {
        let said = text("<a href=\"x\">Hộ tịch & cư trú</a>");
        assert_eq!(
            said.0,
            "&lt;a href=&quot;x&quot;&gt;Hộ tịch &amp; cư trú&lt;/a&gt;"
        );
    }

    #[test]
    fn a_value_is_written_wherever_its_name_stands() -> Result<()> {
        let filled = fill(
            "<b>{a}</b> {b} {a}",
            &[("a", text("1")), ("b", text("{a}"))],
        )?;
        assert_eq!(filled, "<b>1</b> {a} 1");
        Ok(())
    }

    #[test]
    fn a_name_without_a_value_and_a_value_without_a_place_are_errors() {
        assert!(fill("{a}", &[]).is_err());
        assert!(fill("none", &[("a", text("1"))]).is_err());
        assert!(fill("{a", &[("a", text("1"))]).is_err());
    }
}
