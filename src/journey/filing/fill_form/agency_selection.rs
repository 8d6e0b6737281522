//! The place of one agency while it is being chosen: the two lists, the agency that follows, and what is missing.

use contract::place::PlaceRef;
use domain::agency::agency_name;
use leptos::prelude::*;

use crate::answers::place_picker::PlacePicker;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::page::load_errors::title_prefix;
use crate::ui::{FieldError, MixedText};

/// The lists of provinces and communes, and the agency that will receive the dossier.
#[component]
pub(super) fn AgencyFields(
    /// The chosen place.
    selection: AgencySelection,
    /// The kind of agency, as the procedure names it.
    receiver: String,
    /// Name of the procedure that the agency handles, if the group has several.
    part: Option<String>,
    /// Runs after a choice.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let lang = official();
    let agency = move || {
        let place = places.name(&selection.province.get(), &selection.commune.get())?;
        let words = MixedText::from(words.will_receive.to_owned() + " ");
        Some(words.and(lang, agency_name(&receiver, &place)).render())
    };
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

/// The place of an agency that is being chosen, and its problems. Copies are the same selection.
#[derive(Clone, Copy)]
pub struct AgencySelection {
    /// Code of the province, or empty.
    pub(super) province: RwSignal<String>,
    /// Code of the commune, or empty.
    pub(super) commune: RwSignal<String>,
    /// The missing choice, after «Thêm mới» or «Tiếp tục» was pressed.
    pub(super) problems: RwSignal<Vec<FieldError>>,
    /// Prefix of the controls' element ids.
    id: StoredValue<String>,
}

impl AgencySelection {
    /// Creates an empty selection. `id` is the prefix of its controls' element ids.
    pub(super) fn new(id: &str) -> Self {
        Self {
            province: RwSignal::new(String::new()),
            commune: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
            id: StoredValue::new(id.to_owned()),
        }
    }

    /// The prefix of the controls' element ids.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// The error text for the controls.
    pub(super) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems
                .with(|problems| problems.first().map(|problem| problem.message.text()))
        })
    }

    /// Fills in a known place.
    pub(super) fn set_place(self, place: PlaceRef) {
        self.province.set(place.province);
        self.commune.set(place.commune);
    }

    /// The place chosen so far; either code may be empty. Not reactive.
    pub(super) fn place(self) -> PlaceRef {
        PlaceRef {
            province: self.province.get_untracked(),
            commune: self.commune.get_untracked(),
        }
    }

    /// The place if both lists have a choice. Not reactive.
    pub(super) fn complete_place(self) -> Option<PlaceRef> {
        Some(self.place()).filter(|place| !place.province.is_empty() && !place.commune.is_empty())
    }

    /// Whether both lists have a choice. Reactive.
    pub(super) fn is_complete(self) -> bool {
        let is_chosen = |code: RwSignal<String>| code.with(|code| !code.is_empty());
        is_chosen(self.province) && is_chosen(self.commune)
    }

    /// Clears the problem if the missing choice has been made.
    pub(super) fn clear_resolved(self) {
        if self.complete_place().is_some() {
            self.problems.set(Vec::new());
        }
    }

    /// Returns the place, or shows which choice is missing.
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

    /// Element id of the list that has no choice.
    fn missing_field(self) -> String {
        let list = match self.province.with_untracked(String::is_empty) {
            true => "-province",
            false => "-commune",
        };
        [&self.id(), list].concat()
    }

    /// Prefix of the window's title while a choice is missing.
    pub(super) fn title_prefix(self) -> Signal<String> {
        title_prefix(move || !self.problems.with(Vec::is_empty))
    }
}
