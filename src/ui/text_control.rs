//! Copies a signal's value into a control of the browser, but never while the control has the focus: an input method
//! may be composing a Vietnamese word there, and a change would break it.

use leptos::tachys::dom::document;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// A control of the browser with a text value.
pub(super) trait TextControl: AsRef<Element> {
    /// Returns the current value.
    fn text(&self) -> String;
    /// Replaces the current value.
    fn set_text(&self, text: &str);
}

impl TextControl for HtmlInputElement {
    fn text(&self) -> String {
        self.value()
    }
    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlTextAreaElement {
    fn text(&self) -> String {
        self.value()
    }
    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlSelectElement {
    fn text(&self) -> String {
        self.value()
    }
    fn set_text(&self, text: &str) {
        self.set_value(text);
    }
}

/// Writes `value` into the control, unless the control has this value or has the focus.
pub(super) fn sync_value(control: &impl TextControl, value: &str) {
    let focused = document().active_element();
    if control.text() != value && focused.as_ref() != Some(control.as_ref()) {
        control.set_text(value);
    }
}
