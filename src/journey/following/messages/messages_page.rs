//! The page with the messages about a dossier: the newest at the end, above the form of a new one. New messages arrive while
//! the page is open, and what the citizen is typing stays. The page marks the messages that it shows as read.

use contract::dossier::{Message, MessageAuthor, MessagePage, MessagesRead};
use contract::endpoints::{GET_MESSAGES, POST_MESSAGES_READ};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::message_form::message_form;
use super::message_item::message_item;
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::use_words;
use crate::journey::following::live::{change_announcement, watch_changes};
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Button, ButtonKind, ButtonLink};

/// The page with the messages about a dossier.
#[component]
pub fn MessagesPage(
    /// Code of the dossier.
    code: String,
) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    let code = StoredValue::new(code);
    let load = RwSignal::new(Load::<MessagePage>::Waiting);
    let older = OlderMessages::new();
    let reload = Callback::new(move |()| {
        spawn_local(async move {
            let code = code.get_value();
            let answer = api.get(&GET_MESSAGES, &[&code], "").await;
            let keep = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(page)) => has_same_messages(shown, page),
                // Messages that were loaded before help more than an error message.
                (Load::Ready(_), Err(error)) => error.is_transient(),
                _ => false,
            });
            if keep == Some(false) {
                if let (Some(Load::Ready(shown)), Ok(page)) = (load.try_get_untracked(), &answer) {
                    older.keep(shown.items, page);
                }
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    reload.run(());
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        reload.try_run(());
    }));
    watch_changes(Callback::new(move |changed: Option<String>| {
        if changed.is_none_or(|changed| code.try_get_value() == Some(changed)) {
            reload.try_run(());
        }
    }));
    let arrived = use_words().notices().kinds.message;
    let announcement = change_announcement(load, move |before, now| {
        has_new_office_message(before, now).then(|| arrived.to_owned())
    });
    let back = routes::dossier(&code.get_value());
    let on_sent = Callback::new(move |_: Message| reload.run(()));
    let with_files = routes::reply(&code.get_value(), "message", None);
    let form = message_form(code.get_value(), on_sent);
    let ready = move |page: MessagePage| {
        view! { <Conversation code=code.get_value() first=page older=older /> }.into_any()
    };
    view! {
        <Page title=words.messages_title>
            <p class="muted" translate="no">{code.get_value()}</p>
            {announcement}
            <Loaded load=load on_retry=reload ready=ready />
            {form}
            <div class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=with_files>{words.messages_with_files}</ButtonLink>
                <ButtonLink kind=ButtonKind::Plain href=back>{words.messages_back}</ButtonLink>
            </div>
        </Page>
    }
}

/// Whether both pages have the same messages. Which of them are read doesn't count: the mark «Mới» stays while the citizen
/// looks at the page, although the page has marked the messages as read.
fn has_same_messages(shown: &MessagePage, answer: &MessagePage) -> bool {
    let ids = |page: &MessagePage| -> Vec<String> {
        page.items
            .iter()
            .map(|message| message.id.clone())
            .collect()
    };
    shown.pages == answer.pages && ids(shown) == ids(answer)
}

/// Whether the office has written a message since the page was loaded before.
fn has_new_office_message(before: &MessagePage, now: &MessagePage) -> bool {
    let newest = before.items.first().map(|message| message.id.as_str());
    let items = now.items.iter();
    items
        .take_while(|message| Some(message.id.as_str()) != newest)
        .any(|message| message.author == MessageAuthor::Office)
}

/// The messages before those of the first page. They stay on the screen when a new message arrives.
#[derive(Clone, Copy)]
struct OlderMessages {
    /// The newest first.
    messages: RwSignal<Vec<Message>>,
    /// Number of pages that the citizen has loaded.
    pages: RwSignal<u32>,
}

impl OlderMessages {
    fn new() -> Self {
        Self {
            messages: RwSignal::new(Vec::new()),
            pages: RwSignal::new(1),
        }
    }

    /// Keeps the messages of the former first page that new ones have pushed from it.
    fn keep(self, shown: Vec<Message>, first: &MessagePage) {
        self.messages.try_update(|older| {
            let mut pushed = without(shown, &first.items);
            pushed.append(older);
            *older = pushed;
        });
    }

