//! The page with the messages about a dossier: the newest at the end, above the form of a new one. Opening the page marks
//! the messages that it shows as read.

use contract::dossier::{Message, MessagePage, MessagesRead};
use contract::endpoints::{GET_MESSAGES, POST_MESSAGES_READ};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::message_form::message_form;
use super::message_item::message_item;
use crate::api::{ClientError, Load, use_api};
use crate::browser::query;
use crate::browser::window_listener::WindowListener;
use crate::i18n::use_words;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::reactive::dynamic;
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
    let load = RwSignal::new(Load::Waiting);
    let reload = Callback::new(move |()| {
        spawn_local(async move {
            let code = code.get_value();
            let answer = api.get(&GET_MESSAGES, &[&code], "").await;
            let keep = load.try_with_untracked(|load| match (load, &answer) {
                (Load::Ready(shown), Ok(page)) => shown == page,
                // Messages that were loaded before help more than an error message.
                (Load::Ready(_), Err(error)) => error.is_transient(),
                _ => false,
            });
            if keep == Some(false) {
                load.try_set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        });
    });
    reload.run(());
    let _listener = StoredValue::new_local(WindowListener::on_return(move || {
        reload.try_run(());
    }));
    let back = routes::dossier(&code.get_value());
    let on_sent = Callback::new(move |_: Message| reload.run(()));
    let with_files = routes::reply(&code.get_value(), "message", None);
    let form = message_form(code.get_value(), on_sent);
    let ready = move |page: MessagePage| {
        view! { <Conversation code=code.get_value() first=page /> }.into_any()
    };
    view! {
        <Page title=words.messages_title>
            <p class="muted" translate="no">{code.get_value()}</p>
            <Loaded load=load on_retry=reload ready=ready />
            {form}
            <div class="actions">
                <ButtonLink kind=ButtonKind::Secondary href=with_files>{words.messages_with_files}</ButtonLink>
                <ButtonLink kind=ButtonKind::Plain href=back>{words.messages_back}</ButtonLink>
            </div>
        </Page>
    }
}

/// The messages of the first page, and the older ones that the citizen asks for.
#[component]
fn Conversation(
    /// Code of the dossier.
    code: String,
    /// The newest messages.
    first: MessagePage,
) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    mark_read(&code, &first);
    let pages = first.pages;
    let newest = first.items;
    let is_empty = newest.is_empty();
    let code = StoredValue::new(code);
    let older = RwSignal::new(Vec::<Message>::new());
    let loaded_pages = RwSignal::new(1_u32);
    let failure = RwSignal::new(None::<ClientError>);
    let busy = RwSignal::new(false);
    let load_older = Callback::new(move |()| {
        busy.set(true);
        failure.set(None);
        let page = loaded_pages.get_untracked() + 1;
        spawn_local(async move {
            let number = query::encode_query(&[("page", &page.to_string())]);
            let code = code.get_value();
            let answer = api.get(&GET_MESSAGES, &[&code], &number).await;
            busy.try_set(false);
            match answer {
                Ok(answer) => {
                    older.try_update(|older| older.extend(answer.items));
                    loaded_pages.try_set(page);
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
    let has_more = move || loaded_pages.get() < pages;
    view! {
        <p hidden=!is_empty>{words.messages_none}</p>
        <div class="actions" hidden=move || !has_more()>
            <Button kind=ButtonKind::Secondary busy=busy on_press=load_older>{words.messages_older}</Button>
        </div>
        <ErrorNotice error=failure on_retry=load_older />
        <ol class="messages">
            {dynamic(move || draw(older.get()))}
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
