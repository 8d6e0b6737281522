//! The form of a new message to the office. What the citizen has typed is kept until the office has the message.

use contract::dossier::{Message, NewMessage};
use contract::endpoints::POST_MESSAGE;
use contract::limits::{IDEMPOTENCY_HEADER, LONG_TEXT_CHARS};
use domain::format::parse_text;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{ClientError, use_api};
use crate::browser::unicode::nfc;
use crate::i18n::use_words;
use crate::journey::following::saved_text::SavedText;
use crate::page::load_errors::ErrorNotice;
use crate::ui::error_summary::focus_field;
use crate::ui::{Button, TextArea};

/// Id of the field with the text.
const TEXT: &str = "message-text";

/// The form of a new message about the dossier with this code. Calls `on_sent` with the message when the office has it.
pub(super) fn message_form(code: String, on_sent: Callback<Message>) -> impl IntoView {
    let words = use_words().outcomes();
    let api = use_api();
    let text = SavedText::load("message", &code);
    let code = StoredValue::new(code);
    let error = RwSignal::new(None::<&'static str>);
    let failure = RwSignal::new(None::<ClientError>);
    let sent = RwSignal::new("");
    let busy = RwSignal::new(false);
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        if busy.get_untracked() {
            return;
        }
        failure.set(None);
        sent.set("");
        let typed = nfc(&text.text.get_untracked());
        let invalid = match parse_text(&typed, LONG_TEXT_CHARS) {
            Ok(_) => None,
            Err(_) if typed.chars().count() > LONG_TEXT_CHARS => Some(words.too_long),
            Err(_) => Some(words.message_missing),
        };
        error.set(invalid);
        if invalid.is_some() {
            focus_field(TEXT);
            return;
        }
        busy.set(true);
        let headers = vec![(IDEMPOTENCY_HEADER, text.request_key(&typed))];
        let (code, forget) = (code.get_value(), text.clearing());
        spawn_local(async move {
            let body = NewMessage { text: typed };
            let outcome = api.send(&POST_MESSAGE, &[&code], &body, headers).await;
            busy.try_set(false);
            match outcome {
                Ok(message) => {
                    forget();
                    sent.try_set(words.message_sent);
                    on_sent.try_run(message);
                }
                Err(refused) if refused.is_rate_limited() => {
                    error.try_set(Some(words.message_too_many));
                }
                Err(refused) => drop(failure.try_set(Some(refused))),
            }
        });
    };
    let message = Signal::derive(move || error.get().map(str::to_owned));
    view! {
        <form novalidate class="stack stack--compact" on:submit=submit>
            <TextArea
                id=TEXT
                label=words.message_label
                hint=words.message_hint
                value=text.text
                error=message
            />
            <ErrorNotice error=failure />
            <div class="actions">
                <Button submit=true busy=busy>{words.message_send}</Button>
            </div>
            <p role="status">{sent}</p>
        </form>
    }
}
