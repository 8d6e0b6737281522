//! Measures the built app, and prints how its sizes compare with the budgets and with the last release.
//!
//! The *first screen* is `index.html`, the files that it names, and the scripts that they import. The chunks are fetched
//! later. A *journey* is the first screen and the chunks of the wings that a citizen goes through. What the backend
//! answers isn't counted; `make bench-page` measures whole journeys in a browser.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};

use super::budgets::{Sizes, compare, kilobytes};
use super::chunk_table::{WingFiles, parse_chunk_table};
use super::files::{MeasuredFile, check_hashes, first_screen_files, is_wasm, measure_folder};
use super::last_release::{LAST_RELEASE, read_last_release, write_last_release};
use crate::dist::ASSETS;
use crate::form_engine::measure_form_engine;
use crate::wasm::CHUNK_LOADER;

/// The wings that a citizen goes through on a journey.
const JOURNEYS: [(&str, &[&str]); 2] = [
    ("guest's search", &["find"]),
    ("birth filing", &["find", "identity", "filing"]),
];

/// What to measure: the output folder of the build, and the app as cargo compiled it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Measured<'a> {
    pub(crate) dist: &'a Path,
    pub(crate) wasm: &'a Path,
}

/// Prints the sizes. Returns whether all of them are within their budgets.
///
/// # Errors
///
/// When a file can't be read, or the hash in the name of a file or folder isn't the hash of its content.
pub(crate) fn check_sizes(measured: Measured<'_>) -> Result<bool> {
    let sizes = measured.sizes()?;
    let (lines, within) = compare(&sizes, &read_last_release(Path::new(LAST_RELEASE))?)?;
    println!("{}", lines.join("\n"));
    Ok(within)
}

/// Notes the sizes as those of the last release.
pub(crate) fn note_release(measured: Measured<'_>) -> Result<()> {
    write_last_release(Path::new(LAST_RELEASE), &measured.sizes()?)
}

impl Measured<'_> {
    fn sizes(self) -> Result<Sizes> {
        let mut sizes = dist_sizes(self.dist)?;
        sizes.insert("form engine".to_owned(), measure_form_engine(self.wasm)?);
        Ok(sizes)
    }
}

/// Measures the output folder, and prints each file of the app.
fn dist_sizes(dist: &Path) -> Result<Sizes> {
    check_hashes(&dist.join(ASSETS))?;
    let first = first_screen_files(dist)?;
    let files = measure_folder(dist)?;
    let (first, later): (Vec<_>, Vec<_>) = files
        .into_iter()
        .filter(|file| first.contains(&file.path) || is_wasm(&file.path))
        .partition(|file| first.contains(&file.path));
    print_files(dist, &first, "")?;
    print_files(dist, &later, " (later)")?;
    let scripts = first.iter().map(|file| &file.path);
    let loader = scripts
        .filter(|path| path.ends_with(CHUNK_LOADER))
        .collect::<Vec<_>>();
    let [loader] = loader.as_slice() else {
        bail!("index.html must name one {CHUNK_LOADER}");
    };
    let wings = parse_chunk_table(&fs::read_to_string(loader)?)?;
    named_sizes(dist, &first, &later, &wings)
}

fn print_files(dist: &Path, files: &[MeasuredFile], note: &str) -> Result<()> {
    for file in files {
        let name = file.path.strip_prefix(dist)?.display();
        println!(
            "{} {}  {name}{note}",
            kilobytes(file.plain),
            kilobytes(file.sent)
        );
    }
    Ok(())
}

