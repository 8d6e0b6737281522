//! The words on screen: one struct a journey step, filled once a language. A missing word doesn't compile.
//! Texts of procedures come from the backend and aren't here.

pub mod shell;
pub mod trouble;
pub mod sign_in;
pub mod find_procedure;
pub mod fill_form;
pub mod answers;
pub mod attach_files;
pub mod submit;
pub mod track_dossiers;
pub mod vi;
pub mod en;

use leptos::prelude::*;

use crate::browser::storage::Shelf;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

/// Every word of one language.
pub struct Words {
    /// The language of the offices' own texts (procedures, forms, places), where it isn't this one.
    pub official: Option<&'static str>,
    /// Header, footer and first screen.
    pub shell: shell::ShellWords,
    /// When something goes wrong.
    pub trouble: trouble::TroubleWords,
    /// Registering, signing in, the one-time code.
    pub sign_in: sign_in::SignInWords,
    /// Searching, filtering and reading procedures.
    pub find_procedure: find_procedure::FindProcedureWords,
    /// Choosing the agency and answering the form.
    pub fill_form: fill_form::FillFormWords,
    /// Answers that break a rule.
    pub answers: answers::AnswerWords,
    /// Attaching files.
    pub attach_files: attach_files::AttachFilesWords,
    /// Delivery, review, sending and the receipt.
    pub submit: submit::SubmitWords,
    /// «Hồ sơ của tôi» and one dossier.
    pub track_dossiers: track_dossiers::TrackDossiersWords,
}

const KEY: &str = "motcua-language";

impl Language {
    /// The language chosen earlier on this device, or Vietnamese.
    pub fn remembered() -> Self {
        match Shelf::Device.read(KEY).as_deref() {
            Some("en") => Language::En,
            _ => Language::Vi,
        }
    }

    /// Chosen for this device.
    pub fn remember(self) {
        Shelf::Device.keep(KEY, self.tag());
    }

    /// BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }

    /// The words.
    pub const fn words(self) -> &'static Words {
        match self {
            Language::Vi => &vi::WORDS,
            Language::En => &en::WORDS,
        }
    }
}

/// The language of the offices' own texts, where it isn't the page's.
pub fn official() -> Option<&'static str> {
    use_words().official
}

/// The words of the language in use. Changing the language draws the page anew, so this isn't tracked.
pub fn use_words() -> &'static Words {
    use_context::<RwSignal<Language>>()
        .map_or(Language::Vi, |language| language.get_untracked())
        .words()
}
