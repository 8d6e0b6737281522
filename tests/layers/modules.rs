//! The module tree of a crate. It finds the file that defines an item, even if the code uses a re-export of the item.
//! Without this, each use of a re-exported item would count as a use of the `mod.rs` that re-exports it.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use crate::parse::{folder_of, parse_file};

/// A Rust path as a list of its segments: `a::b` is `["a", "b"]`.
pub(crate) type Path = Vec<String>;

/// The kinds of definitions that the checks distinguish.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A struct, enum, union, trait, type alias or Leptos component.
    Type,
    /// A function outside of `impl` and `trait` that is visible outside its module.
    Function,
    /// A constant, static, macro or private function.
    Other,
}

/// One module of a crate. For an inline module (`mod a { … }`), `file` is the file that contains it.
pub(crate) struct Module {
    /// The module's path from the crate root. It is empty for the crate root itself.
    pub(crate) path: Path,
    /// The path of the file, relative to the top folder of the repository.
    pub(crate) file: String,
    /// The names of the items that the module defines, each with its kind.
    pub(crate) definitions: BTreeMap<String, Kind>,
    /// The names of its child modules.
    pub(crate) children: BTreeSet<String>,
    pub(crate) imports: Vec<Import>,
    /// Every Rust path in the module's code that has two or more segments, as it is written there.
    pub(crate) paths: Vec<Path>,
}

/// One imported name. For `use a::b as c`, the name is `c` and the target is `a::b`. For `use a::*`, the name is `*`
/// and the target is `a`.
pub(crate) struct Import {
    pub(crate) name: String,
    pub(crate) target: Path,
    pub(crate) is_reexport: bool,
}

/// One use of a Rust path in a file.
pub(crate) struct Reference {
    /// The file whose code contains the Rust path.
    pub(crate) from: String,
    /// The Rust path, relative to the crate root. A path of another crate is as it is written in the code.
    pub(crate) path: Path,
    pub(crate) target: Target,
}

/// What a Rust path refers to.
#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Target {
    /// An item of this crate. The value is the file that defines the item.
    File(String),
    /// A module of this crate. If the code uses items through this module, there is a separate reference for each item.
    Module,
    /// An item of another crate.
    OtherCrate,
}

/// The definition of an item.
struct Definition<'a> {
    file: &'a str,
    /// `None` if a macro defines the item.
    kind: Option<Kind>,
}

impl<'a> Definition<'a> {
    fn of(module: &'a Module, name: &str) -> Self {
        Self {
            file: &module.file,
            kind: module.definitions.get(name).copied(),
        }
    }
}

/// The modules of one crate. The first is the crate root.
pub(crate) struct Crate {
    pub(crate) modules: Vec<Module>,
    /// For each module's path, its index in `modules`.
    by_path: HashMap<Path, usize>,
}

/// The maximum number of imports that are followed for one path. It ends the search if re-exports form a circle.
const MOST_STEPS: usize = 12;

impl Crate {
    /// Parses the crate whose root file is `root`. `read` returns the text of a file, or `None` if the file doesn't
    /// exist.
    pub(crate) fn read(root: &str, read: &dyn Fn(&str) -> Option<String>) -> Self {
        let mut modules = Vec::new();
        parse_file(root, &[], true, read, &mut modules);
        let paths = modules.iter().map(|module| module.path.clone());
        let by_path = paths.zip(0..).collect();
        Self { modules, by_path }
    }

    /// Returns each use of an item that another file defines. A re-export of an item in a child module is left out,
    /// because it only forwards the item.
    pub(crate) fn references(&self) -> Vec<Reference> {
        let mut found = Vec::new();
        for module in &self.modules {
            let inside = folder_of(&module.file, module.path.is_empty());
            for import in &module.imports {
                let mut reference = self.reference(module, &import.target);
                if import.name == "*" && reference.target == Target::Module {
                    let file = self.module(&reference.path).map(|named| named.file.clone());
                    reference.target = file.map_or(Target::Module, Target::File);
                }
                let is_forwarded = import.is_reexport
                    && matches!(&reference.target, Target::File(to) if to.starts_with(&inside));
                if !is_forwarded {
                    found.push(reference);
                }
            }
            let named = module.paths.iter();
            found.extend(named.map(|path| self.reference(module, path)));
        }
        found.retain(|reference| match &reference.target {
            Target::File(to) => *to != reference.from,
            Target::Module => false,
            Target::OtherCrate => true,
        });
        found
    }

