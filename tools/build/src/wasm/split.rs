//! Splits the app into the main wasm file and chunks, which the app fetches later. A chunk contains the code that only
//! one `wasm_split` function of `src/app/chunks.rs` uses, or the code that several of these functions share.

use std::path::Path;

use anyhow::{Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::bind::SCRIPT;

/// The name of the script that fetches chunks.
pub(crate) const CHUNK_LOADER: &str = "chunks.js";

/// Writes the chunks and the script that fetches them into `assets`. Writes the main wasm file to the path `main`,
/// where wasm-bindgen reads it.
///
/// # Errors
///
/// When the app has no chunks, because it was compiled without the feature `split` or without relocations.
pub(crate) fn split_into_chunks(app: &[u8], assets: &Path, main: &Path) -> Result<()> {
    let loader = format!("./{CHUNK_LOADER}");
    let script = format!("./{SCRIPT}");
    let mut options = Options::new(app);
    options.output_dir = assets;
    options.main_out_path = main;
    options.link_name = &loader;
    options.main_module = &script;
    let output =
        transform(options).map_err(|report| anyhow!("{report:#}").context("splitting the app"))?;
    // Without chunks, the app would be served as one large wasm file.
    if output.split_modules.is_empty() {
        return Err(anyhow!(
            "the app has no chunks: build it with `--features split --config tools/build/split.toml`"
        ));
    }
    Ok(())
}
