//! The first screen as plain HTML, from the app's own words and routes and from a portal's settings. It can be read,
//! typed into and followed before the app is there, and looks as the app will draw it
//! (`src/journey/find_procedure/home_page.rs`, `src/app/header.rs`).

use anyhow::Result;

use crate::html::{Html, fill, text};
use crate::i18n::first_screen_words;
use crate::portal::{Portal, Tile};
use crate::routes;

const TEMPLATE: &str = include_str!("first_screen.html");

/// The element `#shell`, which the app removes when it has taken over.
pub(crate) fn html(portal: &Portal) -> Result<String> {
    let words = first_screen_words();
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
            ("wanted", text(words.wanted)),
            ("all", text(words.all)),
            (
                "tiles",
                list("entries wide", portal.tiles.iter().filter_map(tile)),
            ),
            ("popular", popular(portal)),
            ("footer", footer(portal)),
        ],
    )
}

/// A route without the slash at its front: `<base href>` says what it is below.
fn relative(route: &str) -> String {
    let path = route.trim_start_matches('/');
    if path.is_empty() { "./" } else { path }.to_owned()
}

fn tile(tile: &Tile) -> Option<String> {
    let words = first_screen_words();
    let (route, own) = match tile.page.as_str() {
        "groups" => (routes::groups(), words.groups),
        "look_up" => (routes::look_up(), words.look_up),
        _ => return None,
    };
    let label = tile.label.get("vi").map_or(own, String::as_str);
    Some(link(&route, label))
}

fn popular(portal: &Portal) -> Html {
    let links = portal.popular.iter();
    list(
        "ways",
        links.map(|procedure| link(&routes::procedure(&procedure.code), &procedure.name)),
    )
}

fn footer(portal: &Portal) -> Html {
    let sentence = portal.footer.get("vi");
    Html(sentence.map_or_else(String::new, |sentence| {
        format!("<p>{}</p>", text(sentence).0)
    }))
}

fn link(route: &str, label: &str) -> String {
    format!(
        "<a href=\"{}\">{}</a>",
        text(&relative(route)).0,
        text(label).0
    )
}

fn list(class: &str, links: impl Iterator<Item = String>) -> Html {
    let items: String = links
        .map(|link| format!("\n        <li>{link}</li>"))
        .collect();
    Html(format!("<ul class=\"{class}\">{items}\n      </ul>"))
}
