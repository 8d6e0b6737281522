//! One checkbox for each consent purpose (a purpose for which personal data is processed). The full wording of each
//! purpose comes from the backend. No checkbox is checked in advance. The required purposes are separate from the
//! optional purposes.

use contract::consent::{Consent, ConsentPurpose, GivenConsent};
use leptos::prelude::*;

use crate::i18n::consents::ConsentWords;
use crate::i18n::{official, use_words};
use crate::page::form_submission::{FormSubmission, field_error};
use crate::session::portal_features::use_portal_value;
use crate::ui::error_summary::FieldError;
use crate::ui::{Checkbox, Fieldset};

/// The purposes for which the backend asks for consent. `None` until the portal's description is loaded.
pub(crate) fn use_purposes() -> Memo<Option<Vec<ConsentPurpose>>> {
    use_portal_value(|portal| portal.consents.clone())
}

/// Makes the consent to the current wording of a purpose.
pub(crate) fn consent_to(purpose: &ConsentPurpose) -> GivenConsent {
    GivenConsent {
        purpose: purpose.key.clone(),
        version: purpose.version,
    }
}

/// The required purposes to which `consents` has no valid consent: it was never given, it was withdrawn, or it was
/// given to an earlier wording.
pub(crate) fn missing_purposes(
    purposes: &[ConsentPurpose],
    consents: &[Consent],
) -> Vec<ConsentPurpose> {
    let is_covered = |purpose: &ConsentPurpose| {
        consents.iter().any(|consent| {
            consent.purpose == purpose.key
                && consent.version == purpose.version
                && consent.withdrawn_at.is_none()
        })
    };
    let is_missing = |purpose: &&ConsentPurpose| purpose.required && !is_covered(purpose);
    purposes.iter().filter(is_missing).cloned().collect()
}

/// The errors to show after the citizen has pressed the form's button: one for each required purpose whose checkbox
/// isn't checked.
pub(crate) fn validate_consents(
    words: &ConsentWords,
    purposes: &[ConsentPurpose],
    checked: &[GivenConsent],
) -> Vec<FieldError> {
    let is_missing =
        |purpose: &&ConsentPurpose| purpose.required && !checked.contains(&consent_to(purpose));
    purposes
        .iter()
        .filter(is_missing)
        .map(|purpose| field_error(&checkbox_id(purpose), words.missing))
        .collect()
}

/// The checked consents whose version is the current wording of the purpose.
pub(crate) fn current_consents(
    purposes: &[ConsentPurpose],
    checked: &[GivenConsent],
) -> Vec<GivenConsent> {
    let all = purposes.iter().map(consent_to);
    all.filter(|consent| checked.contains(consent)).collect()
}

/// Element id of a purpose's checkbox. The error summary links to it.
fn checkbox_id(purpose: &ConsentPurpose) -> String {
    ["consent-", &purpose.key].concat()
}

/// Shows the checkboxes.
/// Required and optional purposes are two groups, each with its own legend.
#[component]
pub fn ConsentBoxes(
    /// Errors of the form, and the state of its request.
    form: FormSubmission,
    /// The purposes that the checkboxes are for.
    purposes: Vec<ConsentPurpose>,
    /// The consents whose checkboxes are checked.
    checked: RwSignal<Vec<GivenConsent>>,
) -> impl IntoView {
    let words = use_words().consents();
    let (required, optional): (Vec<_>, Vec<_>) =
        purposes.into_iter().partition(|purpose| purpose.required);
    // Renders the checkboxes of one group.
    let boxes = move |purposes: Vec<ConsentPurpose>| {
        let boxes: Vec<AnyView> = purposes
            .into_iter()
            .map(|purpose| checkbox(form, purpose, checked))
            .collect();
        boxes
    };
    view! {
        {(!required.is_empty())
            .then(|| {
                view! {
                    <Fieldset id="consents-required" legend=words.required>
                        {boxes(required)}
                    </Fieldset>
                }
            })}
        {(!optional.is_empty())
            .then(|| {
                view! {
                    <Fieldset
                        id="consents-optional"
                        legend=words.optional
                        hint=words.optional_hint
                    >
                        {boxes(optional)}
                    </Fieldset>
                }
            })}
    }
}

/// Renders the checkbox of one purpose, and updates `checked` with it. If `checked` has a consent to another version of
/// the wording, it is replaced.
fn checkbox(
    form: FormSubmission,
    purpose: ConsentPurpose,
    checked: RwSignal<Vec<GivenConsent>>,
) -> AnyView {
    let (id, consent) = (checkbox_id(&purpose), consent_to(&purpose));
    let is_checked = RwSignal::new(checked.with_untracked(|all| all.contains(&consent)));
    let on_change = Callback::new(move |()| {
        checked.update(|all| {
            all.retain(|other| other.purpose != consent.purpose);
            if is_checked.get_untracked() {
                all.push(consent.clone());
            }
        });
    });
    view! {
        <Checkbox
            id=id.clone()
            label=purpose.title
            hint=purpose.wording
            lang=official()
            checked=is_checked
            error=form.error_at(id)
            on_change=on_change
        />
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use contract::Timestamp;

    fn purpose(key: &str, version: u32, required: bool) -> ConsentPurpose {
        ConsentPurpose {
            key: key.to_owned(),
            version,
            title: String::new(),
            wording: String::new(),
            required,
        }
    }

    fn consent(key: &str, version: u32, withdrawn: bool) -> Consent {
        let at = Timestamp("2026-11-22T08:00:00Z".to_owned());
        Consent {
            purpose: key.to_owned(),
            version,
            wording: String::new(),
            given_at: at.clone(),
            withdrawn_at: withdrawn.then_some(at),
        }
    }

    #[test]
    fn reports_each_required_purpose_without_a_check_at_its_checkbox() {
        let words = Language::Vi.words().consents();
        let purposes = [purpose("file", 2, true), purpose("reuse", 1, false)];
        let errors = validate_consents(words, &purposes, &[]);
        assert_eq!(errors, [field_error("consent-file", words.missing)]);
        let earlier = GivenConsent {
            purpose: "file".to_owned(),
            version: 1,
        };
        assert_eq!(validate_consents(words, &purposes, &[earlier]).len(), 1);
        assert!(validate_consents(words, &purposes, &[consent_to(&purposes[0])]).is_empty());
    }

    #[test]
    fn a_withdrawn_or_outdated_consent_is_missing() {
        let purposes = [purpose("file", 2, true), purpose("reuse", 1, false)];
        for (consents, missing) in [
            (vec![], 1),
            (vec![consent("file", 1, false)], 1),
            (vec![consent("file", 2, true)], 1),
            (vec![consent("file", 2, false)], 0),
        ] {
            assert_eq!(
                missing_purposes(&purposes, &consents).len(),
                missing,
                "{consents:?}"
            );
        }
    }
}
