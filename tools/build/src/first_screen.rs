//! Renders the first screen of the app as plain HTML, from the app's own texts and routes and from a portal's settings.
//! Before the app has loaded, a citizen can read it, type into its search field and follow its links. It looks the same
//! as the first screen that the app renders later (`src/journey/find/find_procedure/home_page.rs`,
//! `src/app/header.rs`).

use anyhow::Result;
use contract::portal::{Portal, Tile};

use crate::html::{Html, escape_text, fill_template};
use crate::i18n::PageLanguage;
use crate::routes;

/// The language of the procedures' names, which the offices write (BCP 47).
const OFFICIAL: &str = "vi";

const TEMPLATE: &str = include_str!("first_screen.html");

/// Renders the element `#shell`, which contains the first screen. The app removes this element after it has rendered
/// its own first screen.
pub(crate) fn render_first_screen(portal: &Portal) -> Result<String> {
    let language = PageLanguage::of(portal);
    let words = language.words();
    let tiles: Vec<String> = portal
        .tiles
        .iter()
        .filter_map(|tile| tile_link(portal, language, tile))
        .collect();
    let page = |route: String| escape_text(&relative_to_base(&route));
    fill_template(
        TEMPLATE.trim_end(),
        &[
            ("skip", escape_text(words.skip)),
            ("name", escape_text(&portal.name)),
            ("navigation", escape_text(words.navigation)),
            ("procedures", escape_text(words.procedures)),
            ("procedures_page", page(routes::procedures(""))),
            ("dossiers", escape_text(words.dossiers)),
            ("dossiers_page", page(routes::my_dossiers("new", 1))),
            ("sign_in", escape_text(words.sign_in)),
            ("sign_in_page", page(routes::sign_in(""))),
            ("register", escape_text(words.register)),
            ("register_page", page(routes::register())),
            ("question", escape_text(words.question)),
            ("search", escape_text(words.search)),
            ("search_hint", escape_text(words.search_hint)),
            ("find", escape_text(words.find)),
            ("no_script", escape_text(language.no_script())),
            ("tiles", link_list("tiles wide", &tiles)),
            ("popular", popular_procedures(portal, language)),
            ("footer", footer_sentence(portal, language)),
        ],
    )
}

/// Makes a route relative to `<base href>`, so that its link also works if the app runs under a sub-path.
fn relative_to_base(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() { "./" } else { path }.to_owned()
}

/// Renders the link of one tile of the first screen. `None` if the tile has no target or no label.
fn tile_link(portal: &Portal, language: PageLanguage, tile: &Tile) -> Option<String> {
    let route = routes::tile_path(portal, tile)?;
    let own_label = (language.words().tile_label(tile.page), language.tag());
    let (label, tag) = portal
        .text(&tile.label, language.tag())
        .unwrap_or(own_label);
    (!label.is_empty()).then(|| link(&route, label, lang_attribute(tag, language)))
}

/// Renders the portal's short list of frequently used procedures: the heading, the list, and a link to all procedures.
fn popular_procedures(portal: &Portal, language: PageLanguage) -> Html {
    let words = language.words();
    let popular = portal.popular.iter();
    let links: Vec<String> = popular
        .map(|procedure| {
            let route = routes::procedure(&procedure.code);
            link(&route, &procedure.name, lang_attribute(OFFICIAL, language))
        })
        .collect();
    let all = format!(
        "<p><a class=\"button button--secondary\" href=\"{}\">{}</a></p>",
        relative_to_base(&routes::procedures("")),
        escape_text(words.all).0
    );
    if links.is_empty() {
        return Html(all);
    }
    Html(format!(
        "<section class=\"section wide\" aria-labelledby=\"wanted\">
        <h2 id=\"wanted\">{}</h2>
        {}
        {all}
      </section>",
        escape_text(words.popular).0,
        link_list("link-list", &links).0,
    ))
}

/// Renders the portal's own sentence in the footer. The result is empty if the portal has no such sentence.
fn footer_sentence(portal: &Portal, language: PageLanguage) -> Html {
    let sentence = portal.text(&portal.footer, language.tag());
    Html(sentence.map_or_else(String::new, |(sentence, tag)| {
        format!(
            "<p{}>{}</p>",
            lang_attribute(tag, language),
            escape_text(sentence).0
        )
    }))
}

