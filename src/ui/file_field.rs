//! A field to choose files. The browser's file input is transparent and covers a large button. So keyboard, camera and
//! dropped files work as in any file input. This UI component neither reads nor checks the files.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};
use leptos::{ev::Event, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error, label_text};
use super::icon::{Glyph, Icon};
use super::mixed_text::Lang;

/// A field to choose files, with its label, hint, error and button.
#[component]
pub fn FileField(
    /// The id of the `input` element, unique on the page.
    #[prop(into)]
    id: String,
    /// The label text: the name of the dossier component for which the citizen chooses files.
    #[prop(into)]
    label: Signal<String>,
    /// The hint text, shown before the button; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the label and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `accept` attribute of the `input` element: "image/jpeg,image/png,application/pdf".
    #[prop(into)]
    accept: String,
    /// The button text: "Tải tệp lên".
    #[prop(into)]
    button: Signal<String>,
    /// Whether the citizen can choose several files at once.
    #[prop(optional)]
    multiple: bool,
    /// The text that marks an optional dossier component, shown after the label; empty for a required component.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Called with the files that the citizen chose. The list is never empty.
    on_files: Callback<Vec<File>>,
) -> impl IntoView {
    let described = described_by(id.clone(), hint, error);
    let label_id = [&id, "-label"].concat();
    let button_id = [&id, "-button"].concat();
    let chosen = move |event: Event| {
        let Some(input) = event.target().and_then(|target| target.dyn_into().ok()) else {
            return;
        };
        let files = take_files(&input);
        if !files.is_empty() {
            on_files.run(files);
        }
    };
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id.clone() for=id.clone()>
                {label_text(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            <div class="file-picker">
                <input
                    class="file-picker__input"
                    id=id
                    type="file"
                    accept=accept
                    multiple=multiple
                    aria-labelledby=[&label_id, " ", &button_id].concat()
                    aria-describedby=described
                    aria-invalid=move || aria_invalid(error)
                    on:change=chosen
                />
                <span class="button button--secondary file-picker__button" id=button_id>
                    <Icon glyph=Glyph::Upload />
                    {button}
                </span>
            </div>
        </div>
    }
}

/// Returns the chosen files and clears the input. A browser reports only a changed choice. After clearing, it also
/// reports when the citizen chooses the same file again.
fn take_files(input: &HtmlInputElement) -> Vec<File> {
    let mut files = Vec::new();
    if let Some(list) = input.files() {
        for index in 0..list.length() {
            files.extend(list.get(index));
        }
    }
    input.set_value("");
    files
}
