//! Buttons, and links that look like buttons. A busy or disabled button ignores presses, but keeps its position, its
//! text and the focus. Screen readers announce it as disabled.

use leptos::{ev::MouseEvent, prelude::*};

/// The visual style of a button. A screen has at most one `Primary` button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The button for the main action of the screen.
    #[default]
    Primary,
    /// A button for any other action.
    Secondary,
    /// A button that looks like a link, for example "Quay lại" or "Sửa".
    Plain,
    /// A button that deletes something.
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

/// A button. While `busy` or `disabled` is `true`, it has `aria-disabled` and ignores presses, including presses that
/// would submit the form. Therefore a double tap on "Gửi hồ sơ" sends the dossier only once.
#[component]
pub fn Button(
    /// The visual style of the button.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether the button submits the form that contains it.
    #[prop(optional)]
    submit: bool,
    /// Whether the button's action is running.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether the button's action is impossible now. The page should explain the reason beside the button.
    #[prop(optional, into)]
    disabled: Signal<bool>,
    /// Called when the button is pressed.
    #[prop(optional)]
    on_press: Option<Callback<()>>,
    /// The button text.
    children: Children,
) -> impl IntoView {
    let is_inactive = move || busy.get() || disabled.get();
    let press = move |event: MouseEvent| {
        if busy.get_untracked() || disabled.get_untracked() {
            event.prevent_default();
        } else if let Some(on_press) = on_press {
            on_press.run(());
        }
    };
    view! {
        <button
            type=if submit { "submit" } else { "button" }
            class=kind.class()
            class:button--busy=move || busy.get()
            aria-disabled=move || is_inactive().then_some("true")
            on:click=press
        >
            {children()}
        </button>
    }
}

/// A link that looks like a button. Use it for navigation only, never to change data.
#[component]
pub fn ButtonLink(
    /// The URL to which the link leads.
    #[prop(into)]
    href: String,
    /// The visual style of the link.
    #[prop(optional)]
    kind: ButtonKind,
    /// The link text.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            {children()}
        </a>
    }
}
