//! The imported reference data and the functions that read it.

use std::collections::BTreeMap;

use contract::consent::ConsentPurpose;
use contract::dossier::DossierStatus;
use contract::draft::Draft;
use contract::form::{Answers, Form};
use contract::place::{Commune, PlaceRef, Province};
use contract::procedure::{Catalogue, Component, Procedure};
use contract::time::Day;
use domain::calendar::{Date, OfficeCalendar};
use domain::form::FormDefinition;
use domain::group::{self, ComponentRequirement, FiledPart};
use jsonschema::Validator;

use super::catalogue::{self, CatalogueFile};
use super::error::ImportError;
use super::forms::{self, LoadedForm};
use super::holidays::{self, NamedCalendar};
use super::places::Places;
use super::portal::{self, PortalSettings};
use super::procedures::{self, KnownKeys};
use super::sources::Sources;
use super::{consents, groups, patterns, read, statuses};

/// The reference data. It doesn't change after the import.
#[derive(Debug)]
pub struct Data {
    catalogue: Catalogue,
    pub(super) procedures: BTreeMap<String, Procedure>,
    pub(super) forms: BTreeMap<String, LoadedForm>,
    places: Places,
    statuses: BTreeMap<DossierStatus, String>,
    calendar: NamedCalendar,
    consents: Vec<ConsentPurpose>,
    portal: PortalSettings,
}

impl Data {
    /// Imports the data that is compiled into the program.
    ///
    /// # Errors
    ///
    /// [`ImportError`] names the first invalid record. A test checks that the files in `crates/backend/data` contain no
    /// invalid record.
    pub fn load() -> Result<Data, ImportError> {
        Data::import(&Sources::embedded())
    }

    /// Imports the data from these JSON texts.
    ///
    /// # Errors
    ///
    /// [`ImportError`] names the first invalid record.
    pub fn import(sources: &Sources<'_>) -> Result<Data, ImportError> {
        for source in sources.all() {
            read::require_nfc(source)?;
        }
        let forms = forms::import(&sources.forms)?;
        let file: CatalogueFile = read::records(sources.catalogue)?;
        let known = KnownKeys {
            agencies: catalogue::by_key(&file.agencies, sources.catalogue.file, "agency")?,
            fields: catalogue::by_key(&file.fields, sources.catalogue.file, "field")?,
            forms: &forms,
        };
        let mut procedures = procedures::import(&sources.procedures, &known)?;
        let mut aliases = catalogue::Aliases::new();
        groups::import(sources.groups, &known, &mut procedures, &mut aliases)?;
        for (code, more) in catalogue::aliases(sources.aliases, &procedures)? {
            aliases.entry(code).or_default().extend(more);
        }
        Ok(Data {
            places: Places::import(sources.provinces, sources.communes)?,
            statuses: statuses::import(sources.statuses)?,
            calendar: holidays::import(sources.holidays)?,
            consents: consents::import(sources.consents)?,
            portal: portal::import(sources.portal, &procedures)?,
            catalogue: file.catalogue(sources.catalogue.file, &procedures, aliases)?,
            forms,
            procedures,
        })
    }

    /// The portal's settings.
    pub fn portal(&self) -> &PortalSettings {
        &self.portal
    }

    /// The catalogue of all procedures and groups. The procedures and groups that citizens request most come first.
    pub fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// All procedures and groups.
    pub fn procedures(&self) -> impl Iterator<Item = &Procedure> {
        self.procedures.values()
    }

    /// The procedure or group with this code.
    pub fn procedure(&self, code: &str) -> Option<&Procedure> {
        self.procedures.get(code)
    }

