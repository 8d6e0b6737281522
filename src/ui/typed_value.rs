//! Keeps what a control shows and what its signal holds the same, without ever writing into a
//! control that has the focus: an input method may be composing a Vietnamese word there.

use leptos::tachys::dom::document;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

/// A control whose text can be read and written.
pub(super) trait TextControl: AsRef<Element> {
    /// What it shows.
    fn shown(&self) -> String;
    /// Makes it show this.
    fn show(&self, text: &str);
}

impl TextControl for HtmlInputElement {
    fn shown(&self) -> String {
        self.value()
    }
    fn show(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlTextAreaElement {
    fn shown(&self) -> String {
        self.value()
    }
    fn show(&self, text: &str) {
        self.set_value(text);
    }
}

impl TextControl for HtmlSelectElement {
    fn shown(&self) -> String {
        self.value()
    }
    fn show(&self, text: &str) {
        self.set_value(text);
    }
}

/// Writes `wanted` into the control if it shows something else and nobody is typing in it.
pub(super) fn settle(control: &impl TextControl, wanted: &str) {
    let focused = document().active_element();
    if control.shown() != wanted && focused.as_ref() != Some(control.as_ref()) {
        control.show(wanted);
    }
}
