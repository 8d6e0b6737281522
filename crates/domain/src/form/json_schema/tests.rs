//! Runs the official JSON-Schema-Test-Suite, draft 2020-12. `make suite` downloads the test suite and runs this test.
//!
//! The manifest `suite.tsv` contains the expected outcome of each test group: either all tests of the group pass, or
//! its schema is refused because of the named keyword. Test groups about one of our named formats are not run. The test
//! suite expects `format` to have no effect, but the standard also allows a validator to check it.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;
use std::{env, fs};

use serde::Deserialize;
use serde_json::Value;

use super::{Cursor, Schema, format_names};
use crate::form::tests::compile_pattern;

const MANIFEST: &str = include_str!("suite.tsv");

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
fn official_suite_passes_except_for_unsupported_keywords() {
    let suite = env::var("JSON_SCHEMA_TEST_SUITE").unwrap();
    let (mut manifest, mut failed) = (String::new(), Vec::new());
    let (mut run, mut refused) = (0, 0);
    for file in files(Path::new(&suite)) {
        let text = fs::read_to_string(Path::new(&suite).join(&file)).unwrap();
        let groups: Vec<TestGroup> = serde_json::from_str(&text).unwrap();
        for group in groups {
            let outcome = match Schema::load(&group.schema, &Cursor::new("", compile_pattern)) {
                Err(error) => {
                    refused += group.tests.len();
                    format!("refused: {}", error.name)
                }
                Ok(_) if is_about_our_format(&group) => "asserted".to_owned(),
                Ok(schema) => {
                    run += group.tests.len();
                    let wrong = group
                        .tests
                        .iter()
                        .filter(|test| schema.is_valid(&test.data) != test.valid);
                    failed.extend(wrong.map(|test| {
                        format!("{file}: {}: {}", group.description, test.description)
                    }));
                    "run".to_owned()
                }
            };
            manifest.push_str(&format!("{file}\t{}\t{outcome}\n", group.description));
        }
    }
    println!(
        "{} tests run, {} passed, {refused} refused",
        run,
        run - failed.len()
    );
    assert_eq!(failed, Vec::<String>::new());
    assert_eq!(manifest, MANIFEST, "the manifest differs from the suite");
}

/// Whether the test group expects that one of our named formats has no effect.
fn is_about_our_format(group: &TestGroup) -> bool {
    let format = group.schema.get("format").and_then(Value::as_str);
    format.is_some_and(|name| format_names().any(|known| known == name))
}

/// The names of the test suite's files. Includes the optional files about keywords that we support.
fn files(suite: &Path) -> Vec<String> {
    let entries = fs::read_dir(suite).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
    let mut files: Vec<String> = names.filter(|name| name.ends_with(".json")).collect();
    files.sort();
    files.push("optional/ecmascript-regex.json".to_owned());
    files
}
