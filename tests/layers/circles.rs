//! Finds circular dependencies between files, and between folders.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::modules::{Crate, Target};

/// A dependency graph: for each file the files that it uses, or for each folder the folders that it uses.
type Graph = BTreeMap<String, BTreeSet<String>>;

/// An allowed circular dependency: `from` uses `to` although `to` uses `from`, because their types contain each other.
pub(crate) struct Recursion {
    pub(crate) from: &'static str,
    pub(crate) to: &'static str,
    pub(crate) reason: &'static str,
}

/// Finds circular dependencies between the files of a crate, apart from the allowed ones in `recursions`. Also finds
/// allowed ones that don't exist, for example because the code has changed.
pub(crate) fn file_circles(one: &Crate, recursions: &[&Recursion]) -> Vec<String> {
    let mut graph = file_graph(one);
    let mut wrong = Vec::new();
    for Recursion { from, to, reason } in recursions {
        let is_needed = shortest_path(&graph, to, from).is_some();
        let is_removed = graph.get_mut(*from).is_some_and(|named| named.remove(*to));
        if !is_needed || !is_removed || reason.is_empty() {
            wrong.push(format!(
                "{from} and {to} don't use each other: remove them from RECURSIONS in tests/layers/main.rs."
            ));
        }
    }
    wrong.extend(circles(&graph).into_iter().map(|circle| {
        format!(
            "circular dependency of files: {}. Move what they share into a lower file.",
            circle.join(" → ")
        )
    }));
    wrong
}

/// Finds circular dependencies between folders that have the same parent folder. For each step from one folder to the
/// next, the message names a file and the file that it uses.
pub(crate) fn folder_circles(one: &Crate) -> Vec<String> {
    let files = file_graph(one);
    let mut folders: BTreeMap<String, Graph> = BTreeMap::new();
    let mut examples = BTreeMap::new();
    for (from, named) in &files {
        for to in named {
            if let Some((parent, here, there)) = siblings(from, to) {
                let graph = folders.entry(parent).or_default();
                graph.entry(here.clone()).or_default().insert(there.clone());
                examples.entry((here, there)).or_insert((from, to));
            }
        }
    }
    let mut wrong = Vec::new();
    for circle in folders.values().flat_map(circles) {
        let steps = circle.iter().zip(circle.iter().skip(1));
        let steps: Vec<String> = steps
            .filter_map(|(here, there)| examples.get(&(here.clone(), there.clone())))
            .map(|(from, to)| format!("{from} → {to}"))
            .collect();
        wrong.push(format!(
            "circular dependency of folders: {} ({}). Move what they share below both.",
            circle.join(" → "),
            steps.join(", ")
        ));
    }
    wrong
}

fn file_graph(one: &Crate) -> Graph {
    let mut graph = Graph::new();
    for reference in one.references() {
        if let Target::File(to) = reference.target {
            graph.entry(reference.from).or_default().insert(to);
        }
    }
    graph
}

/// Returns the innermost folder that contains both files, and the two folders directly below it: the one that contains
/// `from`, and the one that contains `to`. `None` if one of the files is directly in the innermost folder.
fn siblings(from: &str, to: &str) -> Option<(String, String, String)> {
    let (from, to): (Vec<&str>, Vec<&str>) = (from.split('/').collect(), to.split('/').collect());
    let common = from
        .iter()
        .zip(&to)
        .take_while(|(one, other)| one == other)
        .count();
    let is_folder = |path: &[&str]| common + 1 < path.len();
    (is_folder(&from) && is_folder(&to)).then(|| {
        (
            from[..common].join("/"),
            from[..=common].join("/"),
            to[..=common].join("/"),
        )
    })
}

/// Finds a circle for each node that is part of one. If several nodes are part of the same circle, it is returned once.
fn circles(graph: &Graph) -> Vec<Vec<String>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for node in graph.keys() {
        if seen.contains(node) {
            continue;
        }
        if let Some(circle) = shortest_path(graph, node, node) {
            seen.extend(circle.iter().cloned());
            found.push(circle);
        }
    }
    found
}

