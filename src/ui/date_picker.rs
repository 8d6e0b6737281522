//! A button that opens the browser's calendar. It is beside a text field for a date. If the browser can't open a
//! calendar, the button is hidden. The button opens the calendar of a date input, which is hidden from screen readers.

use js_sys::Reflect;
use leptos::{ev::Event, html, prelude::*, web_sys::HtmlInputElement};

use super::error_summary::focus_field;
use super::field::label_id;
use crate::reactive::effect;

/// A button that opens the browser's calendar, with the hidden date input that the calendar belongs to. All dates have
/// the format `yyyy-mm-dd`.
#[component]
pub fn DatePicker(
    /// The id of the text field beside the button.
    #[prop(into)]
    field: String,
    /// The button text: "Chọn ngày".
    #[prop(into)]
    label: String,
    /// The date that the calendar shows first; empty for today's date.
    #[prop(into)]
    day: Signal<String>,
    /// The last date that the citizen can select; empty if there is no limit.
    #[prop(optional, into)]
    latest: String,
    /// Called with the date that the citizen selected, or with an empty text if they cleared the date.
    on_change: Callback<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let can_open = RwSignal::new(false);
    effect(move || {
        let has_show_picker =
            |input: HtmlInputElement| Reflect::has(&input, &"showPicker".into()).unwrap_or(false);
        can_open.set(node.get().is_some_and(has_show_picker));
    });
    let described = label_id(&field);
    let open = move |_| {
        let opened = node.get_untracked().map(|input| input.show_picker());
        // Browsers refuse to open the calendar in some situations, for example in a cross-origin iframe. The citizen
        // can still type the date.
        if !matches!(opened, Some(Ok(()))) {
            focus_field(&field);
            can_open.set(false);
        }
    };
    let picked = move |event: Event| on_change.run(event_target_value(&event));
    view! {
        <div class="date-picker" hidden=move || !can_open.get()>
            <button
                type="button"
                class="button button--secondary field__toggle"
                aria-describedby=described
                on:click=open
            >
                {label}
            </button>
            <input
                node_ref=node
                class="date-picker__calendar"
                type="date"
                prop:value=day
                max=(!latest.is_empty()).then_some(latest)
                tabindex="-1"
                aria-hidden="true"
                on:input=picked
            />
        </div>
    }
}
