//! The page with the messages about a dossier: the newest at the end, above the form of a new one. New messages arrive while
//! the page is open, and what the citizen is typing stays. The page marks the messages that it shows as read.

use contract::dossier::{Message, MessagePage, MessagesRead};
use contract::endpoints::{GET_MESSAGES, POST_MESSAGES_READ};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::conversation::Conversation;
use super::message_form::message_form;
use super::message_item::message_item;
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::use_words;
use crate::journey::following::downloads::Downloads;
use crate::journey::following::live::{change_announcement, keeps_page, watch_changes};
use crate::page::load_errors::{ErrorNotice, LoadedOnce};
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
    let downloads = Downloads::new(&code);
    let code = StoredValue::new(code);
    let load = RwSignal::new(Load::<Conversation>::Waiting);
    let reload = Callback::new(move |()| {
        let code = code.get_value();
        spawn_local(async move {
            let answer = api.get(&GET_MESSAGES, &[&code], "").await;
            if let Ok(newest) = &answer {
                mark_read(api, &code, newest);
            }
            let answer = load.try_with_untracked(|load| refreshed(load, answer));
            let Some(answer) = answer else { return };
            if load.try_with_untracked(|load| keeps_page(load, &answer)) == Some(false) {
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
        now.has_new_office_message(before)
            .then(|| arrived.to_owned())
    });
    let back = routes::dossier(&code.get_value());
    let on_sent = Callback::new(move |message: Message| {
        load.update(|load| {
            if let Load::Ready(conversation) = load {
                conversation.add_sent(message);
            }
        });
        reload.run(());
    });
    let with_files = routes::reply(&code.get_value(), "message", None);
    let form = message_form(code.get_value(), on_sent);
    let ready = Callback::new(move |()| {
        view! { <MessageList code=code.get_value() load downloads /> }.into_any()
    });
    view! {
        <Page title=words.messages_title>
            <p class="muted" translate="no">{code.get_value()}</p>
            {announcement}
            <LoadedOnce load=load on_retry=reload ready=ready />
            {form}
            <div class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=with_files>{words.messages_with_files}</ButtonLink>
                <ButtonLink kind=ButtonKind::Plain href=back>{words.messages_back}</ButtonLink>
            </div>
        </Page>
    }
}

/// What is shown after the newest page was loaded again.
fn refreshed(
    shown: &Load<Conversation>,
    answer: Result<MessagePage, ClientError>,
) -> Result<Conversation, ClientError> {
    let newest = answer?;
    Ok(match shown {
        Load::Ready(shown) => {
            let mut shown = shown.clone();
            shown.refresh(newest);
            shown
        }
        Load::Waiting | Load::Failed(_) => Conversation::new(newest),
    })
}

/// The messages, with the button that loads older ones.
#[component]
fn MessageList(
    /// Code of the dossier.
    code: String,
    /// The messages that are loaded.
    load: RwSignal<Load<Conversation>>,
    /// The downloads of the files of messages.
    downloads: Downloads,
) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    let code = StoredValue::new(code);
    let failure = RwSignal::new(None::<ClientError>);
    let busy = RwSignal::new(false);
    let load_older = Callback::new(move |()| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        failure.set(None);
        let code = code.get_value();
        spawn_local(async move {
            let outcome = add_older(api, &code, load).await;
            busy.try_set(false);
            failure.try_set(outcome.err());
        });
    });
    let conversation = move |read: fn(&Conversation) -> bool| {
        load.with(|load| matches!(load, Load::Ready(shown) if read(shown)))
    };
    let is_empty = move || conversation(|shown| shown.messages().is_empty());
    let has_older = move || conversation(Conversation::has_older);
    let oldest_first = move || {
        load.with(|load| match load {
            Load::Ready(shown) => shown.messages().iter().rev().cloned().collect::<Vec<_>>(),
            Load::Waiting | Load::Failed(_) => Vec::new(),
        })
    };
    view! {
        <p hidden=move || !is_empty()>{words.messages_none}</p>
        <div class="actions" hidden=move || !has_older()>
            <Button kind=ButtonKind::Secondary busy=busy on_press=load_older>{words.messages_older}</Button>
        </div>
        <ErrorNotice error=failure on_retry=load_older />
        <ol class="messages">
            // The mark «Mới» stays while the citizen looks at the page, although the page has marked the message as read.
            <For
                each=oldest_first
                key=|message| message.id.clone()
                children=move |message| code.with_value(|code| message_item(code, message, downloads))
            />
        </ol>
    }
}

/// Loads the next older page, and further ones as long as they contain only messages that are shown.
async fn add_older(
    api: Api,
    code: &str,
    load: RwSignal<Load<Conversation>>,
) -> Result<(), ClientError> {
    loop {
        let next = load.try_with_untracked(|load| match load {
            Load::Ready(shown) if shown.has_older() => Some(shown.next_page()),
            _ => None,
        });
        let Some(next) = next.flatten() else {
            return Ok(());
        };
        let number = query::encode_query(&[("page", &next.to_string())]);
        let page = api.get(&GET_MESSAGES, &[code], &number).await?;
        let has_new = load.try_update(|load| match load {
            Load::Ready(shown) => shown.add_older(page),
            Load::Waiting | Load::Failed(_) => true,
        });
        if has_new != Some(false) {
            return Ok(());
        }
    }
}

/// Tells the backend which messages the citizen has seen. If the request fails, they stay new until the page is opened
/// again.
fn mark_read(api: Api, code: &str, page: &MessagePage) {
    if !page.items.iter().any(|message| message.unread) {
        return;
    }
    let Some(last) = page.items.first().map(|message| message.id.clone()) else {
        return;
    };
    let code = code.to_owned();
    spawn_local(async move {
        let body = MessagesRead { last };
        drop(
            api.send(&POST_MESSAGES_READ, &[&code], &body, Vec::new())
                .await,
        );
    });
}
