//! Prints what the first screen costs to fetch, against its budgets.
//!
//! Counted are `index.html`, every file that it names, and the scripts that those import, as brotli at quality 11.
//! Chunks that are fetched later are listed and not counted.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::content_hash::{self, files_below};
use crate::dist::ASSETS;

const MAIN_WASM: Budget = Budget {
    name: "main wasm",
    bytes: 167_500,
};
const FIRST_SCREEN: Budget = Budget {
    name: "first screen",
    bytes: 192_500,
};
const FIRST_RESPONSE: Budget = Budget {
    name: "index.html",
    bytes: 14_000,
};

/// The most that something may weigh, in bytes over the line.
pub(crate) struct Budget {
    pub(crate) name: &'static str,
    pub(crate) bytes: usize,
}

impl Budget {
    /// A line with the weight and the budget, and whether the weight is within it.
    pub(crate) fn judge(&self, bytes: usize) -> (String, bool) {
        let within = bytes <= self.bytes;
        let verdict = if within { "ok" } else { "OVER" };
        let (is, most) = (kilobytes(bytes), kilobytes(self.bytes));
        (format!("{is} of {most}  {}: {verdict}", self.name), within)
    }
}

/// Thousands of bytes, right-aligned.
pub(crate) fn kilobytes(bytes: usize) -> String {
    // Tenths of a kilobyte, rounded.
    let tenths = (bytes + 50) / 100;
    format!("{:>6}.{} kB", tenths / 10, tenths % 10)
}

/// A file of the build.
struct Weighed {
    path: PathBuf,
    plain: usize,
    sent: usize,
}

/// Prints a line for each file and each budget. Gives whether all budgets are kept.
///
/// # Errors
///
/// When a file can't be read, or its name holds another hash than that of its content.
pub(crate) fn check(dist: &Path) -> Result<bool> {
    check_hashes(&dist.join(ASSETS))?;
    let named = first_screen_files(dist)?;
    let mut first = Vec::new();
    let mut later = Vec::new();
    for path in files_below(dist)? {
        if named.contains(&path) {
            first.push(weigh(&path)?);
        } else if is_wasm(&path) {
            later.push(weigh(&path)?);
        }
    }
    let wasm: Vec<&Weighed> = first.iter().filter(|file| is_wasm(&file.path)).collect();
    let [main] = wasm.as_slice() else {
        bail!("index.html must name one wasm, and names {}", wasm.len());
    };
    let page = dist.join("index.html");
    let page = first.iter().find(|file| file.path == page);
    let page = page.context("index.html is missing")?;
    println!("     plain     brotli");
    for (files, note) in [(&first, ""), (&later, " (later)")] {
        for file in files {
            let name = file.path.strip_prefix(dist)?.display();
            println!(
                "{} {}  {name}{note}",
                kilobytes(file.plain),
                kilobytes(file.sent)
            );
        }
    }
    let all: usize = first.iter().map(|file| file.sent).sum();
    let mut within = true;
    for (budget, bytes) in [
        (MAIN_WASM, main.sent),
        (FIRST_SCREEN, all),
        (FIRST_RESPONSE, page.sent),
    ] {
        let (line, kept) = budget.judge(bytes);
        println!("{line}");
        within &= kept;
    }
    Ok(within)
}

/// What lies under a hash must have it: browsers and proxies keep such files for ever.
fn check_hashes(assets: &Path) -> Result<()> {
    for entry in fs::read_dir(assets).with_context(|| assets.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let hash = if path.is_dir() {
            content_hash::of_folder(&path)?
        } else if name.ends_with(".br") {
            continue;
        } else {
            content_hash::of_bytes(&fs::read(&path)?)
        };
        if !name.contains(&hash) {
            bail!("{} holds content with the hash {hash}", path.display());
        }
    }
    Ok(())
}

fn is_wasm(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "wasm")
}

fn weigh(path: &Path) -> Result<Weighed> {
    let size = |path: &Path| -> Result<usize> { Ok(usize::try_from(fs::metadata(path)?.len())?) };
    let mut twin = path.as_os_str().to_owned();
    twin.push(".br");
    let twin = PathBuf::from(twin);
    let plain = size(path)?;
    let sent = if twin.is_file() { size(&twin)? } else { plain };
    Ok(Weighed {
        path: path.to_owned(),
        plain,
        sent,
    })
}

