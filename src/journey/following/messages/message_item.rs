//! One message: who wrote it and when, its text, and its files.

use contract::dossier::{Message, MessageAuthor};
use contract::endpoints::GET_DOSSIER_FILE;
use domain::format::display_file_size;
use leptos::prelude::*;

use crate::api::use_api;
use crate::i18n::{official, use_words};
use crate::page::dates::format_time;
use crate::ui::{Badge, BadgeKind};

/// Renders a message about the dossier with this code.
pub(super) fn message_item(code: &str, message: Message) -> AnyView {
    let words = use_words().outcomes();
    let api = use_api();
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
        .map(|file| {
            let href = api.url(&GET_DOSSIER_FILE, &[code, &file.id]);
            let size = display_file_size(file.size);
            view! {
                <li><a href=href rel="external" translate="no">{file.name}</a> " · " {size}</li>
            }
        })
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
