//! The imported data, and how the rest of the backend reads it.

use std::collections::BTreeMap;

use contract::consent::ConsentPurpose;
use contract::dossier::DossierStatus;
use contract::draft::Draft;
use contract::form::{Answers, Form};
use contract::place::{Commune, PlaceRef, Province};
use contract::procedure::{Catalogue, Component, Procedure};
use domain::calendar::Date;
use domain::form::Definition;
use domain::group::{self, FiledPart, Need};
use jsonschema::Validator;

use super::catalogue::{self, CatalogueFile};
use super::fault::ImportFault;
use super::forms::{self, LoadedForm};
use super::places::Places;
use super::portal::{self, PortalSettings};
use super::procedures::{self, Known};
use super::sources::Sources;
use super::{consents, groups, holidays, patterns, read, statuses};

/// The imported data.
#[derive(Debug)]
pub struct Data {
    catalogue: Catalogue,
    pub(super) procedures: BTreeMap<String, Procedure>,
    pub(super) forms: BTreeMap<String, LoadedForm>,
    places: Places,
    statuses: BTreeMap<DossierStatus, String>,
    holidays: Vec<Date>,
    consents: Vec<ConsentPurpose>,
    portal: PortalSettings,
}

impl Data {
    /// Imports the real data, built into the program.
    ///
    /// # Errors
    /// [`ImportFault`] names the first record that is wrong; with the files as committed there is none.
    pub fn load() -> Result<Data, ImportFault> {
        Data::import(&Sources::embedded())
    }

    /// Imports other texts.
    ///
    /// # Errors
    /// [`ImportFault`] names the first record that is wrong.
    pub fn import(sources: &Sources<'_>) -> Result<Data, ImportFault> {
        for source in sources.all() {
            read::require_nfc(source)?;
        }
        let forms = forms::import(&sources.forms)?;
        let file: CatalogueFile = read::records(sources.catalogue)?;
        let known = Known {
            agencies: catalogue::by_key(&file.agencies, sources.catalogue.file, "agency")?,
            fields: catalogue::by_key(&file.fields, sources.catalogue.file, "field")?,
            forms: &forms,
        };
        let mut procedures = procedures::import(&sources.procedures, &known)?;
        let mut called = catalogue::Aliases::new();
        groups::import(sources.groups, &known, &mut procedures, &mut called)?;
        for (code, aliases) in catalogue::aliases(sources.aliases, &procedures)? {
            called.entry(code).or_default().extend(aliases);
        }
        Ok(Data {
            places: Places::import(sources.provinces, sources.communes)?,
            statuses: statuses::import(sources.statuses)?,
            holidays: holidays::import(sources.holidays)?,
            consents: consents::import(sources.consents)?,
            portal: portal::import(sources.portal, &procedures)?,
            catalogue: file.catalogue(sources.catalogue.file, &procedures, called)?,
            forms,
            procedures,
        })
    }

    /// The portal's settings.
    pub fn portal(&self) -> &PortalSettings {
        &self.portal
    }

    /// Every procedure in short, the most wanted first.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// All that is known of a procedure, a group's too.
    pub fn procedure(&self, code: &str) -> Option<&Procedure> {
        self.procedures.get(code)
    }

    /// The parts that these answers to a group's form call for, in the order of their work; none for a single
    /// procedure.
    pub fn filed_parts<'a>(
        &self,
        procedure: &'a Procedure,
        form: &Definition,
        answers: &Answers,
    ) -> Vec<FiledPart<'a>> {
        group::filed_parts(procedure, form, answers, patterns::compile)
    }

    /// What a draft needs of a component.
    pub fn need(
        &self,
        component: &Component,
        procedure: &Procedure,
        form: &Definition,
        draft: &Draft,
    ) -> Need {
        group::need(component, procedure, form, draft, patterns::compile)
    }

    /// A form as it travels.
    pub fn form(&self, key: &str) -> Option<&Form> {
        self.forms.get(key).map(|loaded| &loaded.form)
    }

    /// A form as the form engine reads it.
    pub fn definition(&self, key: &str) -> Option<&Definition> {
        self.forms.get(key).map(|loaded| &loaded.definition)
    }

    /// The validator of a form's schema, with our formats.
    pub fn validator(&self, key: &str) -> Option<&Validator> {
        self.forms.get(key).map(|loaded| &loaded.validator)
    }

    /// The provinces, by code.
    pub fn provinces(&self) -> &[Province] {
        self.places.provinces()
    }

    /// The communes of a province, by code.
    pub fn communes(&self, province: &str) -> Option<&[Commune]> {
        self.places.communes(province)
    }

    /// «Xã Triệu Phong, Tỉnh Quảng Trị»; `None` where the commune isn't in that province.
    pub fn place_name(&self, place: &PlaceRef) -> Option<String> {
        let (commune, province) = self.places.names(place)?;
        Some(format!("{commune}, {province}"))
    }

    /// The agency that receives a dossier in a place: «Ủy ban nhân dân Xã Triệu Phong, Tỉnh Quảng Trị».
    pub fn agency_name(&self, procedure: &Procedure, place: &PlaceRef) -> Option<String> {
        let place = self.place_name(place)?;
        Some(domain::agency::agency_name(&procedure.receiver, &place))
    }

    /// The agency code that begins a dossier code: `H50.19.624`.
    ///
    /// QĐ 20/2020/QĐ-TTg fixes the pattern and the first part, the province's number. The two that
    /// follow are this backend's own derivation, the commune's NSO code in two and three digits: the
    /// numbers that provinces gave their communes are not published in one place.
    pub fn agency_code(&self, place: &PlaceRef) -> Option<String> {
        self.places.agency_code(place)
    }

    /// Public holidays, the earliest first.
    pub fn holidays(&self) -> &[Date] {
        &self.holidays
    }

    /// The purposes that consent is asked for, in the order in which they are read.
    pub fn consents(&self) -> &[ConsentPurpose] {
        &self.consents
    }

    /// A status in the national words: «Mới đăng ký».
    pub fn status_name(&self, status: DossierStatus) -> &str {
        self.statuses.get(&status).map_or("", String::as_str)
    }
}
