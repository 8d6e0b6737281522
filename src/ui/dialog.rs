//! A modal dialog for a question that the citizen must answer before they continue. The browser's `dialog` element
//! keeps the focus inside the dialog, closes the dialog on Escape, and afterwards returns the focus to the previous
//! element. In a browser without it (Safari before 15.4), this component does the same itself. For information without
//! a question, use [`super::notice`] instead.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{FocusEvent, HtmlDialogElement, HtmlElement, Node};
use leptos::{html, prelude::*};

use super::icon::{Glyph, Icon};
use crate::reactive::effect;

/// A modal dialog with a title and a close button.
#[component]
pub fn Dialog(
    /// The id of the dialog, unique on the page. The title's id begins with it.
    #[prop(into)]
    id: String,
    /// Whether the dialog is open. The dialog sets it to `false` when the citizen closes it.
    open: RwSignal<bool>,
    /// The title, usually a question.
    #[prop(into)]
    title: Signal<String>,
    /// The text of the close button: "Đóng".
    #[prop(into)]
    close_label: String,
    /// Called after the dialog has closed and the browser has returned the focus.
    #[prop(optional)]
    on_close: Option<Callback<()>>,
    /// The content of the dialog: the text and the buttons.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = [&id, "-title"].concat();
    // The element that had the focus before, if this component replaces the browser's dialog.
    let focused_before = StoredValue::new_local(None::<HtmlElement>);
    let closed = move || {
        open.set(false);
        if let Some(on_close) = on_close {
            on_close.run(());
        }
    };
    effect(move || {
        let should_be_open = open.get();
        let Some(dialog) = node.get() else { return };
        if should_be_open && !dialog.has_attribute("open") {
            if dialog.show_modal().is_err() {
                focused_before.set_value(open_replacement(&dialog));
            }
        } else if !should_be_open && is_replacement(&dialog) {
            drop(dialog.remove_attribute("open"));
            dialog.set_class_name("dialog");
            if let Some(Some(before)) = focused_before.try_update_value(Option::take) {
                drop(before.focus());
            }
            closed();
        } else if !should_be_open && dialog.has_attribute("open") {
            dialog.close();
        }
    });
    let keep_focus = move |event: FocusEvent| {
        // When a dialog that contains the focus is removed from the page, the browser fires `focusout` too. The node is
        // disposed by then.
        let dialog = node.try_get_untracked().flatten().filter(is_replacement);
        let Some(dialog) = dialog else { return };
        let next = event.related_target();
        let next = next.and_then(|next| next.dyn_into::<Node>().ok());
        if next.is_some_and(|next| !dialog.contains(Some(&next))) {
            drop(dialog.focus());
        }
    };
    view! {
        <dialog
            node_ref=node
            class="dialog"
            id=id
            role="dialog"
            tabindex="-1"
            aria-labelledby=title_id
            on:close=move |_| closed()
            on:focusout=keep_focus
        >
            <div class="dialog__head">
                <h2 class="dialog__title" id=title_id.clone()>
                    {title}
                </h2>
                <button
                    type="button"
                    class="button button--plain dialog__close"
                    on:click=move |_| open.set(false)
                >
                    <Icon glyph=Glyph::Cross />
                    {close_label}
                </button>
            </div>
            {children()}
        </dialog>
    }
}

/// The CSS class of a dialog that this component shows without the browser's help.
const REPLACEMENT: &str = "dialog dialog--replacement";

/// Shows a dialog in a browser that can't. Returns the element that had the focus.
fn open_replacement(dialog: &HtmlDialogElement) -> Option<HtmlElement> {
    let focused = dialog.owner_document()?.active_element();
    dialog.set_class_name(REPLACEMENT);
    drop(dialog.set_attribute("open", ""));
    drop(dialog.set_attribute("aria-modal", "true"));
    drop(dialog.focus());
    focused?.dyn_into().ok()
}

fn is_replacement(dialog: &HtmlDialogElement) -> bool {
    dialog.class_name() == REPLACEMENT && dialog.has_attribute("open")
}
