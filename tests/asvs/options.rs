//! Finds the command-line options that the backend's source declares, and those that docs/operating.md explains.

use std::collections::BTreeSet;

/// Returns the long options of a clap struct. An option is named by `long = "name"`, otherwise by its field.
pub(crate) fn declared_options(source: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let mut waits = false;
    for line in source.lines().map(str::trim) {
        if let Some((_, named)) = line.split_once("long = \"") {
            found.extend(named.split('"').next().map(str::to_owned));
            waits = false;
        } else if line.starts_with("#[arg(long") {
            waits = true;
        } else if waits
            && let Some((field, _)) = line.split_once(": ")
            && field
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'_')
        {
            found.insert(field.replace('_', "-"));
            waits = false;
        }
    }
    found
}

/// Returns the options that a text explains. An option is written as `--name` between backticks.
pub(crate) fn explained_options(text: &str) -> BTreeSet<String> {
    text.split('`')
        .filter_map(|piece| piece.strip_prefix("--"))
        .map(|rest| rest.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn finds_options_by_field_and_by_name() {
    let source = "#[arg(long, env = \"A\")]\n    idle_minutes: u32,\n#[arg(long = \"origin\")]\n origins: Vec<String>,\n\
                  let other: u32 = 1;";
    assert_eq!(
        declared_options(source),
        explained_options("`--idle-minutes`, `--origin URL`")
    );
}
