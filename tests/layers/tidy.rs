//! What every file keeps to: how it begins, how long it is, how it is called, what it must not contain.
//! Never reads the disk: a file comes in as its path and its text.

use crate::source::{code_of, names};

const MOST_LINES: usize = 300;

/// Names that say nothing of what is inside.
const EMPTY_NAMES: [&str; 8] = [
    "util", "utils", "helper", "helpers", "common", "shared", "manager", "misc",
];

/// What is untidy in the Rust file at `path`, each a sentence that says what to do.
pub(crate) fn untidy_rust(path: &str, text: &str) -> Vec<String> {
    let mut untidy = Vec::new();
    if !text.starts_with("//!") {
        untidy.push(format!(
            "{path} must begin with `//!` and a sentence on what happens in it and what must never."
        ));
    }
    let lines = text.lines().count();
    if lines > MOST_LINES {
        untidy.push(format!(
            "{path} has {lines} lines, more than {MOST_LINES}: it has more than one job. Split it."
        ));
    }
    untidy
}

/// Whether the file's or a folder's name is one of the empty ones.
pub(crate) fn empty_name(path: &str) -> Option<String> {
    let word = path
        .split(['/', '.', '_', '-'])
        .find(|word| EMPTY_NAMES.contains(word))?;
    Some(format!(
        "{path}: `{word}` names no job. Call it after what it does."
    ))
}

/// What the content security policy or a phone's keyboard would break in a source file of the app.
pub(crate) fn unsafe_view(path: &str, text: &str) -> Vec<String> {
    let code = if path.ends_with(".rs") {
        code_of(text)
    } else {
        text.to_owned()
    };
    let mut broken = Vec::new();
    if code.contains(" style=") || code.contains("\tstyle=") || code.contains("\nstyle=") {
        broken.push(format!(
            "{path} has a `style=` attribute, which the content security policy blocks. Use a class, or `style:name=` \
             for a value known only at run time."
        ));
    }
    if let Some(event) = ["keydown", "keypress", "keyup"]
        .into_iter()
        .find(|event| names(text, event))
    {
        broken.push(format!(
            "{path} listens to `{event}`, which phone keyboards that suggest words do not send. Act on `input`."
        ));
    }
    broken
}

/// What the content security policy would block in a page.
pub(crate) fn unsafe_page(path: &str, text: &str) -> Vec<String> {
    let mut broken = unsafe_view(path, text);
    if text.contains("<style") {
        broken.push(format!(
            "{path} has an inline `<style>`. Put it into style/."
        ));
    }
    let inline_script = text
        .split("<script")
        .skip(1)
        .filter_map(|after| after.split_once("</script>"))
        .filter_map(|(script, _)| script.split_once('>'))
        .any(|(_, inside)| !inside.trim().is_empty());
    if inline_script {
        broken.push(format!(
            "{path} has an inline script. Put it into public/boot.js."
        ));
    }
    broken
}

#[test]
fn an_untidy_file_is_found() {
    assert_eq!(untidy_rust("src/a.rs", "use std::fmt;\n").len(), 1);
    assert_eq!(
        untidy_rust("src/a.rs", &format!("//! x\n{}", "\n".repeat(300))).len(),
        1
    );
    assert_eq!(untidy_rust("src/a.rs", "//! x\n").len(), 0);
    assert!(empty_name("src/ui/date_utils.rs").is_some());
    assert!(empty_name("src/shared/date.rs").is_some());
    assert!(empty_name("src/ui/command.rs").is_none());
}

#[test]
fn a_view_the_policy_would_block_is_found() {
    assert_eq!(
        unsafe_view("src/a.rs", "view! { <p style=\"color:red\">x</p> }").len(),
        1
    );
    assert_eq!(
        unsafe_view("src/a.rs", "view! { <p style:width=w>x</p> } // no style=").len(),
        0
    );
    assert_eq!(
        unsafe_view("src/a.rs", "view! { <input on:keydown=f/> }").len(),
        1
    );
    assert_eq!(unsafe_view("src/a.rs", "listen(\"keyup\", f)").len(), 1);
    assert_eq!(
        unsafe_page("a.html", "<script src=\"boot.js\"></script>").len(),
        0
    );
    assert_eq!(unsafe_page("a.html", "<script>go()</script>").len(), 1);
    assert_eq!(unsafe_page("a.html", "<style>p{}</style>").len(), 1);
}
