//! The portal's settings: name, languages, titles, footer, tiles, popular procedures and theme.

use std::collections::{BTreeMap, BTreeSet};

use contract::limits;
use contract::portal::{LANGUAGES, LocalizedText, PopularProcedure, Tile, TilePage};
use contract::procedure::Procedure;
use serde::Deserialize;
use serde::de::IgnoredAny;

use super::error::{ImportError, ImportErrorReason};
use super::read::{records, require_text};
use super::sources::Source;

/// The properties of the `GET /portal` response that come from `portal.json`. The backend computes the other
/// properties.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PortalSettings {
    #[serde(rename = "meta")]
    _meta: IgnoredAny,
    /// The name of the portal.
    pub name: String,
    /// The languages that the portal offers, as BCP 47 tags. The first language is the default.
    pub languages: Vec<String>,
    /// The window title of the start page.
    pub title: LocalizedText,
    /// The description of the portal for search engines.
    pub description: LocalizedText,
    /// The sentence in the footer of each page.
    pub footer: LocalizedText,
    /// The links below the search field of the start page.
    pub tiles: Vec<Tile>,
    /// The popular procedures on the start page.
    pub popular: Vec<PopularProcedure>,
    /// CSS custom properties that override the design tokens of the app.
    pub theme: BTreeMap<String, String>,
}

/// Reads the settings and checks the procedures that they refer to against the catalogue.
pub(super) fn import(
    source: Source<'_>,
    known: &BTreeMap<String, Procedure>,
) -> Result<PortalSettings, ImportError> {
    let settings: PortalSettings = records(source)?;
    check_words(&settings)
        .and_then(|()| check_tiles(&settings, known))
        .and_then(|()| check_popular(&settings.popular, known))
        .and_then(|()| check_theme(&settings.theme))
        .map_err(|(record, reason)| reason.at(source.file, record))?;
    Ok(settings)
}

/// The name of the invalid setting, and the reason.
type SettingError = (String, ImportErrorReason);

/// Returns a function that adds the name of the setting to the reason of an error.
fn in_setting(record: impl Into<String>) -> impl FnOnce(ImportErrorReason) -> SettingError {
    |reason| (record.into(), reason)
}

fn check_words(settings: &PortalSettings) -> Result<(), SettingError> {
    check_text(&settings.name, "name", limits::PORTAL_TITLE_CHARS).map_err(in_setting("name"))?;
    check_languages(&settings.languages).map_err(in_setting("languages"))?;
    let (short, long) = (limits::PORTAL_TITLE_CHARS, limits::PORTAL_TEXT_CHARS);
    for (name, max, texts) in [
        ("title", short, &settings.title),
        ("description", long, &settings.description),
        ("footer", long, &settings.footer),
    ] {
        check_texts(texts, name, max, &settings.languages).map_err(in_setting(name))?;
    }
    Ok(())
}

fn check_languages(languages: &[String]) -> Result<(), ImportErrorReason> {
    if languages.is_empty() {
        return Err(ImportErrorReason::Nothing);
    }
    let unknown = |tag: &&String| !LANGUAGES.contains(&tag.as_str());
    match languages.iter().find(unknown) {
        Some(tag) => Err(ImportErrorReason::UnknownLanguage(tag.clone())),
        None => Ok(()),
    }
}

/// Requires that every language of the text is a language of the portal. The text must exist in the portal's first
/// language, because this text replaces missing translations. A text without any language is allowed.
fn check_texts(
    texts: &LocalizedText,
    name: &'static str,
    max: usize,
    languages: &[String],
) -> Result<(), ImportErrorReason> {
    for (tag, text) in texts {
        if !languages.contains(tag) {
            return Err(ImportErrorReason::UnknownLanguage(tag.clone()));
        }
        check_text(text, name, max)?;
    }
    match languages.first() {
        Some(first) if !texts.is_empty() && !texts.contains_key(first) => {
            Err(ImportErrorReason::NotInFirstLanguage(name))
        }
        _ => Ok(()),
    }
}

fn check_text(text: &str, name: &'static str, max: usize) -> Result<(), ImportErrorReason> {
    require_text(text, name)?;
    at_most(text.chars().count(), max)
}

fn at_most(count: usize, max: usize) -> Result<(), ImportErrorReason> {
    match count > max {
        true => Err(ImportErrorReason::OverTheLimit { count, max }),
        false => Ok(()),
    }
}

fn check_tiles(
    settings: &PortalSettings,
    known: &BTreeMap<String, Procedure>,
) -> Result<(), SettingError> {
    at_most(settings.tiles.len(), limits::PORTAL_TILES).map_err(in_setting("tiles"))?;
    for (tile, number) in settings.tiles.iter().zip(1..) {
        let max = limits::TILE_LABEL_CHARS;
        check_page(tile, known)
            .and_then(|()| check_texts(&tile.label, "label", max, &settings.languages))
            .map_err(in_setting(format!("tile {number}")))?;
    }
    Ok(())
}

/// Requires that a tile links to a page that the contract defines, or to a known procedure. A tile for a procedure must
/// have a label.
fn check_page(tile: &Tile, known: &BTreeMap<String, Procedure>) -> Result<(), ImportErrorReason> {
    match tile.page {
        TilePage::Groups | TilePage::LookUp | TilePage::Feedback | TilePage::Procedures => Ok(()),
        TilePage::Procedure if !known.contains_key(&tile.code) => {
            Err(ImportErrorReason::UnknownProcedure(tile.code.clone()))
        }
        TilePage::Procedure if tile.label.is_empty() => Err(ImportErrorReason::BadText("label")),
        TilePage::Procedure => Ok(()),
        TilePage::Other => Err(ImportErrorReason::UnknownPage),
    }
}

/// Requires that each popular procedure appears once, exists, and has the same name as in its own record.
fn check_popular(
    popular: &[PopularProcedure],
    known: &BTreeMap<String, Procedure>,
) -> Result<(), SettingError> {
    at_most(popular.len(), limits::PORTAL_POPULAR).map_err(in_setting("popular"))?;
    let mut listed = BTreeSet::new();
    for PopularProcedure { code, name } in popular {
        let reason = match known.get(code) {
            None => ImportErrorReason::UnknownProcedure(code.clone()),
            Some(record) if record.name != *name => ImportErrorReason::OtherName {
                name: name.clone(),
                record: record.name.clone(),
            },
            Some(_) if !listed.insert(code) => ImportErrorReason::Duplicate,
            Some(_) => continue,
        };
        return Err((format!("popular procedure {code}"), reason));
    }
    Ok(())
}

fn check_theme(theme: &BTreeMap<String, String>) -> Result<(), SettingError> {
    match theme.keys().find(|name| !name.starts_with("--")) {
        Some(name) => Err((
            "theme".to_owned(),
            ImportErrorReason::NotAToken(name.clone()),
        )),
        None => Ok(()),
    }
}
