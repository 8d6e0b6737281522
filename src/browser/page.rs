//! The HTML page that hosts the app: base path, meta tags, language, theme, and the first screen in plain HTML.

use std::collections::BTreeMap;

use wasm_bindgen::JsCast;
use web_sys::{Document, HtmlElement, HtmlInputElement};

fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// The path of `<base href>` without a slash at its end, for example `/portal`. Empty when the app is served at the
/// root.
pub fn read_base_path() -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    base.and_then(|base| web_sys::Url::new(&base).ok())
        .map(|url| url.pathname())
        .and_then(|path| path.rsplit_once('/').map(|(folder, _)| folder.to_owned()))
        .unwrap_or_default()
}

/// Whether a URL (absolute, or relative to the page) has another origin than the page.
pub fn is_cross_origin(url: &str) -> bool {
    let Some(base) = document().and_then(|document| document.base_uri().ok().flatten()) else {
        return false;
    };
    let origin_of = |url: &str| Some(web_sys::Url::new_with_base(url, &base).ok()?.origin());
    origin_of(url) != origin_of("")
}

/// The absolute URL of a path of this app.
pub fn absolute_url(path: &str) -> String {
    let base = document().and_then(|document| document.base_uri().ok().flatten());
    base.and_then(|base| web_sys::Url::new_with_base(path, &base).ok())
        .map_or_else(|| path.to_owned(), |url| url.href())
}

/// Reloads the page.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // Ignore a failure: it happens only while the citizen leaves the page.
        drop(window.location().reload());
    }
}

/// Leaves the app for a page of another site, in the same window. Use it only with an URL whose scheme is checked.
pub fn leave_for(url: &str) {
    if let Some(window) = web_sys::window() {
        // Ignore a failure: the URL is malformed then, and the citizen stays on the page.
        drop(window.location().set_href(url));
    }
}

/// The `content` attribute of the meta tag with this name. `None` if the page has no such tag.
pub fn meta(name: &str) -> Option<String> {
    let selector = ["meta[name='", name, "']"].concat();
    document()?
        .query_selector(&selector)
        .ok()??
        .get_attribute("content")
}

/// The `lang` attribute of the page; empty if the page has none.
pub fn language() -> String {
    let root = document().and_then(|document| document.document_element());
    root.and_then(|root| root.get_attribute("lang"))
        .unwrap_or_default()
}

/// Sets the `lang` attribute of the page. Screen readers use it for pronunciation, and the browser for hyphenation.
pub fn set_language(tag: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        drop(root.set_attribute("lang", tag));
    }
}

/// Sets CSS custom properties on the page. Ignores every name that doesn't begin with `--`.
pub fn apply_theme(theme: &BTreeMap<String, String>) {
    let root = document().and_then(|document| document.document_element());
    if let Some(root) = root.and_then(|root| root.dyn_into::<HtmlElement>().ok()) {
        for (name, value) in theme.iter().filter(|(name, _)| name.starts_with("--")) {
            drop(root.style().set_property(name, value));
        }
    }
}

/// Shows above the page that the app is older than the backend, and a button that reloads it. `public/boot.js` does this.
pub fn show_outdated() {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Ignore a failure: the citizen can go on.
        drop(root.set_attribute("data-outdated", ""));
    }
}

/// Whether a dialog is open, or the focus is in a field.
pub fn is_in_use() -> bool {
    const IN_USE: &str = "dialog[open], input:focus, textarea:focus, select:focus";
    let found = document().map(|document| document.query_selector(IN_USE));
    matches!(found, Some(Ok(Some(_))))
}

/// A text field in the plain HTML of the first screen, as the citizen left it.
#[derive(Clone, Debug)]
pub struct TypedField {
    /// The text that the citizen has typed.
    pub text: String,
    /// Whether the text field has the focus.
    pub focused: bool,
    /// Position of the caret, in UTF-16 code units. `None` if the browser reports none.
    pub caret: Option<u32>,
}

/// Reads the text field that matches a CSS selector. `None` if the page has no such field, or if the field is empty and
/// has no focus.
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

/// A text or a link in the plain HTML of the first screen.
#[derive(Clone, Debug)]
pub struct ShownText {
    /// The `href` attribute of a link, as written in the HTML; empty for a text without a link.
    pub href: String,
    /// The visible text.
    pub text: String,
    /// The language of the text (BCP 47).
    pub lang: String,
}

/// Reads all elements that match a CSS selector, in document order.
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

/// Whether the window is wide enough for two columns, that is at least 60rem wide.
pub fn is_wide() -> bool {
    web_sys::window()
        .and_then(|window| window.match_media("(min-width: 60rem)").ok().flatten())
        .is_some_and(|query| query.matches())
}

/// Moves the focus to the field with this id, and sets the position of the caret in UTF-16 code units.
pub fn focus_at(id: &str, caret: Option<u32>) {
    let field = document().and_then(|document| document.get_element_by_id(id));
    if let Some(field) = field.and_then(|field| field.dyn_into::<HtmlInputElement>().ok()) {
        drop(field.focus());
        if let Some(caret) = caret {
            drop(field.set_selection_range(caret, caret));
        }
    }
}

/// Creates an element that isn't on the page, in which the app is drawn before it is shown.
pub fn detached_frame() -> Option<HtmlElement> {
    document()?
        .create_element("div")
        .ok()?
        .dyn_into::<HtmlElement>()
        .ok()
}

/// Replaces the plain HTML of the first screen by the content of an element.
pub fn replace_shell(frame: &HtmlElement) {
    let Some(document) = document() else {
        return;
    };
    if let Some(body) = document.body() {
        while let Some(child) = frame.first_child() {
            // Ignore a failure: the browser can always move a node that isn't on the page.
            drop(body.append_child(&child));
        }
    }
    if let Some(shell) = document.get_element_by_id("shell") {
        shell.remove();
    }
}
