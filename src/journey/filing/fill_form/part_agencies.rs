//! The agencies of a group's parts after the first part (R4.8). Each agency is in the same commune as the first part's
//! agency, unless the citizen chooses another commune. Choices that the citizen makes before the draft exists are
//! stored in the tab, so they are still there after a reload.

use std::collections::BTreeMap;

use contract::draft::{Draft, PartPatch};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::agency::agency_name;
use domain::map_of;
use leptos::prelude::*;

use super::agency_selection::AgencySelection;
use crate::answers::place_picker::PlacePicker;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::partial_choices::PartialChoices;
use crate::reactive::dynamic;
use crate::ui::{Checkbox, FieldError, Fieldset, MixedText};

/// Changes to apply to a draft as soon as it is created.
pub(super) struct InitialPatches {
    /// The patches, by the keys of their parts.
    pub(super) patches: Vec<(String, PartPatch)>,
    /// Code of the procedure. Before the draft exists, the choices are stored under this code.
    procedure: String,
}

impl InitialPatches {
    /// Removes the stored choices from the tab's storage. Call it when the draft exists.
    pub(super) fn remove_stored(&self) {
        PartialChoices::remove(&self.procedure);
    }
}

/// The place that is chosen for the agency of one part.
enum PartPlace {
    /// The same commune as the first part's agency.
    SameAsFirst,
    /// Another commune than the first part's, but the citizen hasn't completed the choice.
    Incomplete,
    /// Another commune than the first part's. The value is the chosen place.
    Chosen(PlaceRef),
}

/// The agencies of a group's parts after the first part. All copies share one state.
#[derive(Clone, Copy)]
pub struct PartAgencies {
    /// The parts after the first part.
    parts: StoredValue<Vec<PartAgency>>,
    /// Key under which the choices are stored in the tab: the id of the draft, or the code of the procedure before the
    /// draft exists.
    owner: StoredValue<String>,
}

/// The agency of one part.
#[derive(Clone)]
struct PartAgency {
    /// Key of the part.
    key: String,
    /// Name of the part's procedure, or of the part's result if several procedures are possible.
    name: String,
    /// The kind of agency, in the procedure's wording.
    receiver: String,
    /// Whether the agency is in the same commune as the first part's agency.
    is_same: RwSignal<bool>,
    /// The place that is chosen if the agency is in another commune.
    selection: AgencySelection,
}

impl PartAgencies {
    /// Creates the choices from the draft, and from the choices that are stored only in this tab. Empty for a single
    /// procedure.
    pub(super) fn new(procedure: &Procedure, draft: Option<&Draft>) -> Self {
        let owner = draft.map_or(&procedure.code, |draft| &draft.id);
        let parts = draft.into_iter().flat_map(|draft| &draft.parts);
        let mut chosen: BTreeMap<String, PlaceRef> =
            map_of(parts.filter_map(|(key, part)| Some((key.clone(), part.agency.clone()?))));
        // Incomplete choices in the tab's storage are newer than those in the draft, so the stored choices replace the
        // choices in the draft.
        chosen.extend(PartialChoices::load(owner).agencies().clone());
        let after_first = procedure.parts.iter().skip(1);
        let parts = after_first.map(|part| {
            let selection = AgencySelection::new(&["agency-", &part.key].concat());
            let own_place = chosen.get(&part.key).cloned();
            let is_same = RwSignal::new(own_place.is_none());
            if let Some(place) = own_place {
                selection.set_place(place);
            }
            // One of several procedures may apply to a part. Later answers decide which one, so the name of the result
            // is shown here.
            let (name, receiver) = match part.procedures.as_slice() {
                [only] => (&only.procedure.name, &only.receiver),
                _ => (&part.result, &part.receiver),
            };
            PartAgency {
                key: part.key.clone(),
                name: name.clone(),
                receiver: receiver.clone(),
                is_same,
                selection,
            }
        });
        Self {
            parts: StoredValue::new(parts.collect()),
            owner: StoredValue::new(owner.to_owned()),
        }
    }

    /// The choice for the agency of each part, with the part's key. Not reactive.
    fn chosen_places(self) -> Vec<(String, PartPlace)> {
        let place_of = |part: &PartAgency| {
            let place = match (
                part.is_same.get_untracked(),
                part.selection.complete_place(),
            ) {
                (true, _) => PartPlace::SameAsFirst,
                (false, Some(place)) => PartPlace::Chosen(place),
                (false, None) => PartPlace::Incomplete,
            };
            (part.key.clone(), place)
        };
        self.parts
            .with_value(|parts| parts.iter().map(place_of).collect())
    }

    /// Returns patches for the choices that the draft doesn't have yet. There is no patch for an incomplete choice.
    pub(super) fn unsaved_patches(self, draft: &Draft) -> Vec<(String, PartPatch)> {
        let patch_of = |(key, place): (String, PartPlace)| {
            let agency = match place {
                PartPlace::SameAsFirst => None,
                PartPlace::Chosen(place) => Some(place),
                PartPlace::Incomplete => return None,
            };
            let saved = draft.parts.get(&key).and_then(|part| part.agency.as_ref());
            (agency.as_ref() != saved).then_some((key, agency_patch(agency)))
        };
        let places = self.chosen_places().into_iter();
        places.filter_map(patch_of).collect()
    }

