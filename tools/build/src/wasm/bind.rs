//! Runs wasm-bindgen. It writes the JavaScript with which the app calls the browser.

use std::path::Path;

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

/// The name of the script that starts the main wasm file.
pub(crate) const SCRIPT: &str = "app.js";
/// The name of the main wasm file.
pub(crate) const MAIN_WASM: &str = "app_bg.wasm";

/// Text in the names of exports that `leptos` adds for server functions with streams. The app has no server functions,
/// and these exports would keep unused code in the main wasm file.
const UNUSED_EXPORTS: &str = "intounderlying";

/// Writes the main wasm file and its JavaScript into `assets`. Also writes the scripts that the app's crates contain.
pub(crate) fn bind_to_javascript(main: &Path, assets: &Path) -> Result<()> {
    let mut output = Bindgen::new()
        .input_path(main)
        .web(true)?
        .out_name(SCRIPT.trim_end_matches(".js"))
        .typescript(false)
        // Keeps the exports that the linker made, because chunks call functions of the main wasm file through them.
        .keep_lld_exports(true)
        .generate_output()
        .context("running wasm-bindgen")?;
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
    fn matches_the_wasm_bindgen_version_of_the_app() -> Result<()> {
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
