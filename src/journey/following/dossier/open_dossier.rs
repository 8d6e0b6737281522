//! The state of a dossier's page: the dossier, and what the citizen has opened on the page. What shows the dossier is rendered
//! again when it changes, and this state stays.

use std::sync::Arc;

use contract::dossier::{Dossier, Rating};
use contract::endpoints::GET_DOSSIER;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::page;
use crate::journey::following::downloads::Downloads;
use crate::journey::following::live::keeps_page;
use crate::journey::following::rating::RATING_HEADING;
use crate::ui::focus::{PAGE_HEADING, focus_after_render};

/// The state of a dossier's page. All copies share it.
#[derive(Clone, Copy)]
pub(super) struct OpenDossier {
    /// The dossier. A history may have thousands of steps, so the dossier is shared and never copied.
    pub(super) load: RwSignal<Load<Arc<Dossier>>>,
    /// A newer state of the dossier that waits until the citizen has finished what they are doing.
    pub(super) newer: RwSignal<Option<Arc<Dossier>>>,
    /// Why the refresh that the citizen asked for has failed.
    pub(super) refresh_error: RwSignal<Option<ClientError>>,
    /// The downloads of result files.
    pub(super) downloads: Downloads,
    /// The number of steps of the history that are shown, unless it has fewer. `None`: those that are shown at first.
    pub(super) shown_steps: RwSignal<Option<usize>>,
    /// Whether the citizen changes their rating.
    pub(super) changes_rating: RwSignal<bool>,
    /// Whether the explanation of the due date is open.
    pub(super) explains_due: RwSignal<bool>,
    code: StoredValue<String>,
    requests: StoredValue<Requests>,
    api: Api,
}

/// The requests that load the dossier. The response to an earlier one than the latest is ignored.
#[derive(Clone, Copy, Debug, Default)]
struct Requests {
    latest: u32,
    /// Whether the citizen has asked for a request whose response hasn't arrived.
    is_wanted: bool,
}

impl Requests {
    /// Begins a request. Returns its number.
    fn begin(&mut self, is_wanted: bool) -> u32 {
        self.latest = self.latest.wrapping_add(1);
        self.is_wanted |= is_wanted;
        self.latest
    }

    /// Ends a request. Returns whether the citizen waits for the response, or `None` if it is outdated.
    fn end(&mut self, number: u32) -> Option<bool> {
        (number == self.latest).then(|| std::mem::take(&mut self.is_wanted))
    }
}

impl OpenDossier {
    /// Creates the state for the dossier with this code.
    pub(super) fn new(code: String) -> Self {
        Self {
            load: RwSignal::new(Load::Waiting),
            newer: RwSignal::new(None),
            refresh_error: RwSignal::new(None),
            downloads: Downloads::new(&code),
            shown_steps: RwSignal::new(None),
            changes_rating: RwSignal::new(false),
            explains_due: RwSignal::new(false),
            code: StoredValue::new(code),
            requests: StoredValue::new(Requests::default()),
            api: use_api(),
        }
    }

    /// Whether the page shows the dossier with this code.
    pub(super) fn is_of(self, code: &str) -> bool {
        self.code.try_with_value(|own| own == code) == Some(true)
    }

    /// Loads the dossier again. `is_wanted`: the citizen has asked for it.
    pub(super) fn refresh(self, is_wanted: bool) {
        let number = self
            .requests
            .try_update_value(|requests| requests.begin(is_wanted));
        let (Some(number), Some(code)) = (number, self.code.try_get_value()) else {
            return;
        };
        spawn_local(async move {
            let answer = self.api.get(&GET_DOSSIER, &[&code], "").await;
            let is_wanted = self
                .requests
                .try_update_value(|requests| requests.end(number));
            // `None`: outdated, or the page is closed.
            if let Some(is_wanted) = is_wanted.flatten() {
                self.accept(answer.map(Arc::new), is_wanted);
            }
        });
    }

    fn accept(self, answer: Result<Arc<Dossier>, ClientError>, is_wanted: bool) {
        let is_kept = self.load.with_untracked(|load| keeps_page(load, &answer));
        match answer {
            Err(error) if is_kept => {
                if is_wanted {
                    self.refresh_error.set(Some(error));
                }
            }
            Ok(_) if is_kept => {
                self.refresh_error.set(None);
                self.newer.set(None);
            }
            // A new page would close the dialog, or take the focus from the field or from the button of the download.
            Ok(dossier) if !is_wanted && self.is_in_use() => self.newer.set(Some(dossier)),
            answer => {
                self.refresh_error.set(None);
                self.newer.set(None);
                self.load.set(answer.map_or_else(Load::Failed, Load::Ready));
            }
        }
    }

    fn is_in_use(self) -> bool {
        page::is_in_use() || self.downloads.is_running()
    }

    /// Shows the newer state that has waited, on the citizen's request.
    pub(super) fn show_newer(self) {
        if let Some(dossier) = self.newer.try_update(Option::take).flatten() {
            self.load.set(Load::Ready(dossier));
            // The button that was pressed is gone.
            focus_after_render(PAGE_HEADING);
        }
    }

    /// Shows the dossier as a response to a change has returned it.
    pub(super) fn show_changed(self, dossier: Dossier) {
        self.newer.set(None);
        self.load.set(Load::Ready(Arc::new(dossier)));
        // The section with the button that was pressed is gone.
        focus_after_render(PAGE_HEADING);
        // A response that is on its way is older.
        self.refresh(false);
    }

    /// Shows the rating that the office has received.
    pub(super) fn show_rating(self, rating: &Rating) {
        let rate = |dossier: &mut Arc<Dossier>| {
            Arc::make_mut(dossier).rating = Some(rating.clone());
        };
        self.changes_rating.set(false);
        self.newer.update(|newer| newer.iter_mut().for_each(rate));
        self.load.update(|load| {
            if let Load::Ready(dossier) = load {
                rate(dossier);
            }
        });
        // The button that was pressed is gone with its form.
        focus_after_render(RATING_HEADING);
        self.refresh(false);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_latest_response_counts_and_the_citizens_request_is_not_forgotten() {
        let mut requests = Requests::default();
        let wanted = requests.begin(true);
        let background = requests.begin(false);
        assert_eq!(requests.end(wanted), None);
        assert_eq!(requests.end(background), Some(true));
        let next = requests.begin(false);
        assert_eq!(requests.end(next), Some(false));
    }
}
