//! Finds the files that a browser fetches for the first screen, and measures files.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::content_hash::{files_below, hash_bytes, hash_folder};

/// A file of `dist/` and its size in bytes.
pub(crate) struct MeasuredFile {
    pub(crate) path: PathBuf,
    pub(crate) plain: usize,
    /// The size of the file's brotli copy. Without a brotli copy, the same as `plain`.
    pub(crate) sent: usize,
}

/// Measures all files below a folder.
pub(crate) fn measure_folder(folder: &Path) -> Result<Vec<MeasuredFile>> {
    files_below(folder)?
        .iter()
        .map(|path| measure(path))
        .collect()
}

/// Checks that the name of each file and folder in `assets` contains the hash of its content. Browsers and proxies
/// cache these names for ever, so a wrong hash would keep old content in use.
pub(crate) fn check_hashes(assets: &Path) -> Result<()> {
    for entry in fs::read_dir(assets).with_context(|| assets.display().to_string())? {
        let path = entry?.path();
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let hash = if path.is_dir() {
            hash_folder(&path)?
        } else if name.ends_with(".br") {
            continue;
        } else {
            hash_bytes(&fs::read(&path)?)
        };
        if !name.contains(&hash) {
            bail!("the content of {} has the hash {hash}", path.display());
        }
    }
    Ok(())
}

pub(crate) fn is_wasm(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ending == "wasm")
}

fn measure(path: &Path) -> Result<MeasuredFile> {
    let size = |path: &Path| -> Result<usize> { Ok(usize::try_from(fs::metadata(path)?.len())?) };
    let mut copy = path.as_os_str().to_owned();
    copy.push(".br");
    let copy = PathBuf::from(copy);
    let plain = size(path)?;
    let sent = if copy.is_file() { size(&copy)? } else { plain };
    Ok(MeasuredFile {
        path: path.to_owned(),
        plain,
        sent,
    })
}

/// Returns the files that a browser fetches for the first screen: `index.html`, the files that it names, and the files
/// that its scripts import.
pub(crate) fn first_screen_files(dist: &Path) -> Result<BTreeSet<PathBuf>> {
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
        // A path in a page or script is relative to the folder of that page or script. For a page this is true because
        // `<base href>` is the folder of `index.html`.
        let folder = path.parent().unwrap_or(dist);
        let paths = if is_page {
            quoted(&text)
        } else {
            imported(&text)
        };
        let named = paths
            .into_iter()
            .map(|path| folder.join(path.trim_start_matches("./")))
            .filter(|path| path.is_file());
        waiting.extend(named);
    }
    Ok(found)
}

/// Returns every text between double quotes.
fn quoted(text: &str) -> Vec<&str> {
    text.split('"').skip(1).step_by(2).collect()
}

/// Returns the paths that a script imports by `from "…"`, `import "…"` or `import("…")`.
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
    use crate::dist::ASSETS;

    fn written(files: &[(&str, &str)]) -> Result<tempfile::TempDir> {
        let dist = tempfile::tempdir()?;
        for (name, content) in files {
            let path = dist.path().join(name);
            fs::create_dir_all(path.parent().unwrap_or(dist.path()))?;
            fs::write(path, content)?;
        }
        Ok(dist)
    }

    /// Writes a small made-up build with two scripts that import each other and a chunk. Returns the folder of the
    /// build, and the hash that is the name of its folder below `assets`.
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
        let hash = hash_folder(written(&app)?.path())?;
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
    fn counts_the_page_its_files_and_imported_scripts_but_no_chunk() -> Result<()> {
        let (dist, hash) = build()?;
        let counted = first_screen_files(dist.path())?;
        let app = dist.path().join(ASSETS).join(hash);
        let mut expected: Vec<PathBuf> = ["app.js", "app_bg.wasm", "chunks.js"]
            .map(|name| app.join(name))
            .into();
        expected.extend(["boot.js", "index.html"].map(|name| dist.path().join(name)));
        assert_eq!(counted.into_iter().collect::<Vec<_>>(), expected);
        check_hashes(&dist.path().join(ASSETS))?;
        Ok(())
    }

    #[test]
    fn refuses_a_file_whose_content_has_another_hash_than_its_name() -> Result<()> {
        let (dist, hash) = build()?;
        fs::write(
            dist.path().join(ASSETS).join(hash).join("split_find.wasm"),
            "changed",
        )?;
        assert!(check_hashes(&dist.path().join(ASSETS)).is_err());
        Ok(())
    }
}
