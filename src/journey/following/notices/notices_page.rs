//! The page «Thông báo». It lists the notices, the newest first, and marks the shown ones as read. New notices arrive
//! while the page is open.

use contract::endpoints::{GET_NOTICES, POST_NOTICES_READ};
use contract::notice::{CitizenNotice, NoticeKind, NoticePage, NoticesRead};
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use crate::api::{Load, use_api};
use crate::browser::query;
use crate::i18n::notices::NoticeWords;
use crate::i18n::{official, use_words};
use crate::journey::following::live::unread::UnreadCount;
use crate::journey::following::live::watch_changes;
use crate::page::dates::format_time;
use crate::page::load_errors::{Loaded, retry_automatically};
use crate::reactive::effect;
use crate::routes::{self, DraftStep};
use crate::ui::page::Page;
use crate::ui::{Badge, BadgeKind, Card, LinkCard, Pager, PagerLink};

/// The page «Thông báo».
#[component]
pub fn NoticesPage() -> impl IntoView {
    let words = use_words().notices();
    let api = use_api();
    let search = use_location().search;
    let number = Memo::new(move |_| page_number(&search.get()));
    let load = RwSignal::new(Load::Waiting);
    let unread = use_context::<UnreadCount>();
    let reload = Callback::new(move |()| {
        let page = number.get_untracked().to_string();
        spawn_local(async move {
            let text = query::encode_query(&[("page", &page)]);
            let answer = api.get(&GET_NOTICES, &[], &text).await;
            let is_kept = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(page)) => is_same(shown, page),
                (Load::Ready(_), Err(error)) => error.is_transient(),
                _ => false,
            });
            let newest = answer.as_ref().ok().and_then(newest_unread);
            if is_kept == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
            let Some(up_to) = newest else {
                return;
            };
            let body = NoticesRead { up_to };
            // If it fails, the notices stay unread, and the next visit marks them.
            if let Ok(rest) = api.send(&POST_NOTICES_READ, &[], &body, Vec::new()).await
                && let Some(unread) = unread
            {
                unread.count.set(Some(rest.unread));
            }
        });
    });
    effect(move || {
        number.track();
        load.set(Load::Waiting);
        reload.run(());
    });
    retry_automatically(load, reload);
    watch_changes(Callback::new(move |_| {
        reload.try_run(());
    }));
    let ready = move |page: NoticePage| list(words, page);
    view! {
        <Page title=words.title>
            <p class="lede">{words.intro}</p>
            <Loaded load=load on_retry=reload ready=ready />
            <p>
                <a href=routes::notice_settings()>{words.settings}</a>
            </p>
        </Page>
    }
}

/// The page number in the query of the URL, from 1.
fn page_number(search: &str) -> u32 {
    let page = query::value(search, "page").and_then(|page| page.parse().ok());
    page.unwrap_or(1).max(1)
}

/// Whether both pages have the same notices. Which of them are read doesn't count: the mark «Mới» stays while the citizen
/// looks at the page, although the page has marked the notices as read.
fn is_same(shown: &NoticePage, answer: &NoticePage) -> bool {
    let ids = |page: &NoticePage| -> Vec<String> {
        page.items.iter().map(|notice| notice.id.clone()).collect()
    };
    shown.pages == answer.pages && ids(shown) == ids(answer)
}

/// The id of the newest unread notice.
fn newest_unread(page: &NoticePage) -> Option<String> {
    let mut notices = page.items.iter();
    notices
        .find(|notice| !notice.read)
        .map(|notice| notice.id.clone())
}

fn list(words: &'static NoticeWords, page: NoticePage) -> AnyView {
    if page.items.is_empty() {
        return view! {
            <div class="empty-state">
                <p>{words.empty}</p>
            </div>
        }
        .into_any();
    }
    let neighbour = |number: u32, label: &str| PagerLink {
        href: routes::notices(number),
        label: label.to_owned(),
    };
    let following = use_words().following();
    let previous = (page.page > 1).then(|| neighbour(page.page - 1, following.previous));
    let next = (page.page < page.pages).then(|| neighbour(page.page + 1, following.next));
    let (number, pages) = (page.page.to_string(), page.pages.to_string());
    let here = [following.page, &number, following.page_of, &pages].concat();
    let items: Vec<AnyView> = page
        .items
        .into_iter()
        .map(|notice| notice_card(words, notice))
        .collect();
    view! {
        <h2 class="visually-hidden">{words.list}</h2>
        <ul class="cards notices">{items}</ul>
        <Pager label=words.title position=here previous=previous next=next />
    }
    .into_any()
}

/// Renders a notice: what it tells, when it happened, and the whole text. The heading leads to where the citizen can do
/// something.
fn notice_card(words: &'static NoticeWords, notice: CitizenNotice) -> AnyView {
    let title = words.kind(notice.kind);
    let target = match (&notice.dossier, &notice.draft, notice.kind) {
        (Some(code), _, _) => Some(routes::dossier(code)),
        (None, Some(draft), _) => Some(routes::draft(draft, DraftStep::Form(1))),
        (None, None, NoticeKind::ConsentLapsed) => Some(routes::consents()),
        (None, None, _) => None,
    };
    let mark = (!notice.read).then(|| {
        view! { <p><Badge kind=BadgeKind::Accent>{words.new}</Badge></p> }
    });
    let time = format_time(&notice.at);
    let body = view! {
        {mark}
        <p lang=official()>{notice.text}</p>
        <p class="muted" translate="no">{time}</p>
    };
    let card = match target {
        Some(href) => view! { <LinkCard href=href title=title>{body}</LinkCard> }.into_any(),
        None => view! {
            <Card>
                <h3 class="card__title">{title}</h3>
                <div class="card__body">{body}</div>
            </Card>
        }
        .into_any(),
    };
    view! { <li>{card}</li> }.into_any()
}

#[cfg(test)]
mod tests {
    use contract::Timestamp;

    use super::*;

    fn page(read: &[bool]) -> NoticePage {
        let notice = |(number, read): (usize, &bool)| CitizenNotice {
            id: number.to_string(),
            kind: NoticeKind::Accepted,
            at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
            text: String::new(),
            dossier: None,
            draft: None,
            read: *read,
        };
        NoticePage {
            unread: 0,
            items: read.iter().enumerate().map(notice).collect(),
            page: 1,
            pages: 1,
        }
    }

    #[test]
    fn marks_up_to_the_newest_unread_notice() {
        assert_eq!(
            newest_unread(&page(&[true, false, false])).as_deref(),
            Some("1")
        );
        assert_eq!(newest_unread(&page(&[true])), None);
        assert_eq!(newest_unread(&page(&[])), None);
    }

    #[test]
    fn a_page_stays_as_it_is_when_its_notices_become_read() {
        assert!(is_same(&page(&[false, false]), &page(&[true, true])));
        assert!(!is_same(&page(&[false]), &page(&[false, false])));
    }
}
