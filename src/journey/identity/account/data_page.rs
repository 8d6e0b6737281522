//! The page «Dữ liệu của tôi». It shows all personal data of the account. The citizen can read it, print it, or save it
//! as a file.

use contract::account_data::AccountData;
use contract::endpoints::GET_ACCOUNT_DATA;
use leptos::prelude::*;

use super::account_summary::BackToAccount;
use super::data_sections::{
    account_section, consents_section, devices_section, dossiers_section, drafts_section,
};
use crate::browser::export;
use crate::i18n::use_words;
use crate::page::dates::format_time;
use crate::page::load_errors::Loaded;
use crate::page::print_button::PrintButton;
use crate::page::use_load::{Loader, use_load};
use crate::reactive::dynamic;
use crate::ui::page::Page;
use crate::ui::{Button, Checkbox};

/// The page «Dữ liệu của tôi».
/// Loads `GET /account/data`. The browser makes the file from the loaded data, so no second request is needed.
#[component]
pub fn DataPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().data;
    let Loader { load, reload } = use_load(&GET_ACCOUNT_DATA, Vec::new());
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            <Loaded load=load on_retry=reload ready=content />
            <BackToAccount />
        </Page>
    }
}

/// The content of the page, once the data is loaded. When the citizen changes the checkbox that shows masked data in
/// full, only the sections are rendered again, so the focus stays where it is.
fn content(data: AccountData) -> AnyView {
    let words = use_words();
    let text = &words.account().data;
    let is_in_full = RwSignal::new(false);
    let sections_data = data.clone();
    let sections = dynamic(move || {
        let in_full = is_in_full.get();
        let sections_data = sections_data.clone();
        view! {
            {account_section(words, &sections_data, in_full)}
            {dossiers_section(words, sections_data.dossiers, in_full)}
            {drafts_section(words, sections_data.drafts, in_full)}
            {consents_section(words, sections_data.consents)}
            {devices_section(words, sections_data.devices)}
        }
    });
    view! {
        <p class="muted">{text.made_at.to_owned() + &format_time(&data.made_at)}</p>
        <DataExport data=data.clone() is_in_full=is_in_full />
        {sections}
    }
    .into_any()
}

/// The buttons «Tải về (JSON)» and «In», and the checkbox that shows masked data in full. The saved file always
/// contains all data in full. The printed page contains what the screen shows.
#[component]
fn DataExport(data: AccountData, is_in_full: RwSignal<bool>) -> impl IntoView {
    let text = &use_words().account().data;
    let status = RwSignal::new("");
    let save = Callback::new(move |()| {
        let file = serde_json::to_string_pretty(&data);
        // `false` if the browser refuses to save the file, for example the browser inside another app.
        let saved = file.is_ok_and(|file| export::save_text(&file, text.file_name));
        status.set(if saved { text.saved } else { text.not_saved });
    });
    view! {
        <Checkbox id="in-full" label=text.in_full hint=text.in_full_hint checked=is_in_full />
        <div class="actions">
            <Button on_press=save>{text.save}</Button>
            <PrintButton label=text.print />
        </div>
        <p class="muted" role="status">
            {status}
        </p>
    }
}
