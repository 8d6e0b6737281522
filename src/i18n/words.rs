//! All texts of one language, selected by topic.

use leptos::prelude::*;

use super::language::Language;
use super::{
    account, answer_errors, attach_files, consents, declarations, en, errors, feedback, fees,
    fill_form, find_procedure, following, look_up, notice_settings, notices, outcomes, prepare,
    progress, register, reply, session, shell, sign_in, submit, supplement, vi,
};

/// All texts of one language.
///
/// Each method returns the texts of one topic. There is no single struct with all texts: with one method for each
/// topic, the build can put the texts of a topic into the wasm chunk that uses them.
#[derive(Clone, Copy, Debug)]
pub struct Words(Language);

impl Language {
    /// Returns the texts in this language.
    pub const fn words(self) -> Words {
        Words(self)
    }
}

impl Words {
    const fn select<T>(self, vi: &'static T, en: &'static T) -> &'static T {
        match self.0 {
            Language::Vi => vi,
            Language::En => en,
        }
    }

    /// Returns the BCP 47 tag of the language of these texts.
    pub const fn tag(self) -> &'static str {
        self.0.tag()
    }

    /// Returns the language of the official texts (procedures, forms, places) as a tag for the `lang` attribute of
    /// their elements. Returns `None` if the interface has the same language, because the elements then need no `lang`.
    pub const fn official(self) -> Option<&'static str> {
        match self.0 {
            Language::Vi => None,
            Language::En => Some(Language::Vi.tag()),
        }
    }

    /// Returns the texts of the header, the footer and the first screen.
    pub const fn shell(self) -> &'static shell::ShellWords {
        self.select(&vi::shell::WORDS, &en::shell::WORDS)
    }

    /// Returns the error messages for failed requests.
    pub const fn errors(self) -> &'static errors::ErrorWords {
        self.select(&vi::errors::WORDS, &en::errors::WORDS)
    }

    /// Returns the texts about the end and the renewal of the session.
    pub const fn session(self) -> &'static session::SessionWords {
        self.select(&vi::session::WORDS, &en::session::WORDS)
    }

    /// Returns the texts of the registration.
    pub const fn register(self) -> &'static register::RegisterWords {
        self.select(&vi::register::WORDS, &en::register::WORDS)
    }

    /// Returns the texts of the consent form.
    pub const fn consents(self) -> &'static consents::ConsentWords {
        self.select(&vi::consents::WORDS, &en::consents::WORDS)
    }

    /// Returns the texts of «Tài khoản của tôi».
    pub const fn account(self) -> &'static account::AccountWords {
        self.select(&vi::account::WORDS, &en::account::WORDS)
    }

    /// Returns the texts of the sign-in, the one-time code, and choosing a password.
    pub const fn sign_in(self) -> &'static sign_in::SignInWords {
        self.select(&vi::sign_in::WORDS, &en::sign_in::WORDS)
    }

    /// Returns the texts of the search for procedures, the page of a procedure, and the groups of procedures.
    pub const fn find_procedure(self) -> &'static find_procedure::FindProcedureWords {
        self.select(&vi::find_procedure::WORDS, &en::find_procedure::WORDS)
    }

    /// Returns the texts of «Chuẩn bị hồ sơ».
    pub const fn prepare(self) -> &'static prepare::PrepareWords {
        self.select(&vi::prepare::WORDS, &en::prepare::WORDS)
    }

    /// Returns the texts of the filing steps, in particular of choosing the agency and filling in the form.
    pub const fn fill_form(self) -> &'static fill_form::FillFormWords {
        self.select(&vi::fill_form::WORDS, &en::fill_form::WORDS)
    }

    /// Returns the texts about declarations, the parts of a group, and questions that take several entries.
    pub const fn declarations(self) -> &'static declarations::DeclarationWords {
        self.select(&vi::declarations::WORDS, &en::declarations::WORDS)
    }

    /// Returns the error messages for wrong or missing answers.
    pub const fn answer_errors(self) -> &'static answer_errors::AnswerErrorWords {
        self.select(&vi::answer_errors::WORDS, &en::answer_errors::WORDS)
    }

    /// Returns the texts of the step that attaches files.
    pub const fn attach_files(self) -> &'static attach_files::AttachFilesWords {
        self.select(&vi::attach_files::WORDS, &en::attach_files::WORDS)
    }

    /// Returns the texts of the delivery step, the review, sending the dossier, and the receipt.
    pub const fn submit(self) -> &'static submit::SubmitWords {
        self.select(&vi::submit::WORDS, &en::submit::WORDS)
    }

    /// Returns the texts of the list «Hồ sơ của tôi» and of the page of a dossier.
    pub const fn following(self) -> &'static following::FollowingWords {
        self.select(&vi::following::WORDS, &en::following::WORDS)
    }

    /// Returns the texts of the page that sends a reply about a dossier.
    pub const fn reply(self) -> &'static reply::ReplyWords {
        self.select(&vi::reply::WORDS, &en::reply::WORDS)
    }

    /// Returns the texts about requests of the office on the page of a dossier.
    pub const fn supplement(self) -> &'static supplement::SupplementWords {
        self.select(&vi::supplement::WORDS, &en::supplement::WORDS)
    }

    /// Returns the texts about fees and payments.
    pub const fn fees(self) -> &'static fees::FeeWords {
        self.select(&vi::fees::WORDS, &en::fees::WORDS)
    }

    /// Returns the texts of results, withdrawal, copying, messages and rating on the page of a dossier.
    pub const fn outcomes(self) -> &'static outcomes::OutcomeWords {
        self.select(&vi::outcomes::WORDS, &en::outcomes::WORDS)
    }

    /// Returns the texts about the progress of a dossier, and of the search in «Hồ sơ của tôi».
    pub const fn progress(self) -> &'static progress::ProgressWords {
        self.select(&vi::progress::WORDS, &en::progress::WORDS)
    }

    /// Returns the texts of «Thông báo».
    pub const fn notices(self) -> &'static notices::NoticeWords {
        self.select(&vi::notices::WORDS, &en::notices::WORDS)
    }

    /// Returns the texts of the choice of channels for notices, and of the e-mail address.
    pub const fn notice_settings(self) -> &'static notice_settings::ChannelWords {
        self.select(&vi::notice_settings::WORDS, &en::notice_settings::WORDS)
    }

    /// Returns the texts of «Tra cứu hồ sơ».
    pub const fn look_up(self) -> &'static look_up::LookUpWords {
        self.select(&vi::look_up::WORDS, &en::look_up::WORDS)
    }

    /// Returns the texts of «Góp ý».
    pub const fn feedback(self) -> &'static feedback::FeedbackWords {
        self.select(&vi::feedback::WORDS, &en::feedback::WORDS)
    }
}

/// Returns the language of the official texts (procedures, forms, places) as a tag for the `lang` attribute of their
/// elements. Returns `None` if the page has the same language.
pub fn official() -> Option<&'static str> {
    use_words().official()
}

/// Returns the texts of the current language.
///
/// Reading the language here isn't reactive, because the app renders the whole page again when the language changes.
pub fn use_words() -> Words {
    use_context::<RwSignal<Language>>()
        .map_or(Language::Vi, |language| language.get_untracked())
        .words()
}
