//! The texts that the citizen types into the forms for registration, sign-in and password reset. The forms share these
//! texts, so a citizen who goes from one form to another doesn't have to type them again. Passwords are not among them.
//!
//! The checked consents and the checkbox «Máy dùng chung» are stored here too.

use contract::account::AccountKind;
use contract::consent::GivenConsent;
use leptos::prelude::*;

use crate::page::saved_fields::SavedFields;
use crate::reactive::effect;
use crate::session::{SessionState, Visitor, use_session};

/// Key of these texts in the tab's storage (`sessionStorage`).
const KEY: &str = "motcua-identity";
/// The stored value if the checkbox «Máy dùng chung» is checked.
const SHARED: &str = "shared";

/// Keys of the kinds of account. They are the stored values, and the values of the radio buttons.
const CITIZEN: &str = "citizen";
const ORGANISATION: &str = "organisation";

/// The typed texts. They are a context of this wing.
#[derive(Clone, Copy, Debug)]
pub struct IdentityInput {
    /// Key of the chosen kind of account.
    pub kind: RwSignal<String>,
    /// Full name of the person.
    pub name: RwSignal<String>,
    /// Identity number of the person.
    pub identity: RwSignal<String>,
    /// Mobile number of the person.
    pub phone: RwSignal<String>,
    /// Citizen id or phone number. Only the sign-in form has this field.
    pub identifier: RwSignal<String>,
    /// Name of the organisation.
    pub organisation: RwSignal<String>,
    /// Tax code of the organisation.
    pub tax_code: RwSignal<String>,
    /// The person's position in the organisation, such as director.
    pub position: RwSignal<String>,
    /// Date of birth of the person, as typed.
    pub birth_date: RwSignal<String>,
    /// Whether «Máy dùng chung» is checked.
    pub shared_device: RwSignal<bool>,
    /// The consents whose checkboxes are checked. They are never stored: after a reload, the citizen decides again.
    pub consents: RwSignal<Vec<GivenConsent>>,
}

impl IdentityInput {
    /// Loads the texts that are stored in this tab. The stored texts are deleted as soon as a citizen is signed in.
    pub fn load(session: SessionState) -> Self {
        let mut saved = SavedFields::load(KEY);
        let shared_text = saved.text("shared_device");
        // The checkbox needs a `bool`, but the tab's storage holds texts.
        let shared_device = RwSignal::new(shared_text.with_untracked(|text| text == SHARED));
        let input = Self {
            kind: saved.choice("kind"),
            name: saved.text("name"),
            identity: saved.text("identity"),
            phone: saved.text("phone"),
            identifier: saved.text("identifier"),
            organisation: saved.text("organisation"),
            tax_code: saved.text("tax_code"),
            position: saved.text("position"),
            birth_date: saved.text("birth_date"),
            shared_device,
            consents: RwSignal::new(Vec::new()),
        };
        let clear = saved.save_changes();
        effect(move || {
            shared_text.set(match shared_device.get() {
                true => SHARED.to_owned(),
                false => String::new(),
            });
        });
        // After a sign-in the texts are no longer needed. They are deleted, so that the next person who uses this
        // device can't see them.
        let is_signed_in = Memo::new(move |_| matches!(session.visitor(), Visitor::Citizen(_)));
        effect(move || {
            if is_signed_in.get() {
                clear();
                shared_device.set(false);
                input.consents.set(Vec::new());
            }
        });
        input
    }

    /// The chosen kind of account. A citizen's account until the citizen chooses another kind. Reactive.
    pub fn kind(self) -> AccountKind {
        self.kind.with(|key| parse_account_kind(key))
    }
}

/// Returns the typed texts from the context that `identity/routes.rs` provides.
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

/// Parses the key of a kind of account. An unknown key means a citizen's account.
fn parse_account_kind(key: &str) -> AccountKind {
    match key {
        ORGANISATION => AccountKind::Organisation,
        _ => AccountKind::Citizen,
    }
}
