//! A button that opens the browser's calendar, beside a text field for a date. The button is hidden if the browser
//! can't open a calendar. Screen readers find only the text field and the button, not the date input behind the button.

use js_sys::Reflect;
use leptos::{ev::Event, html, prelude::*, web_sys::HtmlInputElement};

use super::error_summary::focus_field;
use super::field::label_id;

/// A button with a hidden date input of the browser. Dates have the format `yyyy-mm-dd`.
#[component]
pub fn DatePicker(
    /// The id of the text field for the date.
    #[prop(into)]
    field: String,
    /// The button text: "Chọn ngày".
    #[prop(into)]
    label: String,
    /// The date that the calendar shows first; empty for today.
    #[prop(into)]
    day: Signal<String>,
    /// The last date that can be selected; empty if there is no limit.
    #[prop(optional, into)]
    latest: String,
    /// Called with the selected date, or with an empty text if the citizen cleared the date.
    on_change: Callback<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let can_open = RwSignal::new(false);
    Effect::new(move || {
        let has_show_picker =
            |input: HtmlInputElement| Reflect::has(&input, &"showPicker".into()).unwrap_or(false);
        can_open.set(node.get().is_some_and(has_show_picker));
    });
    let described = label_id(&field);
    let open = move |_| {
        let opened = node.get_untracked().map(|input| input.show_picker());
        // Browsers refuse in some contexts, for example in a cross-origin iframe. The citizen can still type the date.
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
