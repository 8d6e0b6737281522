//! The page «Tra cứu hồ sơ»: the form, and below it the dossier that was found. The two typed texts are sent in the
//! body of the request and never in a URL. If the request fails, the texts stay in their fields.

use contract::ProblemCode;
use contract::endpoints::POST_LOOKUP;
use contract::lookup::LookupResult;
use domain::format::parse_dossier_code;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;
use leptos_router::hooks::use_location;

use super::found_dossier::FoundDossier;
use super::look_up_input::use_look_up_input;
use super::validation;
use crate::api::{ClientError, use_api};
use crate::i18n::look_up::LookUpWords;
use crate::i18n::use_words;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::reactive::{dynamic, effect};
use crate::session::portal_features::use_feature;
use crate::session::use_session;
use crate::ui::button::Button;
use crate::ui::error_summary::{ErrorSummary, focus_field};
use crate::ui::notice::{Notice, NoticeKind};
use crate::ui::page::Page;
use crate::ui::text_field::{TextField, TextKind};

const CODE: &str = "dossier-code";
const FILED_BY: &str = "filed-by";

/// The result of looking up a dossier.
#[derive(Clone, Debug, PartialEq)]
enum LookupOutcome {
    /// The dossier was found.
    Found(Box<LookupResult>),
    /// No dossier was found. The value is the message to show.
    NotFound(String),
}

/// The page «Tra cứu hồ sơ».
#[component]
pub fn LookUpPage() -> impl IntoView {
    let words = use_words();
    let text = words.look_up();
    let form = FormSubmission::new();
    let has_look_up = use_feature(|parts| parts.lookup);
    let content = dynamic(move || match has_look_up.get() {
        Some(false) => view! { <p>{text.unavailable}</p> }.into_any(),
        Some(true) | None => view! { <LookUpForm form=form /> }.into_any(),
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            {content}
        </Page>
    }
}

#[component]
fn LookUpForm(form: FormSubmission) -> impl IntoView {
    let text = use_words().look_up();
    let api = use_api();
    let input = use_look_up_input();
    fill_in_from_address(input.code);
    let outcome = RwSignal::new(None::<LookupOutcome>);
    let code_error = move || {
        input
            .code
            .with_untracked(|typed| validation::code(text, typed).err())
    };
    let filed_by_error = move || {
        input
            .filed_by
            .with_untracked(|typed| validation::filed_by(text, typed).err())
    };
    let look_up = Callback::new(move |()| {
        let errors = [(CODE, code_error()), (FILED_BY, filed_by_error())];
        let errors = errors.into_iter();
        let errors = errors.filter_map(|(field, error)| Some(field_error(field, error?)));
        if !form.start(errors.collect()) {
            return;
        }
        outcome.set(None);
        let (code, filed_by) = (input.code.get_untracked(), input.filed_by.get_untracked());
        let Some(request) = validation::lookup_request(text, &code, &filed_by) else {
            return form.clear();
        };
        spawn_local(async move {
            match api.send(&POST_LOOKUP, &[], &request, Vec::new()).await {
                Ok(found) => {
                    form.clear();
                    outcome.try_set(Some(LookupOutcome::Found(Box::new(found))));
                }
                Err(error) => show_error(form, outcome, text, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        look_up.run(());
    };
    let leave = move |field, value: RwSignal<String>, error: Option<&'static str>| {
        form.validate_left_field(field, value.with_untracked(String::is_empty), error);
    };
    let on_code_left = Callback::new(move |()| leave(CODE, input.code, code_error()));
    let on_filed_by_left =
        Callback::new(move |()| leave(FILED_BY, input.filed_by, filed_by_error()));
    let result = dynamic(move || match outcome.get()? {
        LookupOutcome::Found(found) => Some(view! { <FoundDossier found=*found /> }.into_any()),
        LookupOutcome::NotFound(why) => Some(
            view! {
                <Notice kind=NoticeKind::Warning announce=true>
                    <p>{why}</p>
                </Notice>
            }
            .into_any(),
        ),
    });
    view! {
        <p class="lede">{text.intro}</p>
        <form on:submit=submit novalidate>
            <TextField
                id=CODE
                label=text.code
                hint=text.code_hint
                value=input.code
                error=form.error_at(CODE)
                autocomplete="off"
                on_blur=on_code_left
            />
            <TextField
                id=FILED_BY
                label=text.filed_by
                hint=text.filed_by_hint
                value=input.filed_by
                error=form.error_at(FILED_BY)
                kind=TextKind::Digits
                autocomplete="off"
                on_blur=on_filed_by_left
            />
            <ErrorNotice error=form.request_error() on_retry=look_up />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
        {result}
    }
}

/// Fills in the dossier code that stands in the address after `#`, as in the QR code of a receipt. The number of the
/// person who filed the dossier is never part of an address. A text that is no dossier code is ignored.
fn fill_in_from_address(code: RwSignal<String>) {
    let hash = use_location().hash;
    let session = use_session();
    effect(move || {
        // The fields become empty when another citizen uses the device, but the address stays.
        session.visitor().account_key();
        let typed = hash.get();
        if let Ok(found) = parse_dossier_code(typed.trim_start_matches('#')) {
            code.set(found);
            focus_field(FILED_BY);
        }
    });
}

fn show_error(
    form: FormSubmission,
    outcome: RwSignal<Option<LookupOutcome>>,
    text: &LookUpWords,
    error: ClientError,
) {
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    let not_found = |reason: String| {
        form.clear();
        outcome.try_set(Some(LookupOutcome::NotFound(reason)));
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::NotFound, _) => not_found(text.not_found.to_owned()),
        (ProblemCode::TooManyRequests, _) => {
            let minutes = minutes_to_wait(refusal.retry_after_seconds).to_string();
            let reason = match refusal.shared_limit {
                true => text.too_many_shared,
                false => text.too_many_before,
            };
            not_found([reason, &minutes, text.too_many_after].concat());
        }
        (_, Some("/code")) => form.show_field_error(CODE, text.code_wrong),
        (_, Some("/filed_by")) => form.show_field_error(FILED_BY, text.filed_by_wrong),
        _ => form.failed(ClientError::Refused(refusal)),
    }
}

/// Converts the backend's waiting time in seconds to whole minutes, at least one. One minute if the backend gives no
/// waiting time.
fn minutes_to_wait(seconds: Option<u32>) -> u32 {
    seconds.map_or(1, |seconds| seconds.div_ceil(60)).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_the_wait_up_to_whole_minutes() {
        for (seconds, minutes) in [(None, 1), (Some(0), 1), (Some(60), 1), (Some(61), 2)] {
            assert_eq!(minutes_to_wait(seconds), minutes, "{seconds:?}");
        }
    }
}
