//! Checks that every file and folder named in the documents exists: each link, and each path in backticks. A path in
//! backticks is written from the top folder of the repository, and may contain `{a,b}`. Code blocks aren't checked.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may panic")]

use std::fs;
use std::path::{Path, PathBuf};

/// The endings that make a text in backticks a file's path even without a `/`.
const FILE_ENDINGS: [&str; 11] = [
    ".css", ".html", ".js", ".json", ".md", ".mjs", ".rs", ".sh", ".toml", ".ts", ".tsv",
];

/// The folders that a build or a run makes, which aren't in the repository.
const GENERATED: [&str; 5] = ["dist", "assets", "target", "demo-data", "node_modules"];

#[test]
fn every_path_in_the_documents_exists() {
    let wrong: Vec<String> = documents()
        .into_iter()
        .flat_map(|document| {
            let text = fs::read_to_string(top().join(&document))
                .unwrap_or_else(|error| panic!("{document}: {error}"));
            let folder = Path::new(&document).parent().expect("it has a folder");
            missing_paths(&text, folder, &|path| top().join(path).exists())
                .into_iter()
                .map(move |path| format!("{document} names {path}, which doesn't exist"))
        })
        .collect();
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

#[test]
fn finds_a_missing_link_and_a_missing_path() {
    let exists = |path: &Path| {
        ["src/app", "docs/how-to.md", "src/i18n/vi", "src/i18n/en"]
            .iter()
            .any(|known| path == Path::new(known))
    };
    let missing = |text| missing_paths(text, Path::new("docs"), &exists);
    let none: [&str; 0] = [];
    assert_eq!(missing("[a](how-to.md#tabs) `src/app` `make test`"), none);
    assert_eq!(missing("`src/i18n/{vi,en}` `/demo` `GET /portal`"), none);
    assert_eq!(missing("`dist/index.html` `DATA/secret` `1/2`"), none);
    assert_eq!(missing("[a](https://example.vn/x.md)"), none);
    assert_eq!(missing("```\nsrc/gone.rs `a.rs`\n```\n"), none);
    assert_eq!(missing("[a](gone.md)"), ["docs/gone.md"]);
    assert_eq!(missing("see `app.rs`, `src/app`"), ["app.rs"]);
    assert_eq!(missing("`src/i18n/{vi,fr}`"), ["src/i18n/fr"]);
    assert_eq!(missing("`filing/draft/`"), ["filing/draft/"]);
}

/// Returns the paths in a Markdown text that don't exist. A link is relative to `folder`. A path in backticks is
/// relative to the top folder of the repository.
fn missing_paths(text: &str, folder: &Path, exists: &dyn Fn(&Path) -> bool) -> Vec<String> {
    let prose = without_code_blocks(text);
    let links = link_targets(&prose)
        .into_iter()
        .map(|target| resolve(folder, &target));
    let paths = code_spans(&prose)
        .into_iter()
        .filter(|span| is_path(span))
        .flat_map(|span| expand_braces(&span));
    links
        .chain(paths)
        .filter(|path| !exists(Path::new(path.trim_end_matches('/'))))
        .collect()
}

fn without_code_blocks(text: &str) -> String {
    let mut is_code = false;
    let mut prose = String::new();
    for line in text.lines() {
        if line.trim_start().starts_with("```") {
            is_code = !is_code;
        } else if !is_code {
            prose.push_str(line);
            prose.push('\n');
        }
    }
    prose
}

/// Returns the texts between single backticks.
fn code_spans(text: &str) -> Vec<String> {
    let spans = text.split('`').skip(1).step_by(2);
    spans.map(str::to_owned).collect()
}

/// Returns the targets of links to files of the repository, without the part from `#` on.
fn link_targets(text: &str) -> Vec<String> {
    let targets = text
        .split("](")
        .skip(1)
        .filter_map(|rest| rest.split(')').next());
    targets
        .filter(|target| !target.contains("://"))
        .filter_map(|target| target.split('#').next())
        .filter(|target| !target.is_empty())
        .map(str::to_owned)
        .collect()
}

/// Whether a text in backticks is the path of a file or folder of the repository. A word in capitals (`DATA/secret`)
/// stands for a folder that the reader chooses.
fn is_path(span: &str) -> bool {
    let is_plain = |letter: char| letter.is_ascii_alphanumeric() || "_-./{},".contains(letter);
    let looks_like_path =
        span.contains('/') || FILE_ENDINGS.iter().any(|ending| span.ends_with(ending));
    let first = span.split('/').next().unwrap_or_default();
    let is_placeholder = !first.is_empty()
        && first.chars().all(|letter| letter.is_ascii_uppercase())
        && span.contains('/');
    let is_number = first.chars().all(|letter| letter.is_ascii_digit());
    looks_like_path
        && span.chars().all(is_plain)
        && !span.starts_with('/')
        && !is_placeholder
        && !is_number
        && !GENERATED.contains(&first)
}

/// Returns `a/{b,c}` as `a/b` and `a/c`.
fn expand_braces(path: &str) -> Vec<String> {
    let Some((before, rest)) = path.split_once('{') else {
        return vec![path.to_owned()];
    };
    let Some((names, after)) = rest.split_once('}') else {
        return vec![path.to_owned()];
    };
    names
        .split(',')
        .flat_map(|name| expand_braces(&[before, name, after].concat()))
        .collect()
}

/// Converts the target of a link to a path from the top folder of the repository. `folder` contains the document.
fn resolve(folder: &Path, target: &str) -> String {
    let mut path = PathBuf::from(folder);
    for part in target.split('/') {
        match part {
            ".." => drop(path.pop()),
            "." => {}
            name => path.push(name),
        }
    }
    path.to_string_lossy().replace('\\', "/")
}

/// Returns the documents that people read: three documents in the top folder, and all documents in `docs`.
fn documents() -> Vec<String> {
    let mut found: Vec<String> = ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md"]
        .map(str::to_owned)
        .to_vec();
    let listing = fs::read_dir(top().join("docs")).expect("the folder docs can be listed");
    for entry in listing {
        let name = entry.expect("docs can be listed").file_name();
        let name = name.to_string_lossy();
        if name.ends_with(".md") {
            found.push(format!("docs/{name}"));
        }
    }
    found.sort();
    found
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}
