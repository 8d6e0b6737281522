//! Holds the sources to the layers and the habits of ARCHITECTURE.md; a failure says which file, and what to do.
//! Checks what the compiler can't; the rules are in `layers/`, each with a test that shows it finding what it forbids.
#![expect(clippy::expect_used, clippy::panic, reason = "a test may panic")]

#[path = "layers/source.rs"]
mod source;

#[path = "layers/arrows.rs"]
mod arrows;

#[path = "layers/tidy.rs"]
mod tidy;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use arrows::broken_arrows;
use tidy::{empty_name, unsafe_page, unsafe_view, untidy_rust};

#[test]
fn arrows_point_down() {
    let wrong = each_file("src", ".rs", |path, text| {
        broken_arrows(path.trim_start_matches("src/"), text)
    });
    none(&wrong);
}

#[test]
fn every_rust_file_says_what_it_is_for_and_has_one_job() {
    let wrong: Vec<String> = ["src", "crates", "tests", "tools"]
        .into_iter()
        .flat_map(|folder| each_file(folder, ".rs", untidy_rust))
        .collect();
    none(&wrong);
}

#[test]
fn every_name_says_something() {
    let wrong: Vec<String> = ["src", "crates", "tests", "tools", "style", "public"]
        .into_iter()
        .flat_map(|folder| each_file(folder, "", |path, _| empty_name(path).into_iter().collect()))
        .collect();
    none(&wrong);
}

#[test]
fn views_keep_to_the_content_security_policy_and_to_input_events() {
    let mut wrong = each_file("src", ".rs", unsafe_view);
    wrong.extend(each_file("public", ".js", unsafe_view));
    wrong.extend(each_file("public", ".html", unsafe_page));
    wrong.extend(unsafe_page("index.html", &read(&top().join("index.html"))));
    none(&wrong);
}

#[test]
fn contract_and_domain_need_almost_nothing() {
    assert_eq!(
        dependencies("crates/contract/Cargo.toml"),
        set(&["schemars", "serde", "serde_json"])
    );
    assert_eq!(
        dependencies("crates/domain/Cargo.toml"),
        set(&["contract", "serde", "serde_json"])
    );
    let manifest = read(&top().join("crates/contract/Cargo.toml"));
    assert!(
        manifest
            .lines()
            .any(|line| line.starts_with("schemars") && line.contains("optional = true")),
        "schemars must stay optional in crates/contract/Cargo.toml: it is not for the phone"
    );
}

#[test]
fn the_backend_does_not_know_the_app() {
    assert!(!dependencies("crates/backend/Cargo.toml").contains("motcua"));
}

#[test]
fn the_app_carries_no_heavy_crate() {
    let heavy = [
        "chrono",
        "fluent",
        "jiff",
        "jsonschema",
        "regex",
        "unicode-normalization",
        "url",
    ];
    let app = dependencies("Cargo.toml");
    let carried: Vec<_> = heavy
        .into_iter()
        .filter(|name| app.contains(*name))
        .collect();
    assert!(
        carried.is_empty(),
        "the browser has RegExp, URL, Intl and String.normalize: do without {carried:?}"
    );
}

#[test]
fn the_lock_files_name_no_host_but_crates_io() {
    let allowed = "registry+https://github.com/rust-lang/crates.io-index";
    for lock in ["Cargo.lock", "tools/build/Cargo.lock"] {
        for line in read(&top().join(lock)).lines() {
            if let Some(source) = line.strip_prefix("source = ") {
                assert_eq!(source.trim_matches('"'), allowed, "{lock}");
            }
        }
    }
    let npm = read(&top().join("tests/e2e/package-lock.json"));
    assert!(
        !npm.contains("\"resolved\""),
        "package-lock.json names a host: keep tests/e2e/.npmrc and run `npm install` there anew"
    );
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|fault| panic!("{}: {fault}", path.display()))
}

fn none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

/// Runs `check` over the project's text files below `folder` whose name ends so; a folder that is not there has none.
fn each_file(folder: &str, end: &str, check: impl Fn(&str, &str) -> Vec<String>) -> Vec<String> {
    let mut waiting = vec![top().join(folder)];
    let mut wrong = Vec::new();
    while let Some(folder) = waiting.pop() {
        for path in entries(&folder) {
            let made_elsewhere = [
                "node_modules",
                "target",
                "test-results",
                "playwright-report",
            ]
            .iter()
            .any(|name| path.ends_with(name));
            if path.is_dir() && !made_elsewhere {
                waiting.push(path);
            } else if path.is_file() && path.to_string_lossy().ends_with(end) {
                let name = path
                    .strip_prefix(top())
                    .expect("it is below the top")
                    .to_string_lossy()
                    .replace('\\', "/");
                let text = if end.is_empty() {
                    String::new()
                } else {
                    read(&path)
                };
                wrong.extend(check(&name, &text));
            }
        }
    }
    wrong.sort();
    wrong
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(listing) = fs::read_dir(folder) else {
        return Vec::new();
    };
    listing
        .map(|entry| entry.expect("a folder of the project can be listed").path())
        .collect()
}

/// The names in the `[dependencies]` of a manifest, with those of its tables.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = read(&top().join(manifest));
    let mut names = BTreeSet::new();
    let mut inside = false;
    for line in text.lines().map(str::trim) {
        if let Some(table) = line.strip_prefix('[') {
            let table = table.trim_end_matches(']');
            inside = table == "dependencies";
            if let Some(name) = table.strip_prefix("dependencies.") {
                names.insert(name.to_owned());
            }
        } else if inside && let Some((name, _)) = line.split_once('=') {
            names.insert(name.trim().trim_end_matches(".workspace").to_owned());
        }
    }
    names
}

fn set(names: &[&str]) -> BTreeSet<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}