    /// The parts of a group that must be filed, given the answers to the group's form. They are in processing order.
    /// Returns no parts for a procedure that isn't a group.
    pub fn filed_parts<'a>(
        &self,
        procedure: &'a Procedure,
        form: &FormDefinition,
        answers: &Answers,
    ) -> Vec<FiledPart<'a>> {
        group::filed_parts(procedure, form, answers, patterns::compile)
    }

    /// Whether a draft needs a file for this component.
    pub fn need(
        &self,
        component: &Component,
        procedure: &Procedure,
        form: &FormDefinition,
        draft: &Draft,
    ) -> ComponentRequirement {
        group::component_requirement(component, procedure, form, draft, patterns::compile)
    }

    /// Whether the files of the component with this code are sent with the dossier.
    pub(crate) fn is_sent(
        &self,
        component: &str,
        procedure: &Procedure,
        form: &FormDefinition,
        draft: &Draft,
    ) -> bool {
        group::is_component_sent(component, procedure, form, draft, patterns::compile)
    }

    /// All forms as the API returns them.
    pub fn forms(&self) -> impl Iterator<Item = &Form> {
        self.forms.values().map(|loaded| &loaded.form)
    }

    /// The form with this key, as the API returns it.
    pub fn form(&self, key: &str) -> Option<&Form> {
        self.forms.get(key).map(|loaded| &loaded.form)
    }

    /// The form with this key, as the form engine uses it.
    pub fn definition(&self, key: &str) -> Option<&FormDefinition> {
        self.forms.get(key).map(|loaded| &loaded.definition)
    }

    /// The JSON Schema validator of the form with this key. It supports the formats that the contract defines.
    pub fn validator(&self, key: &str) -> Option<&Validator> {
        self.forms.get(key).map(|loaded| &loaded.validator)
    }

    /// The provinces, in ascending order of their codes.
    pub fn provinces(&self) -> &[Province] {
        self.places.provinces()
    }

    /// The communes of a province, in ascending order of their codes. `None` if no province has this code.
    pub fn communes(&self, province: &str) -> Option<&[Commune]> {
        self.places.communes(province)
    }

    /// The name of a place, such as «Xã Triệu Phong, Tỉnh Quảng Trị». `None` if the province has no commune with this
    /// code.
    pub fn place_name(&self, place: &PlaceRef) -> Option<String> {
        let (commune, province) = self.places.names(place)?;
        Some(format!("{commune}, {province}"))
    }

    /// The name of the agency that receives the dossiers of a procedure in a place, such as «Ủy ban nhân dân Xã Triệu
    /// Phong, Tỉnh Quảng Trị». `None` if the province has no commune with this code.
    pub fn agency_name(&self, procedure: &Procedure, place: &PlaceRef) -> Option<String> {
        let place = self.place_name(place)?;
        Some(domain::agency::agency_name(&procedure.receiver, &place))
    }

    /// The agency code of a place, such as `H50.19.624`. It is the first part of a dossier code.
    ///
    /// QĐ 20/2020/QĐ-TTg defines the pattern and the first of the three numbers, which identifies the province. Each
    /// province assigns the other two numbers itself, and no publication lists them all. So this backend derives them
    /// from the NSO code of the commune: its first two digits and its last three digits.
    pub fn agency_code(&self, place: &PlaceRef) -> Option<String> {
        self.places.agency_code(place)
    }

    /// When offices work: working days, public holidays and opening times.
    pub fn office_calendar(&self) -> &OfficeCalendar {
        &self.calendar.calendar
    }

    /// The name of a public holiday, such as «Quốc khánh». Empty for another day.
    pub(crate) fn holiday_name(&self, day: Date) -> &str {
        self.calendar
            .holiday_names
            .get(&day)
            .map_or("", String::as_str)
    }

    /// Whether a due date may move, because the holidays of its year aren't in the data.
    pub(crate) fn is_provisional(&self, due_on: &Day) -> bool {
        let day = Date::parse_iso(&due_on.0);
        day.is_some_and(|day| !self.office_calendar().knows_year_of(day))
    }

    /// The purposes for which the portal asks for consent, in the order in which the app shows them.
    pub fn consents(&self) -> &[ConsentPurpose] {
        &self.consents
    }

    /// The official name of a status, such as «Mới đăng ký».
    pub fn status_name(&self, status: DossierStatus) -> &str {
        self.statuses.get(&status).map_or("", String::as_str)
    }
}
