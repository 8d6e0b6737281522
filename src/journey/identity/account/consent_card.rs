//! The card of one consent purpose (a purpose for which personal data is processed). It shows the purpose's full
//! wording, the status of the consent, and the button that changes it.
//! A required consent can't be withdrawn while the account exists; its card links to the page that closes the account.

use contract::Timestamp;
use contract::consent::{Consent, ConsentChange, ConsentPurpose};
use leptos::prelude::*;

use crate::i18n::account::AccountConsentWords;
use crate::i18n::official;
use crate::page::dates::format_time;
use crate::routes;
use crate::ui::{Button, ButtonKind, Card};

/// The status of the citizen's consent to a purpose. Each variant with a time contains the time of the consent or of
/// its withdrawal.
#[derive(Clone, Debug, PartialEq, Eq)]
enum ConsentStatus {
    /// The citizen has consented to the current wording.
    Given(Timestamp),
    /// The citizen has consented to an earlier wording, but not to the current one.
    Outdated(Timestamp),
    /// The citizen has withdrawn the consent.
    Withdrawn(Timestamp),
    /// The citizen has never consented.
    Never,
}

/// Determines the status from the newest consent to the purpose. `consents` are ordered from newest to oldest.
fn consent_status(purpose: &ConsentPurpose, consents: &[Consent]) -> ConsentStatus {
    let newest = consents
        .iter()
        .find(|consent| consent.purpose == purpose.key);
    match newest {
        None => ConsentStatus::Never,
        Some(consent) => match &consent.withdrawn_at {
            Some(at) => ConsentStatus::Withdrawn(at.clone()),
            None if consent.version == purpose.version => {
                ConsentStatus::Given(consent.given_at.clone())
            }
            None => ConsentStatus::Outdated(consent.given_at.clone()),
        },
    }
}

/// Renders the card of one consent purpose.
pub(super) fn consent_card(
    text: &'static AccountConsentWords,
    purpose: ConsentPurpose,
    consents: &[Consent],
    change: Callback<ConsentChange>,
) -> AnyView {
    let status = consent_status(&purpose, consents);
    let status_text = match &status {
        ConsentStatus::Given(at) => text.given_at.to_owned() + &format_time(at),
        ConsentStatus::Outdated(at) => {
            [text.given_at, &format_time(at), ". ", text.outdated].concat()
        }
        ConsentStatus::Withdrawn(at) => text.withdrawn_at.to_owned() + &format_time(at),
        ConsentStatus::Never => text.never.to_owned(),
    };
    let is_given = matches!(status, ConsentStatus::Given(_));
    // A screen reader reads this text after the button's label. So the citizen can tell the buttons of several cards
    // apart.
    let context = purpose.title.clone();
    // The button always requests the opposite of the current status: it withdraws a given consent, and gives a missing
    // one.
    let requested = ConsentChange {
        purpose: purpose.key,
        version: purpose.version,
        given: !is_given,
    };
    // No account can exist without the required consents. So the card of a given required consent has no button, only a
    // link to the page that closes the account.
    let action = match is_given && purpose.required {
        true => view! {
            <p>
                {text.required} " " <a href=routes::close_account()>{text.close}</a> "."
            </p>
        }
        .into_any(),
        false => {
            let label = if is_given { text.withdraw } else { text.give };
            view! {
                <div class="row">
                    <Button
                        kind=ButtonKind::Secondary
                        on_press=Callback::new(move |()| change.run(requested.clone()))
                    >
                        {label}
                        <span class="visually-hidden" lang=official()>
                            " "
                            {context}
                        </span>
                    </Button>
                </div>
            }
            .into_any()
        }
    };
    view! {
        <li>
            <Card>
                <h2 class="card__title" lang=official()>{purpose.title}</h2>
                <p lang=official()>{purpose.wording}</p>
                <div class="card__body">
                    <p>{status_text}</p>
                    {action}
                </div>
            </Card>
        </li>
    }
    .into_any()
}

/// Renders all consents that the citizen has ever given, with their wordings and times.
pub(super) fn consent_history(
    text: &'static AccountConsentWords,
    consents: Vec<Consent>,
) -> AnyView {
    let item = |consent: Consent| {
        // The version number distinguishes two wordings that look alike.
        let version = consent.version.to_string();
        let version_and_time = [
            text.version,
            &version,
            ". ",
            text.given_at,
            &format_time(&consent.given_at),
        ];
        let withdrawn = consent
            .withdrawn_at
            .map(|at| view! { <p>{text.withdrawn_at.to_owned() + &format_time(&at)}</p> });
        view! {
            <li>
                <p lang=official()>{consent.wording}</p>
                <p class="muted">{version_and_time.concat()}</p>
                {withdrawn}
            </li>
        }
    };
    let items: Vec<_> = consents.into_iter().map(item).collect();
    view! { <ul class="consent-history">{items}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> Timestamp {
        Timestamp(["2026-11-", day, "T08:00:00Z"].concat())
    }

    fn consent(version: u32, given_on: &str, withdrawn_on: Option<&str>) -> Consent {
        Consent {
            purpose: "reuse_answers".to_owned(),
            version,
            wording: String::new(),
            given_at: at(given_on),
            withdrawn_at: withdrawn_on.map(at),
        }
    }

    #[test]
    fn the_newest_consent_decides_the_status() {
        let purpose = ConsentPurpose {
            key: "reuse_answers".to_owned(),
            version: 2,
            title: String::new(),
            wording: String::new(),
            required: false,
        };
        let status = |consents: &[Consent]| consent_status(&purpose, consents);
        assert_eq!(status(&[]), ConsentStatus::Never);
        assert_eq!(
            status(&[consent(1, "01", None)]),
            ConsentStatus::Outdated(at("01"))
        );
        let again = [consent(2, "03", None), consent(2, "01", Some("02"))];
        assert_eq!(status(&again), ConsentStatus::Given(at("03")));
        let withdrawn = [consent(2, "01", Some("02"))];
        assert_eq!(status(&withdrawn), ConsentStatus::Withdrawn(at("02")));
    }
}
