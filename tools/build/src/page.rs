//! Renders `index.html` for `dist/`, from the `index.html` of the repository. Fills in the language, the head and the
//! first screen.

use anyhow::{Context, Result, bail};
use contract::portal::Portal;

use crate::html::{Html, escape_text, fill_template};
use crate::i18n::PageLanguage;

/// The tag in `index.html` whose `lang` attribute is replaced.
const ROOT_TAG: &str = "<html lang=\"vi\">";
/// The start marker and the end marker of the lines that only Trunk reads. The build replaces these lines by its own.
const TRUNK: (&str, &str) = ("<!-- Trunk -->", "<!-- /Trunk -->");
/// The marker that is replaced by the first screen.
const FIRST_SCREEN: &str = "<!-- first screen -->";

const HEAD: &str = r#"<title>{title}</title>
  <meta name="description" content="{description}">
  <meta property="og:type" content="website">
  <meta property="og:site_name" content="{name}">
  <meta property="og:title" content="{title}">
  <meta property="og:description" content="{description}">
  <style>{inline_style}</style>
  <script>{opening_script}</script>"#;

/// The end of the page. What stands here doesn't keep a browser from painting the first screen. Nothing of the app is
/// preloaded, because even that would delay the first paint on a slow phone: `public/boot.js` fetches it.
const END: &str = r#"
  <link rel="stylesheet" href="{style}">
  <script type="module" src="boot.js" data-js="{script}" data-wasm="{main_wasm}"></script>"#;

/// Marks the page if its address isn't that of the home page, so that the home page isn't shown there until
/// `public/boot.js` has replaced it (`style/layout/page.css`).
pub(crate) const OPENING_SCRIPT: &str = "if(location.pathname!==new URL(document.baseURI).pathname)\
    document.documentElement.dataset.opening=\"\"";

/// Paths of the files that the page loads, relative to `index.html`.
pub(crate) struct Assets {
    pub(crate) style: String,
    /// The JavaScript that wasm-bindgen wrote. It starts the app.
    pub(crate) script: String,
    pub(crate) main_wasm: String,
}

/// Renders the page. `source` is the text of the repository's `index.html`, `first_screen` is the HTML that replaces the
/// marker `FIRST_SCREEN`, and `inline_style` is the style that it needs.
pub(crate) fn render_index_html(
    source: &str,
    portal: &Portal,
    assets: &Assets,
    inline_style: &str,
    first_screen: &str,
) -> Result<String> {
    if inline_style.contains('<') {
        bail!("the style of the first screen contains markup");
    }
    let language = PageLanguage::of(portal);
    let (doctype, rest) = split_at_marker(source, ROOT_TAG)?;
    let (before, rest) = split_at_marker(rest, TRUNK.0)?;
    let (_, after) = split_at_marker(rest, TRUNK.1)?;
    let (between, after) = split_at_marker(after, FIRST_SCREEN)?;
    let title = portal.text(&portal.title, language.tag());
    let default_title = || [language.words().question, " – ", &portal.name].concat();
    let title = title.map_or_else(default_title, |(title, _)| title.to_owned());
    let description = portal.text(&portal.description, language.tag());
    let description = description.map_or(language.words().question, |(description, _)| description);
    let head = fill_template(
        HEAD,
        &[
            ("title", escape_text(&title)),
            ("description", escape_text(description)),
            ("name", escape_text(&portal.name)),
            ("inline_style", Html(inline_style.to_owned())),
            ("opening_script", Html(OPENING_SCRIPT.to_owned())),
        ],
    )?;
    let end = fill_template(
        END,
        &[
            ("style", escape_text(&assets.style)),
            ("script", escape_text(&assets.script)),
            ("main_wasm", escape_text(&assets.main_wasm)),
        ],
    )?;
    let root = format!("<html lang=\"{}\">", language.tag());
    Ok([
        doctype,
        &root,
        before,
        &head,
        between,
        first_screen,
        &end,
        after,
    ]
    .concat())
}

/// Returns the parts of the page before and after a marker.
///
/// # Errors
///
/// When the marker isn't in the page, or is there more than once.
fn split_at_marker<'a>(page: &'a str, marker: &str) -> Result<(&'a str, &'a str)> {
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
    use crate::portal::parse_portal;

    const SOURCE: &str = include_str!("../../../index.html");

    fn assets() -> Assets {
        Assets {
            style: "assets/motcua-1.css".to_owned(),
            script: "assets/2/app.js".to_owned(),
            main_wasm: "assets/2/app_bg.wasm".to_owned(),
        }
    }

    #[test]
    fn names_the_files_of_the_build_and_nothing_of_trunk() -> Result<()> {
        let portal = parse_portal(
            r#"{"name": "Cổng", "languages": ["vi"], "title": {"vi": "Cổng xã Thử"}}"#,
        )?;
        let page = render_index_html(
            SOURCE,
            &portal,
            &assets(),
            "h1{top:0}",
            "<div id=\"shell\"></div>",
        )?;
        for part in [
            "<title>Cổng xã Thử</title>",
            "href=\"assets/motcua-1.css\"",
            "data-js=\"assets/2/app.js\" data-wasm=\"assets/2/app_bg.wasm\"",
            "<style>h1{top:0}</style>",
            "<div id=\"shell\"></div>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        assert!(!page.contains("trunk") && !page.contains("<!--"), "{page}");
        assert_eq!(page.matches("<title>").count(), 1);
        Ok(())
    }

    #[test]
    fn a_shared_link_is_previewed_with_title_and_description() -> Result<()> {
        let portal = parse_portal(
            r#"{"name": "Cổng \"Thử\"", "languages": ["vi"], "title": {"vi": "Dịch vụ công xã Thử"},
                "description": {"vi": "Nộp hồ sơ & theo dõi."}}"#,
        )?;
        let page = render_index_html(SOURCE, &portal, &assets(), "", "")?;
        for tag in [
            "<meta name=\"description\" content=\"Nộp hồ sơ &amp; theo dõi.\">",
            "<meta property=\"og:site_name\" content=\"Cổng &quot;Thử&quot;\">",
            "<meta property=\"og:title\" content=\"Dịch vụ công xã Thử\">",
            "<meta property=\"og:description\" content=\"Nộp hồ sơ &amp; theo dõi.\">",
        ] {
            assert!(page.contains(tag), "{tag} is missing in {page}");
        }
        let plain = parse_portal(r#"{"name": "Cổng", "languages": ["vi"]}"#)?;
        let page = render_index_html(SOURCE, &plain, &assets(), "", "")?;
        assert!(page.contains("property=\"og:description\" content=\"Bạn cần làm thủ tục gì?\""));
        Ok(())
    }

    #[test]
    fn refuses_a_page_without_the_markers() -> Result<()> {
        let portal = parse_portal(r#"{"name": "Cổng", "languages": ["vi"]}"#)?;
        assert!(render_index_html("<html></html>", &portal, &assets(), "", "").is_err());
        Ok(())
    }
}
