//! Finds names of types and functions that are defined more than once in the workspace, so that a reader who searches
//! for a name finds one meaning. Methods, functions that only their own module calls, and test code don't count.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules::{Kind, Module};

/// Names that may be defined more than once, and why.
pub(crate) const ALLOWED: [(&[&str], &str); 0] = [];

/// The names with more than one definition that aren't allowed, and the allowed names that have only one.
pub(crate) fn ambiguous(modules: &[&Module], allowed: &[(&[&str], &str)]) -> Vec<String> {
    let duplicates = duplicates(modules);
    let mut wrong = Vec::new();
    for (name, files) in &duplicates {
        if !allowed.iter().any(|(names, _)| names.contains(name)) {
            let files: Vec<&str> = files.iter().copied().collect();
            wrong.push(format!(
                "`{name}` has {} definitions: {}. Name each after what sets it apart.",
                files.len(),
                files.join(", ")
            ));
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

/// The names that are defined in more than one file, each with these files.
fn duplicates<'a>(modules: &[&'a Module]) -> BTreeMap<&'a str, BTreeSet<&'a str>> {
    let mut files: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for module in modules {
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

    /// Two modules with that code, and what is found in them.
    fn found(one: &str, other: &str, allowed: &[(&[&str], &str)]) -> Vec<String> {
        let files = [
            ("src/lib.rs", "mod one; mod other;"),
            ("src/one.rs", one),
            ("src/other.rs", other),
        ];
        let files = files.map(|(file, text)| (file.to_owned(), text.to_owned()));
        let made = made_up("src/lib.rs", &files);
        ambiguous(&made.modules.iter().collect::<Vec<_>>(), allowed)
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
            "pub const MOST: u8 = 1;",
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
}
