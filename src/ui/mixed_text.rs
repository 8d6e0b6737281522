//! Words in more than one language: what an office wrote stands amid the page's own words, and a screen reader
//! must be told where the language changes.

use leptos::prelude::*;

/// A text, part by part, each with its language (BCP 47) where it isn't the page's.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MixedText(Vec<(String, Lang)>);

/// A language, or `None` for the page's.
pub type Lang = Option<&'static str>;

impl MixedText {
    /// Words in one language.
    pub fn of(lang: Lang, words: impl Into<String>) -> Self {
        Self(vec![(words.into(), lang)])
    }

    /// The same, followed by more.
    #[must_use]
    pub fn and(mut self, lang: Lang, words: impl Into<String>) -> Self {
        self.0.push((words.into(), lang));
        self
    }

    /// The words alone.
    pub fn text(&self) -> String {
        self.0.iter().map(|(words, _)| words.as_str()).collect()
    }

    /// The words on the page.
    pub fn draw(self) -> AnyView {
        let part = |(words, lang): (String, Lang)| match lang {
            None => words.into_any(),
            Some(_) => view! { <span lang=lang>{words}</span> }.into_any(),
        };
        self.0.into_iter().map(part).collect::<Vec<_>>().into_any()
    }
}

impl From<String> for MixedText {
    fn from(words: String) -> Self {
        Self::of(None, words)
    }
}

impl From<&str> for MixedText {
    fn from(words: &str) -> Self {
        Self::of(None, words)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_parts_are_one_sentence() {
        let said = MixedText::from("Will be received by ").and(Some("vi"), "Xã Triệu Phong");
        assert_eq!(said.text(), "Will be received by Xã Triệu Phong");
    }
}
