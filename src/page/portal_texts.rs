//! The texts that the portal sets itself, for the first page and the footer, in the current language. Until `GET
//! /portal` has returned them, the app shows the texts from the plain HTML of the first screen, so that the layout
//! doesn't change.

use contract::limits;
use contract::portal::{LocalizedText, Portal, Tile};
use leptos::prelude::*;

use crate::api::Load;
use crate::browser::page::ShownText;
use crate::i18n::{Words, use_words};
use crate::routes;
use crate::session::portal_features::use_portal;

/// A text that the portal sets, or a link if `href` isn't empty.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalText {
    /// The visible text.
    pub text: String,
    /// The language of the text (BCP 47). `None` if it is the language of the page.
    pub lang: Option<String>,
    /// The URL of a link; empty for a text without a link.
    pub href: String,
}

impl PortalText {
    /// Selects the translation of a portal's text into the language of the page. If there is none, selects the
    /// translation into the portal's first language.
    fn of(portal: &Portal, texts: &LocalizedText, words: Words) -> Option<Self> {
        let (text, tag) = portal.text(texts, words.tag())?;
        Some(Self {
            text: text.to_owned(),
            lang: (tag != words.tag()).then(|| tag.to_owned()),
            href: String::new(),
        })
    }

    /// Converts a text from the plain HTML of the first screen.
    fn from_first_screen(text: ShownText, words: Words) -> Self {
        Self {
            text: text.text,
            lang: (text.lang != words.tag()).then_some(text.lang),
            href: routes::from_relative(&text.href),
        }
    }
}

/// The texts that `select` reads from the portal's description. Until `GET /portal` has returned it, these are the
/// texts in `first_texts`, from the plain HTML of the first screen.
pub fn use_portal_texts(
    first_texts: Vec<ShownText>,
    select: fn(&Portal, Words) -> Vec<PortalText>,
) -> Memo<Vec<PortalText>> {
    let words = use_words();
    let first_texts: Vec<_> = first_texts
        .into_iter()
        .map(|text| PortalText::from_first_screen(text, words))
        .collect();
    let portal = use_portal();
    Memo::new(move |_| {
        let texts = portal.with(|load| match load {
            Load::Ready(portal) => Some(select(portal, words)),
            Load::Waiting | Load::Failed(_) => None,
        });
        texts.unwrap_or_else(|| first_texts.clone())
    })
}

/// The title of the window on the first page; empty if the portal sets none.
pub fn window_title(portal: &Portal, words: Words) -> Vec<PortalText> {
    PortalText::of(portal, &portal.title, words)
        .into_iter()
        .collect()
}

/// The sentence in the footer of every page; empty if the portal sets none.
pub fn footer(portal: &Portal, words: Words) -> Vec<PortalText> {
    PortalText::of(portal, &portal.footer, words)
        .into_iter()
        .collect()
}

/// The tiles: the links below the search field of the first page.
pub fn tiles(portal: &Portal, words: Words) -> Vec<PortalText> {
    let tiles = portal.tiles.iter().take(limits::PORTAL_TILES);
    tiles
        .filter_map(|tile| link_of(portal, tile, words))
        .collect()
}

/// The link of a tile. `None` if the tile's page doesn't exist or the tile has no label.
fn link_of(portal: &Portal, tile: &Tile, words: Words) -> Option<PortalText> {
    let href = routes::tile_path(portal, tile)?;
    let text = PortalText::of(portal, &tile.label, words).unwrap_or_else(|| PortalText {
        text: words.shell().tile_label(tile.page).to_owned(),
        ..PortalText::default()
    });
    (!text.text.is_empty()).then_some(PortalText { href, ..text })
}

