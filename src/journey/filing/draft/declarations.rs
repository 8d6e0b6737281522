//! The declarations made from a draft's answers: one for a single procedure, one for each part of a group. They show what
//! each agency will read, line by line, with the question where each line can be changed.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::draft::{Delivery, Draft};
use contract::place::PlaceRef;
use contract::procedure::Component;
use domain::agency::agency_name;
use domain::form::{FormDefinition, visible_elements};
use domain::group::{ComponentRequirement, FiledPart, build_declaration, component_requirement, filed_parts, is_component_applicable};
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::declaration_lines::{
    DeclarationLine, PartLineBuilder, declarant, single_procedure_line,
};
use super::{LoadedProcedure, OpenDraft};
use crate::answers::forms::fetch_form;
use crate::answers::lines::answer_sections;
use crate::answers::places::PlaceDirectory;
use crate::api::{Api, ClientError, Load, use_api};
use crate::browser::patterns;

/// One declaration.
pub struct Declaration {
    /// Key of the part; empty for a single procedure.
    pub key: String,
    /// Title, such as «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// Name of the agency that receives the declaration. `None` until the agency's place is chosen and its name loaded.
    pub agency: Option<String>,
    /// Sections: titles with their lines. No section is empty.
    pub sections: Vec<(String, Vec<DeclarationLine>)>,
    /// The commune of the agency, as the place of signing. `None` until it is chosen and its name loaded.
    pub place: Option<String>,
    /// Name of the person who signs; the same on all declarations of a group.
    pub declarant: Option<String>,
}

/// Forms of a group's declarations, by their keys.
pub type PartForms = BTreeMap<String, Arc<FormDefinition>>;

/// Loads the forms of the declarations, and returns a callback to load them again. A single procedure needs none.
pub fn use_part_forms(
    open_draft: OpenDraft,
    loaded: &LoadedProcedure,
) -> (RwSignal<Load<PartForms>>, Callback<()>) {
    let api = use_api();
    let load = RwSignal::new(Load::Waiting);
    let loaded = loaded.clone();
    let retry = Callback::new(move |()| {
        let keys = open_draft.merged_draft.with_untracked(|draft| {
            let parts = draft.as_ref().map(|draft| filed_parts_of(&loaded, draft));
            let keys = parts
                .into_iter()
                .flatten()
                .map(|filed| filed.procedure.form.clone());
            keys.collect::<BTreeSet<String>>()
        });
        spawn_local(async move {
            let forms = fetch_forms(api, keys).await;
            load.try_set(forms.map_or_else(Load::Failed, Load::Ready));
        });
    });
    retry.run(());
    (load, retry)
}

/// Fetches the forms one after the other; a group has two or three.
async fn fetch_forms(api: Api, keys: BTreeSet<String>) -> Result<PartForms, ClientError> {
    let mut forms = PartForms::new();
    for key in keys {
        let form = fetch_form(api, &key).await?;
        forms.insert(key, form);
    }
    Ok(forms)
}

/// The parts of the group that the draft's answers file; empty for a single procedure.
pub fn filed_parts_of<'a>(loaded: &'a LoadedProcedure, draft: &Draft) -> Vec<FiledPart<'a>> {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    filed_parts(procedure, form, &draft.answers, patterns::compile)
}

/// What the draft needs for a component: a file, an answer whether it applies, or nothing.
pub fn component_need(
    loaded: &LoadedProcedure,
    draft: &Draft,
    component: &Component,
) -> ComponentRequirement {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    component_requirement(component, procedure, form, draft, patterns::compile)
}

/// Of the parts with an incomplete delivery, those that the draft files. The first part's key is empty.
pub fn filed_incomplete_deliveries(
    loaded: &LoadedProcedure,
    draft: &Draft,
    incomplete: &[String],
) -> Vec<String> {
    let filed = filed_parts_of(loaded, draft);
    let is_filed = |key: &&String| {
        let mut after_first = filed.iter().skip(1);
        key.is_empty() || after_first.any(|filed| filed.part.key == **key)
    };
    incomplete.iter().filter(is_filed).cloned().collect()
}

/// Whether the draft's answers require a component, whatever was said about it.
pub fn is_component_required(
    loaded: &LoadedProcedure,
    draft: &Draft,
    component: &Component,
) -> bool {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    is_component_applicable(
        component,
        procedure,
        form,
        &draft.answers,
        patterns::compile,
    )
}

/// The place of a part's agency: the part's own, or else the first part's.
pub fn agency_place_of_part(draft: &Draft, key: &str) -> Option<PlaceRef> {
    let own = draft.parts.get(key).and_then(|part| part.agency.clone());
    own.or_else(|| draft.agency.clone())
}

