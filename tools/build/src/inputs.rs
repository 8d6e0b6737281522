//! Hashes everything that a build is made from, so that a build that would change nothing is skipped.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::content_hash::{files_below, hash_bytes};

/// Inputs besides the wasm, the portal's settings and this program.
const SOURCES: [&str; 3] = ["index.html", "public", "style"];

/// Returns the hash of all inputs. `optimiser` is the version of `wasm-opt`.
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