fn named_sizes(
    dist: &Path,
    first: &[MeasuredFile],
    later: &[MeasuredFile],
    wings: &[WingFiles],
) -> Result<Sizes> {
    let main: Vec<&MeasuredFile> = first.iter().filter(|file| is_wasm(&file.path)).collect();
    let [main] = main.as_slice() else {
        bail!(
            "index.html must name one wasm file, and names {}",
            main.len()
        );
    };
    let page = dist.join("index.html");
    let page = first.iter().find(|file| file.path == page);
    let page = page.context("index.html is missing")?;
    let first_screen: usize = first.iter().map(|file| file.sent).sum();
    let chunks: usize = later.iter().map(|file| file.sent).sum();
    let mut sizes = Sizes::from([
        ("index.html".to_owned(), page.sent),
        ("first screen".to_owned(), first_screen),
        ("main wasm".to_owned(), main.sent),
        ("all wasm".to_owned(), main.sent + chunks),
    ]);
    let shared: BTreeSet<&str> = wings.iter().flat_map(shared_files).collect();
    sizes.insert("shared chunks".to_owned(), sum_of(later, shared)?);
    for wing in wings {
        let own = sum_of(later, [wing.own.as_str()].into())?;
        sizes.insert(format!("chunk {}", wing.name), own);
    }
    for (journey, visited) in JOURNEYS {
        let mut fetched = BTreeSet::new();
        for name in visited {
            let wing = wings.iter().find(|wing| wing.name == *name);
            let wing = wing.with_context(|| format!("the app has no wing {name}"))?;
            fetched.insert(wing.own.as_str());
            fetched.extend(shared_files(wing));
        }
        sizes.insert(journey.to_owned(), first_screen + sum_of(later, fetched)?);
    }
    Ok(sizes)
}

fn shared_files(wing: &WingFiles) -> impl Iterator<Item = &str> {
    wing.shared.iter().map(String::as_str)
}

/// Returns how many bytes the files with these names have together.
///
/// # Errors
///
/// When there is no such file.
fn sum_of(files: &[MeasuredFile], names: BTreeSet<&str>) -> Result<usize> {
    let mut sum = 0;
    for name in names {
        let file = files.iter().find(|file| file.path.ends_with(name));
        sum += file.with_context(|| format!("{name} is missing"))?.sent;
    }
    Ok(sum)
}

#[cfg(test)]
mod tests {
    use std::path::PathBuf;

    use super::*;

    fn file(name: &str, sent: usize) -> MeasuredFile {
        MeasuredFile {
            path: PathBuf::from("dist").join(name),
            plain: sent,
            sent,
        }
    }

    fn wing(name: &str, shared: &[&str]) -> WingFiles {
        WingFiles {
            name: name.to_owned(),
            own: format!("split_{name}.wasm"),
            shared: shared.iter().map(|&file| file.to_owned()).collect(),
        }
    }

    #[test]
    fn a_journey_costs_the_first_screen_and_each_needed_chunk_once() -> Result<()> {
        let first = [
            file("index.html", 1),
            file("app.js", 10),
            file("app_bg.wasm", 100),
        ];
        let later = [
            file("chunk_5.wasm", 1_000),
            file("chunk_6.wasm", 2_000),
            file("chunk_7.wasm", 4_000),
            file("split_find.wasm", 10_000),
            file("split_identity.wasm", 20_000),
            file("split_filing.wasm", 40_000),
            file("split_following.wasm", 80_000),
        ];
        let wings = [
            wing("find", &["chunk_5.wasm"]),
            wing("identity", &["chunk_5.wasm", "chunk_6.wasm"]),
            wing("filing", &["chunk_6.wasm"]),
            wing("following", &["chunk_7.wasm"]),
        ];
        let expected = [
            ("all wasm", 157_100),
            ("birth filing", 73_111),
            ("chunk filing", 40_000),
            ("chunk find", 10_000),
            ("chunk following", 80_000),
            ("chunk identity", 20_000),
            ("first screen", 111),
            ("guest's search", 11_111),
            ("index.html", 1),
            ("main wasm", 100),
            ("shared chunks", 7_000),
        ];
        let sizes = named_sizes(Path::new("dist"), &first, &later, &wings)?;
        assert_eq!(
            sizes,
            expected.map(|(name, size)| (name.to_owned(), size)).into()
        );
        Ok(())
    }

    #[test]
    fn refuses_a_chunk_table_that_names_a_missing_file() {
        let first = [file("index.html", 1), file("app_bg.wasm", 100)];
        let wings = [wing("find", &["chunk_9.wasm"])];
        assert!(named_sizes(Path::new("dist"), &first, &[], &wings).is_err());
    }
}
