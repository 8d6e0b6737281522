//! Identifier and password (R2.7–R2.8, R4.3); a one-time code follows. Which of the two is wrong is never said.

use contract::ProblemCode;
use contract::account::{AccountKind, SignIn};
use contract::endpoints::POST_SIGN_IN;
use domain::format;
use leptos::ev::SubmitEvent;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::kind::AccountKindQuestion;
use super::slip::{Slip, use_slip};
use super::slip_fields as fields;
use super::slip_fields::typed;
use crate::api::{ClientError, use_api};
use crate::i18n::{Words, use_words};
use crate::journey::identity::validation as faults;
use crate::page::form_submission::{FormSubmission, field_error};
use crate::page::load_errors::ErrorNotice;
use crate::page::navigation::use_navigation;
use crate::routes;
use crate::ui::button::Button;
use crate::ui::error_summary::FieldError;
use crate::ui::text_field::{TextField, TextKind};

const IDENTIFIER: &str = "identifier";
const PASSWORD: &str = "password";

/// The form.
#[component]
pub fn PasswordForm(
    /// What is wrong with it.
    form: FormSubmission,
    /// Kinds of account, first one first.
    kinds: Signal<Vec<AccountKind>>,
) -> impl IntoView {
    let words = use_words();
    let text = &words.sign_in().form;
    let api = use_api();
    let slip = use_slip();
    let go = use_navigation();
    let password = RwSignal::new(String::new());
    let sign_in = Callback::new(move |()| {
        let secret = typed(password);
        let mut wrong = identifier_wrong(words, slip);
        wrong.extend(
            secret
                .is_empty()
                .then(|| field_error(PASSWORD, text.password_missing)),
        );
        if !form.start(wrong) {
            return;
        }
        let body = canonical(slip, secret);
        let go = go.clone();
        spawn_local(async move {
            match api.send(&POST_SIGN_IN, &[], &body, Vec::new()).await {
                Ok(challenge) if form.is_on_screen() => go(&routes::code(&challenge.id)),
                Ok(_) => {}
                Err(error) => refuse(form, words, slip, error),
            }
        });
    });
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        sign_in.run(());
    };
    let of_kind = Memo::new(move |_| slip.kind());
    let identifier = move || match of_kind.get() {
        AccountKind::Citizen => view! { <Identifier form=form slip=slip /> }.into_any(),
        AccountKind::Organisation => {
            fields::draw(form, fields::tax_code(&words.register().form, slip))
        }
    };
    view! {
        <p class="lede">{text.intro}</p>
        <form on:submit=submit novalidate>
            <AccountKindQuestion kinds=kinds />
            {identifier}
            <TextField
                id=PASSWORD
                label=text.password
                value=password
                error=form.error_at(PASSWORD)
                kind=TextKind::Password
                autocomplete="current-password"
                show_label=words.sign_in().password.show
                hide_label=words.sign_in().password.hide
            />
            <p>
                <a href=routes::forgotten_password()>{text.forgotten}</a>
            </p>
            <ErrorNotice error=form.request_error() on_retry=sign_in />
            <div class="actions">
                <Button submit=true busy=form.busy()>{text.submit}</Button>
            </div>
        </form>
    }
}

/// Citizen id or phone.
#[component]
fn Identifier(form: FormSubmission, slip: Slip) -> impl IntoView {
    let text = &use_words().sign_in().form;
    let leave = Callback::new(move |()| {
        let typed = slip.identifier.get_untracked();
        form.validate_left_field(
            IDENTIFIER,
            typed.is_empty(),
            faults::identifier(text, &typed),
        );
    });
    view! {
        <TextField
            id=IDENTIFIER
            label=text.identifier
            hint=text.identifier_hint
            value=slip.identifier
            error=form.error_at(IDENTIFIER)
            kind=TextKind::Digits
            autocomplete="username"
            on_leave=leave
        />
    }
}

fn identifier_wrong(words: Words, slip: Slip) -> Vec<FieldError> {
    match untrack(|| slip.kind()) {
        AccountKind::Citizen => {
            let typed = slip.identifier.get_untracked();
            let said = faults::identifier(&words.sign_in().form, &typed);
            said.map(|said| field_error(IDENTIFIER, said))
                .into_iter()
                .collect()
        }
        AccountKind::Organisation => {
            let text = &words.register().form;
            fields::wrong(text, &[fields::tax_code(text, slip)])
        }
    }
}

fn canonical(slip: Slip, password: String) -> SignIn {
    let kind = untrack(|| slip.kind());
    let identifier = match kind {
        AccountKind::Citizen => format::sign_in_identifier(&slip.identifier.get_untracked()),
        AccountKind::Organisation => format::tax_code(&typed(slip.tax_code)),
    };
    SignIn {
        kind,
        identifier: identifier.unwrap_or_default(),
        password,
    }
}

fn refuse(form: FormSubmission, words: Words, slip: Slip, error: ClientError) {
    let text = &words.sign_in().form;
    let ClientError::Refused(refusal) = error else {
        return form.failed(error);
    };
    match (refusal.code, refusal.pointer.as_deref()) {
        (ProblemCode::WrongCredentials, _) | (ProblemCode::InvalidAnswers, Some("/password")) => {
            form.show_field_error(PASSWORD, text.mismatch);
        }
        (ProblemCode::InvalidAnswers, Some("/identifier")) => {
            let slip_text = &words.register().form;
            let tax_code = fields::tax_code(slip_text, slip).with_pointer("/identifier");
            match untrack(|| slip.kind()) {
                AccountKind::Citizen => form.show_field_error(IDENTIFIER, text.identifier_wrong),
                AccountKind::Organisation => {
                    fields::refuse(form, &[tax_code], ClientError::Refused(refusal));
                }
            }
        }
        _ => form.failed(ClientError::Refused(refusal)),
    }
}
