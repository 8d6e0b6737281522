//! The actions for the file of a result. «Xem» is an ordinary link, which also works in browsers inside other apps.
//! «Tải về» and «Chia sẻ» fetch the file in parts, so that a large file arrives over a bad connection.

use contract::dossier::ResultFile;
use contract::endpoints::GET_DOSSIER_FILE;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, download_file, use_api};
use crate::browser::share::{MemoryFile, ShareOutcome};
use crate::browser::{export, page};
use crate::i18n::{official, use_words};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::routes;
use crate::ui::{Button, ButtonKind};

/// What to do with the file once it has arrived.
#[derive(Clone, Copy, PartialEq, Eq)]
enum FileUse {
    View,
    Save,
    Share,
}

/// The buttons of one result, and the progress of its download. `name` is the name of the document.
pub(super) fn file_actions(code: String, name: String, file: ResultFile) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    // With a bearer token, a link can't be authenticated, so the file is fetched before it is shown.
    let is_linked = !api.is_cross_origin();
    let href = api.url(&GET_DOSSIER_FILE, &[&code, &file.id]);
    let dossier_link = routes::dossier(&code);
    let (code, file) = (StoredValue::new(code), StoredValue::new(file));
    let fetched = StoredValue::new_local(None::<MemoryFile>);
    let percent = RwSignal::new(None::<u64>);
    let status = RwSignal::new("");
    let failure = RwSignal::new(None::<ClientError>);
    let finish = move |wanted: FileUse, got: MemoryFile| {
        let dossier_link = dossier_link.clone();
        spawn_local(async move {
            let text = match wanted {
                FileUse::View => match got.open() {
                    true => "",
                    false => words.not_saved,
                },
                FileUse::Save => match got.save() {
                    true => words.saved,
                    false => words.not_saved,
                },
                FileUse::Share => match share_or_copy(&got, &dossier_link).await {
                    SharedThing::Nothing => words.not_shared,
                    SharedThing::CopiedLink => words.link_copied,
                    SharedThing::PressAgain => words.share_again,
                    SharedThing::Done => "",
                },
            };
            status.try_set(text);
        });
    };
    let act = move |wanted: FileUse| {
        if percent.with_untracked(Option::is_some) {
            return;
        }
        status.set("");
        failure.set(None);
        if let Some(got) = fetched.get_value() {
            finish(wanted, got);
            return;
        }
        percent.set(Some(0));
        let finish = finish.clone();
        spawn_local(async move {
            let (code, file) = (code.get_value(), file.get_value());
            let size = file.size.max(1);
            let progress = move |received: u64| {
                percent.try_set(Some(received.saturating_mul(100) / size));
            };
            let bytes = download_file(api, &code, &file.id, file.size, progress).await;
            // The page may be closed by now.
            if percent.try_set(None).is_some() {
                return;
            }
            match bytes {
                Ok(bytes) => match MemoryFile::new(&bytes, &file.name, &file.media_type) {
                    Some(got) => {
                        fetched.set_value(Some(got.clone()));
                        finish(wanted, got);
                    }
                    None => status.set(words.not_saved),
                },
                Err(error) => failure.set(Some(error)),
            }
        });
    };
    let act = StoredValue::new_local(act);
    let press = move |wanted: FileUse| Callback::new(move |()| act.with_value(|act| act(wanted)));
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
            <Button on_press=press(FileUse::View)>{words.view} {of_document()}</Button>
        }
        .into_any(),
    };
    let is_loading = Signal::derive(move || percent.with(Option::is_some));
    let progress_text = dynamic(move || match percent.get() {
        Some(percent) => [words.loading, &percent.to_string(), " %"].concat(),
        None => status.get().to_owned(),
    });
    view! {
        <div class="actions">
            {view_link}
            <Button kind=ButtonKind::Secondary busy=is_loading on_press=press(FileUse::Save)>
                {words.download} {of_document()}
            </Button>
            <Button kind=ButtonKind::Secondary busy=is_loading on_press=press(FileUse::Share)>
                {words.share} {of_document()}
            </Button>
        </div>
        <p class="result__progress" role="status">{progress_text}</p>
        <ErrorNotice error=failure on_retry=press(FileUse::Save) />
    }
}

/// What was shared in the end.
enum SharedThing {
    Done,
    PressAgain,
    CopiedLink,
    Nothing,
}

/// Shares the file, or else the link to the dossier, or else copies the link.
async fn share_or_copy(file: &MemoryFile, dossier_link: &str) -> SharedThing {
    if file.can_be_shared() {
        match file.share().await {
            ShareOutcome::Done => return SharedThing::Done,
            ShareOutcome::PressAgain => return SharedThing::PressAgain,
            ShareOutcome::Unsupported => {}
        }
    }
    let link = page::absolute_url(dossier_link);
    match export::copy(&link).await {
        true => SharedThing::CopiedLink,
        false => SharedThing::Nothing,
    }
}