    /// Validates each part whose agency is in another commune. Returns the missing choices.
    pub(super) fn validate(self) -> Vec<FieldError> {
        self.parts.with_value(|parts| {
            let with_own_place = parts.iter().filter(|part| !part.is_same.get_untracked());
            with_own_place
                .filter_map(|part| match part.selection.validate() {
                    Some(_) => None,
                    None => part.selection.problems.get_untracked().first().cloned(),
                })
                .collect()
        })
    }

    /// Stores in the tab the choices that the draft can't hold: all choices before the draft is created, and afterwards
    /// only incomplete choices.
    ///
    /// `first_of_draft` is the selection of the first part's agency if the draft exists. Before that, pass `None`,
    /// because `NewDraftRequest` stores the first part's agency.
    pub(super) fn store_incomplete(self, first_of_draft: Option<AgencySelection>) {
        let has_draft = first_of_draft.is_some();
        let unsaved = |part: &PartAgency| {
            let is_saved = has_draft && part.selection.complete_place().is_some();
            let is_stored_elsewhere = part.is_same.get_untracked() || is_saved;
            (!is_stored_elsewhere).then(|| (part.key.clone(), part.selection.place()))
        };
        let first = first_of_draft.filter(|first| first.complete_place().is_none());
        let first = first.map(|first| (String::new(), first.place()));
        let mut places: BTreeMap<String, PlaceRef> = self
            .parts
            .with_value(|parts| map_of(parts.iter().filter_map(unsaved)));
        places.extend(first);
        let owner = self.owner.get_value();
        let mut choices = PartialChoices::load(&owner);
        choices.set_agencies(places);
        choices.store(&owner);
    }

    /// Whether the citizen wants another commune for a part but hasn't completed the choice. Reactive.
    pub(super) fn has_incomplete(self) -> bool {
        let is_incomplete =
            |part: &PartAgency| !part.is_same.get() && !part.selection.is_complete();
        self.parts
            .with_value(|parts| parts.iter().any(is_incomplete))
    }

    /// The patches for the draft that is about to be created. They can be applied even after the citizen has left the
    /// page.
    pub(super) fn initial_patches(self) -> InitialPatches {
        let patch_of = |(key, place): (String, PartPlace)| match place {
            PartPlace::Chosen(agency) => Some((key, agency_patch(Some(agency)))),
            PartPlace::SameAsFirst | PartPlace::Incomplete => None,
        };
        let places = self.chosen_places().into_iter();
        InitialPatches {
            patches: places.filter_map(patch_of).collect(),
            procedure: self.owner.get_value(),
        }
    }
}

/// The patch that sets the agency of a part. `None` means the same agency place as the first part's.
fn agency_patch(agency: Option<PlaceRef>) -> PartPatch {
    PartPatch {
        agency: Some(agency),
        ..PartPatch::default()
    }
}

/// Shows a fieldset for each part. The fieldset names the agency, and lets the citizen choose another commune.
#[component]
pub(super) fn PartAgencyFields(
    /// The parts after the first part.
    other_parts: PartAgencies,
    /// The place of the first part's agency.
    first: AgencySelection,
    /// Called after each choice in these fieldsets.
    on_change: Callback<()>,
) -> impl IntoView {
    let parts = other_parts.parts.get_value().into_iter();
    let fields = parts.map(|part| part_fieldset(part, first, on_change));
    fields.collect::<Vec<AnyView>>()
}

/// Renders the fieldset of one part.
fn part_fieldset(part: PartAgency, first: AgencySelection, on_change: Callback<()>) -> AnyView {
    let words = use_words();
    let places = use_places();
    let lang = official();
    let PartAgency {
        key,
        name,
        receiver,
        is_same,
        selection,
    } = part;
    let agency = dynamic(move || {
        let place = match is_same.get() {
            true => first,
            false => selection,
        };
        let place = places.name(&place.province.get(), &place.commune.get())?;
        let words = MixedText::from(words.fill_form().will_receive.to_owned() + " ");
        Some(words.and(lang, agency_name(&receiver, &place)).render())
    });
    let changed = Callback::new(move |()| {
        selection.clear_resolved();
        on_change.run(());
    });
    let picker = dynamic(move || {
        (!is_same.get()).then(|| {
            view! {
                <PlacePicker
                    id=selection.id()
                    province=selection.province
                    commune=selection.commune
                    error=selection.error()
                    on_change=changed
                />
            }
        })
    });
    view! {
        <Fieldset id=["part-", &key].concat() legend=name lang=lang>
            <Checkbox
                id=["same-", &key].concat()
                label=words.declarations().same_place
                checked=is_same
                on_change=changed
            />
            {picker}
            <p class="agency" role="status">{agency}</p>
        </Fieldset>
    }
    .into_any()
}
