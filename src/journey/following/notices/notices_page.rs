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
use crate::journey::following::live::{change_announcement, watch_changes};
use crate::page::dates::format_time;
use crate::page::load_errors::{Loaded, retry_automatically};
use crate::page::progress_text::insert_text;
use crate::reactive::effect;
use crate::routes::{self, DraftStep};
use crate::ui::focus::focus_after_render;
use crate::ui::page::Page;
use crate::ui::{Badge, BadgeKind, Card, LinkCard, Pager, PagerLink};

/// The selector of the heading of the list.
const LIST_HEADING: &str = ".notices-heading";

/// The page «Thông báo».
#[component]
pub fn NoticesPage() -> impl IntoView {
    let words = use_words().notices();
    let api = use_api();
    let search = use_location().search;
    let number = Memo::new(move |_| page_number(&search.get()));
    let load = RwSignal::new(Load::Waiting);
    let unread = use_context::<UnreadCount>();
    let latest_request = StoredValue::new(0_u32);
    // Whether the heading of the list takes the focus when the list has arrived. The link that the citizen pressed is
    // rendered again, so it can't keep the focus.
    let moves_focus = StoredValue::new(false);
    let reload = Callback::new(move |()| {
        let request = latest_request.get_value().wrapping_add(1);
        latest_request.set_value(request);
        let page = number.get_untracked().to_string();
        let requested_by = unread.map(UnreadCount::requested_by);
        spawn_local(async move {
            let text = query::encode_query(&[("page", &page)]);
            let answer = api.get(&GET_NOTICES, &[], &text).await;
            // The citizen has opened another page of the list meanwhile, or has left.
            if latest_request.try_get_value() != Some(request) {
                return;
            }
            let is_kept = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(page)) => is_same(shown, page),
                // Notices that were loaded before help more than an error message.
                (Load::Ready(_), Err(_)) => true,
                _ => false,
            });
            let newest = answer.as_ref().ok().and_then(newest_unread);
            let is_loaded = answer.is_ok();
            if is_kept == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
            if is_loaded && moves_focus.try_update_value(std::mem::take) == Some(true) {
                focus_after_render(LIST_HEADING);
            }
            let Some(up_to) = newest else {
                return;
            };
            let body = NoticesRead { up_to };
            // If it fails, the notices stay unread, and the next visit marks them.
            if let Ok(rest) = api.send(&POST_NOTICES_READ, &[], &body, Vec::new()).await
                && let (Some(unread), Some(requested_by)) = (unread, &requested_by)
            {
                unread.accept(requested_by, rest.unread);
            }
        });
    });
    let mut is_first = true;
    effect(move || {
        number.track();
        moves_focus.set_value(!std::mem::take(&mut is_first));
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
            {change_announcement(load, |before, now| arrivals(words, before, now))}
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

/// What to announce if notices have arrived while the page is open: what the only one tells, or how many there are.
fn arrivals(words: &NoticeWords, before: &NoticePage, now: &NoticePage) -> Option<String> {
    let newest = before.items.first().map(|notice| notice.id.as_str());
    let items = now.items.iter();
    let new: Vec<&CitizenNotice> = items
        .take_while(|notice| Some(notice.id.as_str()) != newest)
        .collect();
    match new.as_slice() {
        [] => None,
        [only] => Some(words.kind(only.kind).to_owned()),
        several => Some(insert_text(words.arrived, &several.len().to_string())),
    }
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
        <h2 class="visually-hidden notices-heading" tabindex="-1">{words.list}</h2>
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
    use crate::i18n::Language;

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
    fn announces_what_has_arrived_and_nothing_that_was_there() {
        let words = Language::Vi.words().notices();
        let (mut before, now) = (page(&[false, false, false]), page(&[false, false, false]));
        assert_eq!(arrivals(words, &before, &now), None);
        before.items.remove(0);
        let one = arrivals(words, &before, &now);
        assert_eq!(one.as_deref(), Some("Hồ sơ đã được tiếp nhận"));
        before.items.remove(0);
        let two = arrivals(words, &before, &now);
        assert_eq!(two.as_deref(), Some("Có 2 thông báo mới."));
    }

    #[test]
    fn a_page_stays_as_it_is_when_its_notices_become_read() {
        assert!(is_same(&page(&[false, false]), &page(&[true, true])));
        assert!(!is_same(&page(&[false]), &page(&[false, false])));
    }
}
