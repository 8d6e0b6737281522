//! The words on screen: one struct a journey step, filled once a language. A missing word doesn't compile.
//! Texts of procedures come from the backend and aren't here.

pub mod shell;
pub mod errors;
pub mod session;
pub mod register;
pub mod sign_in;
pub mod consents;
pub mod account;
pub mod find_procedure;
pub mod prepare;
pub mod fill_form;
pub mod declarations;
pub mod answer_errors;
pub mod attach_files;
pub mod submit;
pub mod following;
pub mod look_up;
pub mod feedback;
pub mod vi;
pub mod en;

use leptos::prelude::*;

use crate::browser::page;
use crate::browser::storage::BrowserStorage;

/// A language of the interface.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Vietnamese.
    Vi,
    /// English.
    En,
}

const KEY: &str = "motcua-language";

impl Language {
    /// Every language of the interface.
    const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// The language chosen earlier on this device, else the one that the page is in.
    pub fn at_start() -> Self {
        let kept = Self::kept().or_else(|| Self::from_tag(&page::language()));
        kept.unwrap_or(Self::Vi)
    }

    /// The language that this device keeps, if any was chosen.
    pub fn kept() -> Option<Self> {
        Self::from_tag(&BrowserStorage::Device.get(KEY)?)
    }

    fn from_tag(tag: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.tag() == tag)
    }

    /// This language where the portal offers it, else the first of the portal's languages that the app speaks.
    #[must_use]
    pub fn offered(self, tags: &[String]) -> Self {
        match tags.iter().any(|tag| tag == self.tag()) {
            true => self,
            false => tags
                .iter()
                .find_map(|tag| Self::from_tag(tag))
                .unwrap_or(self),
        }
    }

    /// Chosen for this device.
    pub fn remember(self) {
        BrowserStorage::Device.set(KEY, self.tag());
    }

    /// BCP 47 tag.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }

    /// The words.
    pub const fn words(self) -> Words {
        Words(self)
    }
}

/// Every word of one language, reached step by step: what a part of the app doesn't ask for travels with the part
/// that does.
#[derive(Clone, Copy, Debug)]
pub struct Words(Language);

impl Words {
    const fn of<T>(self, vi: &'static T, en: &'static T) -> &'static T {
        match self.0 {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    /// BCP 47 tag of the language.
    pub const fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// The language of the offices' own texts (procedures, forms, places), where it isn't this one.
    pub const fn official(self) -> Option<&'static str> {
        match self.0 {
            Language::Vi => None,
            Language::En => Some(Language::Vi.tag()),
        }
    }

    /// Header, footer and first screen.
    pub const fn shell(self) -> &'static shell::ShellWords {
        self.of(&vi::shell::WORDS, &en::shell::WORDS)
    }

    /// When something goes wrong.
    pub const fn errors(self) -> &'static errors::ErrorWords {
        self.of(&vi::errors::WORDS, &en::errors::WORDS)
    }

    /// A session that ends, goes on, or is over.
    pub const fn session(self) -> &'static session::SessionWords {
        self.of(&vi::session::WORDS, &en::session::WORDS)
    }

    /// Registering.
    pub const fn register(self) -> &'static register::RegisterWords {
        self.of(&vi::register::WORDS, &en::register::WORDS)
    }

    /// Consent, purpose by purpose.
    pub const fn consents(self) -> &'static consents::ConsentWords {
        self.of(&vi::consents::WORDS, &en::consents::WORDS)
    }

    /// «Tài khoản của tôi».
    pub const fn account(self) -> &'static account::AccountWords {
        self.of(&vi::account::WORDS, &en::account::WORDS)
    }

    /// Signing in, the one-time code, a new password.
    pub const fn sign_in(self) -> &'static sign_in::SignInWords {
        self.of(&vi::sign_in::WORDS, &en::sign_in::WORDS)
    }

    /// Searching, filtering and reading procedures.
    pub const fn find_procedure(self) -> &'static find_procedure::FindProcedureWords {
        self.of(&vi::find_procedure::WORDS, &en::find_procedure::WORDS)
    }

    /// «Chuẩn bị hồ sơ».
    pub const fn prepare(self) -> &'static prepare::PrepareWords {
        self.of(&vi::prepare::WORDS, &en::prepare::WORDS)
    }

    /// Choosing the agency and answering the form.
    pub const fn fill_form(self) -> &'static fill_form::FillFormWords {
        self.of(&vi::fill_form::WORDS, &en::fill_form::WORDS)
    }

    /// Declarations, parts of a group, entries of a list.
    pub const fn declarations(self) -> &'static declarations::DeclarationWords {
        self.of(&vi::declarations::WORDS, &en::declarations::WORDS)
    }

    /// Answers that break a rule.
    pub const fn answer_errors(self) -> &'static answer_errors::AnswerErrorWords {
        self.of(&vi::answer_errors::WORDS, &en::answer_errors::WORDS)
    }

    /// Attaching files.
    pub const fn attach_files(self) -> &'static attach_files::AttachFilesWords {
        self.of(&vi::attach_files::WORDS, &en::attach_files::WORDS)
    }

    /// Delivery, review, sending and the receipt.
    pub const fn submit(self) -> &'static submit::SubmitWords {
        self.of(&vi::submit::WORDS, &en::submit::WORDS)
    }

    /// «Hồ sơ của tôi» and one dossier.
    pub const fn following(self) -> &'static following::FollowingWords {
        self.of(&vi::following::WORDS, &en::following::WORDS)
    }

    /// «Tra cứu hồ sơ».
    pub const fn look_up(self) -> &'static look_up::LookUpWords {
        self.of(&vi::look_up::WORDS, &en::look_up::WORDS)
    }

    /// «Góp ý».
    pub const fn feedback(self) -> &'static feedback::FeedbackWords {
        self.of(&vi::feedback::WORDS, &en::feedback::WORDS)
    }
}

/// The language of the offices' own texts, where it isn't the page's.
pub fn official() -> Option<&'static str> {
    use_words().official()
}

/// The words of the language in use. Changing the language draws the page anew, so this isn't tracked.
pub fn use_words() -> Words {
    use_context::<RwSignal<Language>>()
        .map_or(Language::Vi, |language| language.get_untracked())
        .words()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn offered(language: Language, tags: &[&str]) -> Language {
        let tags: Vec<String> = tags.iter().map(|tag| (*tag).to_owned()).collect();
        language.offered(&tags)
    }

    #[test]
    fn the_contract_names_the_languages_that_have_words() {
        let spoken = Language::ALL.map(Language::tag);
        assert_eq!(contract::portal::LANGUAGES, spoken);
    }

    #[test]
    fn a_language_that_the_portal_lacks_gives_way_to_its_first_that_has_words() {
        assert_eq!(offered(Language::En, &["vi", "en"]), Language::En);
        assert_eq!(offered(Language::Vi, &["km", "en"]), Language::En);
        assert_eq!(offered(Language::En, &["vi"]), Language::Vi);
        for silent in [&["km"][..], &[]] {
            assert_eq!(offered(Language::Vi, silent), Language::Vi);
        }
    }
}
