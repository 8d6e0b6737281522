//! The first screen as plain HTML, from the app's own words and routes and from a portal's settings. It can be read,
//! typed into and followed before the app is there, and looks as the app will draw it
//! (`src/journey/find_procedure/home_page.rs`, `src/app/header.rs`).

use anyhow::Result;
use contract::portal::{Portal, Tile, TilePage};

use crate::html::{Html, fill, text};
use crate::i18n::Language;
use crate::routes;

/// The language of procedures, which offices write.
const OFFICIAL: &str = "vi";

const TEMPLATE: &str = include_str!("first_screen.html");

/// The element `#shell`, which the app removes when it has taken over.
pub(crate) fn html(portal: &Portal) -> Result<String> {
    let language = Language::of(portal);
    let words = language.words();
    let tiles: Vec<String> = portal
        .tiles
        .iter()
        .filter_map(|shown| tile(portal, language, shown))
        .collect();
    let page = |route: String| text(&relative(&route));
    fill(
        TEMPLATE.trim_end(),
        &[
            ("skip", text(words.skip)),
            ("name", text(&portal.name)),
            ("navigation", text(words.navigation)),
            ("procedures", text(words.procedures)),
            ("procedures_page", page(routes::procedures(""))),
            ("dossiers", text(words.dossiers)),
            ("dossiers_page", page(routes::dossiers("new", 1))),
            ("sign_in", text(words.sign_in)),
            ("sign_in_page", page(routes::sign_in(""))),
            ("register", text(words.register)),
            ("register_page", page(routes::register())),
            ("question", text(words.question)),
            ("search", text(words.search)),
            ("search_hint", text(words.search_hint)),
            ("find", text(words.find)),
            ("no_script", text(language.no_script())),
            ("tiles", list("entries wide", &tiles)),
            ("popular", popular(portal, language)),
            ("footer", footer(portal, language)),
        ],
    )
}

/// A route relative to `<base href>`, so that the app works under a sub-path.
fn relative(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() { "./" } else { path }.to_owned()
}

/// A tile, unless it leads to a page that this program doesn't know or to a part that the backend lacks.
fn tile(portal: &Portal, language: Language, tile: &Tile) -> Option<String> {
    let words = language.words();
    let (route, own, offered) = match tile.page {
        TilePage::Groups => (routes::groups(), words.groups, portal.parts.groups),
        TilePage::LookUp => (routes::look_up(), words.look_up, portal.parts.lookup),
        TilePage::Feedback => (routes::feedback(), words.feedback, portal.parts.feedback),
        TilePage::Procedures => (routes::procedures(""), words.all, true),
        TilePage::Procedure => (routes::procedure(&tile.code), "", true),
        TilePage::Other => return None,
    };
    let (label, tag) = portal
        .text(&tile.label, language.tag())
        .unwrap_or((own, language.tag()));
    (offered && !label.is_empty()).then(|| link(&route, label, lang(tag, language)))
}

/// The portal's short list under its heading, and the way to all procedures.
fn popular(portal: &Portal, language: Language) -> Html {
    let words = language.words();
    let popular = portal.popular.iter();
    let links: Vec<String> = popular
        .map(|procedure| {
            let route = routes::procedure(&procedure.code);
            link(&route, &procedure.name, lang(OFFICIAL, language))
        })
        .collect();
    let all = format!(
        "<p><a class=\"button button--secondary\" href=\"{}\">{}</a></p>",
        relative(&routes::procedures("")),
        text(words.all).0
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
        text(words.wanted).0,
        list("ways", &links).0,
    ))
}

fn footer(portal: &Portal, language: Language) -> Html {
    let sentence = portal.text(&portal.footer, language.tag());
    Html(sentence.map_or_else(String::new, |(sentence, tag)| {
        format!("<p{}>{}</p>", lang(tag, language), text(sentence).0)
    }))
}

/// The attribute that names a text's language, where it isn't the page's.
fn lang(tag: &str, page: Language) -> String {
    if tag == page.tag() {
        String::new()
    } else {
        format!(" lang=\"{}\"", text(tag).0)
    }
}

fn link(route: &str, label: &str, lang: String) -> String {
    let (address, label) = (text(&relative(route)).0, text(label).0);
    format!("<a href=\"{address}\"{lang}>{label}</a>")
}

/// Links below one another; nothing where there are none.
fn list(class: &str, links: &[String]) -> Html {
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
    use crate::portal;

    fn drawn(settings: &str) -> Result<String> {
        html(&portal::parse(settings)?)
    }

    #[test]
    fn shows_the_portal_s_own_name_footer_and_procedures() -> Result<()> {
        let page = drawn(
            r#"{"name": "Cổng xã <Thử>", "languages": ["vi"], "footer": {"vi": "Của xã Thử."},
                "popular": [{"code": "1.001193", "name": "Đăng ký khai sinh"}]}"#,
        )?;
        for part in [
            "<a class=\"site-name\" href=\"./\">Cổng xã &lt;Thử&gt;</a>",
            "<p>Của xã Thử.</p>",
            "<li><a href=\"procedures/1.001193\">Đăng ký khai sinh</a></li>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        Ok(())
    }

    #[test]
    fn leaves_out_tiles_that_lead_nowhere() -> Result<()> {
        let page = drawn(
            r#"{"name": "Cổng", "languages": ["vi"], "parts": {"groups": true},
                "tiles": [{"page": "groups", "label": {"vi": "Liên thông"}}, {"page": "look_up"}, {"page": "chat"},
                          {"page": "procedure", "code": "1.001193"}]}"#,
        )?;
        assert_eq!(page.matches("<li>").count(), 1, "{page}");
        assert!(page.contains("<li><a href=\"groups\">Liên thông</a></li>"));
        Ok(())
    }

    #[test]
    fn a_portal_with_neither_tiles_nor_popular_procedures_shows_no_empty_list() -> Result<()> {
        let page = drawn(r#"{"name": "Cổng", "languages": ["vi"], "tiles": []}"#)?;
        assert!(
            !page.contains("<ul") && !page.contains("wanted") && !page.contains("footer\"><p"),
            "{page}"
        );
        assert!(page.contains("Tất cả thủ tục"));
        Ok(())
    }

    #[test]
    fn is_in_english_where_the_portal_has_no_vietnamese_and_marks_what_offices_wrote() -> Result<()>
    {
        let page = drawn(
            r#"{"name": "Portal", "languages": ["en"], "footer": {"en": "Run by the commune."},
                "popular": [{"code": "1.001193", "name": "Đăng ký khai sinh"}]}"#,
        )?;
        for part in [
            Language::En.words().question,
            "<p>Run by the commune.</p>",
            "<a href=\"procedures/1.001193\" lang=\"vi\">Đăng ký khai sinh</a>",
        ] {
            assert!(page.contains(part), "{part} is missing in {page}");
        }
        Ok(())
    }

    #[test]
    fn marks_a_text_that_only_another_language_has() -> Result<()> {
        let page = drawn(
            r#"{"name": "Portal", "languages": ["en", "vi"], "footer": {"en": "Run by the commune."}}"#,
        )?;
        assert!(page.contains("<p lang=\"en\">Run by the commune.</p>"));
        Ok(())
    }

    #[test]
    fn every_address_is_relative_so_that_a_sub_path_works() -> Result<()> {
        let page = drawn(r#"{"name": "Cổng", "languages": ["vi"]}"#)?;
        assert!(
            !page.contains("href=\"/") && !page.contains("action=\"/"),
            "{page}"
        );
        Ok(())
    }
}
