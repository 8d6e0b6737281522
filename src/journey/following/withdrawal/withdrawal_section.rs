//! Withdraws a dossier: a button, and a dialog that states the consequences and asks for the reason. What the citizen has
//! typed is kept until the office has the request.

use contract::dossier::{CitizenAction, Dossier, NewWithdrawal};
use contract::endpoints::POST_WITHDRAWAL;
use contract::limits::{IDEMPOTENCY_HEADER, LONG_TEXT_CHARS};
use contract::problem::ProblemCode;
use domain::format::parse_text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::outcomes::OutcomeWords;
use crate::i18n::use_words;
use crate::journey::following::saved_text::SavedText;
use crate::page::load_errors::ErrorNotice;
use crate::reactive::dynamic;
use crate::session::portal_features::use_feature;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, ButtonKind, Dialog, Notice, NoticeKind, TextArea};

/// Id of the field with the reason.
const REASON: &str = "withdrawal-reason";

/// Renders the section. `None` if the dossier can't be withdrawn. `on_withdrawn` gets the dossier as it is after the request,
/// and `reload` loads it when the office has decided otherwise meanwhile.
pub(in crate::journey::following) fn withdrawal_section(
    dossier: &Dossier,
    on_withdrawn: Callback<Dossier>,
    reload: Callback<()>,
) -> Option<AnyView> {
    if !dossier.actions.contains(&CitizenAction::Withdraw) {
        return None;
    }
    let words = use_words().outcomes();
    let is_offered = use_feature(|features| features.withdrawals);
    let open = RwSignal::new(false);
    let ask = Callback::new(move |()| open.set(true));
    let dialog = dialog(dossier, open, on_withdrawn, reload);
    Some(
        view! {
            <section class="section" hidden=move || is_offered.get() != Some(true)>
                <h2>{words.withdraw_title}</h2>
                <p class="prose">{words.withdraw_help}</p>
                <div class="actions">
                    <Button kind=ButtonKind::Secondary on_press=ask>{words.withdraw}</Button>
                </div>
                {dialog}
            </section>
        }
        .into_any(),
    )
}

/// The consequences of withdrawing this dossier.
fn consequences(words: &OutcomeWords, dossier: &Dossier) -> Vec<&'static str> {
    let is_group = !dossier.parts.is_empty();
    let is_part = dossier.group_code.is_some();
    [
        Some(words.withdraw_effect),
        is_group.then_some(words.withdraw_group_effect),
        is_part.then_some(words.withdraw_waiting_effect),
        Some(words.withdraw_fee_effect),
    ]
    .into_iter()
    .flatten()
    .collect()
}

fn dialog(
    dossier: &Dossier,
    open: RwSignal<bool>,
    on_withdrawn: Callback<Dossier>,
    reload: Callback<()>,
) -> impl IntoView + use<> {
    let words = use_words().outcomes();
    let api = use_api();
    let code = StoredValue::new(dossier.code.clone());
    let reason = SavedText::load("withdrawal", &dossier.code);
    let error = RwSignal::new(None::<&'static str>);
    let failure = RwSignal::new(None::<ClientError>);
    let is_impossible = RwSignal::new(false);
    let busy = RwSignal::new(false);
    let consequences = consequences(words, dossier)
        .into_iter()
        .map(|text| view! { <li>{text}</li> })
        .collect_view();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        let typed = nfc(&reason.text.get_untracked());
        let invalid = match parse_text(&typed, LONG_TEXT_CHARS) {
            Ok(_) => None,
            Err(_) if typed.chars().count() > LONG_TEXT_CHARS => Some(words.too_long),
            Err(_) => Some(words.withdraw_reason_missing),
        };
        error.set(invalid);
        if invalid.is_some() {
            focus_field(REASON);
            return;
        }
        busy.set(true);
        let headers = vec![(IDEMPOTENCY_HEADER, reason.request_key(&typed))];
        let (code, forget) = (code.get_value(), reason.clearing());
        spawn_local(async move {
            let body = NewWithdrawal { reason: typed };
            let outcome = api.send(&POST_WITHDRAWAL, &[&code], &body, headers).await;
            busy.try_set(false);
            match outcome {
                Ok(dossier) => {
                    forget();
                    open.try_set(false);
                    on_withdrawn.try_run(dossier);
                }
                Err(refused) if refused.has_code(ProblemCode::ImpossibleMove) => {
                    is_impossible.try_set(true);
                }
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let closed = Callback::new(move |()| {
        if is_impossible.try_get_untracked() == Some(true) {
            reload.try_run(());
        }
    });
    let message = Signal::derive(move || error.get().map(str::to_owned));
    let impossible = dynamic(move || {
        is_impossible.get().then(|| {
            view! {
                <Notice kind=NoticeKind::Warning announce=true><p>{words.withdraw_impossible}</p></Notice>
            }
        })
    });
    view! {
        <Dialog
            id="withdrawal"
            open=open
            title=words.withdraw_question
            close_label=words.withdraw_keep
            on_close=closed
        >
            <form novalidate class="stack stack--compact" on:submit=submit>
                <ul>{consequences}</ul>
                <TextArea
                    id=REASON
                    label=words.withdraw_reason
                    hint=words.withdraw_reason_hint
                    value=reason.text
                    rows=3
                    error=message
                />
                {impossible}
                <ErrorNotice error=failure />
                <div class="actions">
                    <Button kind=ButtonKind::Danger submit=true busy=busy disabled=is_impossible>
                        {words.withdraw_confirm}
                    </Button>
                </div>
            </form>
        </Dialog>
    }
}