    /// Adds the messages of the next page. New messages may have pushed some onto it that are shown already.
    fn add(self, number: u32, page: MessagePage, first: &[Message]) {
        self.messages.try_update(|older| {
            let further = without(without(page.items, first), older);
            older.extend(further);
        });
        self.pages.try_set(number);
    }
}

/// The messages that aren't among the known ones.
fn without(mut messages: Vec<Message>, known: &[Message]) -> Vec<Message> {
    messages.retain(|message| !known.iter().any(|one| one.id == message.id));
    messages
}

/// The messages of the first page, and the older ones that the citizen asks for.
#[component]
fn Conversation(
    /// Code of the dossier.
    code: String,
    /// The newest messages.
    first: MessagePage,
    /// The messages before them.
    older: OlderMessages,
) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    mark_read(&code, &first);
    let pages = first.pages;
    let newest = first.items;
    let is_empty = newest.is_empty();
    let code = StoredValue::new(code);
    let first = StoredValue::new(newest.clone());
    let failure = RwSignal::new(None::<ClientError>);
    let busy = RwSignal::new(false);
    let load_older = Callback::new(move |()| {
        busy.set(true);
        failure.set(None);
        let page = older.pages.get_untracked() + 1;
        spawn_local(async move {
            let number = query::encode_query(&[("page", &page.to_string())]);
            let code = code.get_value();
            let answer = api.get(&GET_MESSAGES, &[&code], &number).await;
            busy.try_set(false);
            match answer {
                Ok(answer) => {
                    let first = first.try_get_value().unwrap_or_default();
                    older.add(page, answer, &first);
                }
                Err(error) => drop(failure.try_set(Some(error))),
            }
        });
    });
    let draw = move |messages: Vec<Message>| {
        let code = code.get_value();
        let items = messages.into_iter().rev();
        items
            .map(|message| message_item(&code, message))
            .collect_view()
    };
    let has_more = move || older.pages.get() < pages;
    view! {
        <p hidden=!is_empty>{words.messages_none}</p>
        <div class="actions" hidden=move || !has_more()>
            <Button kind=ButtonKind::Secondary busy=busy on_press=load_older>{words.messages_older}</Button>
        </div>
        <ErrorNotice error=failure on_retry=load_older />
        <ol class="messages">
            {move || draw(older.messages.get())}
            {draw(newest)}
        </ol>
    }
}

/// Tells the backend which messages the citizen has seen. If the request fails, they stay new until the page is opened
/// again.
fn mark_read(code: &str, page: &MessagePage) {
    if !page.items.iter().any(|message| message.unread) {
        return;
    }
    let Some(last) = page.items.first().map(|message| message.id.clone()) else {
        return;
    };
    let api = use_api();
    let code = code.to_owned();
    spawn_local(async move {
        let body = MessagesRead { last };
        drop(
            api.send(&POST_MESSAGES_READ, &[&code], &body, Vec::new())
                .await,
        );
    });
}

#[cfg(test)]
mod tests {
    use contract::time::Timestamp;

    use super::*;

    fn page(ids: &[&str]) -> MessagePage {
        let message = |id: &&str| Message {
            id: (*id).to_owned(),
            author: MessageAuthor::Office,
            office: None,
            sent_at: Timestamp("2026-11-22T01:20:00Z".to_owned()),
            text: String::new(),
            files: Vec::new(),
            unread: false,
        };
        MessagePage {
            items: ids.iter().map(message).collect(),
            page: 1,
            pages: 3,
        }
    }

    #[test]
    fn no_message_is_lost_or_shown_twice_when_new_ones_arrive() {
        let owner = Owner::new();
        owner.with(|| {
            let older = OlderMessages::new();
            let ids = || -> Vec<String> {
                let messages = older.messages.get_untracked();
                messages.into_iter().map(|message| message.id).collect()
            };
            let (before, now) = (page(&["5", "4"]), page(&["6", "5"]));
            assert!(has_new_office_message(&before, &now) && !has_same_messages(&before, &now));
            older.add(2, page(&["3", "2"]), &before.items);
            older.keep(before.items, &now);
            assert_eq!(ids(), ["4", "3", "2"]);
            // The third page begins with a message that was on the second one.
            older.add(3, page(&["2", "1"]), &now.items);
            assert_eq!(ids(), ["4", "3", "2", "1"]);
        });
    }
}
