//! `index.html` of the build: the page of the repository with its language, head and first screen.

use anyhow::{Context, Result, bail};
use contract::portal::Portal;

use crate::html::{Html, fill, text};
use crate::i18n::Language;

/// Where the page names its language.
const PAGE_LANGUAGE: &str = "<html lang=\"vi\">";
/// What only Trunk needs; the build writes its own head in this place.
const TRUNK: (&str, &str) = ("<!-- Trunk -->", "<!-- /Trunk -->");
/// Where the first screen stands.
const FIRST_SCREEN: &str = "<!-- first screen -->";

const HEAD: &str = r#"<title>{title}</title>
  {description}
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
    let language = Language::of(portal);
    let (doctype, rest) = slot(source, PAGE_LANGUAGE)?;
    let (before, rest) = slot(rest, TRUNK.0)?;
    let (_, after) = slot(rest, TRUNK.1)?;
    let (between, after) = slot(after, FIRST_SCREEN)?;
    let title = portal.text(&portal.title, language.tag());
    let question = || [language.words().question, " – ", &portal.name].concat();
    let title = title.map_or_else(question, |(title, _)| title.to_owned());
    let description = portal.text(&portal.description, language.tag());
    let description = description.map_or_else(String::new, |(description, _)| {
        format!(
            "<meta name=\"description\" content=\"{}\">",
            text(description).0
        )
    });
    let head = fill(
        HEAD,
        &[
            ("title", text(&title)),
            ("description", Html(description)),
            ("style", text(&assets.style)),
            ("script", text(&assets.script)),
            ("chunk_loader", text(&assets.chunk_loader)),
            ("module", text(&assets.module)),
        ],
    )?;
    let root = format!("<html lang=\"{}\">", language.tag());
    Ok([doctype, &root, before, &head, between, first_screen, after].concat())
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal;

    const SOURCE: &str = include_str!("../../../index.html");

    fn assets() -> Assets {
        Assets {
            style: "assets/motcua-1.css".to_owned(),
            script: "assets/2/app.js".to_owned(),
            chunk_loader: "assets/2/chunks.js".to_owned(),
            module: "assets/2/app_bg.wasm".to_owned(),
        }
    }

    #[test]
    fn names_every_file_once_written_and_nothing_of_trunk() -> Result<()> {
        let portal = portal::parse(
            r#"{"name": "Cổng", "languages": ["vi"], "title": {"vi": "Cổng xã Thử"}}"#,
        )?;
        let page = html(SOURCE, &portal, &assets(), "<div id=\"shell\"></div>")?;
        for part in [
            "<title>Cổng xã Thử</title>",
            "href=\"assets/motcua-1.css\"",
            "data-js=\"assets/2/app.js\" data-wasm=\"assets/2/app_bg.wasm\"",
            "<div id=\"shell\"></div>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        assert!(!page.contains("trunk") && !page.contains("<!--"), "{page}");
        assert_eq!(page.matches("<title>").count(), 1);
        Ok(())
    }

    #[test]
    fn a_page_without_its_slots_is_refused() -> Result<()> {
        let portal = portal::parse(r#"{"name": "Cổng", "languages": ["vi"]}"#)?;
        assert!(html("<html></html>", &portal, &assets(), "").is_err());
        Ok(())
    }
}
