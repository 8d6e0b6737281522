//! What a citizen presses. A busy or disabled button stays where it is, keeps the focus and says
//! so to a screen reader; it never lets a second press through, and never loses its words.

use leptos::{ev::MouseEvent, prelude::*};

/// How much a button asks to be pressed. One `Primary` a screen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The one main action.
    #[default]
    Primary,
    /// Another action of the same screen.
    Secondary,
    /// Looks like a link: "Quay lại", "Sửa".
    Plain,
    /// Takes something away.
    Danger,
}

impl ButtonKind {
    const fn class(self) -> &'static str {
        match self {
            Self::Primary => "button button--primary",
            Self::Secondary => "button button--secondary",
            Self::Plain => "button button--plain",
            Self::Danger => "button button--danger",
        }
    }
}

/// A button. While `busy` or `disabled` it is `aria-disabled` and swallows presses, a form's
/// submission included: a double tap on "Gửi hồ sơ" sends once.
#[component]
pub fn Button(
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// Submits the form it stands in.
    #[prop(optional)]
    submit: bool,
    /// Its action is under way.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Its action cannot be taken now; say why beside it.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// What a press does.
    #[prop(optional)]
    on_press: Option<Callback<()>>,
    /// The words.
    children: Children,
) -> impl IntoView {
    let off = move || busy.get() || disabled.get();
    let press = move |event: MouseEvent| {
        if busy.get_untracked() || disabled.get_untracked() {
            event.prevent_default();
        } else if let Some(act) = on_press {
            act.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button--busy=move || busy.get()
            aria-disabled=move || off().then_some("true")
            on:click=press
        >
            {children()}
        </button>
    }
}

/// A link that looks like a button: it leads somewhere and changes nothing.
#[component]
pub fn ButtonLink(
    /// Where it leads.
    #[prop(into)]
    href: String,
    /// How much it asks to be pressed.
    #[prop(optional)]
    kind: ButtonKind,
    /// The words.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            {children()}
        </a>
    }
}
