//! A portal's settings, read from the JSON of `GET /portal` or from a file with the same fields.

use std::collections::BTreeMap;

use anyhow::{Result, bail};
use serde::Deserialize;

/// The settings that the first screen shows. Texts are given by language tag.
#[derive(Debug, Deserialize)]
pub(crate) struct Portal {
    /// In the header, and at the end of every title.
    pub(crate) name: String,
    #[serde(default)]
    title: BTreeMap<String, String>,
    #[serde(default)]
    description: BTreeMap<String, String>,
    /// A sentence at the foot of every page.
    #[serde(default)]
    pub(crate) footer: BTreeMap<String, String>,
    /// Links below the search field.
    #[serde(default)]
    pub(crate) tiles: Vec<Tile>,
    /// Procedures that most people look for.
    #[serde(default)]
    pub(crate) popular: Vec<PopularProcedure>,
}

/// A link below the search field.
#[derive(Debug, Deserialize)]
pub(crate) struct Tile {
    /// The page it leads to.
    pub(crate) page: String,
    /// Its words, where the app has none of its own or the portal wants others.
    #[serde(default)]
    pub(crate) label: BTreeMap<String, String>,
}

/// A procedure of the short list.
#[derive(Debug, Deserialize)]
pub(crate) struct PopularProcedure {
    /// National code.
    pub(crate) code: String,
    pub(crate) name: String,
}

impl Portal {
    /// Reads the settings.
    pub(crate) fn parse(json: &str) -> Result<Self> {
        let portal: Self = serde_json::from_str(json)?;
        if portal.name.trim().is_empty() {
            bail!("a portal needs a name");
        }
        Ok(portal)
    }

    /// The title of the first page.
    pub(crate) fn title(&self) -> String {
        self.title.get("vi").unwrap_or(&self.name).clone()
    }

    /// What search engines show below the title.
    pub(crate) fn description(&self) -> &str {
        self.description.get("vi").map_or("", String::as_str)
    }
}
