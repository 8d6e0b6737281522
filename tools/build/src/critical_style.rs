//! Selects the critical CSS: the rules that the first screen needs. The page contains them, so a browser paints the
//! first screen without waiting for the style sheet, which has all rules and is fetched afterwards.
//!
//! The rules are selected from the style sheet and the HTML of the first screen. A rule is selected if the page has each
//! element name, class and id of its selector, anywhere. So a few rules too many are selected, but never one too few. The
//! order of the rules stays the same, so nothing changes on the screen when the style sheet arrives.

use std::collections::BTreeSet;

use anyhow::{Context, Result, bail};

/// A part of a style sheet.
enum Item<'a> {
    /// A rule with its selectors and declarations.
    Rule {
        selectors: Vec<&'a str>,
        declarations: Vec<&'a str>,
    },
    /// `@media` or `@supports`: the text before the brace, and the rules.
    Group(&'a str, Vec<Item<'a>>),
    /// `@keyframes` with its name.
    Keyframes { name: &'a str, body: &'a str },
}

/// Returns the rules of a style sheet that a page needs. The style sheet has no comments.
///
/// # Errors
///
/// When the style sheet has an at-rule that this function doesn't know.
pub(crate) fn critical_style(style: &str, html: &str) -> Result<String> {
    let names = names_in_html(html);
    let mut items = parse(style)?;
    keep_needed(&mut items, &names);
    let mut text = write(&items);
    // A custom property may be used only by another one that isn't used itself, so this is repeated.
    loop {
        drop_unused_definitions(&mut items, &text);
        let shorter = write(&items);
        if shorter.len() == text.len() {
            return Ok(shorter);
        }
        text = shorter;
    }
}

fn parse(style: &str) -> Result<Vec<Item<'_>>> {
    let mut items = Vec::new();
    let mut rest = style.trim();
    while !rest.is_empty() {
        let (prelude, after) = split_outside_quotes(rest, '{').context("a rule has no body")?;
        let (body, after) = split_body(after)?;
        rest = after.trim_start();
        let prelude = prelude.trim();
        if prelude.starts_with("@media print") || prelude.starts_with("@page") {
            continue;
        }
        items.push(if let Some(name) = prelude.strip_prefix("@keyframes ") {
            let name = name.trim();
            Item::Keyframes { name, body }
        } else if prelude.starts_with("@media") || prelude.starts_with("@supports") {
            Item::Group(prelude, parse(body)?)
        } else if prelude.starts_with('@') {
            bail!("the style sheet has {prelude}, of which critical_style.rs knows nothing")
        } else {
            Item::Rule {
                selectors: split_all(prelude, ','),
                declarations: split_all(body, ';'),
            }
        });
    }
    Ok(items)
}

/// Splits at the brace that ends a body. `rest` begins behind the brace that begins the body.
fn split_body(rest: &str) -> Result<(&str, &str)> {
    let mut depth = 1_usize;
    let mut quote = None;
    for (index, character) in rest.char_indices() {
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '{') => depth += 1,
            (None, '}') => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            let (body, after) = rest.split_at(index);
            return Ok((body, after.get(1..).unwrap_or_default()));
        }
    }
    bail!("a rule of the style sheet has no end")
}

/// Splits at the first `separator` that is neither in quotes nor in parentheses.
fn split_outside_quotes(text: &str, separator: char) -> Option<(&str, &str)> {
    let mut depth = 0_usize;
    let mut quote = None;
    for (index, character) in text.char_indices() {
        match (quote, character) {
            (Some(mark), _) if mark == character => quote = None,
            (Some(_), _) => {}
            (None, '"' | '\'') => quote = Some(character),
            (None, '(') => depth += 1,
            (None, ')') => depth = depth.saturating_sub(1),
            (None, _) if character == separator && depth == 0 => {
                let (before, after) = text.split_at(index);
                return Some((before, after.get(separator.len_utf8()..)?));
            }
            _ => {}
        }
    }
    None
}

fn split_all(text: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut rest = text;
    while let Some((part, after)) = split_outside_quotes(rest, separator) {
        parts.push(part.trim());
        rest = after;
    }
    parts.push(rest.trim());
    parts.retain(|part| !part.is_empty());
    parts
}

/// Removes every rule that matches nothing on the page.
fn keep_needed(items: &mut Vec<Item>, names: &BTreeSet<String>) {
    items.retain_mut(|item| match item {
        Item::Rule { selectors, .. } => {
            selectors.retain(|selector| may_match(selector, names));
            !selectors.is_empty()
        }
        Item::Group(_, items) => {
            keep_needed(items, names);
            !items.is_empty()
        }
        Item::Keyframes { .. } => true,
    });
}

/// Removes the custom properties and the animations that no declaration in `text` uses.
fn drop_unused_definitions(items: &mut Vec<Item>, text: &str) {
    items.retain_mut(|item| match item {
        Item::Rule { declarations, .. } => {
            declarations.retain(|declaration| {
                let name = declaration.split(':').next().unwrap_or_default().trim();
                !name.starts_with("--") || uses_property(text, name)
            });
            !declarations.is_empty()
        }
        Item::Group(_, items) => {
            drop_unused_definitions(items, text);
            !items.is_empty()
        }
        Item::Keyframes { name, .. } => text.contains(&["animation:", name].concat()),
    });
}

fn uses_property(text: &str, name: &str) -> bool {
    [")", ","]
        .iter()
        .any(|end| text.contains(&["var(", name, end].concat()))
}

