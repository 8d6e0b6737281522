//! Splits the app into the main wasm file and chunks, which the app fetches later. A chunk contains the code that only
//! one `wasm_split` function of `src/app/chunks.rs` uses, or the code that several of these functions share.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, anyhow, bail};
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
    let loader = assets.join(CHUNK_LOADER);
    let script = fs::read_to_string(&loader).context("reading the loader of the chunks")?;
    Ok(fs::write(loader, fetch_with_boot(&script)?)?)
}

/// Changes the script that fetches chunks: it calls `fetchWasm` of `public/boot.js` instead of `fetch`. The browser's
/// `fetch` never ends when the connection stalls, so the app could never fetch the chunk again.
///
/// # Errors
///
/// When the script contains no call of `fetch`, because a new version of `wasm_split_cli_support` writes it otherwise.
fn fetch_with_boot(script: &str) -> Result<String> {
    const FETCH: &str = " fetch(new URL(";
    if !script.contains(FETCH) {
        bail!("{CHUNK_LOADER} fetches its files in an unknown way");
    }
    Ok(script.replace(FETCH, " fetchWasm(new URL("))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_chunk_is_fetched_by_the_function_that_notices_a_stalled_connection() -> Result<()> {
        let line = "const src = fetch(new URL(\"./split_find.wasm\", import.meta.url));\n";
        let changed = fetch_with_boot(&line.repeat(2))?;
        assert_eq!(changed.matches(" fetchWasm(new URL(").count(), 2);
        assert!(!changed.contains(" fetch("));
        assert!(fetch_with_boot("const src = load(\"./split_find.wasm\");").is_err());
        Ok(())
    }
}
