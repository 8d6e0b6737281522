//! «Dữ liệu của tôi»: everything the account holds, to read, to print and to take along as a file.

use contract::account_data::AccountData;
use contract::endpoints::GET_ACCOUNT_DATA;
use leptos::prelude::*;

use super::account_summary::BackToAccount;
use super::data_sections::{account_part, consents_part, devices_part, dossiers_part, drafts_part};
use crate::browser::export;
use crate::i18n::use_words;
use crate::page::dates::format_time;
use crate::page::load_errors::Loaded;
use crate::page::use_load::{Loader, use_load};
use crate::ui::page::Page;
use crate::ui::{Button, ButtonKind, Checkbox};

/// The page.
#[component]
pub fn DataPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().data;
    let Loader { load, reload: ask } = use_load(&GET_ACCOUNT_DATA, Vec::new());
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            <Loaded load=load on_retry=ask ready=drawn />
            <BackToAccount />
        </Page>
    }
}

fn drawn(data: AccountData) -> AnyView {
    let words = use_words();
    let text = &words.account().data;
    let in_full = RwSignal::new(false);
    let held = data.clone();
    let parts = move || {
        let in_full = in_full.get();
        let held = held.clone();
        view! {
            {account_part(words, &held, in_full)}
            {dossiers_part(words, held.dossiers, in_full)}
            {drafts_part(words, held.drafts, in_full)}
            {consents_part(words, held.consents)}
            {devices_part(words, held.devices)}
        }
    };
    view! {
        <p class="quiet">{text.made_at.to_owned() + &format_time(&data.made_at)}</p>
        <TakeAlong data=data.clone() in_full=in_full />
        {parts}
    }
    .into_any()
}

/// «Tải về (JSON)», and «In» of what shows, in full or not.
#[component]
fn TakeAlong(data: AccountData, in_full: RwSignal<bool>) -> impl IntoView {
    let text = &use_words().account().data;
    let said = RwSignal::new("");
    let save = Callback::new(move |()| {
        let file = serde_json::to_string_pretty(&data);
        let saved = file.is_ok_and(|file| export::save_text(&file, text.file_name));
        said.set(if saved { text.saved } else { text.not_saved });
    });
    view! {
        <Checkbox id="in-full" label=text.in_full hint=text.in_full_hint checked=in_full />
        <div class="actions">
            <Button on_press=save>{text.save}</Button>
            <Button kind=ButtonKind::Secondary on_press=Callback::new(|()| export::print())>
                {text.print}
            </Button>
        </div>
        <p class="quiet" role="status">
            {said}
        </p>
    }
}
