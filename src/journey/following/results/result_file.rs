//! The actions for the file of a result. «Xem» is an ordinary link, which also works in browsers inside other apps.
//! «Tải về» and «Chia sẻ» fetch the file in parts, so that a large file arrives over a bad connection.

use contract::dossier::ResultFile;
use contract::endpoints::GET_DOSSIER_FILE;
use leptos::prelude::*;

use crate::api::use_api;
use crate::i18n::{official, use_words};
use crate::journey::following::downloads::{Downloads, FileUse};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::ui::{Button, ButtonKind};

/// The buttons of one result, and the progress of its download. `name` is the name of the document.
pub(super) fn file_actions(
    code: &str,
    name: String,
    file: ResultFile,
    downloads: Downloads,
) -> impl IntoView + use<> {
    let words = use_words().outcomes();
    let api = use_api();
    // With a bearer token, a link can't be authenticated, so the file is fetched before it is shown.
    let is_linked = !api.is_cross_origin();
    let href = api.url(&GET_DOSSIER_FILE, &[code, &file.id]);
    let download = downloads.of(file.into());
    let context = StoredValue::new(name);
    let of_document = move || {
        view! { <span class="visually-hidden" lang=official()>" " {context.get_value()}</span> }
    };
    let view_link = match is_linked {
        true => view! {
            <a class="button button--primary" href=href rel="external">{words.view} {of_document()}</a>
        }
        .into_any(),
        false => view! {
            <Button on_press=download.on_press(FileUse::View)>{words.view} {of_document()}</Button>
        }
        .into_any(),
    };
    let is_loading = download.is_loading();
    view! {
        <div class="actions">
            {view_link}
            <Button kind=ButtonKind::Secondary busy=is_loading on_press=download.on_press(FileUse::Save)>
                {words.download} {of_document()}
            </Button>
            <Button kind=ButtonKind::Secondary busy=is_loading on_press=download.on_press(FileUse::Share)>
                {words.share} {of_document()}
            </Button>
        </div>
        <p class="result__progress" role="status">{dynamic(move || download.progress_text())}</p>
        <ErrorNotice error=download.failure on_retry=download.on_retry() />
    }
}
