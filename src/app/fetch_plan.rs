//! Which chunks the app fetches before their pages are opened. The citizen should rarely wait for a chunk, and never pay
//! for one that they don't use. A page whose chunk isn't there yet fetches it itself (`chunks.rs`).

use crate::routes::{FilingRoute, FindRoute, Route};

/// A wing of the app. Each wing is one chunk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wing {
    /// The pages that need no sign-in.
    Find,
    /// Registration, sign-in and the account, and the views of the session on every page.
    Identity,
    /// The pages of a draft.
    Filing,
    /// The pages about dossiers that were sent, and the link to the notices on every page.
    Following,
}

impl Wing {
    /// The wing that contains the page of a route. `None` if the main wasm contains the page.
    pub(super) const fn of(route: &Route) -> Option<Self> {
        match route {
            Route::Find(_) => Some(Self::Find),
            Route::Identity(_) => Some(Self::Identity),
            Route::Filing(_) => Some(Self::Filing),
            Route::Following(_) => Some(Self::Following),
            Route::Home | Route::Gallery | Route::NotFound => None,
        }
    }

    const fn alone(self) -> &'static [Self] {
        match self {
            Self::Find => &[Self::Find],
            Self::Identity => &[Self::Identity],
            Self::Filing => &[Self::Filing],
            Self::Following => &[Self::Following],
        }
    }
}

/// The internet connection, as far as the browser describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Line {
    /// Nothing speaks against fetching a chunk that is probably needed soon.
    Usual,
    /// The connection is slow, or the citizen wants to save data.
    Scarce,
}

impl Line {
    /// The slowest connection that counts as usual, in megabits per second.
    const MIN_MEGABITS: f64 = 0.4;

    /// Judges a connection by the properties of `navigator.connection` (Network Information API). A property that the
    /// browser doesn't report is `None`.
    pub(super) fn new(saves_data: bool, kind: Option<&str>, megabits: Option<f64>) -> Self {
        let is_slow_kind = matches!(kind, Some("2g" | "slow-2g"));
        let is_slow = megabits.is_some_and(|megabits| megabits < Self::MIN_MEGABITS);
        match saves_data || is_slow_kind || is_slow {
            true => Self::Scarce,
            false => Self::Usual,
        }
    }
}

/// What the citizen does, from which the app concludes what they need next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Occasion {
    /// A finger or the mouse button is down on a link to a page of this wing.
    PressesLink(Wing),
    /// A link to a page of this wing has the focus.
    FocusesLink(Wing),
    /// The search field of the home page has the focus.
    FocusesSearch,
    /// A citizen is signed in.
    IsSignedIn,
    /// The session of a guest has a message, for example that it has ended in another tab.
    HasSessionMessage,
    /// A signed-in citizen reads what to prepare for a procedure, above the button «Nộp hồ sơ».
    PreparesFiling,
    /// A draft is open. From now on the line may be lost at any time, and the citizen must still get as far as the
    /// receipt, and renew the session on the way.
    HasOpenDraft,
}

impl Occasion {
    /// What the citizen is doing on the page of a route.
    pub(super) const fn on_page(route: &Route, is_signed_in: bool) -> Option<Self> {
        match route {
            Route::Filing(FilingRoute::Draft(_, _) | FilingRoute::Reply(_)) => {
                Some(Self::HasOpenDraft)
            }
            Route::Find(FindRoute::Prepare(_)) if is_signed_in => Some(Self::PreparesFiling),
            _ => None,
        }
    }

    /// Whether the chunks are fetched only when the page has nothing else to do. For a search that is between two letters:
    /// to start a chunk blocks a slow phone for a moment.
    pub(super) const fn waits_until_idle(self) -> bool {
        matches!(
            self,
            Self::FocusesSearch | Self::IsSignedIn | Self::PreparesFiling
        )
    }
}

