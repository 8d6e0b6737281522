//! Begins a payment and leaves for its page. A lost response is harmless: the backend returns the payment that is open.

use contract::ProblemCode;
use contract::endpoints::POST_PAYMENT;
use contract::limits::IDEMPOTENCY_HEADER;
use contract::payment::NewPayment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::{page, random_id};
use crate::i18n::use_words;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::use_feature;
use crate::ui::{Button, Notice, NoticeKind};

/// The section with the button «Thanh toán trực tuyến».
#[component]
pub fn OnlinePayment(
    /// Code of the dossier.
    dossier: String,
    /// Id of the fee.
    fee: String,
    /// Whether a payment is being begun, or its page is being opened.
    busy: RwSignal<bool>,
    /// Why the last try failed.
    failure: RwSignal<Option<ClientError>>,
    /// Loads the dossier again.
    reload: Callback<()>,
) -> impl IntoView {
    let words = use_words().fees();
    let api = use_api();
    let pay = Callback::new(move |()| {
        busy.set(true);
        failure.set(None);
        let fee = fee.clone();
        let new = NewPayment {
            return_to: routes::fee(&dossier, &fee),
        };
        spawn_local(async move {
            let key = random_id::generate();
            let headers = vec![(IDEMPOTENCY_HEADER, key)];
            let begun = api.send(&POST_PAYMENT, &[&fee], &new, headers).await;
            match begun.map(|payment| payment.url) {
                // The button stays busy until the browser has opened the page.
                Ok(Some(url)) => page::leave_for(&url),
                Ok(None) => {
                    busy.try_set(false);
                    reload.try_run(());
                }
                Err(error) => {
                    busy.try_set(false);
                    failure.try_set(Some(error));
                    reload.try_run(());
                }
            }
        });
    });
    let is_offered = use_feature(|features| features.payments);
    view! {
        <section class="section no-print" hidden=move || is_offered.get() != Some(true)>
            <h2>{words.online}</h2>
            <p>{words.online_help}</p>
            <Button busy=busy on_press=pay>{words.pay}</Button>
        </section>
    }
}

/// Says why a payment couldn't be begun.
#[component]
pub fn PaymentFailure(
    /// The error. `None` if there was none.
    failure: RwSignal<Option<ClientError>>,
) -> impl IntoView {
    let words = use_words().fees();
    let code = move || match failure.get() {
        Some(ClientError::Refused(problem)) => Some(problem.code),
        _ => None,
    };
    dynamic(move || {
        let sentence = match code() {
            Some(ProblemCode::FeeClosed) => words.closed,
            Some(ProblemCode::PaymentUnavailable) => words.unavailable,
            _ => return view! { <ErrorNotice error=failure /> }.into_any(),
        };
        view! {
            <Notice kind=NoticeKind::Error announce=true>
                <p>{sentence}</p>
            </Notice>
        }
        .into_any()
    })
}
