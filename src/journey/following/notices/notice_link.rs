//! The link to «Thông báo» in the header of every page, with the number of unread notices. It is shown to signed-in
//! citizens, if the backend has notices.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::journey::following::live::unread::UnreadCount;
use crate::reactive::dynamic;
use crate::routes;

/// The largest number that is shown. More are shown as `9+`, which a narrow phone has room for.
const MAX_SHOWN: u32 = 9;

/// The outline of a bell, in a square of 24 units.
const BELL: &str = "M6 16V10a6 6 0 0 1 12 0v6l2 2H4zM10 21h4";

/// Renders the link. Nothing until the number of unread notices is known.
pub fn notice_link() -> AnyView {
    let words = use_words().notices();
    let Some(unread) = use_context::<UnreadCount>() else {
        return ().into_any();
    };
    let link = move |count: u32| {
        let shown = match count {
            0 => None,
            1..=MAX_SHOWN => Some(count.to_string()),
            _ => Some("9+".to_owned()),
        };
        let number = shown.map(|shown| {
            view! {
                <span class="site-nav__count" translate="no">
                    <span class="visually-hidden">", " {words.unread} " "</span>
                    {shown}
                </span>
            }
        });
        view! {
            <a class="site-nav__notices" href=routes::notices(1)>
                <svg class="site-nav__bell" viewBox="0 0 24 24" aria-hidden="true">
                    <path d=BELL />
                </svg>
                <span class="site-nav__word">{words.title}</span>
                {number}
            </a>
        }
    };
    dynamic(move || unread.count.get().map(link))
}
