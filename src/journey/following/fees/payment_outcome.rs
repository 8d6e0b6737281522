//! What became of a payment. The citizen returns from the payment page, or opens the fee later; only the backend knows
//! whether the money has arrived, so it is asked until it knows.

use contract::endpoints::GET_PAYMENT;
use contract::payment::{Payment, PaymentState, RefundReason};
use domain::format::display_money;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::retry;
use crate::browser::window_listener::WindowListener;
use crate::i18n::use_words;
use crate::page::dates::format_time;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::{dynamic, effect};
use crate::ui::{ButtonKind, ButtonLink, MixedText, Notice, NoticeKind};

/// Says what became of the payment `id`.
#[component]
pub fn PaymentOutcome(
    /// Id of the payment.
    id: String,
    /// Whether the citizen has just returned from the payment page. Otherwise, only what they must know is said.
    returned: bool,
    /// Loads the dossier again, because the fee is paid.
    reload: Callback<()>,
    /// Changes whenever something about the dossier may have changed.
    changes: RwSignal<u32>,
) -> impl IntoView {
    let api = use_api();
    let words = use_words().fees();
    let id = StoredValue::new(id);
    let known = RwSignal::new(None::<Payment>);
    // Asks again by itself while the bank is at work or the connection fails, as long as the page is shown.
    let asking = RwSignal::new(false);
    let refusal = RwSignal::new(None::<ClientError>);
    let ask = Callback::new(move |()| {
        if asking.try_get_untracked() != Some(false) {
            return;
        }
        asking.set(true);
        refusal.set(None);
        spawn_local(async move {
            let mut failures = 0;
            loop {
                let Some(id) = id.try_get_value() else { return };
                let answer = api.get(&GET_PAYMENT, &[&id], "").await;
                let again = match &answer {
                    Ok(payment) => payment.state == PaymentState::Confirming,
                    Err(error) => error.is_transient(),
                };
                match answer {
                    Ok(payment) => {
                        let before = known.try_get_untracked().flatten();
                        let is_new = before.is_some_and(|before| before.state != payment.state);
                        let is_paid = payment.state == PaymentState::Paid;
                        known.try_set(Some(payment));
                        if is_new || is_paid {
                            reload.try_run(());
                        }
                    }
                    Err(error) if !again => drop(refusal.try_set(Some(error))),
                    Err(_) => {}
                }
                if !again {
                    break;
                }
                failures += 1;
                retry::wait(failures).await;
            }
            asking.try_set(false);
        });
    });
    ask.run(());
    // Another tab or app may have paid meanwhile.
    let ask_again = move || {
        let is_settled = known
            .try_get_untracked()
            .flatten()
            .is_some_and(|payment| payment.state == PaymentState::Paid);
        if !is_settled {
            ask.try_run(());
        }
    };
    let _listener = StoredValue::new_local(WindowListener::on_return(ask_again));
    let mut is_first = true;
    effect(move || {
        changes.track();
        if !std::mem::take(&mut is_first) {
            ask_again();
        }
    });
    // Who has just paid and reads nothing may pay again.
    let is_refused = Memo::new(move |_| refusal.with(Option::is_some));
    let notice = dynamic(move || match (known.get(), is_refused.get()) {
        (Some(payment), _) => outcome(payment, returned),
        (None, false) if returned => Some(
            view! {
                <Notice kind=NoticeKind::Info announce=true>
                    <p>{words.result_asking}</p>
                </Notice>
            }
            .into_any(),
        ),
        (None, _) => None,
    });
    let shown_refusal = Signal::derive(move || refusal.get().filter(|_| returned));
    view! {
        {notice}
        <ErrorNotice error=shown_refusal on_retry=ask />
    }
}

/// The notice about a payment. `None` if there is nothing that the citizen must know.
fn outcome(payment: Payment, returned: bool) -> Option<AnyView> {
    let words = use_words().fees();
    let (kind, sentence) = match payment.state {
        PaymentState::Open if payment.url.is_some() => (NoticeKind::Info, words.result_open),
        PaymentState::Confirming => (NoticeKind::Warning, words.result_confirming),
        PaymentState::RefundDue => (NoticeKind::Warning, words.result_refund),
        PaymentState::Refunded => (NoticeKind::Info, words.result_refunded),
        PaymentState::Paid if returned => (NoticeKind::Success, words.result_paid),
        PaymentState::Cancelled if returned => (NoticeKind::Info, words.result_cancelled),
        PaymentState::Failed if returned => (NoticeKind::Error, words.result_failed),
        PaymentState::Expired if returned => (NoticeKind::Warning, words.result_expired),
        PaymentState::Other(text) if returned => (NoticeKind::Info, text.as_str()),
        _ => return None,
    };
    let until = (payment.state == PaymentState::Open).then(|| {
        let time = format_time(&payment.expires_at);
        MixedText::verbatim(None, time + ".").render()
    });
    let refund = matches!(
        payment.state,
        PaymentState::RefundDue | PaymentState::Refunded
    );
    let refund = refund.then(|| refund_explanation(&payment));
    let page = payment.url.filter(|_| payment.state == PaymentState::Open);
    let page = page.map(|url| {
        view! {
            <ButtonLink kind=ButtonKind::Secondary href=url>{words.reopen}</ButtonLink>
        }
    });
    let notice = view! {
        <Notice kind=kind announce=true>
            {refund}
            <p>{sentence} {until}</p>
            {page}
        </Notice>
    };
    Some(notice.into_any())
}

/// Which amount has arrived, and why it doesn't pay the fee.
fn refund_explanation(payment: &Payment) -> AnyView {
    let words = use_words().fees();
    let sum = |amount| MixedText::verbatim(None, display_money(amount) + ".").render();
    let received = payment.received.map(|amount| {
        view! { {words.result_received} {sum(amount)} " " }
    });
    let (reason, asked) = match payment.refund_reason {
        Some(RefundReason::PaidTwice) => (words.refund_paid_twice, None),
        Some(RefundReason::FeeCancelled) => (words.refund_fee_cancelled, None),
        Some(RefundReason::OtherAmount) => (words.refund_other_amount, Some(sum(payment.amount))),
        Some(RefundReason::Other(text)) => (text.as_str(), None),
        None => (words.refund_unknown, None),
    };
    view! { <p>{received} {reason} {asked}</p> }.into_any()
}