    /// Whether an import imports a function. The function may be defined in this crate or in one of the crates
    /// `others`. `others` contains the name of each crate.
    pub(crate) fn imports_function(
        &self,
        module: &Module,
        import: &Import,
        others: &[(&str, &Crate)],
    ) -> bool {
        let found = match self.absolute(module, &import.target, MOST_STEPS) {
            Some(path) => self.definition(&path, MOST_STEPS),
            None => import.target.split_first().and_then(|(name, path)| {
                let (_, other) = others.iter().find(|(other, _)| other == name)?;
                other.definition(path, MOST_STEPS)
            }),
        };
        found.is_some_and(|found| found.kind == Some(Kind::Function))
    }

    fn reference(&self, module: &Module, path: &[String]) -> Reference {
        let absolute = self.absolute(module, path, MOST_STEPS);
        let target = match &absolute {
            None => Target::OtherCrate,
            Some(path) => self
                .definition(path, MOST_STEPS)
                .map_or(Target::Module, |found| Target::File(found.file.to_owned())),
        };
        Reference {
            from: module.file.clone(),
            path: absolute.unwrap_or_else(|| path.to_vec()),
            target,
        }
    }

    fn module(&self, path: &[String]) -> Option<&Module> {
        self.modules.get(*self.by_path.get(path)?)
    }

    /// Converts a path that is used in `module` to a path from the crate root. `None` for a path of another crate.
    fn absolute(&self, module: &Module, path: &[String], steps: usize) -> Option<Path> {
        let (first, rest) = path.split_first()?;
        let steps = steps.checked_sub(1)?;
        match first.as_str() {
            "crate" => Some(rest.to_vec()),
            "self" => Some([module.path.as_slice(), rest].concat()),
            "super" => {
                let (_, parent) = module.path.split_last()?;
                match rest.split_first() {
                    Some((next, _)) if next == "super" => {
                        self.absolute(self.module(parent)?, rest, steps)
                    }
                    _ => Some([parent, rest].concat()),
                }
            }
            _ => {
                if module.children.contains(first) {
                    return Some([module.path.as_slice(), path].concat());
                }
                let mut imports = module.imports.iter();
                let import = imports.find(|import| import.name == *first)?;
                let target = self.absolute(module, &import.target, steps)?;
                Some([target.as_slice(), rest].concat())
            }
        }
    }

    /// Returns the definition of the item with this path from the crate root. `None` if the path refers to a module.
    fn definition(&self, path: &[String], steps: usize) -> Option<Definition<'_>> {
        let steps = steps.checked_sub(1)?;
        let mut module = self.module(&[])?;
        for (at, segment) in path.iter().enumerate() {
            let is_last = at + 1 == path.len();
            if module.definitions.contains_key(segment)
                && (is_last || !module.children.contains(segment))
            {
                return Some(Definition::of(module, segment));
            }
            if module.children.contains(segment) {
                module = self.module(&path[..=at])?;
                continue;
            }
            let rest = &path[at + 1..];
            let mut named = module.imports.iter();
            if let Some(import) = named.find(|import| import.name == *segment) {
                let target = self.absolute(module, &import.target, steps)?;
                return self.definition(&[target.as_slice(), rest].concat(), steps);
            }
            let through_globs = module
                .imports
                .iter()
                .filter(|import| import.name == "*" && import.is_reexport)
                .filter_map(|import| self.absolute(module, &import.target, steps))
                .map(|target| [target.as_slice(), &path[at..]].concat())
                .find(|path| self.defines(path, steps));
            return through_globs
                .and_then(|path| self.definition(&path, steps))
                .or_else(|| Some(Definition::of(module, segment)));
        }
        None
    }

    /// Whether there is an item with this path from the crate root, either defined there or re-exported.
    fn defines(&self, path: &[String], steps: usize) -> bool {
        let Some(steps) = steps.checked_sub(1) else {
            return false;
        };
        (0..path.len()).any(|at| {
            self.module(&path[..at]).is_some_and(|module| {
                let name = &path[at];
                module.definitions.contains_key(name)
                    || module.imports.iter().any(|import| {
                        import.name == *name
                            || (import.name == "*"
                                && self.absolute(module, &import.target, steps).is_some_and(
                                    |target| {
                                        let path = [target.as_slice(), &path[at..]].concat();
                                        self.defines(&path, steps)
                                    },
                                ))
                    })
            })
        })
    }
}

