//! Copies the value of a signal into a control of the browser, but never while the control has the focus. The citizen
//! may be typing a Vietnamese word with an input method, and changing the text would break the word.

use leptos::tachys::dom::document;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// A control of the browser that has a text as its value.
pub(super) trait TextControl: AsRef<Element> {
    /// Returns the current text of the control.
    fn text(&self) -> String;
    /// Replaces the current text of the control.
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

/// Writes `value` into the control. Does nothing if the control already has this value or has the focus.
pub(super) fn sync_value(control: &impl TextControl, value: &str) {
    let focused = document().active_element();
    if control.text() != value && focused.as_ref() != Some(control.as_ref()) {
        control.set_text(value);
    }
}
