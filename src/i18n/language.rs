//! The language of the interface, and the citizen's choice on this device.

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

/// Key of the citizen's choice of language in the browser's storage.
const STORAGE_KEY: &str = "motcua-language";

impl Language {
    /// All languages of the interface.
    const ALL: [Self; 2] = [Self::Vi, Self::En];

    /// Returns the language in which the app starts: the language that the citizen chose on this device, or else the
    /// language of `index.html`.
    pub fn initial() -> Self {
        let stored = Self::stored().or_else(|| Self::from_tag(&page::language()));
        stored.unwrap_or(Self::Vi)
    }

    /// Returns the language that the citizen chose on this device. `None` if they have chosen none.
    pub fn stored() -> Option<Self> {
        Self::from_tag(&BrowserStorage::Device.get(STORAGE_KEY)?)
    }

    fn from_tag(tag: &str) -> Option<Self> {
        let mut all = Self::ALL.into_iter();
        all.find(|language| language.tag() == tag)
    }

    /// Returns this language if the portal offers it. Otherwise returns the first of the portal's languages that the
    /// app supports.
    ///
    /// `offered` contains the BCP 47 tags of the portal's languages, from `GET /portal`. If the app supports none of
    /// them, the function returns this language.
    #[must_use]
    pub fn or_first_supported(self, offered: &[String]) -> Self {
        match offered.iter().any(|tag| tag == self.tag()) {
            true => self,
            false => offered
                .iter()
                .find_map(|tag| Self::from_tag(tag))
                .unwrap_or(self),
        }
    }

    /// Stores this language on this device, as the citizen's choice.
    pub fn store(self) {
        BrowserStorage::Device.set(STORAGE_KEY, self.tag());
    }

    /// Returns the BCP 47 tag of this language.
    pub const fn tag(self) -> &'static str {
        match self {
            Language::Vi => "vi",
            Language::En => "en",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn choose(language: Language, offered: &[&str]) -> Language {
        let offered: Vec<String> = offered.iter().map(|tag| (*tag).to_owned()).collect();
        language.or_first_supported(&offered)
    }

    #[test]
    fn supports_exactly_the_languages_of_the_contract() {
        let supported = Language::ALL.map(Language::tag);
        assert_eq!(contract::portal::LANGUAGES, supported);
    }

    #[test]
    fn falls_back_to_the_first_language_of_the_portal_that_the_app_supports() {
        assert_eq!(choose(Language::En, &["vi", "en"]), Language::En);
        assert_eq!(choose(Language::Vi, &["km", "en"]), Language::En);
        assert_eq!(choose(Language::En, &["vi"]), Language::Vi);
        for unsupported in [&["km"][..], &[]] {
            assert_eq!(choose(Language::Vi, unsupported), Language::Vi);
        }
    }
}
