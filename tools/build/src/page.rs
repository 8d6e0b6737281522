//! `index.html` of the build: the page of the repository with two slots filled, the head and the first screen.

use anyhow::{Context, Result, bail};

use crate::html::{fill, text};
use crate::portal::Portal;

/// What only Trunk needs; the build writes its own head in this place.
const TRUNK: (&str, &str) = ("<!-- Trunk -->", "<!-- /Trunk -->");
/// Where the first screen stands.
const FIRST_SCREEN: &str = "<!-- first screen -->";

const HEAD: &str = r#"<title>{title}</title>
  <meta name="description" content="{description}">
  <link rel="stylesheet" href="{style}">
  <link rel="modulepreload" href="{script}">
  <link rel="modulepreload" href="{chunk_loader}">
  <link rel="preload" href="{module}" as="fetch" type="application/wasm" crossorigin>
  <script type="module" src="boot.js" data-js="{script}" data-wasm="{module}"></script>"#;

/// Where the files of a build are, as the page names them.
pub(crate) struct Assets {
    pub(crate) style: String,
    pub(crate) script: String,
    pub(crate) chunk_loader: String,
    pub(crate) module: String,
}

/// Fills the slots of `index.html`.
pub(crate) fn html(
    source: &str,
    portal: &Portal,
    assets: &Assets,
    first_screen: &str,
) -> Result<String> {
    let (before, rest) = slot(source, TRUNK.0)?;
    let (_, after) = slot(rest, TRUNK.1)?;
    let (between, after) = slot(after, FIRST_SCREEN)?;
    let head = fill(
        HEAD,
        &[
            ("title", text(&portal.title())),
            ("description", text(portal.description())),
            ("style", text(&assets.style)),
            ("script", text(&assets.script)),
            ("chunk_loader", text(&assets.chunk_loader)),
            ("module", text(&assets.module)),
        ],
    )?;
    Ok([before, &head, between, first_screen, after].concat())
}

fn slot<'a>(page: &'a str, marker: &str) -> Result<(&'a str, &'a str)> {
    let (before, after) = page
        .split_once(marker)
        .with_context(|| format!("index.html has no {marker}"))?;
    if after.contains(marker) {
        bail!("index.html has {marker} twice");
    }
    Ok((before, after))
}
