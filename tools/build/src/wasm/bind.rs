//! Runs wasm-bindgen, which writes the JavaScript that the app calls the browser through.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The script that starts the main wasm.
pub(crate) const SCRIPT: &str = "app.js";
/// The main wasm.
pub(crate) const MODULE: &str = "app_bg.wasm";

/// The streams of server functions, which `leptos` brings along and this app has none of. As exports they would keep
/// their code in the main wasm.
const UNUSED_EXPORTS: &str = "intounderlying";

/// Writes the bound app, with the scripts that its crates bring, into `assets`.
pub(crate) fn bind(main: &Path, assets: &Path) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(main)
        .web(true)?
        .out_name(SCRIPT.trim_end_matches(".js"))
        .typescript(false)
        // Chunks call into the main wasm by what the linker exported.
        .keep_lld_exports(true)
        .generate_output()
        .context("binding the app to JavaScript")?;
    let exports = &mut output.wasm_mut().exports;
    let unused: Vec<_> = exports
        .iter()
        .filter(|export| export.name.contains(UNUSED_EXPORTS))
        .map(|export| export.id())
        .collect();
    for export in unused {
        exports.delete(export);
    }
    output.emit(assets)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use anyhow::Result;

    fn version_in(lock: &str) -> Result<String> {
        let text = fs::read_to_string(lock)?;
        let version = text
            .split("[[package]]")
            .find(|entry| entry.contains("name = \"wasm-bindgen\"\n"))
            .and_then(|entry| entry.split("version = \"").nth(1))
            .and_then(|rest| rest.split('"').next());
        Ok(version.unwrap_or_default().to_owned())
    }

    #[test]
    fn has_the_version_of_the_library_in_the_app() -> Result<()> {
        let manifest = fs::read_to_string("Cargo.toml")?;
        let app = version_in("../../Cargo.lock")?;
        assert!(!app.is_empty());
        assert!(
            manifest.contains(&format!("wasm-bindgen-cli-support = \"={app}\"")),
            "the app uses wasm-bindgen {app}: change wasm-bindgen-cli-support in tools/build/Cargo.toml"
        );
        Ok(())
    }
}
