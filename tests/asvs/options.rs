//! The options of the backend and those that docs/operating.md explains. Never reads the disk: the texts come in.

use std::collections::BTreeSet;

/// The long options that a clap structure declares: each by its own name, or by its field's.
pub(crate) fn declared(source: &str) -> BTreeSet<String> {
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

/// The options that a text names between backticks.
pub(crate) fn explained(text: &str) -> BTreeSet<String> {
    text.split('`')
        .filter_map(|piece| piece.strip_prefix("--"))
        .map(|rest| rest.split(' ').next().unwrap_or_default().to_owned())
        .collect()
}

#[test]
fn options_are_known_by_field_and_by_name() {
    let source = "#[arg(long, env = \"A\")]\n    idle_minutes: u32,\n#[arg(long = \"origin\")]\n origins: Vec<String>,\n\
                  let other: u32 = 1;";
    assert_eq!(
        declared(source),
        explained("`--idle-minutes`, `--origin URL`")
    );
}