/// `index.html`, what it names, and what the scripts among that import.
fn first_screen_files(dist: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut found = BTreeSet::new();
    let mut waiting = vec![dist.join("index.html")];
    while let Some(path) = waiting.pop() {
        if !found.insert(path.clone()) {
            continue;
        }
        let is_page = path.extension().is_some_and(|ending| ending == "html");
        let is_script = path.extension().is_some_and(|ending| ending == "js");
        if !is_page && !is_script {
            continue;
        }
        let text = fs::read_to_string(&path)?;
        // `index.html` lies at the top of the build, so its addresses are relative to its folder too.
        let folder = path.parent().unwrap_or(dist);
        let addresses = if is_page {
            quoted(&text)
        } else {
            imported(&text)
        };
        let named = addresses
            .into_iter()
            .map(|address| folder.join(address.trim_start_matches("./")))
            .filter(|named| named.is_file());
        waiting.extend(named);
    }
    Ok(found)
}

/// Everything between double quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// The addresses that a script imports: `from "…"`, `import "…"`, `import("…")`.
fn imported(script: &str) -> Vec<&str> {
    script
        .lines()
        .filter(|line| line.starts_with("import ") || line.contains("import("))
        .flat_map(|line| line.split(['"', '\'']).skip(1).step_by(2))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let dist = tempfile::tempdir()?;
        for (name, content) in files {
            let path = dist.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(dist.path()))?;
            fs::write(path, content)?;
        }
        Ok(dist)
    }

    /// A build with one script that imports another, and with a chunk. Gives the hash of its app too.
    fn build() -> Result<(tempfile::TempDir, String)> {
        let app = [
            (
                "app.js",
                "import * as chunks from \"./chunks.js\"\nfetch(\"unrelated.svg\")",
            ),
            ("chunks.js", "import { initSync } from \"./app.js\";"),
            ("app_bg.wasm", "main"),
            ("split_find.wasm", "chunk"),
            ("unrelated.svg", "icon"),
        ];
        let hash = content_hash::of_folder(written(&app)?.path())?;
        let page = format!(
            "<script src=\"boot.js\" data-js=\"assets/{hash}/app.js\" data-wasm=\"assets/{hash}/app_bg.wasm\">"
        );
        let app = app.map(|(name, content)| (format!("assets/{hash}/{name}"), content));
        let mut files: Vec<(&str, &str)> = app
            .iter()
            .map(|(name, content)| (name.as_str(), *content))
            .collect();
        files.extend([("index.html", page.as_str()), ("boot.js", "start();")]);
        Ok((written(&files)?, hash))
    }

    #[test]
    fn counts_the_page_what_it_names_and_what_scripts_import_but_no_chunk() -> Result<()> {
        let (dist, hash) = build()?;
        let counted = first_screen_files(dist.path())?;
        let app = dist.path().join(ASSETS).join(hash);
        let mut expected: Vec<PathBuf> = ["app.js", "app_bg.wasm", "chunks.js"]
            .map(|name| app.join(name))
            .into();
        expected.extend(["boot.js", "index.html"].map(|name| dist.path().join(name)));
        assert_eq!(counted.into_iter().collect::<Vec<_>>(), expected);
        assert!(check(dist.path())?);
        Ok(())
    }

    #[test]
    fn refuses_a_build_whose_content_is_not_what_its_name_says() -> Result<()> {
        let (dist, hash) = build()?;
        fs::write(
            dist.path().join(ASSETS).join(hash).join("split_find.wasm"),
            "changed",
        )?;
        assert!(check(dist.path()).is_err());
        Ok(())
    }

    #[test]
    fn a_budget_is_over_from_the_first_byte_above_it() {
        assert!(MAIN_WASM.judge(167_500).1);
        assert!(!MAIN_WASM.judge(167_501).1);
    }

    #[test]
    fn prints_tenths_of_a_kilobyte() {
        assert_eq!(kilobytes(167_449), "   167.4 kB");
        assert_eq!(kilobytes(167_450), "   167.5 kB");
        assert_eq!(kilobytes(90), "     0.1 kB");
    }
}