/// Returns the shortest path from one node to another, with at least one step. So if `from` equals `to`, the path is a
/// circle.
fn shortest_path(graph: &Graph, from: &str, to: &str) -> Option<Vec<String>> {
    let mut before: BTreeMap<&str, &str> = BTreeMap::new();
    let mut waiting = VecDeque::from([from]);
    while let Some(node) = waiting.pop_front() {
        for next in graph.get(node).into_iter().flatten() {
            if before.contains_key(next.as_str()) {
                continue;
            }
            before.insert(next, node);
            if next == to {
                let mut nodes = vec![to.to_owned()];
                let mut at = *before.get(to)?;
                while at != from {
                    nodes.push(at.to_owned());
                    at = before.get(at)?;
                }
                nodes.push(from.to_owned());
                nodes.reverse();
                return Some(nodes);
            }
            waiting.push_back(next);
        }
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::modules::made_up;

    fn made_of(files: &[(&str, &str)]) -> Crate {
        let files: Vec<_> = files
            .iter()
            .map(|(file, text)| ((*file).to_owned(), (*text).to_owned()))
            .collect();
        made_up("src/lib.rs", &files)
    }

    fn question_and_group() -> Crate {
        made_of(&[
            ("src/lib.rs", "mod question; mod group; mod form;"),
            (
                "src/question.rs",
                "use crate::group::Group; pub struct Question(Group);",
            ),
            (
                "src/group.rs",
                "pub struct Group(Vec<super::question::Question>);",
            ),
            ("src/form.rs", "use crate::question::Question;"),
        ])
    }

    #[test]
    fn finds_two_files_that_use_each_other() {
        let found = file_circles(&question_and_group(), &[]);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].contains("src/group.rs → src/question.rs → src/group.rs"),
            "{found:?}"
        );
    }

    #[test]
    fn finds_a_circle_through_a_third_file_and_through_a_re_export() {
        let three = made_of(&[
            ("src/lib.rs", "mod a; mod b; mod c; pub use c::C;"),
            ("src/a.rs", "use crate::b::B; pub struct A;"),
            ("src/b.rs", "use crate::C; pub struct B;"),
            ("src/c.rs", "use crate::a::A; pub struct C;"),
        ]);
        assert_eq!(file_circles(&three, &[]).len(), 1);
    }

    #[test]
    fn a_folder_that_re_exports_its_files_is_no_circle() {
        let folder = made_of(&[
            ("src/lib.rs", "mod form;"),
            (
                "src/form/mod.rs",
                "mod a; mod b; pub use a::A; pub use b::B;",
            ),
            ("src/form/a.rs", "pub struct A;"),
            ("src/form/b.rs", "use super::A; pub struct B(A);"),
        ]);
        assert_eq!(file_circles(&folder, &[]), Vec::<String>::new());
    }

    #[test]
    fn a_listed_recursion_is_allowed_and_must_be_one() {
        let recursion = |to| Recursion {
            from: "src/question.rs",
            to,
            reason: "a group of questions holds questions",
        };
        let found = file_circles(&question_and_group(), &[&recursion("src/group.rs")]);
        assert_eq!(found, Vec::<String>::new());
        let found = file_circles(&question_and_group(), &[&recursion("src/form.rs")]);
        assert_eq!(found.len(), 2, "{found:?}");
    }

    #[test]
    fn finds_folders_that_use_each_other_through_different_files() {
        let folders = made_of(&[
            ("src/lib.rs", "mod a; mod b;"),
            ("src/a/mod.rs", "mod up; pub mod down;"),
            ("src/a/up.rs", "use crate::b::down::Down;"),
            ("src/a/down.rs", "pub struct Down;"),
            ("src/b/mod.rs", "mod up; pub mod down;"),
            ("src/b/up.rs", "use crate::a::down::Down;"),
            ("src/b/down.rs", "pub struct Down;"),
        ]);
        assert_eq!(file_circles(&folders, &[]), Vec::<String>::new());
        let found = folder_circles(&folders);
        assert_eq!(found.len(), 1);
        assert!(
            found[0].contains("src/a/up.rs → src/b/down.rs"),
            "{found:?}"
        );
    }

    #[test]
    fn a_folder_and_a_file_beside_it_are_no_circle_of_folders() {
        let one = made_of(&[
            ("src/lib.rs", "mod a; mod state;"),
            (
                "src/state.rs",
                "use crate::a::down::Down; pub struct State;",
            ),
            ("src/a/mod.rs", "mod up; pub mod down;"),
            ("src/a/up.rs", "use crate::state::State;"),
            ("src/a/down.rs", "pub struct Down;"),
        ]);
        assert_eq!(folder_circles(&one), Vec::<String>::new());
        assert_eq!(file_circles(&one, &[]), Vec::<String>::new());
    }
}
