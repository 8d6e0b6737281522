//! The declarations made from a draft's answers: one for a single procedure, one for each agency of a group. What an
//! office will read, line by line, with the question where each line can be changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::draft::{Delivery, Draft};
use contract::endpoints::GET_FORM;
use contract::place::PlaceRef;
use contract::procedure::Component;
use domain::agency::agency_name;
use domain::form::{Definition, visible};
use domain::group::{FiledPart, Need, declaration, filed_parts, is_called_for, need};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::declaration_lines::{DeclaredLine, PartLines, declarant, own_line};
use super::open_draft::{OpenDraft, Opened};
use crate::answers::lines::answer_sections;
use crate::answers::places::Places;
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::patterns;

/// One declaration.
pub struct Declaration {
    /// Key of its part; empty for a single procedure.
    pub key: String,
    /// Its title: «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// The agency that receives it, once its place is chosen and named.
    pub agency: Option<String>,
    /// Its sections: titles with their lines. None is without any.
    pub sections: Vec<(String, Vec<DeclaredLine>)>,
    /// The commune whose agency receives it, where it is signed; once chosen and named.
    pub place: Option<String>,
    /// Who asks, and signs: of a group's declarations the same for all.
    pub declarant: Option<String>,
}

/// Forms of a group's declarations, by their keys.
pub type PartForms = BTreeMap<String, Arc<Definition>>;

/// Fetches the forms of the declarations; for a single procedure there is none to fetch. With a way to try again.
pub fn use_part_forms(
    open: OpenDraft,
    opened: &Opened,
) -> (RwSignal<Load<PartForms>>, Callback<()>) {
    let api = use_api();
    let load = RwSignal::new(Load::Waiting);
    let opened = opened.clone();
    let ask = Callback::new(move |()| {
        let keys = open.draft.with_untracked(|draft| {
            let parts = draft.as_ref().map(|draft| parts_of(&opened, draft));
            let keys = parts
                .into_iter()
                .flatten()
                .map(|filed| filed.by.form.clone());
            keys.collect::<BTreeSet<String>>()
        });
        spawn_local(async move {
            let forms = fetch(api, keys).await;
            load.try_set(forms.map_or_else(Load::Failed, Load::Ready));
        });
    });
    ask.run(());
    (load, ask)
}

async fn fetch(api: Api, keys: BTreeSet<String>) -> Result<PartForms, ClientError> {
    let mut forms = PartForms::new();
    for key in keys {
        let form = api.get(&GET_FORM, &[&key], "").await?;
        // A form outside the subset is a fault of the backend, not of the citizen.
        let form = Definition::load(&form, patterns::compile)?;
        forms.insert(key, Arc::new(form));
    }
    Ok(forms)
}

/// The parts that a draft files; none for a single procedure.
pub fn parts_of<'a>(opened: &'a Opened, draft: &Draft) -> Vec<FiledPart<'a>> {
    let (procedure, form) = (&opened.procedure, &opened.form);
    filed_parts(procedure, form, &draft.answers, patterns::compile)
}

/// What a draft needs of a paper just now.
pub fn paper_need(opened: &Opened, draft: &Draft, component: &Component) -> Need {
    let (procedure, form) = (&opened.procedure, &opened.form);
    need(component, procedure, form, draft, patterns::compile)
}

/// Of the parts whose delivery is unfinished those that are filed; the first one's key is empty.
pub fn unfinished_of(opened: &Opened, draft: &Draft, unfinished: &[String]) -> Vec<String> {
    let filed = parts_of(opened, draft);
    let is_filed = |key: &&String| {
        let mut after_first = filed.iter().skip(1);
        key.is_empty() || after_first.any(|filed| filed.part.key == **key)
    };
    unfinished.iter().filter(is_filed).cloned().collect()
}

/// Whether the answers call for a paper at all.
pub fn paper_is_called_for(opened: &Opened, draft: &Draft, component: &Component) -> bool {
    let (procedure, form) = (&opened.procedure, &opened.form);
    is_called_for(
        component,
        procedure,
        form,
        &draft.answers,
        patterns::compile,
    )
}

