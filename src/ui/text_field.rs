//! One line of text. It takes whatever is typed, pasted or dictated: no mask, no `maxlength`, no
//! rewriting while it has the focus. What is wrong with the text is for the page to say.

use leptos::{ev::Event, html, prelude::*};

use super::field::{asked, described_by, hint_and_error, invalid, label_id, with_remark};
use super::mixed_text::Lang;
use super::typed_value::settle;

/// What kind of text, for the phone's keyboard and the password manager.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum TextKind {
    /// Words.
    #[default]
    Text,
    /// A phone number.
    Phone,
    /// Digits that are not a quantity: an identity number.
    Digits,
    /// A password, with a button that shows it.
    Password,
    /// What to look for.
    Search,
    /// An e-mail address.
    Email,
}

impl TextKind {
    const fn input_type(self) -> &'static str {
        match self {
            // A browser's own field for addresses rewrites letters with marks after the `@`.
            Self::Text | Self::Digits | Self::Email => "text",
            Self::Phone => "tel",
            Self::Password => "password",
            Self::Search => "search",
        }
    }

    const fn keyboard(self) -> Option<&'static str> {
        match self {
            Self::Digits => Some("numeric"),
            Self::Email => Some("email"),
            _ => None,
        }
    }

    /// Names and prose may be corrected by the phone; numbers, addresses and secrets may not.
    const fn corrected(self) -> Option<&'static str> {
        match self {
            Self::Text | Self::Search => None,
            _ => Some("off"),
        }
    }
}

/// One line of text with its label, hint and error.
#[component]
pub fn TextField(
    /// The input's id, unique on the page; its label, hint and error derive theirs from it.
    #[prop(into)]
    id: String,
    /// What is asked.
    #[prop(into)]
    label: Signal<String>,
    /// The text, as typed.
    value: RwSignal<String>,
    /// Help, shown before the input; empty for none.
    #[prop(optional, into)]
    hint: Signal<String>,
    /// The language of label and hint, where it isn't the page's.
    #[prop(optional_no_strip)]
    lang: Lang,
    /// More help, in the page's language, that may change while one types; empty for none.
    #[prop(optional, into)]
    remark: Option<Signal<String>>,
    /// What is wrong.
    #[prop(optional, into)]
    error: Signal<Option<String>>,
    /// What kind of text.
    #[prop(optional)]
    kind: TextKind,
    /// The `autocomplete` token of HTML, such as "username"; empty for none.
    #[prop(optional)]
    autocomplete: &'static str,
    /// The words after the label of a question that may be left empty: "(không bắt buộc)".
    #[prop(optional, into)]
    optional_mark: Signal<String>,
    /// What stands beside the input and fills it: a calendar.
    #[prop(optional_no_strip)]
    beside: Option<AnyView>,
    /// Runs when the focus leaves.
    #[prop(optional)]
    on_leave: Option<Callback<()>>,
    /// Runs after `value` took what was typed.
    #[prop(optional)]
    on_typed: Option<Callback<()>>,
    /// A password's button while hidden: "Hiện". Without it there is no button.
    #[prop(optional)]
    show_label: &'static str,
    /// A password's button while shown: "Ẩn".
    #[prop(optional)]
    hide_label: &'static str,
) -> impl IntoView {
    let node = NodeRef::<html::Input>::new();
    let shown = RwSignal::new(false);
    let described = with_remark(id.clone(), remark, described_by(id.clone(), hint, error));
    Effect::new(move || {
        let wanted = value.get();
        if let Some(input) = node.get() {
            settle(&input, &wanted);
        }
    });
    let typed = move |event: Event| {
        value.set(event_target_value(&event));
        if let Some(tell) = on_typed {
            tell.run(());
        }
    };
    let leave = move |_| {
        if let Some(tell) = on_leave {
            // A field that is taken off the page while it has the focus is left too, when all else is gone.
            tell.try_run(());
        }
        // Here the input has already lost the focus: a change held back may be shown now.
        if let (Some(Some(input)), Some(now)) =
            (node.try_get_untracked(), value.try_get_untracked())
        {
            settle(&input, &now);
        }
    };
    let input_type = move || {
        if shown.get() {
            "text"
        } else {
            kind.input_type()
        }
    };
    let toggle = (kind == TextKind::Password && !show_label.is_empty()).then(|| {
        view! {
            <button
                type="button"
                class="button button--secondary field__toggle"
                aria-controls=id.clone()
                on:click=move |_| shown.update(|now| *now = !*now)
            >
                {move || if shown.get() { hide_label } else { show_label }}
            </button>
        }
    });
    view! {
        <div class="field" class:field--wrong=move || error.with(Option::is_some)>
            <label class="field__label" id=label_id(&id) for=id.clone()>
                {asked(label, lang, optional_mark)}
            </label>
            {hint_and_error(&id, lang, hint, error, remark)}
            <div class="field__row">
                <input
                    node_ref=node
                    class="field__control"
                    id=id
                    prop:value=value.get_untracked()
                    type=input_type
                    inputmode=kind.keyboard()
                    autocomplete=(!autocomplete.is_empty()).then_some(autocomplete)
                    autocapitalize=kind.corrected()
                    spellcheck=kind.corrected().map(|_| "false")
                    aria-describedby=described
                    aria-invalid=move || invalid(error)
                    on:input=typed
                    on:blur=leave
                />
                {toggle}
                {beside}
            </div>
        </div>
    }
}
