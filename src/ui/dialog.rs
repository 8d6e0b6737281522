//! A modal dialog for a question that the citizen must answer before they continue. The browser's `dialog` element
//! keeps the focus inside the dialog, closes the dialog on Escape, and afterwards returns the focus to the previous
//! element. For information without a question, use [`super::notice`] instead.

use leptos::{html, prelude::*};

use super::icon::{Glyph, Icon};

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
    Effect::new(move || {
        let should_be_open = open.get();
        let Some(dialog) = node.get() else { return };
        if should_be_open && !dialog.open() {
            // Ignore a failure: it happens only while the page is being removed.
            let _ = dialog.show_modal();
        } else if !should_be_open && dialog.open() {
            dialog.close();
        }
    });
    view! {
        <dialog
            node_ref=node
            class="dialog"
            id=id
            aria-labelledby=title_id
            on:close=move |_| {
                open.set(false);
                if let Some(on_close) = on_close {
                    on_close.run(());
                }
            }
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
