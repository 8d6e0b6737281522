//! Devices that are signed in, each with the way to sign it out.

use contract::endpoints::{DELETE_DEVICE, GET_DEVICES};
use contract::session::Device;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use super::sign_out_everywhere::SignOutEverywhere;
use crate::api::{ClientError, use_api};
use crate::i18n::account::DeviceWords;
use crate::i18n::use_words;
use crate::page::dates::format_time;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::use_load::{Loader, use_load};
use crate::ui::page::Page;
use crate::ui::{Badge, BadgeKind, Button, ButtonKind, Card};

/// The page.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().devices;
    let api = use_api();
    let Loader { load, reload: ask } = use_load(&GET_DEVICES, Vec::new());
    let trouble = RwSignal::new(None::<ClientError>);
    let said = RwSignal::new("");
    let sign_out = Callback::new(move |id: String| {
        said.set("");
        trouble.set(None);
        spawn_local(async move {
            match api.send_empty(&DELETE_DEVICE, &[&id]).await {
                // One that is gone already is signed out.
                Err(error) if !error.is_not_found() => {
                    trouble.try_set(Some(error));
                }
                _ => {
                    said.try_set(text.signed_out);
                    ask.try_run(());
                }
            }
        });
    });
    let ready = move |devices: Vec<Device>| {
        let cards: Vec<AnyView> = devices
            .into_iter()
            .map(|device| card(text, device, sign_out))
            .collect();
        view! { <ul class="cards">{cards}</ul> }.into_any()
    };
    view! {
        <Page title=text.title>
            <p class="lede">{text.intro}</p>
            <ErrorNotice error=trouble />
            <p class="quiet" role="status">
                {said}
            </p>
            <Loaded load=load on_retry=ask ready=ready />
            <SignOutEverywhere />
            <BackToAccount />
        </Page>
    }
}

fn card(text: &'static DeviceWords, device: Device, sign_out: Callback<String>) -> AnyView {
    let name = match device.name.is_empty() {
        true => text.unknown.to_owned(),
        false => device.name,
    };
    let begun = text.signed_in_at.to_owned() + &format_time(&device.begun_at);
    let seen = text.last_used_at.to_owned() + &format_time(&device.last_seen_at);
    let context = name.clone();
    let way = match device.current {
        // This one signs out by the button in the header, which asks about what isn't saved.
        true => view! { <p><Badge kind=BadgeKind::Accent>{text.current}</Badge></p> }.into_any(),
        false => view! {
            <div class="row">
                <Button
                    kind=ButtonKind::Secondary
                    on_press=Callback::new(move |()| sign_out.run(device.id.clone()))
                >
                    {text.sign_out}
                    <span class="visually-hidden">" " {context}</span>
                </Button>
            </div>
        }
        .into_any(),
    };
    view! {
        <li>
            <Card>
                <h2 class="card__title" translate="no">{name}</h2>
                <div class="card__rest">
                    <p>{begun}</p>
                    <p>{seen}</p>
                    {way}
                </div>
            </Card>
        </li>
    }
    .into_any()
}
