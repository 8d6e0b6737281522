//! A question that must be answered first: the browser's own dialog, which keeps the focus
//! inside, closes on Escape and gives the focus back. Never for news; that is a notice.

use leptos::{html, prelude::*};

use super::icon::{Glyph, Icon};

/// A modal dialog.
#[component]
pub fn Dialog(
    /// Its id, unique on the page; the title derives its own from it.
    #[prop(into)]
    id: String,
    /// Open or not; closing by Escape is written back here.
    open: RwSignal<bool>,
    /// What is asked.
    #[prop(into)]
    title: Signal<String>,
    /// The words on the closing button: "Đóng".
    #[prop(into)]
    close_label: String,
    /// After it has closed and the browser has given the focus back to where it was.
    #[prop(optional)]
    on_closed: Option<Callback<()>>,
    /// The words and the buttons.
    children: Children,
) -> impl IntoView {
    let node = NodeRef::<html::Dialog>::new();
    let title_id = [&id, "-title"].concat();
    Effect::new(move || {
        let wanted = open.get();
        let Some(dialog) = node.get() else { return };
        if wanted && !dialog.open() {
            // Refused only when the page is being torn down; there is nobody to ask then.
            let _ = dialog.show_modal();
        } else if !wanted && dialog.open() {
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
                if let Some(closed) = on_closed {
                    closed.run(());
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
