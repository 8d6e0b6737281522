//! The e-mail address on the page of the channels: links to add or change it, and the button that removes it after a
//! question.

use contract::endpoints::DELETE_EMAIL;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::i18n::notice_settings::ChannelWords;
use crate::routes;
use crate::session::use_session;
use crate::ui::{Button, ButtonKind, ButtonLink, Dialog};

/// Renders the section. `address` is the masked address, if the account has one.
pub(super) fn email_section(
    text: &'static ChannelWords,
    address: Option<String>,
    status: RwSignal<&'static str>,
    error: RwSignal<Option<ClientError>>,
    reload: Callback<()>,
) -> AnyView {
    let (api, session) = (use_api(), use_session());
    let (open, busy) = (RwSignal::new(false), RwSignal::new(false));
    let remove = Callback::new(move |()| {
        busy.set(true);
        error.set(None);
        spawn_local(async move {
            let outcome = api.send_empty(&DELETE_EMAIL, &[]).await;
            busy.try_set(false);
            open.try_set(false);
            match outcome {
                Ok(()) => {
                    status.try_set(text.removed);
                    // If it fails, the address disappears with the next response about the session.
                    drop(session.refresh().await);
                    reload.try_run(());
                }
                Err(refusal) => {
                    error.try_set(Some(refusal));
                }
            }
        });
    });
    let ask = Callback::new(move |()| open.set(true));
    let actions = match address {
        Some(_) => view! {
            <ButtonLink kind=ButtonKind::Secondary href=routes::change_email()>
                {text.change_address}
            </ButtonLink>
            <Button kind=ButtonKind::Plain on_press=ask>{text.remove_address}</Button>
        }
        .into_any(),
        None => view! {
            <ButtonLink kind=ButtonKind::Secondary href=routes::change_email()>
                {text.add_address}
            </ButtonLink>
        }
        .into_any(),
    };
    view! {
        <section class="section">
            <h2>{text.address}</h2>
            <p>
                {match address {
                    Some(address) => {
                        view! { <strong translate="no">{address}</strong> }.into_any()
                    }
                    None => text.no_email.into_any(),
                }}
            </p>
            <div class="actions">{actions}</div>
            <Dialog
                id="remove-email"
                open=open
                title=text.remove_question
                close_label=text.keep_address
            >
                <p>{text.remove_help}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Danger busy=busy on_press=remove>
                        {text.remove_address}
                    </Button>
                </div>
            </Dialog>
        </section>
    }
    .into_any()
}
