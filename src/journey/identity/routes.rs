//! The pages of registering, signing in and the account: a part of the app that is fetched after the first screen.

use leptos::prelude::*;

use super::account::account_page::AccountPage;
use super::account::closing_page::{ClosedPage, ClosingPage};
use super::account::consents_page::ConsentsPage;
use super::account::data_page::DataPage;
use super::account::devices_page::DevicesPage;
use super::account::password_page::ChangePasswordPage;
use super::account::phone_page::ChangePhonePage;
use super::require_sign_in::SignedIn;
use super::session::overlay::watch;
use super::sign_in::code_page::CodePage;
use super::sign_in::forgotten_page::ForgottenPage;
use super::sign_in::password_page::{PasswordPage, Sets};
use super::sign_in::register_page::{RegisterPage, RegisterPhonePage};
use super::sign_in::sign_in_page::SignInPage;
use super::sign_in::slip::Slip;
use crate::routes::{AccountRoute, IdentityRoute};
use crate::session::use_session;

/// What its pages keep from one to the next.
pub(crate) fn provide() {
    watch();
    provide_context(Slip::remembered(use_session()));
}

/// The page of an address.
pub(crate) fn page(address: IdentityRoute) -> AnyView {
    match address {
        IdentityRoute::Register => view! { <RegisterPage /> }.into_any(),
        IdentityRoute::RegisterPhone => view! { <RegisterPhonePage /> }.into_any(),
        IdentityRoute::NewPassword(id) => {
            view! { <PasswordPage id=id sets=Sets::First /> }.into_any()
        }
        IdentityRoute::Code(id) => view! { <CodePage id=id /> }.into_any(),
        IdentityRoute::SignIn => view! { <SignInPage /> }.into_any(),
        IdentityRoute::ForgottenPassword => view! { <ForgottenPage /> }.into_any(),
        IdentityRoute::ResetPassword(id) => {
            view! { <PasswordPage id=id sets=Sets::Forgotten /> }.into_any()
        }
        IdentityRoute::Account(address) => {
            let draw = Callback::new(move |()| own(address));
            view! { <SignedIn page=draw /> }.into_any()
        }
        IdentityRoute::Closed => view! { <ClosedPage /> }.into_any(),
    }
}

fn own(address: AccountRoute) -> AnyView {
    match address {
        AccountRoute::Overview => view! { <AccountPage /> }.into_any(),
        AccountRoute::Password => view! { <ChangePasswordPage /> }.into_any(),
        AccountRoute::Phone => view! { <ChangePhonePage /> }.into_any(),
        AccountRoute::Devices => view! { <DevicesPage /> }.into_any(),
        AccountRoute::Consents => view! { <ConsentsPage /> }.into_any(),
        AccountRoute::Data => view! { <DataPage /> }.into_any(),
        AccountRoute::Close => view! { <ClosingPage /> }.into_any(),
    }
}
