//! Asks for missing consents before the citizen files a dossier. Consents may be missing for two reasons: an account
//! that was created through an identity provider was never asked, and a wording may have changed since the citizen
//! consented.
//! If the backend refuses a request of the page because a consent is missing, the consent form replaces the page. After
//! the citizen has consented, the page is rendered again.

use contract::ProblemCode;
use contract::consent::{Consent, ConsentChange, ConsentPurpose, GivenConsent};
use contract::endpoints::{GET_CONSENTS, GET_PORTAL, POST_CONSENT};
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::consent_boxes::{self, ConsentBoxes, use_purposes};
use crate::api::{ClientError, Load, use_api};
use crate::i18n::use_words;
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::{ErrorNotice, Loaded};
use crate::page::use_load::{Loader, use_deferred_load};
use crate::reactive::{dynamic, effect};
use crate::session::portal_features::use_portal;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, Skeleton};

/// A callback that replaces the page with the consent form. [`RequireConsent`] provides it as a context for its page.
#[derive(Clone, Copy)]
struct ConsentRequest(Callback<()>);

/// Returns a function that takes the error of a request. If the error means that a consent is missing, the function
/// replaces the page with the consent form. Call the hook while the component is created.
pub(crate) fn use_consent_request() -> impl Fn(&ClientError) + Copy {
    let ask = use_context::<ConsentRequest>();
    move |error: &ClientError| match (ask, error) {
        (Some(ConsentRequest(ask)), ClientError::Refused(problem))
            if problem.code == ProblemCode::ConsentNeeded =>
        {
            // Does nothing if the citizen has left the page in the meantime.
            let _ = ask.try_run(());
        }
        _ => {}
    }
}

/// Renders `page` once the account has all required consents.
#[component]
pub fn RequireConsent(
    /// Renders the page.
    page: Callback<(), AnyView>,
    /// If `true`, renders the page at once, and asks for consent only after the backend has refused a request of the
    /// page.
    #[prop(optional)]
    once_refused: bool,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let purposes = use_purposes();
    let portal = use_portal();
    let asks_first = RwSignal::new(!once_refused);
    let has_required = Memo::new(move |_| {
        let purposes = purposes.get()?;
        Some(purposes.iter().any(|purpose| purpose.required))
    });
    let Loader { load, reload: ask } = use_deferred_load(&GET_CONSENTS, Vec::new());
    effect(move || {
        if !once_refused && has_required.get() == Some(true) {
            ask.run(());
        }
    });
    provide_context(ConsentRequest(Callback::new(move |()| {
        spawn_local(async move {
            // The portal's description was loaded when the app started. A wording may have changed since then, so load
            // it again.
            if let Ok(now) = api.get(&GET_PORTAL, &[], "").await {
                portal.try_set(Load::Ready(now));
            }
            let Some(asked_before) = asks_first.try_get_untracked() else {
                return;
            };
            if !asked_before {
                asks_first.set(true);
            }
            ask.run(());
        });
    })));
    let ready = move |consents: Vec<Consent>| {
        let purposes = purposes.get_untracked().unwrap_or_default();
        let missing = consent_boxes::missing_purposes(&purposes, &consents);
        match missing.is_empty() {
            true => page.run(()),
            false => view! { <ConsentPage missing=missing load=load /> }.into_any(),
        }
    };
    dynamic(move || {
        // Until the backend refuses a request, only `asks_first` may cause the page to be rendered again, because
        // rendering it again would lose typed texts. So read no other signal before this return.
        if !asks_first.get() {
            return page.run(());
        }
        match has_required.get() {
            None => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
            Some(true) => view! { <Loaded load=load on_retry=ask ready=ready /> }.into_any(),
            Some(false) => page.run(()),
        }
    })
}

/// The page with the consent form.
/// Sends one `POST /account/consents` for each checked purpose, and stops at the first failure. The citizen can then
/// send the remaining consents again.
#[component]
fn ConsentPage(missing: Vec<ConsentPurpose>, load: RwSignal<Load<Vec<Consent>>>) -> impl IntoView {
    let words = use_words();
    let text = words.consents();
    let api = use_api();
    let form = FormSubmission::new();
    let checked = RwSignal::new(Vec::<GivenConsent>::new());
    let stored_missing = StoredValue::new(missing.clone());
    let give = Callback::new(move |()| {
        let errors = stored_missing.with_value(|missing| {
            checked
                .with_untracked(|checked| consent_boxes::validate_consents(text, missing, checked))
        });
        if !form.start(errors) {
            return;
        }
        let consents = checked.get_untracked();
        spawn_local(async move {
            let mut outcome = Ok(Vec::new());
            for consent in consents {
                let change = ConsentChange {
                    purpose: consent.purpose,
                    version: consent.version,
                    given: true,
                };
                outcome = api.send(&POST_CONSENT, &[], &change, Vec::new()).await;
                // The server has saved the consents that were sent before the failed request.
                if outcome.is_err() {
                    break;
                }
            }
            show_outcome(form, load, outcome);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        give.run(());
    };
    view! {
        <Page title=text.first_title prefix=form.title_prefix()>
            <p class="lede">{text.first_intro}</p>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <form on:submit=submit novalidate>
                <ConsentBoxes form=form purposes=missing checked=checked />
                <ErrorNotice error=form.request_error() on_retry=give />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.first_submit}</Button>
                </div>
            </form>
        </Page>
    }
}

/// Shows the page if all consents were saved. Otherwise shows the error. Consents that were saved before the error stay
/// saved; it does no harm to send them again.
fn show_outcome(
    form: FormSubmission,
    load: RwSignal<Load<Vec<Consent>>>,
    outcome: Result<Vec<Consent>, ClientError>,
) {
    match outcome {
        Ok(consents) => {
            form.clear();
            load.try_set(Load::Ready(consents));
        }
        Err(error) => form.failed(error),
    }
}
