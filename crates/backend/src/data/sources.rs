//! The JSON files of the reference data. The program contains the files in `crates/backend/data`. A test can import
//! other texts instead.

/// A data file: its name and its text.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The name of the file, relative to `crates/backend/data/`. It appears in errors.
    pub file: &'a str,
    /// The JSON text of the file.
    pub text: &'a str,
}

/// All data files that an import reads.
#[derive(Clone, Debug)]
pub struct Sources<'a> {
    /// Agencies, fields, and the order of the procedures in the catalogue.
    pub catalogue: Source<'a>,
    /// The procedures, one file for each field.
    pub procedures: Vec<Source<'a>>,
    /// Everyday names of the procedures.
    pub aliases: Source<'a>,
    /// Groups of procedures (liên thông).
    pub groups: Source<'a>,
    /// Provinces.
    pub provinces: Source<'a>,
    /// Communes by province.
    pub communes: Source<'a>,
    /// Names of the ten national statuses.
    pub statuses: Source<'a>,
    /// Public holidays.
    pub holidays: Source<'a>,
    /// Purposes for which the portal asks for consent.
    pub consents: Source<'a>,
    /// The portal's settings.
    pub portal: Source<'a>,
    /// Forms, one file for each form.
    pub forms: Vec<Source<'a>>,
}

macro_rules! embedded {
    ($file:literal) => {
        Source {
            file: $file,
            text: include_str!(concat!("../../data/", $file)),
        }
    };
}

impl Sources<'static> {
    /// Returns the files in `crates/backend/data`. They are compiled into the program, so the program needs no data
    /// folder at run time.
    pub fn embedded() -> Self {
        Sources {
            catalogue: embedded!("catalogue.json"),
            procedures: vec![
                embedded!("procedures/ho-tich.json"),
                embedded!("procedures/cu-tru.json"),
                embedded!("procedures/chung-thuc.json"),
                embedded!("procedures/ho-kinh-doanh.json"),
                embedded!("procedures/dat-dai.json"),
                embedded!("procedures/xay-dung.json"),
                embedded!("procedures/nuoi-con-nuoi.json"),
                embedded!("procedures/bao-tro-xa-hoi.json"),
                embedded!("procedures/giam-ngheo.json"),
                embedded!("procedures/nguoi-co-cong.json"),
                embedded!("procedures/bao-hiem-y-te.json"),
                embedded!("procedures/bao-hiem-xa-hoi.json"),
                embedded!("procedures/nghia-vu-quan-su.json"),
            ],
            aliases: embedded!("aliases.json"),
            groups: embedded!("groups.json"),
            provinces: embedded!("provinces.json"),
            communes: embedded!("communes.json"),
            statuses: embedded!("statuses.json"),
            holidays: embedded!("holidays.json"),
            consents: embedded!("consents.json"),
            portal: embedded!("portal.json"),
            forms: vec![
                embedded!("forms/birth-registration.json"),
                embedded!("forms/death-registration.json"),
                embedded!("forms/marital-status.json"),
                embedded!("forms/general-declaration.json"),
                embedded!("forms/residence-change.json"),
                embedded!("forms/birth-group.json"),
                embedded!("forms/death-group.json"),
                embedded!("forms/health-insurance-card.json"),
                embedded!("forms/funeral-allowance.json"),
                embedded!("forms/reply-text.json"),
                embedded!("forms/draft-certificate.json"),
            ],
        }
    }
}

impl<'a> Sources<'a> {
    /// All files, in the order of the import.
    pub(super) fn all(&self) -> impl Iterator<Item = Source<'a>> + '_ {
        let first = [
            self.catalogue,
            self.provinces,
            self.communes,
            self.statuses,
            self.holidays,
            self.consents,
            self.portal,
        ];
        let last = [self.aliases, self.groups];
        first
            .into_iter()
            .chain(self.forms.iter().copied())
            .chain(self.procedures.iter().copied())
            .chain(last)
    }
}
