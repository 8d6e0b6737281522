//! Tells a citizen who opens a page to sign in or to register that they are signed in already, for example after the
//! button Back or through a bookmark. The form stays on the page, because another person may want to use it.

use leptos::prelude::*;

use super::next_page;
use crate::i18n::use_words;
use crate::reactive::dynamic;
use crate::session::{Visitor, use_session};
use crate::ui::button::ButtonLink;
use crate::ui::notice::{Notice, NoticeKind};

/// Names the citizen who is signed in, and links to the page they wanted to open. Shows nothing to a guest.
#[component]
pub fn SignedInNotice() -> impl IntoView {
    let text = &use_words().sign_in().form;
    let session = use_session();
    let name = Memo::new(move |_| match session.visitor() {
        Visitor::Citizen(account) => Some(account.name),
        Visitor::Unknown | Visitor::Guest => None,
    });
    dynamic(move || {
        name.get().map(|name| {
            view! {
                <Notice kind=NoticeKind::Info>
                    <p>
                        {text.signed_in_as} " " <strong translate="no">{name}</strong> ". "
                        {text.for_somebody_else}
                    </p>
                    <ButtonLink href=next_page::destination()>{text.go_on}</ButtonLink>
                </Notice>
            }
        })
    })
}
