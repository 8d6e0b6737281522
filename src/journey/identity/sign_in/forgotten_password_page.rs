//! The page where a citizen who has forgotten the password starts its reset. It asks for the citizen id or tax code,
//! and for the phone number. Then the citizen enters a one-time code and a new password. The backend's response is the
//! same whether or not the account exists, so that nobody can find out which accounts exist.

use contract::account::{AccountKind, PasswordReset};
use contract::endpoints::POST_PASSWORD_RESET;
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::account_kind::{AccountKindQuestion, password_kinds};
use super::identity_input::{IdentityInput, use_identity_input};
use super::next_page;
use super::registration_fields as fields;
use super::registration_fields::{RegistrationField, nfc_text};
use crate::api::{Load, use_api};
use crate::i18n::{Words, use_words};
use crate::page::form_submission::FormSubmission;
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::reactive::dynamic;
use crate::routes;
use crate::session::portal_features::use_portal;
use crate::ui::button::{Button, ButtonKind, ButtonLink};
use crate::ui::error_summary::ErrorSummary;
use crate::ui::page::Page;

/// The page that starts a password reset.
/// Sends `POST /password-resets`, and opens the code page of the returned challenge (one-time code).
#[component]
pub fn ForgottenPasswordPage() -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().reset;
    let form = FormSubmission::new();
    let api = use_api();
    let input = use_identity_input();
    let go = use_navigation();
    let request_reset = Callback::new(move |()| {
        let text = &words.register().form;
        if !form.start(fields::validate_fields(text, &shown_fields(words, input))) {
            return;
        }
        let body = to_api(input);
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_PASSWORD_RESET, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::enter_code(&challenge.id)),
                Ok(_) => {}
                Err(error) => fields::show_refusal(form, &shown_fields(words, input), error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        request_reset.run(());
    };
    let kind = Memo::new(move |_| input.kind());
    let fields = dynamic(move || {
        // Use `get` and not `track`: a memo is computed again only if its value is read.
        kind.get();
        let fields: Vec<AnyView> = shown_fields(words, input)
            .into_iter()
            .map(|field| fields::render(form, field))
            .collect();
        fields
    });
    let portal = use_portal();
    // The kinds of account. Empty until the portal's description is loaded; until then the form shows the fields of a
    // citizen's account.
    let kinds = Signal::derive(move || match portal.get() {
        Load::Ready(portal) => password_kinds(&portal.sign_in).unwrap_or_default(),
        _ => Vec::new(),
    });
    view! {
        <Page title=text.title prefix=form.title_prefix()>
            <p class="lede">{text.intro}</p>
            <ErrorSummary title=words.errors().summary errors=form.summary />
            <form on:submit=submit novalidate>
                <AccountKindQuestion kinds=kinds />
                {fields}
                <ErrorNotice error=form.request_error() on_retry=request_reset />
                <div class="actions">
                    <Button submit=true busy=form.busy()>{text.submit}</Button>
                    <ButtonLink href=next_page::sign_in_path() kind=ButtonKind::Plain>
                        {text.back}
                    </ButtonLink>
                </div>
            </form>
        </Page>
    }
}

/// The fields that the form shows, in the order of the screen.
fn shown_fields(words: Words, input: IdentityInput) -> [RegistrationField; 2] {
    let text = &words.register().form;
    let identifier = match untrack(|| input.kind()) {
        AccountKind::Citizen => fields::identity_field(text, input),
        AccountKind::Organisation => fields::tax_code_field(text, input),
    };
    [
        identifier.with_pointer("/identifier"),
        fields::phone_field(text, input).with_hint(words.sign_in().reset.phone_hint),
    ]
}

/// Makes the request body. All fields are valid at this point, so the default values in this code are never sent.
fn to_api(input: IdentityInput) -> PasswordReset {
    let kind = untrack(|| input.kind());
    let identifier = match kind {
        AccountKind::Citizen => format::parse_identity_number(&nfc_text(input.identity)),
        AccountKind::Organisation => format::parse_tax_code(&nfc_text(input.tax_code)),
    };
    PasswordReset {
        kind,
        identifier: identifier.unwrap_or_default(),
        phone: format::parse_phone(&nfc_text(input.phone)).unwrap_or_default(),
    }
}
