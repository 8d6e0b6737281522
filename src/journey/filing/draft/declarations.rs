//! The declarations that are made from a draft's answers. A single procedure has one declaration; a group has one for
//! each part. A declaration shows line by line what the agency will read, and for each line the question where the
//! citizen can change it.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use contract::attachment::Attachment;
use contract::draft::{Delivery, Draft};
use contract::place::PlaceRef;
use contract::procedure::Component;
use domain::agency::agency_name;
use domain::form::{FormDefinition, visible_elements};
use domain::group::{
    self, ComponentRequirement, FiledPart, build_declaration, component_requirement, filed_parts,
    is_component_applicable,
};
use leptos::prelude::*;

use super::declaration_lines::{
    DeclarationLine, PartLineBuilder, declarant, single_procedure_line,
};
use super::{LoadedProcedure, OpenDraft};
use crate::answers::forms::fetch_form;
use crate::answers::lines::answer_sections;
use crate::answers::places::PlaceDirectory;
use crate::api::{Api, ClientError, use_api};
use crate::browser::patterns;
use crate::page::use_load::{Loader, use_load_with};

/// One declaration: the document for one agency.
pub struct Declaration {
    /// Key of the part; empty for a single procedure.
    pub key: String,
    /// Title, such as «Tờ khai đăng ký khai sinh».
    pub title: String,
    /// Name of the agency that receives the declaration. `None` until the agency's place is chosen and the name of that
    /// place is loaded.
    pub agency: Option<String>,
    /// The sections of the declaration: each has a title and its lines. A section without lines is left out.
    pub sections: Vec<(String, Vec<DeclarationLine>)>,
    /// The agency's commune, which is printed as the place of signing. `None` until the agency's place is chosen and
    /// the name of that place is loaded.
    pub place: Option<String>,
    /// Name of the person who signs. It is the same on all declarations of a group; `None` if the question for this
    /// name isn't answered yet.
    pub declarant: Option<String>,
}

/// The forms of a group's declarations, by the keys of the forms.
pub type PartForms = BTreeMap<String, Arc<FormDefinition>>;

/// Loads the forms that a group's declarations need. A single procedure needs no extra form.
pub fn use_part_forms(open_draft: OpenDraft, loaded: &LoadedProcedure) -> Loader<PartForms> {
    let api = use_api();
    let loaded = loaded.clone();
    use_load_with(move || {
        let keys = open_draft.merged_draft.with_untracked(|draft| {
            let parts = draft.as_ref().map(|draft| filed_parts_of(&loaded, draft));
            let keys = parts
                .into_iter()
                .flatten()
                .map(|filed| filed.procedure.form.clone());
            keys.collect::<BTreeSet<String>>()
        });
        fetch_forms(api, keys)
    })
}

/// Fetches the forms one after the other. A group has only two or three.
async fn fetch_forms(api: Api, keys: BTreeSet<String>) -> Result<PartForms, ClientError> {
    let mut forms = PartForms::new();
    for key in keys {
        let form = fetch_form(api, &key).await?;
        forms.insert(key, form);
    }
    Ok(forms)
}

/// The parts of the group that are filed with the draft's current answers. Empty for a single procedure.
pub fn filed_parts_of<'a>(loaded: &'a LoadedProcedure, draft: &Draft) -> Vec<FiledPart<'a>> {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    filed_parts(procedure, form, &draft.answers, patterns::compile)
}

/// What the draft needs for a component: a file, the citizen's answer whether the component is needed, or nothing.
pub fn component_need(
    loaded: &LoadedProcedure,
    draft: &Draft,
    component: &Component,
) -> ComponentRequirement {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    component_requirement(component, procedure, form, draft, patterns::compile)
}

/// The attached files whose component the procedure doesn't have. The component was renamed or removed after the file
/// was attached, so the file can't be sent.
pub fn unknown_files<'a>(
    loaded: &'a LoadedProcedure,
    draft: &'a Draft,
) -> impl Iterator<Item = &'a Attachment> {
    let is_known = |code: &str| {
        let groups = loaded.procedure.component_groups.iter();
        let mut components = groups.flat_map(|group| &group.components);
        components.any(|component| component.code == code)
    };
    let files = draft.attachments.iter();
    files.filter(move |file| !is_known(&file.component))
}

/// Whether the attached files of a component are sent with the dossier.
pub fn sends_files_of(loaded: &LoadedProcedure, draft: &Draft, component: &str) -> bool {
    let (procedure, form) = (&loaded.procedure, &loaded.form);
    group::is_component_sent(component, procedure, form, draft, patterns::compile)
}

/// Filters `incomplete`, the keys of the parts whose delivery is chosen but incomplete. Keeps only the parts that are
/// filed with the draft's current answers. The first part's key is empty.
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

/// Whether the draft's answers require a component. Ignores whether the citizen said that they need it.
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

/// The place of the agency that handles a part. If the part has no place of its own, the place of the first part's
/// agency.
pub fn agency_place_of_part(draft: &Draft, key: &str) -> Option<PlaceRef> {
    let own = draft.parts.get(key).and_then(|part| part.agency.clone());
    own.or_else(|| draft.agency.clone())
}

/// How the result of a part will be received. If the part has no delivery of its own, the first part's delivery.
pub fn delivery_of_part<'a>(draft: &'a Draft, key: &str) -> Option<&'a Delivery> {
    let own = draft.parts.get(key);
    own.and_then(|part| part.delivery.as_ref())
        .or(draft.delivery.as_ref())
}

/// Makes the declarations, in the order of the parts. Reactive: the names of places appear when they are loaded.
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

/// Makes the declaration of a single procedure. The agency reads the same form that the citizen has filled in.
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

/// Makes the declaration of one part of a group. Its answers are derived from the answers to the group's form; the
/// part's procedure defines how.
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
    /// The kind of agency that receives the declaration, in the procedure's wording.
    receiver: &'a str,
    /// Place of the agency; `None` until it is chosen.
    agency_place: Option<PlaceRef>,
}

impl DeclarationFrame<'_> {
    /// Completes the declaration: adds its lines, and the names of its agency and of the agency's commune.
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
        // The name of a place has the format «commune, province».
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

/// The name of the procedure that handles a part. `None` if the part is not filed with the draft's current answers.
pub fn procedure_name_of_part(
    loaded: &LoadedProcedure,
    draft: &Draft,
    key: &str,
) -> Option<String> {
    let mut parts = filed_parts_of(loaded, draft).into_iter();
    let filed = parts.find(|filed| filed.part.key == key)?;
    Some(filed.procedure.procedure.name.clone())
}
