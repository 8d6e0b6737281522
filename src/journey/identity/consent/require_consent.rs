//! Consent that an account lacks, asked for before its first filing: an account made by an identity provider was never
//! asked, and a wording may have changed since. Who lacks nothing sees nothing of it. Where the backend refuses for want of
//! one after all, the page gives way to it and is drawn anew after it.

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
use crate::session::portal_features::use_portal;
use crate::ui::page::Page;
use crate::ui::{Button, ErrorSummary, Skeleton};

/// Asks for consent in place of a page; in the context of each that [`ConsentFirst`] stands around.
#[derive(Clone, Copy)]
struct Ask(Callback<()>);

/// Gives what asks for consent in place of the page, if that is what the backend refuses for; call the hook while drawing.
pub(crate) fn use_ask_if_needed() -> impl Fn(&ClientError) + Copy {
    let ask = use_context::<Ask>();
    move |error: &ClientError| match (ask, error) {
        (Some(Ask(ask)), ClientError::Refused(problem))
            if problem.code == ProblemCode::ConsentNeeded =>
        {
            // Whoever has gone elsewhere meanwhile is asked there, if at all.
            let _ = ask.try_run(());
        }
        _ => {}
    }
}

/// Draws `page` once the account has every consent that is required.
#[component]
pub fn ConsentFirst(
    /// The page.
    page: Callback<(), AnyView>,
    /// Draws it at once, and asks only when the backend refuses what the page does.
    #[prop(optional)]
    once_refused: bool,
) -> impl IntoView {
    let words = use_words();
    let api = use_api();
    let purposes = use_purposes();
    let portal = use_portal();
    let first = RwSignal::new(!once_refused);
    let required = Memo::new(move |_| {
        let purposes = purposes.get()?;
        Some(purposes.iter().any(|purpose| purpose.required))
    });
    let Loader { load, reload: ask } = use_deferred_load(&GET_CONSENTS, Vec::new());
    Effect::new(move |_| {
        if !once_refused && required.get() == Some(true) {
            ask.run(());
        }
    });
    provide_context(Ask(Callback::new(move |()| {
        spawn_local(async move {
            // What was read when the app began may be of an earlier wording.
            if let Ok(now) = api.get(&GET_PORTAL, &[], "").await {
                portal.try_set(Load::Ready(now));
            }
            let Some(asked_first) = first.try_get_untracked() else {
                return;
            };
            if !asked_first {
                first.set(true);
            }
            ask.run(());
        });
    })));
    let ready = move |kept: Vec<Consent>| {
        let purposes = purposes.get_untracked().unwrap_or_default();
        let lacking = consent_boxes::lacking(&purposes, &kept);
        match lacking.is_empty() {
            true => page.run(()),
            false => view! { <Asked lacking=lacking load=load /> }.into_any(),
        }
    };
    move || {
        // Nothing else may draw a page anew that is only asked in once it is refused.
        if !first.get() {
            return page.run(());
        }
        match required.get() {
            None => view! { <Skeleton lines=4 label=words.errors().loading /> }.into_any(),
            Some(true) => view! { <Loaded load=load on_retry=ask ready=ready /> }.into_any(),
            Some(false) => page.run(()),
        }
    }
}

/// The page that asks.
#[component]
fn Asked(lacking: Vec<ConsentPurpose>, load: RwSignal<Load<Vec<Consent>>>) -> impl IntoView {
    let words = use_words();
    let text = words.consents();
    let api = use_api();
    let form = FormSubmission::new();
    let ticked = RwSignal::new(Vec::<GivenConsent>::new());
    let asked = StoredValue::new(lacking.clone());
    let give = Callback::new(move |()| {
        let wrong = asked.with_value(|asked| {
            ticked.with_untracked(|all| consent_boxes::unticked(text, asked, all))
        });
        if !form.start(wrong) {
            return;
        }
        let given = ticked.get_untracked();
        spawn_local(async move {
            let mut kept = Ok(Vec::new());
            for consent in given {
                let change = ConsentChange {
                    purpose: consent.purpose,
                    version: consent.version,
                    given: true,
                };
                kept = api.send(&POST_CONSENT, &[], &change, Vec::new()).await;
                if kept.is_err() {
                    break;
                }
            }
            settle(form, load, kept);
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        give.run(());
    };
    view! {
        <Page title=text.first_title prefix=form.title_prefix()>
            <p class="lede">{text.first_intro}</p>
            <ErrorSummary title=words.errors().summary problems=form.summary />
            <form on:submit=submit novalidate>
                <ConsentBoxes form=form purposes=lacking ticked=ticked />
                <ErrorNotice error=form.request_error() on_retry=give />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.first_submit}</Button>
                </div>
            </form>
        </Page>
    }
}

fn settle(
    form: FormSubmission,
    load: RwSignal<Load<Vec<Consent>>>,
    kept: Result<Vec<Consent>, ClientError>,
) {
    match kept {
        Ok(kept) => {
            form.clear();
            load.try_set(Load::Ready(kept));
        }
        Err(error) => form.failed(error),
    }
}
