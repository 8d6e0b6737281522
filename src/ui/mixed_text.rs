//! A text in more than one language, for example an English sentence that contains the Vietnamese name of an office.
//! Each part of the text has its own `lang` attribute, so that screen readers pronounce it correctly.

use leptos::prelude::*;

/// A text that consists of parts. Each part has a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MixedText(Vec<(String, Lang)>);

/// The `lang` attribute of a text (a BCP 47 tag); `None` if the text has the page's language.
pub type Lang = Option<&'static str>;

impl MixedText {
    /// Creates a text with one part, which has the language `lang`.
    pub fn of(lang: Lang, text: impl Into<String>) -> Self {
        Self(vec![(text.into(), lang)])
    }

    /// Appends a part to the text.
    #[must_use]
    pub fn and(mut self, lang: Lang, text: impl Into<String>) -> Self {
        self.0.push((text.into(), lang));
        self
    }

    /// Returns the text as a plain string, without the languages of its parts.
    pub fn text(&self) -> String {
        self.0.iter().map(|(text, _)| text.as_str()).collect()
    }

    /// Renders all parts. A part whose language isn't the page's language becomes a `span` with a `lang` attribute.
    pub fn render(self) -> AnyView {
        let part = |(text, lang): (String, Lang)| match lang {
            None => text.into_any(),
            Some(_) => view! { <span lang=lang>{text}</span> }.into_any(),
        };
        self.0.into_iter().map(part).collect::<Vec<_>>().into_any()
    }
}

impl From<String> for MixedText {
    fn from(text: String) -> Self {
        Self::of(None, text)
    }
}

impl From<&str> for MixedText {
    fn from(text: &str) -> Self {
        Self::of(None, text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn joins_the_parts_to_one_text() {
        let mixed = MixedText::from("Will be received by ").and(Some("vi"), "Xã Triệu Phong");
        assert_eq!(mixed.text(), "Will be received by Xã Triệu Phong");
    }
}
