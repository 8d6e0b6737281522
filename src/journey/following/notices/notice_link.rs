//! The link to «Thông báo» in the header of every page, with the number of unread notices. It is shown to signed-in
//! citizens, if the backend has notices.

use leptos::prelude::*;

use crate::i18n::use_words;
use crate::journey::following::live::unread::UnreadCount;
use crate::routes;

/// The largest number that is shown. More are shown as `99+`.
const MAX_SHOWN: u32 = 99;

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
            _ => Some("99+".to_owned()),
        };
        let number = shown.map(|shown| {
            view! {
                <span class="site-nav-count" translate="no">
                    <span class="visually-hidden">", " {words.unread} " "</span>
                    {shown}
                </span>
            }
        });
        view! { <a href=routes::notices(1)>{words.title}{number}</a> }
    };
    (move || unread.count.get().map(link)).into_any()
}
