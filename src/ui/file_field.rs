//! Where a citizen hands over a file: the browser's own file input, laid over a large button, so
//! that the keyboard, the camera and a dropped file all work. It reads nothing and judges nothing.

use leptos::wasm_bindgen::JsCast;
use leptos::web_sys::{File, HtmlInputElement};
use leptos::{ev::Event, prelude::*};

use super::field::{asked, described_by, hint_and_error, invalid};
use super::icon::{Glyph, Icon};
use super::mixed_text::Lang;

/// A file input with its label, hint, error and button.
#[component]
pub fn FileField(
    /// The input's id, unique on the page.
    #[prop(into)]
    id: String,
    /// Which paper is asked for.
    #[prop(into)]
    label: Signal<String>,
    /// Help, shown before the button; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The `accept` attribute of HTML: "image/jpeg,image/png,application/pdf".
    #[prop(into)]
    accept: String,
    /// The words on the button: "Tải tệp lên".
    #[prop(into)]
    button: Signal<String>,
    /// More than one file may be chosen at once.
    #[prop(optional)]
    multiple: bool,
    /// The words after the label of a paper that may be left out.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// Runs with the files chosen, at least one.
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
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id.clone() for=id.clone()>
                {asked(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, None)}
            <div class="file-pick">
                <input
                    class="file-pick__input"
                    id=id
                    type="file"
                    accept=accept
                    multiple=multiple
                    aria-labelledby=[&label_id, " ", &button_id].concat()
                    aria-describedby=described
                    aria-invalid=move || invalid(error)
                    on:change=chosen
                />
                <span class="button button--secondary file-pick__button" id=button_id>
                    <Icon glyph=Glyph::Upload />
                    {button}
                </span>
            </div>
        </div>
    }
}

/// Takes the files out of the input and empties it, so that the same file can be chosen again.
fn take_files(input: &HtmlInputElement) -> Vec<File> {
    let mut taken = Vec::new();
    if let Some(list) = input.files() {
        for place in 0..list.length() {
            taken.extend(list.get(place));
        }
    }
    input.set_value("");
    taken
}
