//! Joins the many small style sheets into one file, so that a browser needs only one request.

use std::process::Command;

use anyhow::{Context, Result, bail};

/// Returns the text of all style sheets, joined into one. The script `style/join.sh` joins them, because Trunk runs the
/// same script.
pub(crate) fn join_style_sheets() -> Result<String> {
    let run = Command::new("sh")
        .arg("style/join.sh")
        .output()
        .context("joining the style sheets")?;
    if !run.status.success() {
        bail!("style/join.sh: {}", String::from_utf8_lossy(&run.stderr));
    }
    Ok(slim_style(&String::from_utf8(run.stdout)?))
}

/// Removes comments, and replaces each run of white space by one space. Texts in quotation marks stay as they are.
fn slim_style(style: &str) -> String {
    let mut slim = String::with_capacity(style.len());
    let mut rest = style;
    while let Some(first) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
        } else if first.is_ascii_whitespace() {
            rest = rest.trim_ascii_start();
            if !slim.ends_with(' ') {
                slim.push(' ');
            }
        } else if matches!(first, '"' | '\'') {
            let (text, after) = split_after_text(rest, first);
            slim.push_str(text);
            rest = after;
        } else {
            slim.push(first);
            rest = rest.get(first.len_utf8()..).unwrap_or_default();
        }
    }
    slim
}

/// Splits behind the text in quotation marks with which `rest` begins. A backslash escapes the character after it.
fn split_after_text(rest: &str, mark: char) -> (&str, &str) {
    let mut is_escaped = false;
    let end = rest.char_indices().skip(1).find(|(_, character)| {
        let ends = *character == mark && !is_escaped;
        is_escaped = *character == '\\' && !is_escaped;
        ends
    });
    rest.split_at(end.map_or(rest.len(), |(index, _)| index + mark.len_utf8()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn removes_comments_and_indentation_but_nothing_from_texts() {
        let style = "/* A mark. */\na::before {\n  content: \"/* \\\"  x */\";\n}\n\n/* end";
        assert_eq!(
            slim_style(style),
            " a::before { content: \"/* \\\"  x */\"; } "
        );
    }
}
