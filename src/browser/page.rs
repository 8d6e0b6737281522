//! The HTML page the app lives in: its base path, its meta tags, its plain first screen, its theme.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The path of `<base href>`: `/` or a sub-path.
pub fn base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    base.and_then(|base| web_sys::Url::new(&base).ok())
        .map(|url| url.pathname())
        .and_then(|path| path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .unwrap_or_default()
}

/// Whether an address, whole or relative to the page, is on another origin than the page.
pub fn is_elsewhere(address: &str) -> bool {
    let Some(base) = document().and_then(|document| document.base_uri().ok().flatten()) else {
        return false;
    };
    let origin_of =
        |address: &str| Some(web_sys::Url::new_with_base(address, &base).ok()?.origin());
    origin_of(address) != origin_of("")
}

/// Loads the page anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Refused only while the page is being left already.
        drop(window.location().reload());
    }
}

/// The content of a meta tag.
pub fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name='", name, "']"].concat();
    document()?
        .query_selector(&selector)
        .ok()??
        .get_attribute("content")
}

/// The language that the page names; empty where it names none.
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// Names the language of the page, for screen readers and hyphenation.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", tag));
    }
}

/// Sets CSS custom properties on the page; anything that isn't one is left alone.
pub fn apply_theme(theme: &BTreeMap<String, String>) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        for (name, value) in theme.iter().filter(|(name, _)| name.starts_with("--")) {
            drop(root.style().set_property(name, value));
        }
    }
}

/// A field of the plain first screen.
#[derive(Clone, Debug)]
pub struct TypedField {
    /// What was typed.
    pub text: String,
    /// Whether it has the focus.
    pub focused: bool,
    /// Where the caret stands, in UTF-16 units.
    pub caret: Option<u32>,
}

/// Reads a field; `None` when it isn't there or was never touched.
pub fn typed_field(selector: &str) -> Option<TypedField> {
    let document = document()?;
    let field = document
        .query_selector(selector)
        .ok()??
        .dyn_into::<HtmlInputElement>()
        .ok()?;
    let focused = document
        .active_element()
        .is_some_and(|active| active.is_same_node(Some(&field)));
    let text = field.value();
    (focused || !text.is_empty()).then(|| TypedField {
        caret: field.selection_start().ok().flatten(),
        text,
        focused,
    })
}

/// A text or link of the plain first screen.
#[derive(Clone, Debug)]
pub struct ShownText {
    /// Where a link leads, as written; empty for a text.
    pub href: String,
    /// The words.
    pub text: String,
    /// Their language (BCP 47).
    pub lang: String,
}

/// Reads texts and links, in their order.
pub fn shown_texts(selector: &str) -> Vec<ShownText> {
    let Some(found) = document().and_then(|page| page.query_selector_all(selector).ok()) else {
        return Vec::new();
    };
    (0..found.length())
        .filter_map(|place| found.get(place)?.dyn_into::<web_sys::Element>().ok())
        .map(|link| ShownText {
            href: link.get_attribute("href").unwrap_or_default(),
            text: link.text_content().unwrap_or_default(),
            lang: link.get_attribute("lang").unwrap_or_else(language),
        })
        .collect()
}

/// Whether there is room for two columns.
pub fn is_wide() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(min-width: 60rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Puts focus and caret into a field by its id.
pub fn focus_at(id: &str, caret: Option<u32>) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        drop(field.focus());
        if let Some(caret) = caret {
            drop(field.set_selection_range(caret, caret));
        }
    }
}

/// Removes the plain first screen.
pub fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}