/// The agency's place of a part: its own, or the first part's.
pub fn place_of_part(draft: &Draft, key: &str) -> Option<PlaceRef> {
    let own = draft
        .parts
        .get(key)
        .and_then(|choice| choice.agency.clone());
    own.or_else(|| draft.agency.clone())
}

/// How a part's result will be received: its own way, or the first one's.
pub fn delivery_of_part<'a>(draft: &'a Draft, key: &str) -> Option<&'a Delivery> {
    let own = draft.parts.get(key);
    own.and_then(|choice| choice.delivery.as_ref())
        .or(draft.delivery.as_ref())
}

/// The declarations, in the order of the parts. Tracked: names of places come when they are known.
pub fn declarations(
    places: Places,
    opened: &Opened,
    forms: &PartForms,
    draft: &Draft,
) -> Vec<Declaration> {
    if opened.procedure.parts.is_empty() {
        return vec![single(places, opened, draft)];
    }
    let part = |filed| part(places, opened, forms, draft, filed);
    parts_of(opened, draft)
        .into_iter()
        .filter_map(part)
        .collect()
}

fn single(places: Places, opened: &Opened, draft: &Draft) -> Declaration {
    let sections = answer_sections(places, &opened.form, &draft.answers);
    let sections = sections.into_iter().map(|section| {
        let page = section.page;
        let lines = section.lines.into_iter();
        let lines = lines.map(|line| own_line(line, page)).collect();
        (section.title, lines)
    });
    let signed = Signed {
        key: "",
        title: &opened.form.title,
        receiver: &opened.procedure.receiver,
        place: draft.agency.clone(),
    };
    signed.declaration(places, opened, draft, sections)
}

fn part(
    places: Places,
    opened: &Opened,
    forms: &PartForms,
    draft: &Draft,
    filed: FiledPart<'_>,
) -> Option<Declaration> {
    let FiledPart { part, by } = filed;
    let form = forms.get(&by.form)?;
    let name = |place: &PlaceRef| places.name(&place.province, &place.commune);
    let delivery = delivery_of_part(draft, &part.key);
    let answers = declaration(by, &opened.form, &draft.answers, delivery, &name);
    let made = PartLines {
        key: &part.key,
        by,
        asking: &opened.form,
        asked: visible(&opened.form, &draft.answers),
    };
    let later = |key: &str| procedure_of(opened, draft, key).unwrap_or_default();
    let sections = answer_sections(places, form, &answers).into_iter();
    let sections = sections.map(|section| {
        let lines = section.lines.into_iter();
        let lines = lines.filter_map(|line| made.line(line, &later)).collect();
        (section.title, lines)
    });
    let signed = Signed {
        key: &part.key,
        title: &form.title,
        receiver: &by.receiver,
        place: place_of_part(draft, &part.key),
    };
    Some(signed.declaration(places, opened, draft, sections))
}

/// What stands around the lines of a declaration.
struct Signed<'a> {
    key: &'a str,
    title: &'a str,
    receiver: &'a str,
    place: Option<PlaceRef>,
}

impl Signed<'_> {
    fn declaration(
        self,
        places: Places,
        opened: &Opened,
        draft: &Draft,
        sections: impl Iterator<Item = (String, Vec<DeclaredLine>)>,
    ) -> Declaration {
        let place = self.place.as_ref();
        let place = place.and_then(|place| places.name(&place.province, &place.commune));
        let agency = place.as_ref();
        let commune = place.as_ref().and_then(|place| place.split(", ").next());
        Declaration {
            key: self.key.to_owned(),
            title: self.title.to_owned(),
            agency: agency.map(|place| agency_name(self.receiver, place)),
            sections: sections.filter(|(_, lines)| !lines.is_empty()).collect(),
            place: commune.map(str::to_owned),
            declarant: declarant(&opened.form, &draft.answers),
        }
    }
}

/// The name of the procedure that settles a part; none where the part isn't filed.
pub fn procedure_of(opened: &Opened, draft: &Draft, key: &str) -> Option<String> {
    let mut parts = parts_of(opened, draft).into_iter();
    let filed = parts.find(|filed| filed.part.key == key)?;
    Some(filed.by.procedure.name.clone())
}