/// Renders the attribute `lang` for an element with a text in the language `tag`. The result is empty if the text is in
/// the language of the page.
fn lang_attribute(tag: &str, page: PageLanguage) -> String {
    if tag == page.tag() {
        String::new()
    } else {
        format!(" lang=\"{}\"", escape_text(tag).0)
    }
}

fn link(route: &str, label: &str, lang_attribute: String) -> String {
    let (path, label) = (
        escape_text(&relative_to_base(route)).0,
        escape_text(label).0,
    );
    format!("<a href=\"{path}\"{lang_attribute}>{label}</a>")
}

/// Renders a list of links. The result is empty if `links` is empty.
fn link_list(class: &str, links: &[String]) -> Html {
    if links.is_empty() {
        return Html(String::new());
    }
    let items: String = links
        .iter()
        .map(|link| format!("\n        <li>{link}</li>"))
        .collect();
    Html(format!("<ul class=\"{class}\">{items}\n      </ul>"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::portal::parse_portal;

    fn rendered(settings: &str) -> Result<String> {
        render_first_screen(&parse_portal(settings)?)
    }

    #[test]
    fn shows_the_name_footer_and_procedures_of_the_portal() -> Result<()> {
        let page = rendered(
            r#"{"name": "Cổng xã <Thử>", "languages": ["vi"], "footer": {"vi": "Của xã Thử."},
                "popular": [{"code": "1.001193", "name": "Đăng ký khai sinh"}]}"#,
        )?;
        for part in [
            "<a class=\"site-name\" translate=\"no\" href=\"./\">Cổng xã &lt;Thử&gt;</a>",
            "<p>Của xã Thử.</p>",
            "<li><a href=\"procedures/1.001193\">Đăng ký khai sinh</a></li>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        Ok(())
    }

    #[test]
    fn leaves_out_tiles_without_a_page_a_feature_or_a_label() -> Result<()> {
        let page = rendered(
            r#"{"name": "Cổng", "languages": ["vi"], "parts": {"groups": true},
                "tiles": [{"page": "groups", "label": {"vi": "Liên thông"}}, {"page": "look_up"}, {"page": "chat"},
                          {"page": "procedure", "code": "1.001193"}]}"#,
        )?;
        assert_eq!(page.matches("<li>").count(), 1, "{page}");
        assert!(page.contains("<li><a href=\"groups\">Liên thông</a></li>"));
        Ok(())
    }

    #[test]
    fn shows_no_empty_list() -> Result<()> {
        let page = rendered(r#"{"name": "Cổng", "languages": ["vi"], "tiles": []}"#)?;
        assert!(
            !page.contains("<ul") && !page.contains("wanted") && !page.contains("footer\"><p"),
            "{page}"
        );
        assert!(page.contains("Tất cả thủ tục"));
        Ok(())
    }

    #[test]
    fn is_in_english_for_a_portal_without_vietnamese() -> Result<()> {
        let page = rendered(
            r#"{"name": "Portal", "languages": ["en"], "footer": {"en": "Run by the commune."},
                "popular": [{"code": "1.001193", "name": "Đăng ký khai sinh"}]}"#,
        )?;
        for part in [
            PageLanguage::En.words().question,
            "<p>Run by the commune.</p>",
            "<a href=\"procedures/1.001193\" lang=\"vi\">Đăng ký khai sinh</a>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        Ok(())
    }

    #[test]
    fn marks_a_text_in_another_language_than_the_page() -> Result<()> {
        let page = rendered(
            r#"{"name": "Portal", "languages": ["en", "vi"], "footer": {"en": "Run by the commune."}}"#,
        )?;
        assert!(page.contains("<p lang=\"en\">Run by the commune.</p>"));
        Ok(())
    }

    #[test]
    fn contains_only_relative_links() -> Result<()> {
        let page = rendered(r#"{"name": "Cổng", "languages": ["vi"]}"#)?;
        assert!(
            !page.contains("href=\"/") && !page.contains("action=\"/"),
            "{page}"
        );
        Ok(())
    }
}
