//! Everything that a build is made from, so that a build that would change nothing is left out.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::content_hash;

/// What the page is made of beside the wasm and the portal's settings. The program itself is read too.
const SOURCES: [&str; 3] = ["index.html", "public", "style"];

/// The hash of all inputs. `optimiser` is the version of `wasm-opt`.
pub(crate) fn hash(wasm: &Path, portal: &Path, optimiser: &str) -> Result<String> {
    let mut files = vec![wasm.to_owned(), portal.to_owned(), env::current_exe()?];
    for source in SOURCES.map(PathBuf::from) {
        if source.is_dir() {
            files.extend(content_hash::files_below(&source)?);
        } else {
            files.push(source);
        }
    }
    let mut all = optimiser.to_owned();
    for file in files {
        let content = fs::read(&file).with_context(|| file.display().to_string())?;
        all.push_str(&format!(
            "{} {}\n",
            content_hash::of_bytes(&content),
            file.display()
        ));
    }
    Ok(content_hash::of_bytes(all.as_bytes()))
}
