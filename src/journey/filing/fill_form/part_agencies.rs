//! The agencies of a group's other parts (R4.8): each sits in the same commune as the first one's unless the citizen
//! chooses another. What is chosen before the draft exists outlives a reload.

use std::collections::BTreeMap;

use contract::draft::{Draft, PartPatch};
use contract::place::PlaceRef;
use contract::procedure::Procedure;
use domain::agency::agency_name;
use leptos::prelude::*;

use super::agency_choice::Choice;
use crate::answers::place_picker::PlacePicker;
use crate::answers::places::use_places;
use crate::i18n::{official, use_words};
use crate::journey::filing::draft::partial_agency;
use crate::ui::{Checkbox, FieldError, Fieldset, MixedText};

/// Choices for a draft that is about to begin.
pub(super) struct Begun {
    /// The choices, by the keys of their parts.
    pub(super) choices: Vec<(String, PartPatch)>,
    procedure: String,
}

impl Begun {
    /// The draft exists.
    pub(super) fn forget(&self) {
        partial_agency::forget(&self.procedure);
    }
}

/// Where a part's agency sits.
enum Own {
    /// In the first one's commune.
    Same,
    /// Elsewhere, and where isn't said yet.
    Half,
    /// There.
    Place(PlaceRef),
}

/// The parts after the first. Copies are the same choices.
#[derive(Clone, Copy)]
pub struct PartAgencies {
    parts: StoredValue<Vec<PartAgency>>,
    /// The draft's id, or the procedure's code.
    of: StoredValue<String>,
}

#[derive(Clone)]
struct PartAgency {
    key: String,
    name: String,
    receiver: String,
    same: RwSignal<bool>,
    choice: Choice,
}

impl PartAgencies {
    /// As the draft has them, or as the tab kept them; none for a single procedure.
    pub(super) fn new(procedure: &Procedure, draft: Option<&Draft>) -> Self {
        let of = draft.map_or(&procedure.code, |draft| &draft.id);
        let mut kept: BTreeMap<String, PlaceRef> = draft
            .into_iter()
            .flat_map(|draft| &draft.parts)
            .filter_map(|(key, part)| Some((key.clone(), part.agency.clone()?)))
            .collect();
        // What is half chosen is in no draft.
        kept.extend(partial_agency::kept(of));
        let after_first = procedure.parts.iter().skip(1);
        let parts = after_first.map(|part| {
            let choice = Choice::new(&["agency-", &part.key].concat());
            let own = kept.get(&part.key).cloned();
            let same = RwSignal::new(own.is_none());
            if let Some(place) = own {
                choice.put(place);
            }
            // Which of several procedures it will be, only the answers tell.
            let (name, receiver) = match part.procedures.as_slice() {
                [only] => (&only.procedure.name, &only.receiver),
                _ => (&part.result, &part.receiver),
            };
            PartAgency {
                key: part.key.clone(),
                name: name.clone(),
                receiver: receiver.clone(),
                same,
                choice,
            }
        });
        Self {
            parts: StoredValue::new(parts.collect()),
            of: StoredValue::new(of.to_owned()),
        }
    }

    /// What was chosen, part by part; not tracked.
    fn chosen(self) -> Vec<(String, Own)> {
        let one = |part: &PartAgency| {
            let own = match (part.same.get_untracked(), part.choice.agency()) {
                (true, _) => Own::Same,
                (false, Some(place)) => Own::Place(place),
                (false, None) => Own::Half,
            };
            (part.key.clone(), own)
        };
        self.parts
            .with_value(|parts| parts.iter().map(one).collect())
    }

    /// The choices that a draft doesn't have yet. Half a choice changes nothing.
    pub(super) fn changed(self, draft: &Draft) -> Vec<(String, PartPatch)> {
        let one = |(key, own): (String, Own)| {
            let agency = match own {
                Own::Same => None,
                Own::Place(place) => Some(place),
                Own::Half => return None,
            };
            let held = draft.parts.get(&key).and_then(|held| held.agency.as_ref());
            (agency.as_ref() != held).then_some((key, patch(agency)))
        };
        self.chosen().into_iter().filter_map(one).collect()
    }