/// The chunks to fetch, in this order.
pub(super) const fn chunks_to_fetch(occasion: Occasion, line: Line) -> &'static [Wing] {
    use Wing::{Filing, Find, Following, Identity};
    match (occasion, line) {
        (Occasion::HasOpenDraft, _) => &[Filing, Identity, Following],
        (Occasion::IsSignedIn, Line::Usual) => &[Identity, Following],
        (Occasion::IsSignedIn | Occasion::HasSessionMessage, _) => &[Identity],
        (Occasion::PressesLink(wing), Line::Usual) => wing.alone(),
        (Occasion::FocusesLink(wing @ (Find | Identity)), Line::Usual) => wing.alone(),
        (Occasion::FocusesSearch, Line::Usual) => &[Find],
        (Occasion::PreparesFiling, Line::Usual) => &[Filing],
        (Occasion::FocusesLink(_), Line::Usual) | (_, Line::Scarce) => &[],
    }
}

#[cfg(test)]
mod tests {
    use Wing::{Filing, Find, Following, Identity};

    use super::*;
    use crate::routes::DraftStep;

    fn on_usual_line(occasion: Occasion) -> &'static [Wing] {
        chunks_to_fetch(occasion, Line::Usual)
    }

    #[test]
    fn fetches_what_the_citizen_is_about_to_open() {
        assert_eq!(on_usual_line(Occasion::FocusesSearch), [Find]);
        for wing in [Find, Identity, Filing, Following] {
            assert_eq!(on_usual_line(Occasion::PressesLink(wing)), [wing]);
        }
        assert_eq!(on_usual_line(Occasion::FocusesLink(Identity)), [Identity]);
        assert_eq!(on_usual_line(Occasion::PreparesFiling), [Filing]);
    }

    #[test]
    fn moving_the_focus_along_the_header_fetches_no_large_chunk() {
        assert_eq!(on_usual_line(Occasion::FocusesLink(Following)), []);
        assert_eq!(on_usual_line(Occasion::FocusesLink(Filing)), []);
    }

    #[test]
    fn a_signed_in_citizen_gets_the_views_of_the_session_even_on_a_scarce_line() {
        assert_eq!(on_usual_line(Occasion::IsSignedIn), [Identity, Following]);
        assert_eq!(
            chunks_to_fetch(Occasion::IsSignedIn, Line::Scarce),
            [Identity]
        );
        assert_eq!(
            chunks_to_fetch(Occasion::HasSessionMessage, Line::Scarce),
            [Identity]
        );
    }

    #[test]
    fn nothing_is_fetched_ahead_of_need_on_a_scarce_line() {
        for occasion in [
            Occasion::PressesLink(Find),
            Occasion::FocusesLink(Identity),
            Occasion::FocusesSearch,
            Occasion::PreparesFiling,
        ] {
            assert_eq!(chunks_to_fetch(occasion, Line::Scarce), [], "{occasion:?}");
        }
    }

    #[test]
    fn an_open_draft_fetches_all_that_it_needs_through_to_the_receipt_on_any_line() {
        let draft = Route::Filing(FilingRoute::Draft(String::new(), DraftStep::Review));
        let occasion = Occasion::HasOpenDraft;
        assert_eq!(Occasion::on_page(&draft, true), Some(occasion));
        for line in [Line::Usual, Line::Scarce] {
            assert_eq!(
                chunks_to_fetch(occasion, line),
                [Filing, Identity, Following]
            );
        }
        assert!(!occasion.waits_until_idle());
    }

    #[test]
    fn a_guest_who_reads_a_procedure_fetches_nothing_of_the_filing() {
        let prepare = Route::Find(FindRoute::Prepare("1.000656".to_owned()));
        assert_eq!(Occasion::on_page(&prepare, false), None);
        assert_eq!(
            Occasion::on_page(&prepare, true),
            Some(Occasion::PreparesFiling)
        );
    }

    #[test]
    fn a_line_is_scarce_if_any_property_says_so_and_usual_if_the_browser_says_nothing() {
        assert_eq!(Line::new(false, None, None), Line::Usual);
        assert_eq!(Line::new(false, Some("4g"), Some(1.5)), Line::Usual);
        assert_eq!(Line::new(false, Some("3g"), Some(0.4)), Line::Usual);
        for scarce in [
            Line::new(true, Some("4g"), Some(10.0)),
            Line::new(false, Some("2g"), None),
            Line::new(false, Some("slow-2g"), None),
            Line::new(false, Some("3g"), Some(0.39)),
        ] {
            assert_eq!(scarce, Line::Scarce);
        }
    }
}
