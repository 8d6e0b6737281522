//! Removes comments and the content of literals from Rust code, so that a text search finds only code. Everything else
//! stays unchanged, also the markup in `view!` macros.

/// Removes comments, and replaces every string and character literal by `""`.
pub(crate) fn code_of(text: &str) -> String {
    let mut code = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        if rest.starts_with("//") {
            rest = rest.find('\n').map_or("", |end| rest.split_at(end).1);
        } else if rest.starts_with("/*") {
            rest = after_block_comment(rest);
        } else if let Some(after) = after_literal(rest, &code) {
            code.push_str("\"\"");
            rest = after;
        } else {
            code.push(first);
            rest = rest.split_at(first.len_utf8()).1;
        }
    }
    code
}

fn after_block_comment(text: &str) -> &str {
    let mut depth = 0_usize;
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let step = if rest.starts_with("/*") {
            depth += 1;
            2
        } else if rest.starts_with("*/") {
            depth -= 1;
            2
        } else {
            first.len_utf8()
        };
        rest = rest.split_at(step).1;
        if depth == 0 {
            return rest;
        }
    }
    ""
}

/// Returns the text after the literal at the start of `text`. `None` if `text` doesn't start with a literal; a lifetime
/// such as `'a` isn't a literal. `before` is the code before `text`.
fn after_literal<'a>(text: &'a str, before: &str) -> Option<&'a str> {
    let inside_a_word = before.ends_with(|last: char| last.is_alphanumeric() || last == '_');
    if !inside_a_word && let Some(raw) = text.strip_prefix("br").or_else(|| text.strip_prefix('r'))
    {
        let hashes = raw.chars().take_while(|mark| *mark == '#').count();
        if let Some(inside) = raw.split_at(hashes).1.strip_prefix('"') {
            let close = format!("\"{}", "#".repeat(hashes));
            return Some(inside.split_once(&close).map_or("", |(_, after)| after));
        }
    }
    if let Some(inside) = text.strip_prefix('"') {
        return Some(after_quote(inside, '"'));
    }
    let inside = text.strip_prefix('\'')?;
    let mut letters = inside.chars();
    match (letters.next(), letters.next()) {
        (Some('\\'), _) | (Some(_), Some('\'')) => Some(after_quote(inside, '\'')),
        _ => None,
    }
}

fn after_quote(inside: &str, close: char) -> &str {
    let mut escaped = false;
    for (at, letter) in inside.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            _ if letter == close => return inside.split_at(at + letter.len_utf8()).1,
            _ => {}
        }
    }
    ""
}

#[test]
fn removes_comments_and_the_content_of_literals() {
    let code = "a(\"x // y\"); // b\nc(r#\"d\"e\"#, 'f', '\\'', g::<'h>()); /* i /* j */ k */ l";
    assert_eq!(
        code_of(code),
        "a(\"\"); \nc(\"\", \"\", \"\", g::<'h>());  l"
    );
}
