//! Computes a hash of everything that a build is made from. If the hash is the same as for the last build, the result
//! would be the same too, so the build is skipped.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::content_hash::{files_below, hash_bytes};

/// Files and folders that a build is made from, besides the app's wasm file, the portal's settings and this program
/// itself.
const SOURCES: [&str; 3] = ["index.html", "public", "style"];

/// Returns a hash of all inputs of a build. `optimiser` is the version of `wasm-opt`.
pub(crate) fn hash_inputs(wasm: &Path, portal: &Path, optimiser: &str) -> Result<String> {
    let mut files = vec![wasm.to_owned(), portal.to_owned(), env::current_exe()?];
    for source in SOURCES.map(PathBuf::from) {
        if source.is_dir() {
            files.extend(files_below(&source)?);
        } else {
            files.push(source);
        }
    }
    let mut all = optimiser.to_owned();
    for file in files {
        let content = fs::read(&file).with_context(|| file.display().to_string())?;
        all.push_str(&format!("{} {}\n", hash_bytes(&content), file.display()));
    }
    Ok(hash_bytes(all.as_bytes()))
}
