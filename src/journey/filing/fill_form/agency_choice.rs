//! The agency's place as it is being chosen: the two lists, the office that follows, and what is missing.

use contract::place::PlaceRef;
use domain::agency::agency_name;
use leptos::prelude::*;

use crate::answers::place_picker::PlacePicker;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::page::load_errors::title_prefix;
use crate::ui::{FieldError, MixedText};

/// The lists, and which office will receive the dossier.
#[component]
pub fn AgencyFields(
    /// What is chosen.
    choice: Choice,
    /// The kind of office, as the procedure names it.
    receiver: String,
    /// The procedure that the office settles, where the filing has several.
    part: Option<String>,
    /// Something was chosen.
    on_change: Callback<()>,
) -> impl IntoView {
    let words = use_words().fill_form();
    let places = use_places();
    let lang = official();
    let office = move || {
        let place = places.name(&choice.province.get(), &choice.commune.get())?;
        let words = MixedText::from(words.will_receive.to_owned() + " ");
        Some(words.and(lang, agency_name(&receiver, &place)).render())
    };
    view! {
        <p class="lede">{words.agency_help}</p>
        {part.map(|part| view! { <h2 lang=lang>{part}</h2> })}
        <PlacePicker
            id=choice.id()
            province=choice.province
            commune=choice.commune
            error=choice.error()
            on_change=on_change
        />
        <p class="agency" role="status">{office}</p>
    }
}

/// The place chosen so far, and what is wrong with it.
#[derive(Clone, Copy)]
pub struct Choice {
    /// Code of the province, or empty.
    pub(super) province: RwSignal<String>,
    /// Code of the commune, or empty.
    pub(super) commune: RwSignal<String>,
    /// What is missing, once «Thêm mới» or «Tiếp tục» was pressed.
    pub(super) problems: RwSignal<Vec<FieldError>>,
    id: StoredValue<String>,
}

impl Choice {
    /// Nothing chosen; the controls have ids that begin with `id`.
    pub(super) fn new(id: &str) -> Self {
        Self {
            province: RwSignal::new(String::new()),
            commune: RwSignal::new(String::new()),
            problems: RwSignal::new(Vec::new()),
            id: StoredValue::new(id.to_owned()),
        }
    }

    /// The id of the controls.
    pub(super) fn id(self) -> String {
        self.id.get_value()
    }

    /// What is missing, for the controls.
    pub(super) fn error(self) -> Signal<Option<String>> {
        Signal::derive(move || {
            self.problems
                .with(|problems| problems.first().map(|problem| problem.message.text()))
        })
    }

    /// Puts a place that is known already.
    pub(super) fn put(self, agency: PlaceRef) {
        self.province.set(agency.province);
        self.commune.set(agency.commune);
    }

    /// As far as it is chosen; either code may be empty.
    pub(super) fn place(self) -> PlaceRef {
        PlaceRef {
            province: self.province.get_untracked(),
            commune: self.commune.get_untracked(),
        }
    }

    /// The agency, once both are chosen.
    pub(super) fn agency(self) -> Option<PlaceRef> {
        Some(self.place()).filter(|place| !place.province.is_empty() && !place.commune.is_empty())
    }

    /// Whether both are chosen, as it changes.
    pub(super) fn is_whole(self) -> bool {
        let chosen = |code: RwSignal<String>| code.with(|code| !code.is_empty());
        chosen(self.province) && chosen(self.commune)
    }

    /// A choice was made: what was said to be missing may be there now.
    pub(super) fn settle(self) {
        if self.agency().is_some() {
            self.problems.set(Vec::new());
        }
    }

    /// The agency, or the problem told.
    pub(super) fn taken(self) -> Option<PlaceRef> {
        let agency = self.agency();
        self.problems.set(match agency {
            Some(_) => Vec::new(),
            None => vec![FieldError {
                field: self.missing(),
                message: use_words().fill_form().choose_agency.into(),
            }],
        });
        agency
    }

    fn missing(self) -> String {
        let list = match self.province.with_untracked(String::is_empty) {
            true => "-province",
            false => "-commune",
        };
        [&self.id(), list].concat()
    }

    /// Before the window's title while something is missing.
    pub(super) fn prefix(self) -> Signal<String> {
        title_prefix(move || !self.problems.with(Vec::is_empty))
    }
}