/// Parses a made-up crate. `files` contains the path and the text of each file.
pub(crate) fn made_up(root: &str, files: &[(String, String)]) -> Crate {
    Crate::read(root, &|path| {
        let mut files = files.iter();
        files
            .find(|(file, _)| file == path)
            .map(|(_, text)| text.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Parses a made-up crate in which the file `src/here.rs` contains `code`. Returns the targets of the paths in
    /// `code`.
    fn targets(code: &str) -> Vec<String> {
        let files = [
            (
                "src/lib.rs",
                "mod here; mod form; pub mod text { pub fn trim() {} }",
            ),
            ("src/here.rs", code),
            (
                "src/form/mod.rs",
                "mod question; mod rule; pub mod kind; pub use self::question::Question; pub use rule::*; pub struct Form;",
            ),
            (
                "src/form/question.rs",
                "use super::Form; pub struct Question;",
            ),
            ("src/form/rule.rs", "pub enum Rule { Show }"),
            ("src/form/kind/mod.rs", "pub fn kind() {}"),
        ];
        let files = files.map(|(file, text)| (file.to_owned(), text.to_owned()));
        let references = made_up("src/lib.rs", &files).references();
        references
            .into_iter()
            .filter(|reference| reference.from == "src/here.rs")
            .map(|reference| match reference.target {
                Target::File(file) => file,
                Target::Module => "module".to_owned(),
                Target::OtherCrate => reference.path.join("::"),
            })
            .collect()
    }

    #[test]
    fn follows_a_path_to_the_file_that_defines_the_item() {
        for (code, file) in [
            ("use crate::form::Question;", "src/form/question.rs"),
            ("use super::form::{Question};", "src/form/question.rs"),
            ("use crate::form::Rule;", "src/form/rule.rs"),
            ("use crate::form::Form as Other;", "src/form/mod.rs"),
            ("use crate::form::kind::kind;", "src/form/kind/mod.rs"),
            ("fn f() { crate::form::Rule::Show; }", "src/form/rule.rs"),
            (
                "use crate::form; fn f() { form::kind::kind() }",
                "src/form/kind/mod.rs",
            ),
            (
                "use crate::form::kind; fn f() { kind::kind() }",
                "src/form/kind/mod.rs",
            ),
            ("fn f() { crate::text::trim() }", "src/lib.rs"),
            ("use crate::form::*;", "src/form/mod.rs"),
            (
                "macro_call! { <p>{crate::form::Question}</p> }",
                "src/form/question.rs",
            ),
            (
                "fn f() -> Vec<crate::form::Question> {}",
                "src/form/question.rs",
            ),
            (
                "mod inner { use super::super::form::Question; }",
                "src/form/question.rs",
            ),
        ] {
            assert_eq!(targets(code), [file], "{code}");
        }
    }

    #[test]
    fn leaves_out_comments_texts_tests_and_single_words() {
        for code in [
            "/// `crate::form::Question`\nfn f() { \"crate::form::Question\"; }",
            "#[cfg(test)]\nmod tests { use crate::form::Question; }",
            "#[test]\nfn t() { crate::form::Question; }",
            "pub(crate) fn f() { form }",
            "use crate::form;",
        ] {
            assert_eq!(targets(code), Vec::<String>::new(), "{code}");
        }
    }

    #[test]
    fn names_a_path_into_another_crate_as_written() {
        assert_eq!(
            targets("use contract::{draft::Draft, limits};"),
            ["contract::draft::Draft", "contract::limits"]
        );
    }

    #[test]
    fn leaves_out_a_re_export_of_an_own_file_and_keeps_one_from_elsewhere() {
        assert_eq!(
            targets("mod below { pub fn f() {} } pub use below::f;"),
            Vec::<String>::new()
        );
        assert_eq!(
            targets("pub use crate::form::Question;"),
            ["src/form/question.rs"]
        );
    }
}
