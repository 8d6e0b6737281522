//! Checks the folder, the length, the name and the comments of files.

use std::collections::BTreeMap;

use crate::Source;

/// The number of lines above which a file may have more than one job. A longer file gives a warning, not an error.
const MANY_LINES: usize = 400;

/// The smallest allowed share of comment lines, in percent of all lines that aren't blank.
const LEAST_COMMENT_PERCENT: usize = 12;

/// Reports the folder if more than `most` files are directly in it. `mod.rs` doesn't count.
pub(crate) fn crowded_folder(sources: &[Source], folder: &str, most: usize) -> Vec<String> {
    let loose: Vec<&str> = sources
        .iter()
        .filter_map(|source| source.path.strip_prefix(folder)?.strip_prefix('/'))
        .filter(|name| !name.contains('/') && *name != "mod.rs")
        .collect();
    if loose.len() <= most {
        return Vec::new();
    }
    vec![format!(
        "{folder} has {} loose files, more than {most}: {}. Move each into the folder of its job.",
        loose.len(),
        loose.join(", ")
    )]
}

/// Finds modules in two places: a file such as `form.rs` beside a folder `form/`.
pub(crate) fn split_modules(sources: &[Source]) -> Vec<String> {
    sources
        .iter()
        .filter_map(|source| {
            let folder = format!("{}/", source.path.strip_suffix(".rs")?);
            let is_split = sources.iter().any(|other| other.path.starts_with(&folder));
            is_split.then(|| {
                format!(
                    "{} must be {folder}mod.rs: one module, one place.",
                    source.path
                )
            })
        })
        .collect()
}

/// Returns a warning for each file that has more than `MANY_LINES` lines.
pub(crate) fn long_files(sources: &[Source]) -> Vec<String> {
    let lengths: BTreeMap<&str, usize> = sources
        .iter()
        .map(|source| (source.path.as_str(), source.text.lines().count()))
        .collect();
    lengths
        .into_iter()
        .filter(|(_, lines)| *lines > MANY_LINES)
        .map(|(path, lines)| {
            format!("warning: {path} has {lines} lines. Does it have more than one job?")
        })
        .collect()
}

/// Returns a message if the share of comment lines is smaller than `LEAST_COMMENT_PERCENT`.
pub(crate) fn few_comments(sources: &[Source]) -> Option<String> {
    let lines = sources.iter().flat_map(|source| source.text.lines());
    let lines: Vec<&str> = lines
        .map(str::trim)
        .filter(|line| !line.is_empty())
        .collect();
    let comments = lines.iter().filter(|line| line.starts_with("//")).count();
    (comments * 100 < lines.len() * LEAST_COMMENT_PERCENT).then(|| {
        format!(
            "{comments} of {} lines are comments, less than {LEAST_COMMENT_PERCENT} %. Explain the public items, the fields \
             and the decisions that the code doesn't explain.",
            lines.len()
        )
    })
}

/// Returns a message if the file doesn't begin with a `//!` comment.
pub(crate) fn missing_purpose(source: &Source) -> Option<String> {
    (!source.text.starts_with("//!")).then(|| {
        format!(
            "{} must begin with `//!` and a sentence on what the file is for.",
            source.path
        )
    })
}

/// Words that may not be part of a file's name, because they don't describe the content of the file.
const EMPTY_WORDS: [&str; 6] = ["util", "utils", "helper", "helpers", "manager", "misc"];

/// Words that may not be the whole name of a file. They are allowed before a noun, as in `common_passwords`.
const EMPTY_NAMES: [&str; 2] = ["common", "shared"];

/// Returns a message if a file or folder of the path has a name that `EMPTY_WORDS` or `EMPTY_NAMES` forbids.
pub(crate) fn empty_name(path: &str) -> Option<String> {
    let mut words = path.split(['/', '.', '_', '-']);
    let mut names = path.split(['/', '.']);
    let word = words
        .find(|word| EMPTY_WORDS.contains(word))
        .or_else(|| names.find(|name| EMPTY_NAMES.contains(name)))?;
    Some(format!(
        "{path}: `{word}` names no job. Name it after what it does."
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sources(files: &[(&str, &str)]) -> Vec<Source> {
        files
            .iter()
            .map(|(path, text)| Source {
                path: (*path).to_owned(),
                text: (*text).to_owned(),
            })
            .collect()
    }

    #[test]
    fn finds_a_folder_with_too_many_loose_files() {
        let journey = ["mod.rs", "way.rs", "find/mod.rs", "find/page.rs"];
        let journey = journey.map(|name| Source {
            path: format!("src/journey/{name}"),
            text: String::new(),
        });
        let found = crowded_folder(&journey, "src/journey", 0);
        assert!(
            matches!(found.as_slice(), [one] if one.contains("way.rs")),
            "{found:?}"
        );
        assert_eq!(
            crowded_folder(&journey, "src/journey", 1),
            Vec::<String>::new()
        );
        assert_eq!(
            crowded_folder(&journey, "src/jour", 0),
            Vec::<String>::new()
        );
    }

    #[test]
    fn finds_a_module_file_beside_its_folder() {
        let split = sources(&[
            ("src/form.rs", ""),
            ("src/form/page.rs", ""),
            ("src/forms/mod.rs", ""),
        ]);
        assert_eq!(split_modules(&split).len(), 1);
        let whole = sources(&[
            ("src/form/mod.rs", ""),
            ("src/form/page.rs", ""),
            ("src/formula.rs", ""),
        ]);
        assert_eq!(split_modules(&whole), Vec::<String>::new());
    }

    #[test]
    fn warns_of_a_file_from_401_lines() {
        let (short, long) = ("\n".repeat(400), "\n".repeat(401));
        let found = long_files(&sources(&[("a.rs", &short), ("b.rs", &long)]));
        assert!(
            matches!(found.as_slice(), [one] if one.contains("b.rs")),
            "{found:?}"
        );
    }

    #[test]
    fn finds_too_few_comments() {
        let code = "let a = 1;\n\n".repeat(88);
        let text = |comments: usize| format!("{code}{}", "    // why\n".repeat(comments));
        assert!(few_comments(&sources(&[("a.rs", &text(12))])).is_none());
        assert!(few_comments(&sources(&[("a.rs", &text(11))])).is_some());
    }

    #[test]
    fn finds_a_file_that_does_not_tell_its_purpose() {
        let found = |text: &str| sources(&[("a.rs", text)]).iter().find_map(missing_purpose);
        assert!(found("use std::fmt;\n").is_some());
        assert!(found("//! Formats dates.\n").is_none());
    }

    #[test]
    fn finds_a_meaningless_name() {
        assert!(empty_name("src/ui/date_utils.rs").is_some());
        assert!(empty_name("src/shared/date.rs").is_some());
        assert!(empty_name("src/ui/common.rs").is_some());
        assert!(empty_name("src/common_passwords.rs").is_none());
        assert!(empty_name("src/ui/command.rs").is_none());
    }
}
