//! The official JSON-Schema-Test-Suite, draft 2020-12: each group of it is run and passes whole, or is refused by
//! the name that the manifest beside this file says. A format that we assert, and that the suite takes for a mere
//! note, is not run: the standard leaves that to the validator. `make suite` fetches the suite and runs this.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde_json::Value;

use super::{Schema, Spot};
use crate::form::FORMATS;
use crate::form::tests::patterns;

const MANIFEST: &str = include_str!("tests/suite.tsv");

#[derive(Deserialize)]
struct TestGroup {
    description: String,
    schema: Value,
    tests: Vec<Test>,
}

#[derive(Deserialize)]
struct Test {
    description: String,
    data: Value,
    valid: bool,
}

#[test]
#[ignore = "reads the official suite: make suite"]
fn the_official_suite_passes_and_what_is_refused_is_refused_by_name() {
    let suite = env::var("JSON_SCHEMA_TEST_SUITE").unwrap();
    let (mut manifest, mut failed) = (String::new(), Vec::new());
    let (mut run, mut refused) = (0, 0);
    for file in files(Path::new(&suite)) {
        let text = fs::read_to_string(Path::new(&suite).join(&file)).unwrap();
        let groups: Vec<TestGroup> = serde_json::from_str(&text).unwrap();
        for group in groups {
            let fate = match Schema::load(&group.schema, &Spot::top("", patterns)) {
                Err(fault) => {
                    refused += group.tests.len();
                    format!("refused: {}", fault.name)
                }
                Ok(_) if asserted(&group) => "asserted".to_owned(),
                Ok(schema) => {
                    run += group.tests.len();
                    let wrong = group
                        .tests
                        .iter()
                        .filter(|test| schema.holds(&test.data) != test.valid);
                    failed.extend(wrong.map(|test| {
                        format!("{file}: {}: {}", group.description, test.description)
                    }));
                    "run".to_owned()
                }
            };
            manifest.push_str(&format!("{file}\t{}\t{fate}\n", group.description));
        }
    }
    println!(
        "{} tests run, {} passed, {refused} refused",
        run,
        run - failed.len()
    );
    assert_eq!(failed, Vec::<String>::new());
    assert_eq!(manifest, MANIFEST, "the manifest is not that of this suite");
}

/// Whether the group says of a format of ours that no value breaks it.
fn asserted(group: &TestGroup) -> bool {
    let format = group.schema.get("format").and_then(Value::as_str);
    format.is_some_and(|name| FORMATS.contains(&name))
}

/// The files of the suite, by name; of its optional part those of keywords that we have.
fn files(suite: &Path) -> Vec<String> {
    let entries = fs::read_dir(suite).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    files.sort();
    files.push("optional/ecmascript-regex.json".to_owned());
    files
}