/// How the result of a part will be received: the part's own delivery, or else the first part's.
pub fn delivery_of_part<'a>(draft: &'a Draft, key: &str) -> Option<&'a Delivery> {
    let own = draft.parts.get(key);
    own.and_then(|part| part.delivery.as_ref())
        .or(draft.delivery.as_ref())
}

/// The declarations, in the order of the parts. Reactive: names of places appear when they are loaded.
pub fn declarations(
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
    forms: &PartForms,
    draft: &Draft,
) -> Vec<Declaration> {
    if loaded.procedure.parts.is_empty() {
        return vec![single_declaration(places, loaded, draft)];
    }
    filed_parts_of(loaded, draft)
        .into_iter()
        .filter_map(|filed| part_declaration(places, loaded, forms, draft, filed))
        .collect()
}

/// The declaration of a single procedure: the form that the citizen fills is also the one that the agency reads.
fn single_declaration(
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
    draft: &Draft,
) -> Declaration {
    let sections = answer_sections(places, &loaded.form, &draft.answers);
    let sections = sections.into_iter().map(|section| {
        let page = section.page;
        let lines = section.lines.into_iter();
        let lines = lines.map(|line| single_procedure_line(line, page));
        (section.title, lines.collect())
    });
    let frame = DeclarationFrame {
        key: "",
        title: &loaded.form.title,
        receiver: &loaded.procedure.receiver,
        agency_place: draft.agency.clone(),
    };
    frame.fill(places, loaded, draft, sections)
}

/// The declaration of one part. Its answers are derived from the group's form, as the part's procedure maps them.
fn part_declaration(
    places: PlaceDirectory,
    loaded: &LoadedProcedure,
    forms: &PartForms,
    draft: &Draft,
    filed: FiledPart<'_>,
) -> Option<Declaration> {
    let FiledPart {
        part,
        procedure: by,
    } = filed;
    let form = forms.get(&by.form)?;
    let place_name = |place: &PlaceRef| places.name(&place.province, &place.commune);
    let delivery = delivery_of_part(draft, &part.key);
    let answers = build_declaration(by, &loaded.form, &draft.answers, delivery, &place_name);
    let builder = PartLineBuilder {
        key: &part.key,
        procedure: by,
        group_form: &loaded.form,
        visible: visible_elements(&loaded.form, &draft.answers),
    };
    let procedure_name = |key: &str| procedure_name_of_part(loaded, draft, key).unwrap_or_default();
    let sections = answer_sections(places, form, &answers).into_iter();
    let sections = sections.map(|section| {
        let lines = section.lines.into_iter();
        let lines = lines.filter_map(|line| builder.line(line, &procedure_name));
        (section.title, lines.collect())
    });
    let frame = DeclarationFrame {
        key: &part.key,
        title: &form.title,
        receiver: &by.receiver,
        agency_place: agency_place_of_part(draft, &part.key),
    };
    Some(frame.fill(places, loaded, draft, sections))
}

/// A declaration without its lines.
struct DeclarationFrame<'a> {
    /// Key of the part; empty for a single procedure.
    key: &'a str,
    /// Title of the declaration's form.
    title: &'a str,
    /// The kind of agency, as the procedure names it.
    receiver: &'a str,
    /// Place of the agency, if it is chosen.
    agency_place: Option<PlaceRef>,
}

impl DeclarationFrame<'_> {
    /// Adds the lines, and the names that depend on the place.
    fn fill(
        self,
        places: PlaceDirectory,
        loaded: &LoadedProcedure,
        draft: &Draft,
        sections: impl Iterator<Item = (String, Vec<DeclarationLine>)>,
    ) -> Declaration {
        let place = self.agency_place.as_ref();
        let place = place.and_then(|place| places.name(&place.province, &place.commune));
        let agency = place
            .as_ref()
            .map(|place| agency_name(self.receiver, place));
        // A place's name is «commune, province».
        let commune = place.as_ref().and_then(|place| place.split(", ").next());
        Declaration {
            key: self.key.to_owned(),
            title: self.title.to_owned(),
            agency,
            sections: sections.filter(|(_, lines)| !lines.is_empty()).collect(),
            place: commune.map(str::to_owned),
            declarant: declarant(&loaded.form, &draft.answers),
        }
    }
}

/// Name of the procedure that handles a part; `None` if the draft doesn't file the part.
pub fn procedure_name_of_part(
    loaded: &LoadedProcedure,
    draft: &Draft,
    key: &str,
) -> Option<String> {
    let mut parts = filed_parts_of(loaded, draft).into_iter();
    let filed = parts.find(|filed| filed.part.key == key)?;
    Some(filed.procedure.procedure.name.clone())
}
