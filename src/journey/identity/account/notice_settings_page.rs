//! The page that chooses on which channels notices are sent, and shows the e-mail address. Each choice is saved at once.

use contract::endpoints::{GET_NOTICE_SETTINGS, PATCH_NOTICE_SETTINGS};
use contract::notice::{ChannelSetting, NoticeChannel, NoticeSettings, NoticeSettingsChange};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_summary::BackToAccount;
use super::email_section::email_section;
use crate::api::{ClientError, Load, use_api};
use crate::i18n::notice_settings::ChannelWords;
use crate::i18n::use_words;
use crate::journey::identity::last_outcome::LastOutcome;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::use_load::{Loader, use_load};
use crate::routes;
use crate::ui::page::Page;
use crate::ui::{Checkbox, Notice, NoticeKind};

/// The page that chooses the channels.
#[component]
pub fn NoticeSettingsPage() -> impl IntoView {
    let text = use_words().notice_settings();
    let Loader { load, reload } = use_load(&GET_NOTICE_SETTINGS, Vec::new());
    let (error, status) = (RwSignal::new(None::<ClientError>), RwSignal::new(""));
    let changed = (LastOutcome::take() == Some(LastOutcome::EmailChanged)).then(|| {
        view! {
            <Notice kind=NoticeKind::Success announce=true>
                <p>{text.changed}</p>
            </Notice>
        }
    });
    let ready = move |settings: NoticeSettings| {
        let has_email = settings
            .channels
            .iter()
            .find(|setting| setting.channel == NoticeChannel::Email);
        let email = has_email
            .map(|setting| email_section(text, setting.sent_to.clone(), status, error, reload));
        let needs_consent = settings
            .channels
            .iter()
            .any(|setting| setting.needs_consent);
        let consent = needs_consent.then(|| {
            view! {
                <Notice kind=NoticeKind::Warning>
                    <p>{text.needs_consent}</p>
                    <p><a href=routes::consents()>{text.consents}</a></p>
                </Notice>
            }
        });
        let boxes: Vec<AnyView> = settings
            .channels
            .into_iter()
            .map(|setting| channel_box(text, setting, load, status, error))
            .collect();
        view! {
            <div class="stack">
                {consent}
                <div>{boxes}</div>
                {email}
            </div>
        }
        .into_any()
    };
    view! {
        <Page title=text.title>
            {changed}
            <p class="lede">{text.intro}</p>
            <ErrorNotice error=error />
            <p class="muted" role="status">{status}</p>
            <Loaded load=load on_retry=reload ready=ready />
            <BackToAccount />
        </Page>
    }
}

/// Renders the checkbox of a channel. A choice that couldn't be saved is taken back. A channel can't be chosen if the app
/// doesn't know it, or the account has no address for it. Below the channels, the page says that an e-mail address is
/// missing.
fn channel_box(
    text: &'static ChannelWords,
    setting: ChannelSetting,
    load: RwSignal<Load<NoticeSettings>>,
    status: RwSignal<&'static str>,
    error: RwSignal<Option<ClientError>>,
) -> AnyView {
    let api = use_api();
    let checked = RwSignal::new(setting.on);
    let channel = setting.channel;
    let name = text.channel(channel);
    let label = match (&setting.sent_to, channel) {
        (Some(sent_to), _) => [name, ": ", sent_to].concat(),
        (None, NoticeChannel::Email) => return ().into_any(),
        (None, NoticeChannel::Other(_)) => name.to_owned(),
        (None, NoticeChannel::Sms | NoticeChannel::Zalo) => [name, ": ", text.no_phone].concat(),
    };
    if setting.sent_to.is_none() || change_of(channel, setting.on).is_none() {
        return view! { <p class="field">{label}</p> }.into_any();
    }
    let save = Callback::new(move |()| {
        status.set("");
        error.set(None);
        let on = checked.get_untracked();
        let Some(change) = change_of(channel, on) else {
            return;
        };
        spawn_local(async move {
            let saved = api.send(&PATCH_NOTICE_SETTINGS, &[], &change, Vec::new());
            match saved.await {
                Ok(settings) => {
                    status.try_set(text.saved);
                    // The boxes already show the choice, so they aren't rendered again, and keep the focus.
                    load.try_update_untracked(|load| *load = Load::Ready(settings));
                }
                Err(refusal) => {
                    checked.try_set(!on);
                    error.try_set(Some(refusal));
                }
            }
        });
    });
    let id = ["channel-", channel.key()].concat();
    view! {
        <Checkbox id=id label=label checked=checked on_change=save />
    }
    .into_any()
}

/// The change of one channel. `None` for a channel that the app doesn't know, which can't be changed.
fn change_of(channel: NoticeChannel, on: bool) -> Option<NoticeSettingsChange> {
    let mut change = NoticeSettingsChange::default();
    match channel {
        NoticeChannel::Sms => change.sms = Some(on),
        NoticeChannel::Email => change.email = Some(on),
        NoticeChannel::Zalo => change.zalo = Some(on),
        NoticeChannel::Other(_) => return None,
    }
    Some(change)
}

#[cfg(test)]
mod tests {
    use super::*;
    use contract::open_enum::UnknownText;

    #[test]
    fn a_channel_of_newer_software_is_never_changed() {
        let email = change_of(NoticeChannel::Email, false);
        assert_eq!(email.and_then(|change| change.email), Some(false));
        let unknown = NoticeChannel::Other(UnknownText::new("pigeon"));
        assert_eq!(change_of(unknown, true), None);
    }
}
