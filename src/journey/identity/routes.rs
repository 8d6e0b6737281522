//! The pages of registering, signing in and the account: a part of the app that is fetched after the first screen.

use leptos::prelude::*;

use super::account::account_page::AccountPage;
use super::account::close_account_page::{AccountClosedPage, CloseAccountPage};
use super::account::consents_page::ConsentsPage;
use super::account::data_page::DataPage;
use super::account::devices_page::DevicesPage;
use super::account::change_password_page::ChangePasswordPage;
use super::account::change_phone_page::ChangePhonePage;
use super::require_sign_in::RequireSignIn;
use super::session::overlay::watch;
use super::sign_in::code_page::CodePage;
use super::sign_in::forgotten_password_page::ForgottenPasswordPage;
use super::sign_in::set_password_page::{SetPasswordPage, PasswordPurpose};
use super::sign_in::register_page::{RegisterPage, RegisterPhonePage};
use super::sign_in::sign_in_page::SignInPage;
use super::sign_in::identity_input::IdentityInput;
use crate::routes::{AccountRoute, IdentityRoute};
use crate::session::use_session;

/// What its pages keep from one to the next.
pub(crate) fn provide() {
    watch();
    provide_context(IdentityInput::load(use_session()));
}

/// The page of an address.
pub(crate) fn page(address: IdentityRoute) -> AnyView {
    match address {
        IdentityRoute::Register => view! { <RegisterPage /> }.into_any(),
        IdentityRoute::RegisterPhone => view! { <RegisterPhonePage /> }.into_any(),
        IdentityRoute::NewPassword(id) => {
            view! { <SetPasswordPage id=id sets=PasswordPurpose::First /> }.into_any()
        }
        IdentityRoute::Code(id) => view! { <CodePage id=id /> }.into_any(),
        IdentityRoute::SignIn => view! { <SignInPage /> }.into_any(),
        IdentityRoute::ForgottenPassword => view! { <ForgottenPasswordPage /> }.into_any(),
        IdentityRoute::ResetPassword(id) => {
            view! { <SetPasswordPage id=id sets=PasswordPurpose::Reset /> }.into_any()
        }
        IdentityRoute::Account(address) => {
            let draw = Callback::new(move |()| own(address));
            view! { <RequireSignIn page=draw /> }.into_any()
        }
        IdentityRoute::Closed => view! { <AccountClosedPage /> }.into_any(),
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
        AccountRoute::Close => view! { <CloseAccountPage /> }.into_any(),
    }
}
