//! Splits the app into its main wasm and the chunks that are fetched later. A chunk holds what only a `wasm_split`
//! function of `src/app/chunks.rs` reaches, or what several of them share.

use std::path::Path;

use anyhow::{Result, anyhow};
use wasm_split_cli_support::{Options, transform};

use super::bind::SCRIPT;

/// The script that fetches chunks.
pub(crate) const CHUNK_LOADER: &str = "chunks.js";

/// Writes the chunks and their loader into `assets`, and the main wasm, which wasm-bindgen must see next, to `main`.
pub(crate) fn split(app: &[u8], assets: &Path, main: &Path) -> Result<()> {
    let loader = format!("./{CHUNK_LOADER}");
    let script = format!("./{SCRIPT}");
    let mut options = Options::new(app);
    options.output_dir = assets;
    options.main_out_path = main;
    options.link_name = &loader;
    options.main_module = &script;
    let made =
        transform(options).map_err(|report| anyhow!("{report:#}").context("splitting the app"))?;
    // Without relocations or the feature `split` there is nothing to split, and one large wasm would be served.
    if made.split_modules.is_empty() {
        return Err(anyhow!(
            "the app has no chunks: build it with `--features split --config tools/build/split.toml`"
        ));
    }
    Ok(())
}
