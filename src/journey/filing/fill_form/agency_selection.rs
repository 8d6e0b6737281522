//! The place of one agency while the citizen is choosing it: the select fields for province and commune, the resulting
//! agency, and the error if a choice is missing.

use contract::place::PlaceRef;
use domain::agency::agency_name;
use leptos::prelude::*;

use crate::answers::place_picker::PlacePicker;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::page::load_errors::title_prefix;
use crate::reactive::dynamic;
use crate::ui::{FieldError, MixedText};

/// The select fields for province and commune. Below them is the name of the agency that will receive the dossier.
#[component]
pub(super) fn AgencyFields(
    /// The place that is chosen so far.
    selection: AgencySelection,
    /// The kind of agency, in the procedure's wording.
    receiver: String,
    /// Name of the procedure that the agency handles. `None` if the citizen files a single procedure.
    part: Option<String>,
    /// Called after each choice in these select fields.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let lang = official();
    let agency = dynamic(move || {
        let place = places.name(&selection.province.get(), &selection.commune.get())?;
        let words = MixedText::from(words.will_receive.to_owned() + " ");
        Some(words.and(lang, agency_name(&receiver, &place)).render())
    });
    view! {
        <p class="lede">{words.agency_help}</p>
        {part.map(|part| view! { <h2 lang=lang>{part}</h2> })}
        <PlacePicker
            id=selection.id()
            province=selection.province
            commune=selection.commune
            error=selection.error()
            on_change=on_change
        />
        <p class="agency" role="status">{agency}</p>
    }
}

/// The place of one agency while the citizen is choosing it, and the error if a choice is missing. All copies share one
/// state.
#[derive(Clone, Copy)]
pub struct AgencySelection {
    /// Code of the chosen province; empty if none is chosen.
    pub(super) province: RwSignal<String>,
    /// Code of the chosen commune; empty if none is chosen.
    pub(super) commune: RwSignal<String>,
    /// The error for the missing choice, after the citizen has pressed «Thêm mới» or «Tiếp tục». Empty if no choice is
    /// missing.
    pub(super) problems: RwSignal<Vec<FieldError>>,
    /// Prefix of the element ids of the two select fields.
    id: StoredValue<String>,
}

impl AgencySelection {
    /// Creates an empty selection. `id` is the prefix of the element ids of the two select fields.
    pub(super) fn new(id: &str) -> Self {
        Self {
            province: RwSignal::new(String::new()),
            commune: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
            id: StoredValue::new(id.to_owned()),
        }
    }

    /// The prefix of the element ids of the two select fields.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// The error message for the two select fields; `None` if no choice is missing.
    pub(super) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems
                .with(|problems| problems.first().map(|problem| problem.message.text()))
        })
    }

    /// Shows a place that is already known in the select fields.
    pub(super) fn set_place(self, place: PlaceRef) {
        self.province.set(place.province);
        self.commune.set(place.commune);
    }

    /// The place that is chosen so far. The code of the province or of the commune may be empty. Not reactive.
    pub(super) fn place(self) -> PlaceRef {
        PlaceRef {
            province: self.province.get_untracked(),
            commune: self.commune.get_untracked(),
        }
    }

    /// The place, if both province and commune are chosen. Not reactive.
    pub(super) fn complete_place(self) -> Option<PlaceRef> {
        Some(self.place()).filter(|place| !place.province.is_empty() && !place.commune.is_empty())
    }

    /// Whether both province and commune are chosen. Reactive.
    pub(super) fn is_complete(self) -> bool {
        let is_chosen = |code: RwSignal<String>| code.with(|code| !code.is_empty());
        is_chosen(self.province) && is_chosen(self.commune)
    }

    /// Clears the error if the missing choice has been made.
    pub(super) fn clear_resolved(self) {
        if self.complete_place().is_some() {
            self.problems.set(Vec::new());
        }
    }

    /// Returns the place if it is complete. Otherwise shows which choice is missing.
    pub(super) fn validate(self) -> Option<PlaceRef> {
        let place = self.complete_place();
        self.problems.set(match place {
            Some(_) => Vec::new(),
            None => vec![FieldError {
                field: self.missing_field(),
                message: use_words().fill_form().choose_agency.into(),
            }],
        });
        place
    }

    /// Element id of the select field in which no choice is made.
    fn missing_field(self) -> String {
        let list = match self.province.with_untracked(String::is_empty) {
            true => "-province",
            false => "-commune",
        };
        [&self.id(), list].concat()
    }

    /// Prefix of the window's title. It announces the error while a choice is missing.
    pub(super) fn title_prefix(self) -> Signal<String> {
        title_prefix(move || !self.problems.with(Vec::is_empty))
    }
}
