//! The texts that the citizen types into the forms of registration, sign-in and password reset. The forms share them, so a
//! citizen who goes from one form to another types nothing twice. No password is here.
//!
//! The checked consents and the checkbox «Máy dùng chung» belong to them too.

use contract::account::AccountKind;
use contract::consent::GivenConsent;
use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::session::{SessionState, Visitor, use_session};

/// Key in the storage of the tab.
const KEY: &str = "motcua-identity";
/// The saved text of a checked «Máy dùng chung».
const SHARED: &str = "shared";

/// Keys of the kinds of account, as they are saved and as values of the radio buttons.
const CITIZEN: &str = "citizen";
const ORGANISATION: &str = "organisation";

/// The typed texts, in the context of the wing.
#[derive(Clone, Copy, Debug)]
pub struct IdentityInput {
    /// The kind of account, by its key.
    pub kind: RwSignal<String>,
    /// Full name.
    pub name: RwSignal<String>,
    /// Identity number.
    pub identity: RwSignal<String>,
    /// Mobile number.
    pub phone: RwSignal<String>,
    /// Citizen id or phone, in the sign-in form.
    pub identifier: RwSignal<String>,
    /// Name of the organisation.
    pub organisation: RwSignal<String>,
    /// Tax code of the organisation.
    pub tax_code: RwSignal<String>,
    /// The person's position in the organisation.
    pub position: RwSignal<String>,
    /// Date of birth.
    pub birth_date: RwSignal<String>,
    /// Whether «Máy dùng chung» is checked.
    pub shared_device: RwSignal<bool>,
    /// The checked consents. They are never saved: after a reload the citizen decides again.
    pub consents: RwSignal<Vec<GivenConsent>>,
}

impl IdentityInput {
    /// Loads the texts of this tab. They are deleted as soon as a citizen is signed in.
    pub fn load(session: SessionState) -> Self {
        let saved = SavedFields::load(KEY, 1);
        let [
            kind,
            name,
            identity,
            phone,
            identifier,
            organisation,
            tax_code,
            position,
            birth_date,
            shared_text,
        ] = saved.fields;
        // The checkbox needs a `bool`; the storage keeps texts.
        let shared_device = RwSignal::new(shared_text.with_untracked(|text| text == SHARED));
        let consents = RwSignal::new(Vec::new());
        Effect::new(move |_| {
            shared_text.set(match shared_device.get() {
                true => SHARED.to_owned(),
                false => String::new(),
            });
        });
        // After a sign-in the texts are no longer needed, and the next person at this device must not see them.
        let is_signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
        Effect::new(move |_| {
            if is_signed_in.get() {
                saved.clear();
                shared_device.set(false);
                consents.set(Vec::new());
            }
        });
        Self {
            kind,
            name,
            identity,
            phone,
            identifier,
            organisation,
            tax_code,
            position,
            birth_date,
            shared_device,
            consents,
        }
    }

    /// The chosen kind of account; a citizen's account until another kind is chosen. Tracked.
    pub fn kind(self) -> AccountKind {
        self.kind.with(|key| parse_account_kind(key))
    }
}

/// The typed texts, from the context that `identity/routes.rs` provides.
pub fn use_identity_input() -> IdentityInput {
    use_context::<IdentityInput>().unwrap_or_else(|| IdentityInput::load(use_session()))
}

/// The key of a kind of account.
pub(super) const fn account_kind_key(kind: AccountKind) -> &'static str {
    match kind {
        AccountKind::Citizen => CITIZEN,
        AccountKind::Organisation => ORGANISATION,
    }
}

/// Parses the key of a kind of account. Any other text is a citizen's account.
fn parse_account_kind(key: &str) -> AccountKind {
    match key {
        ORGANISATION => AccountKind::Organisation,
        _ => AccountKind::Citizen,
    }
}
