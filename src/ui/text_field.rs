//! A text input for one line. It accepts everything that the citizen types, pastes or dictates. It has no input mask
//! and no `maxlength`, and never changes its text while it has the focus. The page validates the text and sets the
//! error message.

use leptos::{html, prelude::*};

use super::field::{aria_invalid, described_by, hint_and_error, label_id, label_text, with_remark};
use super::mixed_text::Lang;
use super::text_control::ControlText;
use crate::reactive::dynamic;

/// The kind of text that the citizen types. It determines the keyboard of a phone, the automatic correction, and
/// whether a password manager fills in the field.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Words, for example a name.
    #[default]
    Text,
    /// A phone number.
    Phone,
    /// Digits that are not a quantity, for example an identity number.
    Digits,
    /// A password. The field can have a button that makes the password visible.
    Password,
    /// An e-mail address.
    Email,
}

impl TextKind {
    /// Returns the `type` attribute of the `input` element.
    const fn input_type(self) -> &'static str {
        match self {
            // An e-mail address also uses `text`: in an input of the type `email`, browsers change letters with
            // diacritics after the `@`.
            Self::Text | Self::Digits | Self::Email => "text",
            Self::Phone => "tel",
            Self::Password => "password",
        }
    }

    /// Returns the `inputmode` attribute of the `input` element, which selects the keyboard of a phone.
    const fn input_mode(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Email => Some("email"),
            _ => None,
        }
    }

    /// Returns the value of the attributes for automatic capitals and spelling correction: `off` for numbers, addresses
    /// and passwords, because the browser's changes would damage them.
    const fn autocorrect(self) -> Option<&'static str> {
        match self {
            Self::Text => None,
            _ => Some("off"),
        }
    }
}

/// A text input for one line, with its label, hint and error.
#[component]
pub fn TextField(
    /// The id of the `input` element, unique on the page. The ids of the label, the hint and the error begin with it.
    #[prop(into)]
    id: String,
    /// The text of the field's label.
    #[prop(into)]
    label: Signal<String>,
    /// The text exactly as typed, without trimming.
    value: RwSignal<String>,
    /// The hint text, shown before the input; empty if there is none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of the label and the hint; `None` if it is the page's language.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// A second hint in the page's language, which may change while the citizen types; empty if there is none.
    #[prop(optional, into)]
    remark: Option<Signal<String>>,
    /// The error message of this field; `None` if the field has no error.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// The kind of text that the citizen types.
    #[prop(optional)]
    kind: TextKind,
    /// The `autocomplete` attribute of HTML, such as "username"; empty if there is none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The text that marks an optional question, shown after the label: "(không bắt buộc)". Empty for a required
    /// question.
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// An element beside the input with which the citizen can fill the input, for example a date picker.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
    /// Called when the control loses the focus.
    #[prop(optional)]
    on_blur: Option<Callback<()>>,
    /// Called after the citizen has typed and `value` has changed.
    #[prop(optional)]
    on_input: Option<Callback<()>>,
    /// The text of the button that makes the password visible: "Hiện". If it is empty, the field has no such button.
    #[prop(optional)]
    show_label: &'static str,
    /// The text of the button that hides the password: "Ẩn".
    #[prop(optional)]
    hide_label: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let is_visible = RwSignal::new(false);
    let described = with_remark(id.clone(), remark, described_by(id.clone(), hint, error));
    let text = ControlText::new(value);
    text.show_in(node);
    let report = move |is_changed: bool| {
        if let Some(on_input) = on_input.filter(|_| is_changed) {
            on_input.try_run(());
        }
    };
    let typed = move || {
        if let Some(Some(input)) = node.try_get_untracked() {
            report(text.take(&input));
        }
    };
    let leave = move |_| {
        if let Some(Some(input)) = node.try_get_untracked() {
            report(text.leave(&input));
        }
        if let Some(on_blur) = on_blur {
            // When a focused field is removed from the page, the browser fires `blur` too. The callback may be disposed
            // by then, so it is called with `try_run`.
            on_blur.try_run(());
        }
    };
    let input_type = move || {
        if is_visible.get() {
            "text"
        } else {
            kind.input_type()
        }
    };
    // A password is masked again when its form is sent, because the page may stay on the screen for a while.
    if kind == TextKind::Password {
        let listener = window_event_listener(leptos::ev::submit, move |_| is_visible.set(false));
        on_cleanup(move || listener.remove());
    }
    let toggle = (kind == TextKind::Password && !show_label.is_empty()).then(|| {
        view! {
            <button
                type="button"
                class="button button--secondary field__toggle"
                aria-controls=id.clone()
                on:click=move |_| is_visible.update(|visible| *visible = !*visible)
            >
                {dynamic(move || if is_visible.get() { hide_label } else { show_label })}
            </button>
        }
    });
    view! {
        <div class="field" class:field--invalid=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id(&id) for=id.clone()>
                {label_text(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, remark)}
            <div class="field__row">
                <input
                    node_ref=node
                    class="field__control"
                    id=id
                    type=input_type
                    inputmode=kind.input_mode()
                    autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                    autocapitalize=kind.autocorrect()
                    spellcheck=kind.autocorrect().map(|_| "false")
                    aria-describedby=described
                    aria-invalid=move || aria_invalid(error)
                    on:input=move |_| typed()
                    on:change=move |_| typed()
                    on:blur=leave
                />
                {toggle}
                {beside}
            </div>
        </div>
    }
}
