//! A button that opens the browser's own calendar, beside a field in which a date is typed. It is an extra: where the
//! browser can't open one the button isn't there, and a screen reader meets the typed field and the button alone.

use js_sys::Reflect;
use leptos::{ev::Event, html, prelude::*, web_sys::HtmlInputElement};

use super::error_summary::lead_to;
use super::field::label_id;

/// The button, and the browser's date input behind it. Days go in and out as `yyyy-mm-dd`.
#[component]
pub fn DatePicker(
    /// The id of the field in which the date is typed.
    #[prop(into)]
    field: String,
    /// The words: "Chọn ngày".
    #[prop(into)]
    label: String,
    /// The day the calendar opens on; empty for none.
    #[prop(into)]
    day: Signal<String>,
    /// The last day that can be picked; empty for none.
    #[prop(optional, into)]
    latest: String,
    /// Takes the day picked; empty where it was taken back.
    on_picked: Callback<String>,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let opens = RwSignal::new(false);
    Effect::new(move || {
        let known =
            |input: HtmlInputElement| Reflect::has(&input, &"showPicker".into()).unwrap_or(false);
        opens.set(node.get().is_some_and(known));
    });
    let described = label_id(&field);
    let open = move |_| {
        let shown = node.get_untracked().map(|input| input.show_picker());
        // Not inside a frame of another site, say: then the date is typed.
        if !matches!(shown, Some(Ok(()))) {
            lead_to(&field);
            opens.set(false);
        }
    };
    let picked = move |event: Event| on_picked.run(event_target_value(&event));
    view! {
        <div class="date-picker" hidden=move || !opens.get()>
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
