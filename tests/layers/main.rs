//! Checks the rules of ARCHITECTURE.md that the compiler can't check: layers, circular dependencies, layout, names and
//! comments. The message of a failed check names the file and explains what to do. Each module checks one rule, and its
//! tests show what the rule finds.
#![expect(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may panic"
)]

mod parse;
mod modules;
mod code_text;
mod layer_table;
mod circles;
mod layout;
mod names;
mod page_security;
mod compiled_once;

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use circles::Recursion;
use modules::{Crate, Module};

/// A text file of the repository.
struct Source {
    /// The path relative to the top folder of the repository, with `/` as the separator.
    path: String,
    text: String,
}

/// The root files of the crates that are checked.
const ROOTS: [&str; 6] = [
    "src/lib.rs",
    "crates/erased_leptos/src/lib.rs",
    "crates/contract/src/lib.rs",
    "crates/domain/src/lib.rs",
    "crates/backend/src/lib.rs",
    "tools/build/src/main.rs",
];

/// The pairs of files that may use each other.
const RECURSIONS: [Recursion; 5] = [
    Recursion {
        from: "crates/erased_leptos/src/view.rs",
        to: "crates/erased_leptos/src/element.rs",
        reason: "an element is a view, and its children are views",
    },
    Recursion {
        from: "src/journey/filing/fill_form/question.rs",
        to: "src/journey/filing/fill_form/repeating_group.rs",
        reason: "a repeating group shows questions, and is a question itself",
    },
    Recursion {
        from: "crates/domain/src/form/json_schema/schema.rs",
        to: "crates/domain/src/form/json_schema/array.rs",
        reason: "the items of an array have schemas",
    },
    Recursion {
        from: "crates/domain/src/form/json_schema/schema.rs",
        to: "crates/domain/src/form/json_schema/object.rs",
        reason: "the members of an object have schemas",
    },
    Recursion {
        from: "crates/domain/src/form/json_schema/schema.rs",
        to: "crates/domain/src/form/json_schema/combined.rs",
        reason: "a schema can combine other schemas",
    },
];

#[test]
fn layers_of_the_app_use_only_layers_below() {
    assert_none(&layer_table::forbidden_uses(crate_of("src/lib.rs")));
}

#[test]
fn files_have_no_circular_dependency() {
    let wrong: Vec<String> = ROOTS
        .into_iter()
        .flat_map(|root| {
            let folder = root.rsplit_once('/').expect("a root is in a folder").0;
            let recursions: Vec<&Recursion> = RECURSIONS
                .iter()
                .filter(|recursion| recursion.from.starts_with(folder))
                .collect();
            circles::file_circles(crate_of(root), &recursions)
        })
        .collect();
    assert_none(&wrong);
}

#[test]
fn folders_have_no_circular_dependency() {
    let wrong: Vec<String> = ROOTS
        .into_iter()
        .flat_map(|root| circles::folder_circles(crate_of(root)))
        .collect();
    assert_none(&wrong);
}

#[test]
fn files_are_in_the_folder_of_their_job() {
    let sources = rust_sources();
    let mut wrong = layout::crowded_folder(&sources, "src/journey", 0);
    wrong.extend(layout::crowded_folder(&sources, "crates/backend/src", 10));
    wrong.extend(layout::split_modules(&sources));
    assert_none(&wrong);
}

#[test]
fn every_rust_file_begins_with_its_purpose() {
    let sources = rust_sources();
    let wrong: Vec<String> = sources.iter().filter_map(layout::missing_purpose).collect();
    assert_none(&wrong);
}

/// Prints warnings, and never fails. The warnings are written directly to standard error, because the test runner hides
/// the output of a passed test.
#[test]
fn warns_of_files_over_400_lines() {
    for warning in layout::long_files(&rust_sources()) {
        writeln!(std::io::stderr(), "{warning}").expect("standard error can be written");
    }
}

#[test]
fn at_least_12_percent_of_the_app_is_comments() {
    let few = layout::few_comments(&sources("src", ".rs"));
    assert_none(few.as_slice());
}

#[test]
fn every_file_and_folder_is_named_after_its_job() {
    let wrong: Vec<String> = ["src", "crates", "tests", "tools", "style", "public"]
        .into_iter()
        .flat_map(paths)
        .filter_map(|path| layout::empty_name(&path))
        .collect();
    assert_none(&wrong);
}

#[test]
fn every_type_and_function_name_has_one_meaning() {
    let program = read_crate("crates/backend/src/main.rs");
    let backend_tests = read_crate("crates/backend/tests/backend/main.rs");
    let kit = backend_tests.modules.iter();
    let kit = kit.filter(|module| module.file.contains("/kit/"));
    let kit = kit.map(|module| (&backend_tests, module));
    let crates = ROOTS.iter().map(|root| crate_of(root)).chain([&program]);
    let modules = crates.flat_map(|one| one.modules.iter().map(move |module| (one, module)));
    let modules: Vec<(&Crate, &Module)> = modules.chain(kit).collect();
    let named = [
        ("contract", crate_of("crates/contract/src/lib.rs")),
        ("domain", crate_of("crates/domain/src/lib.rs")),
        ("backend", crate_of("crates/backend/src/lib.rs")),
    ];
    assert_none(&names::ambiguous(&modules, &named, &names::ALLOWED));
}

