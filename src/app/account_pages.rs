//! The pages of registering and signing in: a part of the app that is fetched after the first screen.

use leptos::prelude::*;

use crate::journey::sign_in::code_page::CodePage;
use crate::journey::sign_in::password_page::PasswordPage;
use crate::journey::sign_in::register_page::{RegisterPage, RegisterPhonePage};
use crate::journey::sign_in::sign_in_page::SignInPage;
use crate::journey::sign_in::slip::Slip;
use crate::routes::AccountAddress;

/// What its pages keep from one to the next.
pub(super) fn provide() {
    provide_context(Slip::remembered());
}

/// The page of an address.
pub(super) fn page(address: AccountAddress) -> AnyView {
    match address {
        AccountAddress::Register => view! { <RegisterPage /> }.into_any(),
        AccountAddress::RegisterPhone => view! { <RegisterPhonePage /> }.into_any(),
        AccountAddress::NewPassword(id) => view! { <PasswordPage id=id /> }.into_any(),
        AccountAddress::Code(id) => view! { <CodePage id=id /> }.into_any(),
        AccountAddress::SignIn => view! { <SignInPage /> }.into_any(),
    }
}
