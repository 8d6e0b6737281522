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

/// Renders the link, with the number of unread notices once it is known. Nothing while nobody is signed in.
pub fn notice_link() -> AnyView {
    let words = use_words().notices();
    let Some(unread) = use_context::<UnreadCount>() else {
        return ().into_any();
    };
    let number = move || {
        shown_number(unread.number.get()).map(|shown| {
            view! {
                <span class="site-nav__count" translate="no">
                    <span class="visually-hidden">", " {words.unread} " "</span>
                    {shown}
                </span>
            }
        })
    };
    let link = move || {
        view! {
            <a class="site-nav__notices" href=routes::notices(1)>
                <svg class="site-nav__bell" viewBox="0 0 24 24" aria-hidden="true">
                    <path d=BELL />
                </svg>
                <span class="site-nav__word">{words.title}</span>
                {dynamic(number)}
            </a>
        }
    };
    dynamic(move || unread.has_notices.get().then(link))
}

/// The number as a text. `None` if it isn't known, or there is nothing unread.
fn shown_number(number: Option<u32>) -> Option<String> {
    match number? {
        0 => None,
        number @ 1..=MAX_SHOWN => Some(number.to_string()),
        _ => Some("9+".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn more_than_nine_unread_notices_take_no_more_room() {
        assert_eq!(shown_number(None), None);
        assert_eq!(shown_number(Some(0)), None);
        assert_eq!(shown_number(Some(9)).as_deref(), Some("9"));
        assert_eq!(shown_number(Some(10)).as_deref(), Some("9+"));
    }
}
