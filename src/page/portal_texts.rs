//! A portal's own texts, on the first page and at the foot of every page, in the language on screen. Until the
//! backend has told it, the texts of the plain first screen stand there, so that nothing jumps.

use contract::limits;
use contract::portal::{LocalizedText, Portal, Tile};
use leptos::prelude::*;

use crate::api::Load;
use crate::browser::page::ShownText;
use crate::i18n::{Words, use_words};
use crate::routes;
use crate::session::portal_features::use_portal;

/// A text, or a link where it leads somewhere.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PortalText {
    /// The words.
    pub text: String,
    /// Their language (BCP 47), where it isn't the page's.
    pub lang: Option<String>,
    /// Where a link leads; empty for a text.
    pub href: String,
}

impl PortalText {
    /// A text of the portal in the page's language, else in the portal's first.
    fn of(portal: &Portal, texts: &LocalizedText, words: Words) -> Option<Self> {
        let (text, tag) = portal.text(texts, words.tag())?;
        Some(Self {
            text: text.to_owned(),
            lang: (tag != words.tag()).then(|| tag.to_owned()),
            href: String::new(),
        })
    }

    /// A text of the plain first screen.
    fn shown(shown: ShownText, words: Words) -> Self {
        Self {
            text: shown.text,
            lang: (shown.lang != words.tag()).then_some(shown.lang),
            href: routes::from_relative(&shown.href),
        }
    }
}

/// Texts of the portal, as `of` selects them. Until `GET /portal` has answered they are what the first screen has `shown`.
pub fn use_portal_texts(
    shown: Vec<ShownText>,
    of: fn(&Portal, Words) -> Vec<PortalText>,
) -> Memo<Vec<PortalText>> {
    let words = use_words();
    let shown = shown.into_iter();
    let shown: Vec<_> = shown.map(|shown| PortalText::shown(shown, words)).collect();
    let portal = use_portal();
    Memo::new(move |_| {
        let told = portal.with(|load| match load {
            Load::Ready(portal) => Some(of(portal, words)),
            Load::Waiting | Load::Failed(_) => None,
        });
        told.unwrap_or_else(|| shown.clone())
    })
}

/// The window's title on the first page, if the portal has one.
pub fn window_title(portal: &Portal, words: Words) -> Vec<PortalText> {
    PortalText::of(portal, &portal.title, words)
        .into_iter()
        .collect()
}

/// The sentence at the foot of every page, if the portal has one.
pub fn footer(portal: &Portal, words: Words) -> Vec<PortalText> {
    PortalText::of(portal, &portal.footer, words)
        .into_iter()
        .collect()
}

/// The links below the search field.
pub fn tiles(portal: &Portal, words: Words) -> Vec<PortalText> {
    let tiles = portal.tiles.iter().take(limits::PORTAL_TILES);
    tiles
        .filter_map(|tile| link_of(portal, tile, words))
        .collect()
}

/// The link of a tile. `None` where the tile leads nowhere or has no label.
fn link_of(portal: &Portal, tile: &Tile, words: Words) -> Option<PortalText> {
    let href = routes::tile_path(portal, tile)?;
    let text = PortalText::of(portal, &tile.label, words).unwrap_or_else(|| PortalText {
        text: words.shell().tile_label(tile.page).to_owned(),
        ..PortalText::default()
    });
    (!text.text.is_empty()).then_some(PortalText { href, ..text })
}

/// The short list of procedures; their names are the offices' own.
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

    /// A portal with every part, and `more`.
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

    fn said(texts: &[PortalText]) -> Vec<(&str, Option<&str>, &str)> {
        texts
            .iter()
            .map(|text| (text.text.as_str(), text.lang.as_deref(), text.href.as_str()))
            .collect()
    }

    #[test]
    fn a_portal_that_says_nothing_gets_the_apps_own_tiles_and_no_footer() {
        let portal = portal(json!({}));
        let words = Language::En.words();
        assert_eq!(
            said(&tiles(&portal, words)),
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
    fn tiles_lead_where_they_say_in_the_portals_words_and_order() {
        let portal = portal(json!({"tiles": [
            {"page": "procedure", "code": "0.000001", "label": {"vi": "Khai sinh", "en": "Births"}},
            {"page": "procedures"},
            {"page": "feedback", "label": {"vi": "Viết cho xã"}},
        ]}));
        assert_eq!(
            said(&tiles(&portal, Language::Vi.words())),
            [
                ("Khai sinh", None, "/procedures/0.000001"),
                ("Tất cả thủ tục", None, "/procedures"),
                ("Viết cho xã", None, "/feedback"),
            ]
        );
        assert_eq!(
            said(&tiles(&portal, Language::En.words())),
            [
                ("Births", None, "/procedures/0.000001"),
                ("All procedures", None, "/procedures"),
                ("Viết cho xã", Some("vi"), "/feedback"),
            ]
        );
    }

    #[test]
    fn a_tile_without_a_page_a_part_or_words_is_left_out() {
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
        assert_eq!(said(&tiles), [("Dịch vụ công liên thông", None, "/groups")]);
    }

    #[test]
    fn a_text_that_is_in_another_language_than_the_page_says_so() {
        let portal = portal(json!({
            "title": {"vi": "Dịch vụ công xã Thử", "en": "Public services"},
            "footer": {"vi": "Cổng của xã Thử."},
            "popular": [{"code": "0.000001", "name": "Đăng ký khai sinh"}],
        }));
        let english = Language::En.words();
        assert_eq!(
            said(&footer(&portal, english)),
            [("Cổng của xã Thử.", Some("vi"), "")]
        );
        assert_eq!(
            said(&window_title(&portal, english)),
            [("Public services", None, "")]
        );
        let birth = ("Đăng ký khai sinh", Some("vi"), "/procedures/0.000001");
        assert_eq!(said(&popular(&portal, english)), [birth]);
        let vietnamese = Language::Vi.words();
        assert_eq!(
            said(&footer(&portal, vietnamese)),
            [("Cổng của xã Thử.", None, "")]
        );
    }

    #[test]
    fn no_more_is_shown_than_the_contract_allows() {
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
    fn a_link_of_the_plain_first_screen_is_the_same_link_as_the_portals() {
        let portal =
            portal(json!({"popular": [{"code": "0.000001", "name": "Đăng ký khai sinh"}]}));
        let words = Language::Vi.words();
        let shown = ShownText {
            href: "procedures/0.000001".to_owned(),
            text: "Đăng ký khai sinh".to_owned(),
            lang: "vi".to_owned(),
        };
        assert_eq!([PortalText::shown(shown, words)], *popular(&portal, words));
    }
}
