//! A text in more than one language, for example an English sentence that contains the Vietnamese name of an office.
//! Each part of the text has its own `lang` attribute, so that screen readers pronounce it correctly.

use leptos::prelude::*;

/// A text that consists of parts. Each part has a language.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MixedText(Vec<TextPart>);

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
struct TextPart {
    text: String,
    lang: Lang,
    /// Whether the browser's translation must leave the part as it is.
    is_verbatim: bool,
}

/// The `lang` attribute of a text (a BCP 47 tag); `None` if the text has the page's language.
pub type Lang = Option<&'static str>;

impl MixedText {
    /// Creates a text with one part, which has the language `lang`.
    pub fn of(lang: Lang, text: impl Into<String>) -> Self {
        Self::default().and(lang, text)
    }

    /// Creates a text that the browser's translation leaves as it is: a name, a code, a number, or an answer as it was
    /// given.
    pub fn verbatim(lang: Lang, text: impl Into<String>) -> Self {
        let mut verbatim = Self::of(lang, text);
        verbatim
            .0
            .iter_mut()
            .for_each(|part| part.is_verbatim = true);
        verbatim
    }

    /// Appends a part to the text.
    #[must_use]
    pub fn and(mut self, lang: Lang, text: impl Into<String>) -> Self {
        self.0.push(TextPart {
            text: text.into(),
            lang,
            is_verbatim: false,
        });
        self
    }

    /// Appends a part that the browser's translation leaves as it is: a name, a code or a number.
    #[must_use]
    pub fn and_verbatim(mut self, lang: Lang, text: impl Into<String>) -> Self {
        self.0.extend(Self::verbatim(lang, text).0);
        self
    }

    /// Returns the text as a plain string, without the languages of its parts.
    pub fn text(&self) -> String {
        self.0.iter().map(|part| part.text.as_str()).collect()
    }

    /// Renders all parts. A part whose language isn't the page's language becomes a `span` with a `lang` attribute, and a
    /// part that isn't translated becomes one with a `translate` attribute.
    pub fn render(self) -> AnyView {
        let part = |part: TextPart| match part {
            TextPart {
                text,
                lang: None,
                is_verbatim: false,
            } => text.into_any(),
            TextPart {
                text,
                lang,
                is_verbatim,
            } => view! { <span lang=lang translate=is_verbatim.then_some("no")>{text}</span> }
                .into_any(),
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