#[test]
fn views_keep_to_the_content_security_policy_and_to_input_events() {
    let check = |folder: &str, ending: &str, check: fn(&str, &str) -> Vec<String>| {
        let sources = sources(folder, ending);
        sources
            .iter()
            .flat_map(|source| check(&source.path, &source.text))
            .collect::<Vec<_>>()
    };
    let mut wrong = check("src", ".rs", page_security::unsafe_view);
    wrong.extend(check("public", ".js", page_security::unsafe_view));
    wrong.extend(check("public", ".html", page_security::unsafe_page));
    wrong.extend(page_security::unsafe_page(
        "index.html",
        &read("index.html"),
    ));
    assert_none(&wrong);
}

#[test]
fn pages_compile_changing_content_and_effects_once() {
    let sources = sources("src", ".rs");
    let wrong: Vec<String> = sources
        .iter()
        .filter(|source| !source.path.starts_with("src/reactive/"))
        .flat_map(|source| compiled_once::copies(&source.path, &source.text))
        .collect();
    assert_none(&wrong);
}

#[test]
fn contract_and_domain_need_almost_nothing() {
    assert_eq!(
        dependencies("crates/contract/Cargo.toml"),
        set(&["schemars", "serde", "serde_json"])
    );
    assert_eq!(
        dependencies("crates/domain/Cargo.toml"),
        // Two open attached files: a hash, and the unpacking of a PDF's objects. The last one computes QR codes. None has
        // dependencies that reach the first screen.
        set(&[
            "contract",
            "serde",
            "serde_json",
            "miniz_oxide",
            "sha2",
            "qrcodegen",
        ])
    );
    assert!(
        read("crates/contract/Cargo.toml")
            .lines()
            .any(|line| line.starts_with("schemars") && line.contains("optional = true")),
        "schemars must stay optional in crates/contract/Cargo.toml: the app on a phone doesn't need it"
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
        for line in read(lock).lines() {
            if let Some(source) = line.strip_prefix("source = ") {
                assert_eq!(source.trim_matches('"'), allowed, "{lock}");
            }
        }
    }
    assert!(
        !read("tests/e2e/package-lock.json").contains("\"resolved\"")
            && !read("tests/bench/react/package-lock.json").contains("\"resolved\""),
        "a package-lock.json names a host: keep the .npmrc beside it and run `npm install` there again"
    );
}

fn top() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn read(path: &str) -> String {
    fs::read_to_string(top().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the crate with the given root file, which must be in `ROOTS`. Each crate is parsed only once for all tests.
fn crate_of(root: &str) -> &'static Crate {
    static CRATES: LazyLock<HashMap<&str, Crate>> =
        LazyLock::new(|| ROOTS.map(|root| (root, read_crate(root))).into());
    CRATES.get(root).expect("the root is in ROOTS")
}

fn read_crate(root: &str) -> Crate {
    Crate::read(root, &|path| fs::read_to_string(top().join(path)).ok())
}

fn assert_none(wrong: &[String]) {
    assert!(wrong.is_empty(), "\n{}\n", wrong.join("\n"));
}

fn rust_sources() -> Vec<Source> {
    ["src", "crates", "tests", "tools"]
        .into_iter()
        .flat_map(|folder| sources(folder, ".rs"))
        .collect()
}

/// Returns all files below a folder whose names end in `ending`.
fn sources(folder: &str, ending: &str) -> Vec<Source> {
    let paths = paths(folder).into_iter();
    paths
        .filter(|path| path.ends_with(ending))
        .map(|path| Source {
            text: read(&path),
            path,
        })
        .collect()
}

/// Returns the paths of all files below a folder, sorted. Installed and generated files are left out.
fn paths(folder: &str) -> Vec<String> {
    let generated = [
        "node_modules",
        "target",
        "test-results",
        "playwright-report",
    ];
    let mut waiting = vec![top().join(folder)];
    let mut found = Vec::new();
    while let Some(folder) = waiting.pop() {
        for path in entries(&folder) {
            if path.is_dir() && !generated.iter().any(|name| path.ends_with(name)) {
                waiting.push(path);
            } else if path.is_file() {
                let path = path.strip_prefix(top()).expect("it is below the top");
                found.push(path.to_string_lossy().replace('\\', "/"));
            }
        }
    }
    found.sort();
    found
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let Ok(listing) = fs::read_dir(folder) else {
        return Vec::new();
    };
    listing
        .map(|entry| entry.expect("a folder of the project can be listed").path())
        .collect()
}

/// Returns the names of the crates that a Cargo.toml lists in `[dependencies]` or as `[dependencies.NAME]`.
fn dependencies(manifest: &str) -> BTreeSet<String> {
    let text = read(manifest);
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
