//! Buttons, and links that look like buttons. A busy or disabled button keeps its place, its text and the focus, and
//! ignores presses. Screen readers announce it as disabled.

use leptos::{ev::MouseEvent, prelude::*};

/// The visual style of a button. A screen has at most one `Primary` button.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ButtonKind {
    /// The main action of the screen.
    #[default]
    Primary,
    /// Any other action.
    Secondary,
    /// A button that looks like a link: "Quay lại", "Sửa".
    Plain,
    /// An action that deletes something.
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

/// A button. While `busy` or `disabled`, it is `aria-disabled` and ignores presses, including the submission of a form.
/// Therefore a double tap on "Gửi hồ sơ" sends only once.
#[component]
pub fn Button(
    /// The visual style.
    #[prop(optional)]
    kind: ButtonKind,
    /// Whether the button submits the form around it.
    #[prop(optional)]
    submit: bool,
    /// Whether the action is running.
    #[prop(optional, into)]
    busy: Signal<bool>,
    /// Whether the action is impossible now. The page should explain why beside the button.
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
    /// The link's address.
    #[prop(into)]
    href: String,
    /// The visual style.
    #[prop(optional)]
    kind: ButtonKind,
    /// The button text.
    children: Children,
) -> impl IntoView {
    view! {
        <a href=href class=kind.class()>
            {children()}
        </a>
    }
}
