//! One purpose: its whole wording, how the consent to it stands, and the one way to change that.

use contract::Timestamp;
use contract::consent::{Consent, ConsentChange, ConsentPurpose};
use leptos::prelude::*;

use crate::i18n::account::AccountConsentWords;
use crate::i18n::official;
use crate::page::dates::format_time;
use crate::routes;
use crate::ui::{Button, ButtonKind, Card};

/// How the consent to a purpose stands.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Standing {
    /// Given to the present wording.
    Given(Timestamp),
    /// Given to an earlier wording.
    Outdated(Timestamp),
    /// Withdrawn.
    Withdrawn(Timestamp),
    /// Never given.
    Never,
}

/// The consents come newest first.
fn standing(purpose: &ConsentPurpose, kept: &[Consent]) -> Standing {
    let newest = kept.iter().find(|consent| consent.purpose == purpose.key);
    match newest {
        None => Standing::Never,
        Some(consent) => match &consent.withdrawn_at {
            Some(at) => Standing::Withdrawn(at.clone()),
            None if consent.version == purpose.version => Standing::Given(consent.given_at.clone()),
            None => Standing::Outdated(consent.given_at.clone()),
        },
    }
}

/// Draws one purpose.
pub(super) fn card(
    text: &'static AccountConsentWords,
    purpose: ConsentPurpose,
    kept: &[Consent],
    change: Callback<ConsentChange>,
) -> AnyView {
    let standing = standing(&purpose, kept);
    let said = match &standing {
        Standing::Given(at) => text.given_at.to_owned() + &format_time(at),
        Standing::Outdated(at) => [text.given_at, &format_time(at), ". ", text.outdated].concat(),
        Standing::Withdrawn(at) => text.withdrawn_at.to_owned() + &format_time(at),
        Standing::Never => text.never.to_owned(),
    };
    let given = matches!(standing, Standing::Given(_));
    let context = purpose.title.clone();
    let wanted = ConsentChange {
        purpose: purpose.key,
        version: purpose.version,
        given: !given,
    };
    let way = match given && purpose.required {
        true => view! {
            <p>
                {text.required} " " <a href=routes::close_account()>{text.close}</a> "."
            </p>
        }
        .into_any(),
        false => {
            let label = if given { text.withdraw } else { text.give };
            view! {
                <div class="row">
                    <Button
                        kind=ButtonKind::Secondary
                        on_press=Callback::new(move |()| change.run(wanted.clone()))
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
                <div class="card__rest">
                    <p>{said}</p>
                    {way}
                </div>
            </Card>
        </li>
    }
    .into_any()
}

/// Every consent ever given, with its wording and its times.
pub(super) fn history(text: &'static AccountConsentWords, kept: Vec<Consent>) -> AnyView {
    let one = |consent: Consent| {
        let version = consent.version.to_string();
        let given = [
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
                <p class="quiet">{given.concat()}</p>
                {withdrawn}
            </li>
        }
    };
    let all: Vec<_> = kept.into_iter().map(one).collect();
    view! { <ul class="consent-history">{all}</ul> }.into_any()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(day: &str) -> Timestamp {
        Timestamp(["2026-11-", day, "T08:00:00Z"].concat())
    }

    fn kept(version: u32, given: &str, withdrawn: Option<&str>) -> Consent {
        Consent {
            purpose: "reuse_answers".to_owned(),
            version,
            wording: String::new(),
            given_at: at(given),
            withdrawn_at: withdrawn.map(at),
        }
    }

    #[test]
    fn the_newest_consent_tells_how_a_purpose_stands() {
        let purpose = ConsentPurpose {
            key: "reuse_answers".to_owned(),
            version: 2,
            title: String::new(),
            wording: String::new(),
            required: false,
        };
        let of = |kept: &[Consent]| standing(&purpose, kept);
        assert_eq!(of(&[]), Standing::Never);
        assert_eq!(of(&[kept(1, "01", None)]), Standing::Outdated(at("01")));
        let again = [kept(2, "03", None), kept(2, "01", Some("02"))];
        assert_eq!(of(&again), Standing::Given(at("03")));
        let withdrawn = [kept(2, "01", Some("02"))];
        assert_eq!(of(&withdrawn), Standing::Withdrawn(at("02")));
    }
}