    /// What is missing where another place was promised, told at its lists.
    pub(super) fn missing(self) -> Vec<FieldError> {
        self.parts.with_value(|parts| {
            let open = parts.iter().filter(|part| !part.same.get_untracked());
            open.filter_map(|part| match part.choice.taken() {
                Some(_) => None,
                None => part.choice.problems.get_untracked().first().cloned(),
            })
            .collect()
        })
    }

    /// Keeps in the tab what no draft holds: every choice before there is one; what is half chosen afterwards, the
    /// first agency's among it.
    pub(super) fn keep(self, first_of_draft: Option<Choice>) {
        let half = |part: &PartAgency| {
            let is_whole = first_of_draft.is_some() && part.choice.agency().is_some();
            let held = part.same.get_untracked() || is_whole;
            (!held).then(|| (part.key.clone(), part.choice.place()))
        };
        let first = first_of_draft.filter(|first| first.agency().is_none());
        let first = first.map(|first| (String::new(), first.place()));
        let others = self
            .parts
            .with_value(|parts| parts.iter().filter_map(half).collect::<Vec<_>>());
        let all: Vec<_> = first.into_iter().chain(others).collect();
        partial_agency::keep(&self.of.get_value(), &all);
    }

    /// Whether another place was promised and isn't said yet.
    pub(super) fn has_half(self) -> bool {
        let is_half = |part: &PartAgency| !part.same.get() && !part.choice.is_whole();
        self.parts.with_value(|parts| parts.iter().any(is_half))
    }

    /// What is to go into the draft that is about to begin, whether or not the page is still there then.
    pub(super) fn begun(self) -> Begun {
        let own = |(key, own): (String, Own)| match own {
            Own::Place(agency) => Some((key, patch(Some(agency)))),
            Own::Same | Own::Half => None,
        };
        Begun {
            choices: self.chosen().into_iter().filter_map(own).collect(),
            procedure: self.of.get_value(),
        }
    }
}

fn patch(agency: Option<PlaceRef>) -> PartPatch {
    PartPatch {
        agency: Some(agency),
        ..PartPatch::default()
    }
}

/// One fieldset a part: its office, and another commune where that is wanted.
#[component]
pub fn PartAgencyFields(
    /// The parts.
    others: PartAgencies,
    /// The first part's place.
    first: Choice,
    /// Something was chosen.
    on_change: Callback<()>,
) -> impl IntoView {
    let parts = others.parts.get_value().into_iter();
    let fields = parts.map(|part| field(part, first, on_change));
    fields.collect::<Vec<AnyView>>()
}

fn field(part: PartAgency, first: Choice, on_change: Callback<()>) -> AnyView {
    let words = use_words();
    let places = use_places();
    let lang = official();
    let PartAgency {
        key,
        name,
        receiver,
        same,
        choice,
    } = part;
    let office = move || {
        let place = match same.get() {
            true => first,
            false => choice,
        };
        let place = places.name(&place.province.get(), &place.commune.get())?;
        let words = MixedText::from(words.fill_form().will_receive.to_owned() + " ");
        Some(words.and(lang, agency_name(&receiver, &place)).render())
    };
    let changed = Callback::new(move |()| {
        choice.settle();
        on_change.run(());
    });
    let picker = move || {
        (!same.get()).then(|| {
            view! {
                <PlacePicker
                    id=choice.id()
                    province=choice.province
                    commune=choice.commune
                    error=choice.error()
                    on_change=changed
                />
            }
        })
    };
    view! {
        <Fieldset id=["part-", &key].concat() legend=name lang=lang>
            <Checkbox
                id=["same-", &key].concat()
                label=words.declarations().same_place
                checked=same
                on_change=changed
            />
            {picker}
            <p class="agency" role="status">{office}</p>
        </Fieldset>
    }
    .into_any()
}
