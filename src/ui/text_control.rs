//! Copies the value of a signal into a control of the browser, but never while the control has the focus. The citizen
//! may be typing a Vietnamese word with an input method, and changing the text would break the word.

use leptos::html::ElementType;
use leptos::prelude::*;
use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{Element, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement};

use crate::reactive::effect;

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

fn has_focus(control: &impl TextControl) -> bool {
    document().active_element().as_ref() == Some(control.as_ref())
}

/// Writes `value` into the control. Does nothing if the control already has this value or has the focus.
pub(super) fn sync_value(control: &impl TextControl, value: &str) {
    if control.text() != value && !has_focus(control) {
        control.set_text(value);
    }
}

/// The signal with the text of a control in which the citizen types. A text that the browser has put into the control
/// is taken over even if the browser reports it late or not at all, as some password managers and dictation programs do.
#[derive(Clone, Copy)]
pub(super) struct ControlText {
    value: RwSignal<String>,
    /// The text of the control when it was last read or written. If the control has another text now, the citizen or
    /// the browser has changed it.
    known: StoredValue<String>,
}

impl ControlText {
    /// Connects the signal `value` with a control that is still empty.
    pub(super) fn new(value: RwSignal<String>) -> Self {
        Self {
            value,
            known: StoredValue::new(String::new()),
        }
    }

    /// Takes over the text of the control if the citizen or the browser has changed it. Returns true if so. Does nothing
    /// after the component was removed.
    pub(super) fn take(self, control: &impl TextControl) -> bool {
        let text = control.text();
        let is_changed = self.known.try_with_value(|known| *known != text) == Some(true);
        if is_changed {
            self.known.set_value(text.clone());
            self.value.set(text);
        }
        is_changed
    }

    /// Shows the text of the signal in the control, now and after each change. The text isn't written by `prop:value`:
    /// Leptos sets that property in a later microtask, and would replace a text that the signal has received meanwhile.
    pub(super) fn show_in<E>(self, node: NodeRef<E>)
    where
        E: ElementType,
        E::Output: JsCast + Clone + TextControl + 'static,
    {
        effect(move || {
            let text = self.value.get();
            if let Some(control) = node.get() {
                self.show(&control, &text);
            }
        });
    }

    /// Writes `text` into the control. Does nothing while the citizen is typing in it. A new control may already have
    /// the focus, and a one-time code from a text message (WebOTP) arrives in a control with the focus: both are empty.
    fn show(self, control: &impl TextControl, text: &str) {
        if !has_focus(control) || control.text().is_empty() {
            self.write(control, text);
        }
    }

    /// Writes `text` into the control, even if it has the focus.
    fn write(self, control: &impl TextControl, text: &str) {
        if control.text() != text {
            control.set_text(text);
        }
        // The browser may have changed the text, for example removed a line break.
        self.known.try_update_value(|known| *known = control.text());
    }

    /// What the control does when it loses the focus. First takes over an unreported change. Then shows a text that the
    /// signal received while the control had the focus. Returns true if there was an unreported change.
    pub(super) fn leave(self, control: &impl TextControl) -> bool {
        let is_changed = self.take(control);
        if let Some(current) = self.value.try_get_untracked() {
            self.write(control, &current);
        }
        is_changed
    }
}
