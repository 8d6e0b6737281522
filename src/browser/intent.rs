//! Signs of what the citizen is about to do, and of what their connection allows.

use js_sys::{Function, Promise, Reflect};
use wasm_bindgen::JsCast;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, Event, HtmlAnchorElement};

/// A sign of what the citizen is about to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Intent {
    /// A finger or the mouse button is down on a link of this site, which leads to this path.
    PressesLink(String),
    /// A link of this site has the focus. It leads to this path.
    FocusesLink(String),
    /// A search field has the focus.
    FocusesSearch,
}

/// Calls `action` at each sign, as long as the page is open.
pub fn each_intent(mut action: impl FnMut(Intent) + 'static) {
    let listener = Closure::<dyn FnMut(Event)>::new(move |event: Event| {
        if let Some(intent) = read_intent(&event) {
            action(intent);
        }
    });
    if let Some(window) = web_sys::window() {
        for kind in ["pointerdown", "focusin"] {
            let listener = listener.as_ref().unchecked_ref();
            // A failure means that chunks are fetched later.
            drop(window.add_event_listener_with_callback(kind, listener));
        }
    }
    listener.forget();
}

fn read_intent(event: &Event) -> Option<Intent> {
    let target = event.target()?.dyn_into::<Element>().ok()?;
    let is_press = event.type_() == "pointerdown";
    if target.matches("input[type=search]").unwrap_or(false) {
        return Some(Intent::FocusesSearch);
    }
    let link = target.closest("a[href]").ok()??;
    let link = link.dyn_into::<HtmlAnchorElement>().ok()?;
    let origin = web_sys::window()?.location().origin().ok()?;
    (link.origin() == origin).then(|| match is_press {
        true => Intent::PressesLink(link.pathname()),
        false => Intent::FocusesLink(link.pathname()),
    })
}

/// Whether a search field has the focus now.
pub fn is_search_focused() -> bool {
    let document = web_sys::window().and_then(|window| window.document());
    let found = document.map(|document| document.query_selector("input[type=search]:focus"));
    matches!(found, Some(Ok(Some(_))))
}

/// The connection as the browser describes it (Network Information API). All properties are missing in browsers
/// without that API.
#[derive(Clone, Debug, Default)]
pub struct NetworkInformation {
    /// Whether the citizen has told the browser to save data.
    pub saves_data: bool,
    /// The kind of connection that it is as fast as: `slow-2g`, `2g`, `3g` or `4g`.
    pub effective_type: Option<String>,
    /// The estimated speed, in megabits per second.
    pub megabits: Option<f64>,
}

impl NetworkInformation {
    /// Reads the properties of `navigator.connection`.
    pub fn read() -> Self {
        let window = web_sys::window().map(JsValue::from).unwrap_or_default();
        let connection = property(&property(&window, "navigator"), "connection");
        Self {
            saves_data: property(&connection, "saveData").is_truthy(),
            effective_type: property(&connection, "effectiveType").as_string(),
            megabits: property(&connection, "downlink").as_f64(),
        }
    }
}

/// Returns a property; `undefined` if `object` isn't an object or has no such property.
fn property(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &name.into()).unwrap_or_default()
}

/// Completes when the page has nothing else to do. `public/boot.js` has this function, because it uses it too.
pub async fn wait_until_idle() {
    let window = web_sys::window().map(JsValue::from).unwrap_or_default();
    let idle = property(&window, "whenIdle").dyn_into::<Function>();
    let promise = idle.and_then(|idle| idle.call0(&window));
    if let Ok(promise) = promise.and_then(JsValue::dyn_into::<Promise>) {
        drop(JsFuture::from(promise).await);
    }
}
