//! The page that lists the devices on which the citizen is signed in. Each device has a button that signs it out.
//! A device that was signed out loses access with its next request.

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

/// The page that lists the signed-in devices.
/// Loads `GET /account/devices`. A button sends `DELETE /account/devices/{id}`; then the list is loaded again.
#[component]
pub fn DevicesPage() -> impl IntoView {
    let words = use_words();
    let text = &words.account().devices;
    let api = use_api();
    let Loader { load, reload } = use_load(&GET_DEVICES, Vec::new());
    let error = RwSignal::new(None::<ClientError>);
    let status = RwSignal::new("");
    let sign_out = Callback::new(move |id: String| {
        status.set("");
        error.set(None);
        spawn_local(async move {
            match api.send_empty(&DELETE_DEVICE, &[&id]).await {
                // If the server doesn't know the device any more, the device is already signed out, so this refusal is
                // no error.
                Err(refusal) if !refusal.is_not_found() => {
                    error.try_set(Some(refusal));
                }
                _ => {
                    status.try_set(text.signed_out);
                    reload.try_run(());
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
            <ErrorNotice error=error />
            <p class="muted" role="status">
                {status}
            </p>
            <Loaded load=load on_retry=reload ready=ready />
            <SignOutEverywhere />
            <BackToAccount />
        </Page>
    }
}

/// Renders the card of one device: its name, when it signed in, when it was last used, and the button that signs it
/// out.
fn card(text: &'static DeviceWords, device: Device, sign_out: Callback<String>) -> AnyView {
    // The name of a device is known only if its browser has sent it.
    let name = match device.name.is_empty() {
        true => text.unknown.to_owned(),
        false => device.name,
    };
    let signed_in = text.signed_in_at.to_owned() + &format_time(&device.begun_at);
    let last_used = text.last_used_at.to_owned() + &format_time(&device.last_seen_at);
    // A screen reader reads this text after the button's label. So the citizen can tell the buttons of several devices
    // apart.
    let context = name.clone();
    let action = match device.current {
        // The card of this device has no button. The citizen signs out here with the button in the page's header,
        // because that button warns of unsaved changes.
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
                <div class="card__body">
                    <p>{signed_in}</p>
                    <p>{last_used}</p>
                    {action}
                </div>
            </Card>
        </li>
    }
    .into_any()
}
