//! Puts a build together.
//!
//! ```text
//! dist/
//!   index.html, boot.js, icon.svg …      asked about at each visit
//!   assets/HASH/                         the app; HASH is made from all files in it
//!     app.js, chunks.js, snippets/       bound by wasm-bindgen, and the loader of chunks
//!     app_bg.wasm, split_*.wasm …        the main wasm and its chunks
//!   assets/motcua-HASH.css               HASH is made from the file
//! ```
//!
//! What lies in `assets/` never changes under its name and may be kept for ever.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};

use crate::compress::compress_all;
use crate::page::Assets;
use crate::wasm::{CHUNK_LOADER, MODULE, SCRIPT, bind, optimise, optimiser_version, split};
use crate::{content_hash, first_screen, inputs, manifest, page, portal, style};

/// Files whose names hold their hash.
pub(crate) const ASSETS: &str = "assets";
const PAGE: &str = "index.html";
const MANIFEST: &str = "manifest.webmanifest";

/// One build: what goes in, and where it comes out.
pub(crate) struct Build {
    /// The compiled app.
    pub(crate) wasm: PathBuf,
    /// The portal's settings.
    pub(crate) portal: PathBuf,
    /// The folder that is written; what stood there is replaced.
    pub(crate) out: PathBuf,
}

impl Build {
    /// Writes the folder, unless it is there already and would come out the same.
    pub(crate) fn run(&self) -> Result<()> {
        let inputs = inputs::hash(&self.wasm, &self.portal, &optimiser_version()?)?;
        let stamp = self.beside("inputs");
        if self.out.join(PAGE).is_file()
            && fs::read_to_string(&stamp).is_ok_and(|made| made == inputs)
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
        fs::write(stamp, inputs).context("noting what the build was made from")
    }

    /// A path beside the output folder that no web server sends.
    fn beside(&self, ending: &str) -> PathBuf {
        let mut name = self.out.file_name().unwrap_or_default().to_owned();
        name.push(".");
        name.push(ending);
        self.out.with_file_name(name)
    }

    fn write(&self, staging: &Path) -> Result<()> {
        let settings =
            fs::read_to_string(&self.portal).with_context(|| self.portal.display().to_string())?;
        let portal = portal::parse(&settings).with_context(|| self.portal.display().to_string())?;
        copy_folder(Path::new("public"), staging)?;
        let assets = self.write_assets(staging)?;
        let manifest_path = staging.join(MANIFEST);
        let named = manifest::named(&fs::read_to_string(&manifest_path)?, &portal.name)?;
        fs::write(manifest_path, named)?;
        let source = fs::read_to_string(PAGE)?;
        let html = page::html(&source, &portal, &assets, &first_screen::html(&portal)?)?;
        fs::write(staging.join(PAGE), html)?;
        compress_all(staging)
    }

    /// Writes the files whose names hold a hash.
    fn write_assets(&self, staging: &Path) -> Result<Assets> {
        let assets = staging.join(ASSETS);
        let app = assets.join("app");
        fs::create_dir_all(&app)?;
        let wasm = fs::read(&self.wasm).with_context(|| self.wasm.display().to_string())?;
        let unbound = self.beside("main.wasm");
        split(&wasm, &app, &unbound)?;
        bind(&unbound, &app)?;
        fs::remove_file(unbound)?;
        optimise(&app)?;
        let hash = content_hash::of_folder(&app)?;
        fs::rename(&app, assets.join(&hash))?;
        let style = style::joined()?;
        let sheet = format!("motcua-{}.css", content_hash::of_bytes(&style));
        fs::write(assets.join(&sheet), style)?;
        let in_app = |file: &str| format!("{ASSETS}/{hash}/{file}");
        Ok(Assets {
            style: format!("{ASSETS}/{sheet}"),
            script: in_app(SCRIPT),
            chunk_loader: in_app(CHUNK_LOADER),
            module: in_app(MODULE),
        })
    }
}

/// Makes an empty folder.
fn replace_folder(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)?;
    }
    Ok(fs::create_dir_all(folder)?)
}

fn copy_folder(from: &Path, to: &Path) -> Result<()> {
    for path in content_hash::files_below(from)? {
        let copy = to.join(path.strip_prefix(from)?);
        if let Some(parent) = copy.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::copy(&path, copy)?;
    }
    Ok(())
}
