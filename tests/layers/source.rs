//! Reads Rust text just far enough to say which modules it names: comments and literals out, `use` trees opened.
//! Never a parser: what the compiler would refuse may be misread here.

/// The text without comments, and with the insides of string and character literals taken out.
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

/// What follows the literal that `text` begins with, if it begins with one. A lifetime is not a literal.
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

/// Every path in `code` that begins with `crate::` or `super::`, from the crate's root, for a file that is `module`.
/// `use crate::{api, ui::{Button, Notice}}` gives `api`, `ui::Button` and `ui::Notice`.
pub(crate) fn paths_in_crate(code: &str, module: &[&str]) -> Vec<Vec<String>> {
    let mut found = Vec::new();
    for head in ["crate::", "super::"] {
        for (at, _) in code.match_indices(head) {
            let (before, from_here) = code.split_at(at);
            let goes_on =
                before.ends_with(|last: char| last.is_alphanumeric() || "_:$".contains(last));
            if goes_on {
                continue;
            }
            let mut base: Vec<String> = module.iter().map(|part| (*part).to_owned()).collect();
            let mut rest = from_here;
            while let Some(after) = rest.strip_prefix("super::") {
                base.pop();
                rest = after;
            }
            if let Some(after) = rest.strip_prefix("crate::") {
                base.clear();
                rest = after;
            }
            open_tree(&mut rest, &base, &mut found);
        }
    }
    found
}

fn open_tree(rest: &mut &str, base: &[String], found: &mut Vec<Vec<String>>) {
    let mut path = base.to_vec();
    loop {
        *rest = rest.trim_start();
        if let Some(inside) = rest.strip_prefix('{') {
            *rest = inside;
            while !rest.is_empty() && !rest.starts_with('}') {
                open_tree(rest, &path, found);
                *rest = rest.trim_start().trim_start_matches(',').trim_start();
            }
            *rest = rest.strip_prefix('}').unwrap_or("");
            return;
        }
        let end = rest
            .find(|letter: char| !letter.is_alphanumeric() && letter != '_')
            .unwrap_or(rest.len());
        let (word, after) = rest.split_at(end);
        if !word.is_empty() && word != "self" {
            path.push(word.to_owned());
        }
        match after.strip_prefix("::") {
            Some(deeper) if !word.is_empty() => *rest = deeper,
            _ => break,
        }
    }
    found.push(path);
    // `as name` and anything else up to the next branch of the tree.
    *rest = rest
        .find([',', '}', ';'])
        .map_or("", |end| rest.split_at(end).1);
}

/// Whether `code` has `word` as a word of its own.
pub(crate) fn names(code: &str, word: &str) -> bool {
    occurrences(code, word).next().is_some()
}

/// Whether `code` names something of the crate `name`: as `name::…`, or by `use name`.
pub(crate) fn names_crate(code: &str, name: &str) -> bool {
    occurrences(code, name)
        .any(|(before, after)| after.starts_with("::") || before.ends_with("use "))
}

/// What stands before and after each `word` that is not a part of a longer one.
fn occurrences<'a>(code: &'a str, word: &'a str) -> impl Iterator<Item = (&'a str, &'a str)> {
    let part_of_a_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    code.match_indices(word).filter_map(move |(at, _)| {
        let (before, from_here) = code.split_at(at);
        let after = from_here.split_at(word.len()).1;
        (!before.ends_with(part_of_a_word) && !after.starts_with(part_of_a_word))
            .then_some((before, after))
    })
}
