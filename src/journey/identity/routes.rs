//! Maps each route of this wing to its page.

use leptos::prelude::*;

use super::account::account_page::AccountPage;
use super::account::change_email_page::ChangeEmailPage;
use super::account::change_password_page::ChangePasswordPage;
use super::account::change_phone_page::ChangePhonePage;
use super::account::close_account_page::{AccountClosedPage, CloseAccountPage};
use super::account::consents_page::ConsentsPage;
use super::account::data_page::DataPage;
use super::account::devices_page::DevicesPage;
use super::account::notice_settings_page::NoticeSettingsPage;
use super::require_sign_in::RequireSignIn;
use super::session::overlay::watch;
use super::sign_in::code_page::CodePage;
use super::sign_in::forgotten_password_page::ForgottenPasswordPage;
use super::sign_in::identity_input::IdentityInput;
use super::sign_in::phone_release_page::PhoneReleasePage;
use super::sign_in::register_page::{RegisterPage, RegisterPhonePage};
use super::sign_in::set_password_page::{PasswordPurpose, SetPasswordPage};
use super::sign_in::sign_in_page::SignInPage;
use crate::routes::{AccountRoute, IdentityRoute};
use crate::session::use_session;

/// Provides the contexts that the pages of this wing share, and starts to watch the session.
pub(crate) fn provide() {
    watch();
    // `IdentityInput` holds the typed texts, and is a context of the whole app. So the texts are still there when the
    // citizen leaves a page and opens it again.
    provide_context(IdentityInput::load(use_session()));
}

/// Renders the page of a route.
pub(crate) fn page(route: IdentityRoute) -> AnyView {
    match route {
        IdentityRoute::Register => view! { <RegisterPage /> }.into_any(),
        IdentityRoute::RegisterPhone => view! { <RegisterPhonePage /> }.into_any(),
        IdentityRoute::NewPassword(id) => {
            view! { <SetPasswordPage id=id purpose=PasswordPurpose::First /> }.into_any()
        }
        IdentityRoute::Code(id) => view! { <CodePage id=id /> }.into_any(),
        IdentityRoute::SignIn => view! { <SignInPage /> }.into_any(),
        IdentityRoute::ForgottenPassword => view! { <ForgottenPasswordPage /> }.into_any(),
        IdentityRoute::PhoneRelease => view! { <PhoneReleasePage /> }.into_any(),
        IdentityRoute::ResetPassword(id) => {
            view! { <SetPasswordPage id=id purpose=PasswordPurpose::Reset /> }.into_any()
        }
        IdentityRoute::Account(route) => {
            let draw = Callback::new(move |()| account_page(route));
            view! { <RequireSignIn page=draw /> }.into_any()
        }
        IdentityRoute::Closed => view! { <AccountClosedPage /> }.into_any(),
    }
}

/// Renders the page of a route about the account («Tài khoản của tôi»).
fn account_page(route: AccountRoute) -> AnyView {
    match route {
        AccountRoute::Overview => view! { <AccountPage /> }.into_any(),
        AccountRoute::Password => view! { <ChangePasswordPage /> }.into_any(),
        AccountRoute::Phone => view! { <ChangePhonePage /> }.into_any(),
        AccountRoute::Email => view! { <ChangeEmailPage /> }.into_any(),
        AccountRoute::Notices => view! { <NoticeSettingsPage /> }.into_any(),
        AccountRoute::Devices => view! { <DevicesPage /> }.into_any(),
        AccountRoute::Consents => view! { <ConsentsPage /> }.into_any(),
        AccountRoute::Data => view! { <DataPage /> }.into_any(),
        AccountRoute::Close => view! { <CloseAccountPage /> }.into_any(),
    }
}