fn write(items: &[Item]) -> String {
    let mut text = String::new();
    for item in items {
        let (prelude, body) = match item {
            Item::Rule {
                selectors,
                declarations,
            } => {
                let declarations = declarations.iter().map(|text| shorten(text));
                (
                    selectors.join(","),
                    declarations.collect::<Vec<_>>().join(";"),
                )
            }
            Item::Group(prelude, items) => ((*prelude).to_owned(), write(items)),
            Item::Keyframes { name, body } => {
                (["@keyframes ", name].concat(), body.trim().to_owned())
            }
        };
        text.extend([prelude.as_str(), "{", &body, "}"]);
    }
    text
}

/// Removes the space behind the colon of a declaration.
fn shorten(declaration: &str) -> String {
    match declaration.split_once(':') {
        Some((name, value)) => [name.trim(), ":", value.trim()].concat(),
        None => declaration.to_owned(),
    }
}

/// Whether a selector may match an element of the page. The state of an element is ignored, except that the citizen
/// points at nothing before the style sheet arrives.
fn may_match(selector: &str, names: &BTreeSet<String>) -> bool {
    !selector.contains(":hover") && names_in_selector(selector).is_subset(names)
}

/// Returns the element names, classes (`.button`) and ids (`#main`) that a selector requires. Leaves out what is in
/// brackets and parentheses.
fn names_in_selector(selector: &str) -> BTreeSet<String> {
    let mut names = BTreeSet::new();
    let mut name = String::new();
    let mut depth = 0_usize;
    for character in selector.chars().chain([' ']) {
        let is_part = character.is_alphanumeric() || matches!(character, '-' | '_');
        if depth == 0 && is_part {
            name.push(character);
            continue;
        }
        let is_required = !name.is_empty() && name != "." && name != "#" && !name.starts_with(':');
        let whole = std::mem::take(&mut name);
        if is_required {
            names.insert(whole);
        }
        match character {
            '[' | '(' => depth += 1,
            ']' | ')' => depth = depth.saturating_sub(1),
            '.' | '#' | ':' if depth == 0 => name.push(character),
            _ => {}
        }
    }
    names
}

/// Returns the element names, classes (`.button`) and ids (`#main`) of a page. Leaves out what is shown without scripts
/// only.
fn names_in_html(html: &str) -> BTreeSet<String> {
    let mut names: BTreeSet<String> = ["html", "body", ":root"].map(str::to_owned).into();
    let mut rest = html;
    while let Some((_, after)) = rest.split_once('<') {
        if after.starts_with("noscript") {
            rest = after
                .split_once("</noscript")
                .map_or("", |(_, after)| after);
            continue;
        }
        let (tag, after) = split_outside_quotes(after, '>').unwrap_or((after, ""));
        rest = after;
        let name = tag.split_whitespace().next().unwrap_or_default();
        if name.starts_with(|first: char| first.is_ascii_alphabetic()) {
            names.insert(name.to_owned());
            let classes = attribute(tag, "class").split_whitespace();
            names.extend(classes.map(|class| [".", class].concat()));
            names.extend(
                attribute(tag, "id")
                    .split_whitespace()
                    .map(|id| ["#", id].concat()),
            );
        }
    }
    names
}

/// Returns the value of an attribute of a tag; empty if the tag has no such attribute.
fn attribute<'a>(tag: &'a str, name: &str) -> &'a str {
    let start = [" ", name, "=\""].concat();
    let value = tag.split_once(&start).map_or("", |(_, value)| value);
    value.split('"').next().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    const PAGE: &str = "<main id=\"main\"><h1 class=\"page-heading wide\">A &gt; b</h1>\
        <noscript><p class=\"notice\">!</p></noscript></main>";

    fn critical(style: &str) -> Result<String> {
        critical_style(style, PAGE)
    }

    #[test]
    fn selects_the_rules_whose_names_the_page_has() -> Result<()> {
        let style = "body { margin: 0; } h1, .tabs { color: red; } main > .wide:focus-visible { top: 0; } \
            .page-heading + .notice { top: 1px; } #other { top: 2px; } h1[hidden] { top: 3px }";
        assert_eq!(
            critical(style)?,
            "body{margin:0}h1{color:red}main > .wide:focus-visible{top:0}h1[hidden]{top:3px}"
        );
        Ok(())
    }

    #[test]
    fn leaves_out_what_needs_a_pointer_or_paper() -> Result<()> {
        assert_eq!(
            critical("h1:hover { top: 0 } @page { margin: 1cm } @media print { h1 { top: 0 } }")?,
            ""
        );
        Ok(())
    }

    #[test]
    fn keeps_conditions_and_the_order_of_rules() -> Result<()> {
        let style = "@media (min-width: 48rem) { .tabs { top: 0; } h1 { top: 1px; } } h1::before { content: \"{;}\"; }";
        assert_eq!(
            critical(style)?,
            "@media (min-width: 48rem){h1{top:1px}}h1::before{content:\"{;}\"}"
        );
        Ok(())
    }

    #[test]
    fn leaves_out_custom_properties_and_animations_that_nothing_uses() -> Result<()> {
        let style = ":root { --a: var(--b); --b: 1px; --c: var(--d); --d: 2px; } h1 { top: var(--a, 3px); } \
            @keyframes turn { to { rotate: 1turn; } }";
        assert_eq!(
            critical(style)?,
            ":root{--a:var(--b);--b:1px}h1{top:var(--a, 3px)}"
        );
        Ok(())
    }

    #[test]
    fn refuses_a_rule_that_it_does_not_know() {
        assert!(critical("@layer a { h1 { top: 0 } }").is_err());
        assert!(critical("h1 { top: 0").is_err());
    }
}