/// The list of popular procedures on the first page. The names of the procedures are official texts.
pub fn popular(portal: &Portal, words: Words) -> Vec<PortalText> {
    let popular = portal.popular.iter().take(limits::PORTAL_POPULAR);
    popular
        .map(|procedure| PortalText {
            text: procedure.name.clone(),
            lang: words.official().map(str::to_owned),
            href: routes::procedure(&procedure.code),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::{Value, json};

    use super::*;
    use crate::i18n::Language;

    /// A portal that offers every feature, with the additional JSON fields `more`.
    fn portal(more: Value) -> Portal {
        let mut document = json!({
            "contract": "1", "name": "Cổng xã Thử", "languages": ["vi", "en"], "sign_in": [], "register": [],
            "uploads": {"max_bytes": 1, "max_files": 1, "media_types": [], "tus": false},
            "parts": {"groups": true, "lookup": true, "feedback": true},
        });
        let members = document.as_object_mut().unwrap();
        members.extend(more.as_object().unwrap().clone());
        serde_json::from_value(document).unwrap()
    }

    fn parts_of(texts: &[PortalText]) -> Vec<(&str, Option<&str>, &str)> {
        texts
            .iter()
            .map(|text| (text.text.as_str(), text.lang.as_deref(), text.href.as_str()))
            .collect()
    }

    #[test]
    fn shows_the_apps_own_tiles_and_no_footer_without_settings() {
        let portal = portal(json!({}));
        let words = Language::En.words();
        assert_eq!(
            parts_of(&tiles(&portal, words)),
            [
                ("Linked public services", None, "/groups"),
                ("Look up a dossier", None, "/lookup")
            ]
        );
        assert_eq!(footer(&portal, words), []);
        assert_eq!(window_title(&portal, words), []);
        assert_eq!(popular(&portal, words), []);
    }

    #[test]
    fn shows_tiles_in_the_portals_order_and_words() {
        let portal = portal(json!({"tiles": [
            {"page": "procedure", "code": "0.000001", "label": {"vi": "Khai sinh", "en": "Births"}},
            {"page": "procedures"},
            {"page": "feedback", "label": {"vi": "Viết cho xã"}},
        ]}));
        assert_eq!(
            parts_of(&tiles(&portal, Language::Vi.words())),
            [
                ("Khai sinh", None, "/procedures/0.000001"),
                ("Tất cả thủ tục", None, "/procedures"),
                ("Viết cho xã", None, "/feedback"),
            ]
        );
        assert_eq!(
            parts_of(&tiles(&portal, Language::En.words())),
            [
                ("Births", None, "/procedures/0.000001"),
                ("All procedures", None, "/procedures"),
                ("Viết cho xã", Some("vi"), "/feedback"),
            ]
        );
    }

    #[test]
    fn leaves_out_a_tile_without_a_page_a_feature_or_a_text() {
        let portal = portal(json!({
            "parts": {"groups": true},
            "tiles": [
                {"page": "weather", "label": {"vi": "Thời tiết"}},
                {"page": "look_up", "label": {"vi": "Tra cứu"}},
                {"page": "procedure", "code": "0.000001"},
                {"page": "groups"},
            ],
        }));
        let tiles = tiles(&portal, Language::Vi.words());
        assert_eq!(
            parts_of(&tiles),
            [("Dịch vụ công liên thông", None, "/groups")]
        );
    }

    #[test]
    fn marks_a_text_in_another_language_than_the_page() {
        let portal = portal(json!({
            "title": {"vi": "Dịch vụ công xã Thử", "en": "Public services"},
            "footer": {"vi": "Cổng của xã Thử."},
            "popular": [{"code": "0.000001", "name": "Đăng ký khai sinh"}],
        }));
        let english = Language::En.words();
        assert_eq!(
            parts_of(&footer(&portal, english)),
            [("Cổng của xã Thử.", Some("vi"), "")]
        );
        assert_eq!(
            parts_of(&window_title(&portal, english)),
            [("Public services", None, "")]
        );
        let birth = ("Đăng ký khai sinh", Some("vi"), "/procedures/0.000001");
        assert_eq!(parts_of(&popular(&portal, english)), [birth]);
        let vietnamese = Language::Vi.words();
        assert_eq!(
            parts_of(&footer(&portal, vietnamese)),
            [("Cổng của xã Thử.", None, "")]
        );
    }

    #[test]
    fn shows_no_more_entries_than_the_contract_allows() {
        let entry = json!({"code": "0.000001", "name": "Đăng ký khai sinh"});
        let portal = portal(json!({
            "tiles": vec![json!({"page": "groups"}); 50],
            "popular": vec![entry; 50],
        }));
        let words = Language::Vi.words();
        assert_eq!(tiles(&portal, words).len(), limits::PORTAL_TILES);
        assert_eq!(popular(&portal, words).len(), limits::PORTAL_POPULAR);
    }

    #[test]
    fn a_link_of_the_first_screen_equals_the_link_of_the_portal() {
        let portal =
            portal(json!({"popular": [{"code": "0.000001", "name": "Đăng ký khai sinh"}]}));
        let words = Language::Vi.words();
        let text = ShownText {
            href: "procedures/0.000001".to_owned(),
            text: "Đăng ký khai sinh".to_owned(),
            lang: "vi".to_owned(),
        };
        assert_eq!(
            [PortalText::from_first_screen(text, words)],
            *popular(&portal, words)
        );
    }
}
