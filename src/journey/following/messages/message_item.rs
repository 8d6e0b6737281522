//! One message: who wrote it and when, its text, and its files.

use contract::dossier::{Message, MessageAuthor};
use contract::endpoints::GET_DOSSIER_FILE;
use contract::receipt::ReceivedFile;
use domain::format::display_file_size;
use leptos::prelude::*;

use crate::api::use_api;
use crate::i18n::{official, use_words};
use crate::journey::following::downloads::{Downloads, FileUse};
use crate::page::dates::format_time;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::{Badge, BadgeKind, Button, ButtonKind};

/// Renders a message about the dossier with this code.
pub(super) fn message_item(code: &str, message: Message, downloads: Downloads) -> AnyView {
    let words = use_words().outcomes();
    let is_own = message.author == MessageAuthor::Citizen;
    let author = match message.author {
        MessageAuthor::Citizen => view! { <b>{words.messages_you}</b> }.into_any(),
        MessageAuthor::Office => {
            view! { <b lang=official()>{message.office.unwrap_or_default()}</b> }.into_any()
        }
        MessageAuthor::Other(text) => view! { <b>{text.as_str()}</b> }.into_any(),
    };
    let mark = message
        .unread
        .then(|| view! { <Badge kind=BadgeKind::Warning>{words.messages_new}</Badge> });
    let files = message
        .files
        .into_iter()
        .map(|file| message_file(code, file, downloads))
        .collect_view();
    let lang = match is_own {
        true => None,
        false => official(),
    };
    let class = match is_own {
        true => "message message--own",
        false => "message",
    };
    let (datetime, time) = (message.sent_at.0.clone(), format_time(&message.sent_at));
    view! {
        <li class=class>
            <p class="row">{author} <time class="muted" datetime=datetime>{time}</time> {mark}</p>
            <p class="message__text" lang=lang translate=is_own.then_some("no")>{message.text}</p>
            <ul class="message__files">{files}</ul>
        </li>
    }
    .into_any()
}

/// A file of a message. With a bearer token, a link can't be authenticated, so a button fetches the file and shows it.
fn message_file(code: &str, file: ReceivedFile, downloads: Downloads) -> AnyView {
    let api = use_api();
    let size = display_file_size(file.size);
    let name = file.name.clone();
    if !api.is_cross_origin() {
        let href = api.url(&GET_DOSSIER_FILE, &[code, &file.id]);
        return view! {
            <li><a href=href rel="external" translate="no">{name}</a> " · " {size}</li>
        }
        .into_any();
    }
    let download = downloads.of(file.into());
    view! {
        <li>
            <Button
                kind=ButtonKind::Plain
                busy=download.is_loading()
                on_press=download.on_press(FileUse::View)
            >
                <span translate="no">{name}</span>
            </Button>
            " · "
            {size}
            <p role="status">{dynamic(move || download.progress_text())}</p>
            <ErrorNotice error=download.failure on_retry=download.on_retry() />
        </li>
    }
    .into_any()
}
