//! Writes `dist/`, the folder that a web server sends:
//!
//! ```text
//! dist/
//!   index.html, boot.js, icon.svg …      browsers ask at each visit whether these have changed
//!   content-security-policy.txt          the header of this name, with the hashes of what is inline in index.html
//!   assets/HASH/                         the app; HASH is the hash of all files in the folder
//!     app.js, chunks.js, snippets/       the JavaScript of wasm-bindgen, and the loader of chunks
//!     app_bg.wasm, split_*.wasm …        the main wasm and its chunks
//!   assets/motcua-HASH.css               HASH is the hash of the file
//! ```
//!
//! A file below `assets/` never changes under its name, so browsers may cache it for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compress::write_brotli_files;
use crate::content_hash::{files_below, hash_bytes, hash_folder};
use crate::critical_style::critical_style;
use crate::first_screen::render_first_screen;
use crate::inputs::hash_inputs;
use crate::manifest::with_portal_name;
use crate::page::{Assets, OPENING_SCRIPT, render_index_html};
use crate::policy::{POLICY, allow_inline};
use crate::portal::parse_portal;
use crate::script::slim_scripts;
use crate::style::join_style_sheets;
use crate::wasm::{
    MAIN_WASM, SCRIPT, bind_to_javascript, optimise_folder, optimiser_version, split_into_chunks,
};

/// The folder for files that may be cached for ever: a hash of the content is in their path.
pub(crate) const ASSETS: &str = "assets";
const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";

/// The inputs and the output of one build.
pub(crate) struct Build {
    /// The wasm file of the app as cargo compiled it.
    pub(crate) wasm: PathBuf,
    /// The JSON file with the portal's settings.
    pub(crate) portal: PathBuf,
    /// The output folder. If it exists already, it is replaced.
    pub(crate) out: PathBuf,
}

impl Build {
    /// Builds the output folder. Does nothing if the folder exists and was made from the same inputs.
    pub(crate) fn run(&self) -> Result<()> {
        let inputs = hash_inputs(&self.wasm, &self.portal, &optimiser_version()?)?;
        let stamp = self.beside("inputs");
        if self.out.join(PAGE).is_file()
            && fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == inputs)
        {
            return Ok(());
        }
        let staging = self.beside("staging");
        replace_folder(&staging)?;
        self.write(&staging)?;
        if self.out.exists() {
            fs::remove_dir_all(&self.out)?;
        }
        fs::rename(&staging, &self.out)?;
        fs::write(stamp, inputs).context("writing the hash of the inputs")
    }

    /// Returns a path beside the output folder: the folder's name with an ending. A web server sends only files of the
    /// output folder, so it doesn't send a file at this path.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.out.file_name().unwrap_or_default().to_owned();
        name.push(".");
        name.push(ending);
        self.out.with_file_name(name)
    }

    fn write(&self, staging: &Path) -> Result<()> {
        let settings =
            fs::read_to_string(&self.portal).with_context(|| self.portal.display().to_string())?;
        let portal = parse_portal(&settings).with_context(|| self.portal.display().to_string())?;
        copy_folder(Path::new("public"), staging)?;
        slim_scripts(staging)?;
        let style = join_style_sheets()?;
        let first_screen = render_first_screen(&portal)?;
        let assets = self.write_assets(staging, &style)?;
        let manifest_path = staging.join(MANIFEST);
        let manifest = with_portal_name(&fs::read_to_string(&manifest_path)?, &portal.name)?;
        fs::write(manifest_path, manifest)?;
        let source = fs::read_to_string(PAGE)?;
        let inline_style = critical_style(&style, &first_screen)?;
        let html = render_index_html(&source, &portal, &assets, &inline_style, &first_screen)?;
        fs::write(staging.join(PAGE), html)?;
        let policy_path = staging.join(POLICY);
        let policy = fs::read_to_string(&policy_path)?;
        let policy = allow_inline(&policy, &inline_style, OPENING_SCRIPT)?;
        fs::write(policy_path, policy)?;
        write_brotli_files(staging)
    }

    /// Writes all files below `assets/`, and returns their paths.
    fn write_assets(&self, staging: &Path, style: &str) -> Result<Assets> {
        let assets = staging.join(ASSETS);
        let app = assets.join("app");
        fs::create_dir_all(&app)?;
        let wasm = fs::read(&self.wasm).with_context(|| self.wasm.display().to_string())?;
        let unbound = self.beside("main.wasm");
        split_into_chunks(&wasm, &app, &unbound)?;
        bind_to_javascript(&unbound, &app)?;
        fs::remove_file(unbound)?;
        optimise_folder(&app)?;
        slim_scripts(&app)?;
        let hash = hash_folder(&app)?;
        fs::rename(&app, assets.join(&hash))?;
        let sheet = format!("motcua-{}.css", hash_bytes(style.as_bytes()));
        fs::write(assets.join(&sheet), style)?;
        let in_app = |file: &str| format!("{ASSETS}/{hash}/{file}");
        Ok(Assets {
            style: format!("{ASSETS}/{sheet}"),
            script: in_app(SCRIPT),
            main_wasm: in_app(MAIN_WASM),
        })
    }
}

/// Creates an empty folder. Deletes an existing folder of this name first.
fn replace_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for path in files_below(from)? {
        let copy = to.join(path.strip_prefix(from)?);
        if let Some(parent) = copy.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&path, copy)?;
    }
    Ok(())
}
