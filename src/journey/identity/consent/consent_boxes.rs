//! Consent, purpose by purpose: a box each with its whole wording, never ticked beforehand, what there can be no
//! account without apart from what is up to the citizen. Wordings come from the backend.

use contract::consent::{Consent, ConsentPurpose, GivenConsent};
use leptos::prelude::*;

use crate::i18n::consents::ConsentWords;
use crate::i18n::{official, use_words};
use crate::page::form_submission::{FormSubmission, field_error};
use crate::session::portal_features::use_portal_value;
use crate::ui::error_summary::FieldError;
use crate::ui::{Checkbox, Fieldset};

/// The purposes that the backend asks consent for; `None` until it has answered.
pub(crate) fn use_purposes() -> Memo<Option<Vec<ConsentPurpose>>> {
    use_portal_value(|portal| portal.consents.clone())
}

/// The consent to a purpose in its present wording.
pub(crate) fn given(purpose: &ConsentPurpose) -> GivenConsent {
    GivenConsent {
        purpose: purpose.key.clone(),
        version: purpose.version,
    }
}

/// The required purposes among these that no consent in force covers.
pub(crate) fn lacking(purposes: &[ConsentPurpose], kept: &[Consent]) -> Vec<ConsentPurpose> {
    let covered = |purpose: &ConsentPurpose| {
        kept.iter().any(|consent| {
            consent.purpose == purpose.key
                && consent.version == purpose.version
                && consent.withdrawn_at.is_none()
        })
    };
    let asked = |purpose: &&ConsentPurpose| purpose.required && !covered(purpose);
    purposes.iter().filter(asked).cloned().collect()
}

/// What is wrong when the button is pressed: each required purpose without its tick.
pub(crate) fn unticked(
    words: &ConsentWords,
    purposes: &[ConsentPurpose],
    ticked: &[GivenConsent],
) -> Vec<FieldError> {
    let missing = |purpose: &&ConsentPurpose| purpose.required && !ticked.contains(&given(purpose));
    purposes
        .iter()
        .filter(missing)
        .map(|purpose| field_error(&id_of(purpose), words.missing))
        .collect()
}

/// What of the ticks holds for the present wordings.
pub(crate) fn in_force(purposes: &[ConsentPurpose], ticked: &[GivenConsent]) -> Vec<GivenConsent> {
    let all = purposes.iter().map(given);
    all.filter(|consent| ticked.contains(consent)).collect()
}

fn id_of(purpose: &ConsentPurpose) -> String {
    ["consent-", &purpose.key].concat()
}

/// The boxes.
#[component]
pub fn ConsentBoxes(
    /// What is wrong with the form they stand in.
    form: FormSubmission,
    /// The purposes.
    purposes: Vec<ConsentPurpose>,
    /// What is ticked.
    ticked: RwSignal<Vec<GivenConsent>>,
) -> impl IntoView {
    let words = use_words().consents();
    let (required, optional): (Vec<_>, Vec<_>) =
        purposes.into_iter().partition(|purpose| purpose.required);
    let boxes = move |purposes: Vec<ConsentPurpose>| {
        let boxes: Vec<AnyView> = purposes
            .into_iter()
            .map(|purpose| one(form, purpose, ticked))
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

fn one(
    form: FormSubmission,
    purpose: ConsentPurpose,
    ticked: RwSignal<Vec<GivenConsent>>,
) -> AnyView {
    let (id, consent) = (id_of(&purpose), given(&purpose));
    let checked = RwSignal::new(ticked.with_untracked(|all| all.contains(&consent)));
    let changed = Callback::new(move |()| {
        ticked.update(|all| {
            all.retain(|other| other.purpose != consent.purpose);
            if checked.get_untracked() {
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
            checked=checked
            error=form.error_at(id)
            on_change=changed
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

    fn kept(key: &str, version: u32, withdrawn: bool) -> Consent {
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
    fn only_required_purposes_must_be_ticked_and_each_is_told_at_its_box() {
        let words = Language::Vi.words().consents();
        let purposes = [purpose("file", 2, true), purpose("reuse", 1, false)];
        let wrong = unticked(words, &purposes, &[]);
        assert_eq!(wrong, [field_error("consent-file", words.missing)]);
        let earlier = GivenConsent {
            purpose: "file".to_owned(),
            version: 1,
        };
        assert_eq!(unticked(words, &purposes, &[earlier]).len(), 1);
        assert!(unticked(words, &purposes, &[given(&purposes[0])]).is_empty());
    }

    #[test]
    fn a_consent_withdrawn_or_to_another_wording_is_asked_for_again() {
        let purposes = [purpose("file", 2, true), purpose("reuse", 1, false)];
        for (kept, asked) in [
            (vec![], 1),
            (vec![kept("file", 1, false)], 1),
            (vec![kept("file", 2, true)], 1),
            (vec![kept("file", 2, false)], 0),
        ] {
            assert_eq!(lacking(&purposes, &kept).len(), asked, "{kept:?}");
        }
    }
}
