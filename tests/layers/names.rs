//! Finds types and functions that have the same name but are defined in different files of the workspace, because a
//! name should have one meaning for a reader who searches for it. Methods, private functions and test code are not
//! checked.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules::{Crate, Kind, Module};

/// Names that may be defined in several files, with the reason. A function with such a name must be called with its
/// module, as in `drafts::find`, and must not be imported by its bare name.
pub(crate) const ALLOWED: [(&[&str], &str); 8] = [
    (
        &["find", "find_by_key", "insert", "list", "update"],
        "a store has one function for each kind of SQL statement, and its module names the table",
    ),
    (
        &["import"],
        "each module of crates/backend/src/data imports one kind of data",
    ),
    (
        &["routes"],
        "each folder of crates/backend/src that serves requests has a router",
    ),
    (
        &["page", "provide"],
        "each wing of the journey has these two functions in its routes.rs",
    ),
    (
        &["add_all"],
        "each table of OpenAPI operations is added as a whole",
    ),
    (
        &["create_upload", "delete_upload", "post_decision"],
        "the two ends of one request: the handler, and the client that sends it",
    ),
    (
        &["change_password", "close_account", "look_up_dossier"],
        "the handler of a request, and the path of the page that sends it",
    ),
    (
        &["compile"],
        "each program compiles patterns with its own engine: the browser's, and a crate",
    ),
];

/// Finds three mistakes: a name that has several definitions and isn't in `allowed`; an import of a function with an
/// allowed name; and an allowed name that has only one definition. `crates` contains each crate that other crates
/// import, and its name.
pub(crate) fn ambiguous(
    modules: &[(&Crate, &Module)],
    crates: &[(&str, &Crate)],
    allowed: &[(&[&str], &str)],
) -> Vec<String> {
    let duplicates = duplicates(modules);
    let is_allowed = |name: &str| allowed.iter().any(|(names, _)| names.contains(&name));
    let mut wrong = Vec::new();
    for (name, files) in &duplicates {
        if !is_allowed(name) {
            let files: Vec<&str> = files.iter().copied().collect();
            wrong.push(format!(
                "`{name}` has {} definitions: {}. Name each after what sets it apart.",
                files.len(),
                files.join(", ")
            ));
        }
    }
    for (one, module) in modules {
        for import in &module.imports {
            let name = import.target.last().map_or("", String::as_str);
            let is_bare = !import.is_reexport && is_allowed(name) && duplicates.contains_key(name);
            if is_bare && one.imports_function(module, import, crates) {
                wrong.push(format!(
                    "{} imports `{name}`, which has several definitions: call it with its module.",
                    module.file
                ));
            }
        }
    }
    for (names, reason) in allowed {
        for name in *names {
            if !duplicates.contains_key(name) {
                wrong.push(format!(
                    "`{name}` has one definition: remove it from the allowed names in tests/layers/names.rs ({reason})."
                ));
            }
        }
    }
    wrong
}

/// Returns each name that several files define, with these files.
fn duplicates<'a>(modules: &[(&Crate, &'a Module)]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for (_, module) in modules {
        for (name, kind) in &module.definitions {
            if *kind != Kind::Other {
                files.entry(name).or_default().insert(&module.file);
            }
        }
    }
    files.retain(|_, places| places.len() > 1);
    files
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::made_up;

    /// Runs the check on a made-up crate with two modules. `one` and `other` are the code of these modules.
    fn found(one: &str, other: &str, allowed: &[(&[&str], &str)]) -> Vec<String> {
        let files = [
            ("src/lib.rs", "mod one; mod other;"),
            ("src/one.rs", one),
            ("src/other.rs", other),
        ];
        let files = files.map(|(file, text)| (file.to_owned(), text.to_owned()));
        let made = made_up("src/lib.rs", &files);
        let modules: Vec<_> = made.modules.iter().map(|module| (&made, module)).collect();
        ambiguous(&modules, &[("domain", &made)], allowed)
    }

    #[test]
    fn finds_a_name_with_two_meanings() {
        for (one, other) in [
            ("struct Answer;", "pub enum Answer {}"),
            ("type Answer = u8;", "trait Answer {}"),
            ("pub fn load() {}", "pub(crate) fn load() {}"),
            ("#[component]\nfn Answer() {}", "pub struct Answer;"),
        ] {
            assert_eq!(found(one, other, &[]).len(), 1, "{one} {other}");
        }
    }

    #[test]
    fn leaves_out_methods_private_functions_constants_and_tests() {
        for code in [
            "impl One { pub fn new() {} }",
            "fn row() {}",
            "pub const MAX: u8 = 1;",
            "#[cfg(test)]\nmod tests { pub struct Answer; }",
            "trait One { type Answer; }",
        ] {
            let other = code.replace("One", "Other");
            assert_eq!(found(code, &other, &[]), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn an_allowed_name_must_have_two_definitions() {
        let allowed: &[(&[&str], &str)] = &[(&["load"], "each module loads its own data")];
        let code = "pub fn load() {}";
        assert_eq!(found(code, code, allowed), Vec::<String>::new());
        assert_eq!(found(code, "", allowed).len(), 1);
    }
    #[test]
    fn an_allowed_function_must_be_called_with_its_module() {
        let allowed: &[(&[&str], &str)] = &[(&["load"], "each module loads its own data")];
        let code = "pub fn load() {}";
        for bare in ["use crate::one::load;", "use domain::one::{load as other};"] {
            assert_eq!(
                found(code, &format!("{bare} {code}"), allowed).len(),
                1,
                "{bare}"
            );
        }
        let qualified = format!("use crate::one; {code} fn f() {{ one::load() }}");
        assert_eq!(found(code, &qualified, allowed), Vec::<String>::new());
    }
}
