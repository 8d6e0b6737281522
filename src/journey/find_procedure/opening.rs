//! What the plain first screen held before the app was there: text, focus and caret of its search field, and its
//! short list of procedures. The app goes on with them, so nothing typed is lost and nothing jumps.

use leptos::prelude::*;

use crate::browser::page;

/// A procedure of the short list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Wanted {
    /// National code.
    pub(super) code: String,
    /// Name.
    pub(super) name: String,
}

/// What the plain first screen held.
#[derive(Clone, Copy, Debug)]
pub struct Opening {
    typed: StoredValue<Option<page::TypedField>>,
    wanted: StoredValue<Vec<Wanted>>,
}

impl Opening {
    /// Reads the plain first screen.
    pub fn adopt() -> Self {
        let links = page::links("#shell .ways a").into_iter();
        let wanted = links.filter_map(|link| {
            Some(Wanted {
                code: link.href.rsplit('/').next()?.to_owned(),
                name: link.text,
            })
        });
        Self {
            typed: StoredValue::new(page::typed_field("#shell input[name=q]")),
            wanted: StoredValue::new(wanted.collect()),
        }
    }

    /// What was typed, the first time; nothing afterwards.
    pub(super) fn take(self) -> Option<page::TypedField> {
        self.typed.try_update_value(Option::take).flatten()
    }

    /// The short list; empty when the visit began on another page.
    pub(super) fn wanted(self) -> Vec<Wanted> {
        self.wanted.get_value()
    }
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may panic"
    )]

    use std::fs;
    use std::path::Path;

    use serde_json::Value;

    use crate::i18n::Language;

    fn read(path: &str) -> String {
        fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap()
    }

    #[test]
    fn the_plain_first_screen_says_what_the_app_will_say() {
        let page = read("index.html");
        let words = Language::Vi.words().shell();
        for said in [
            words.question,
            words.search,
            words.search_hint,
            words.find,
            words.wanted,
            words.all,
            words.groups,
            words.look_up,
        ] {
            assert!(page.contains(said), "index.html lacks «{said}»");
        }
    }

    #[test]
    fn the_plain_first_screen_lists_what_the_catalogue_puts_first() {
        let mut names = Vec::new();
        for file in fs::read_dir(
            Path::new(env!("CARGO_MANIFEST_DIR")).join("crates/backend/data/procedures"),
        )
        .unwrap()
        {
            let text = fs::read_to_string(file.unwrap().path()).unwrap();
            let records: Value = serde_json::from_str(&text).unwrap();
            names.extend(records["procedures"].as_array().unwrap().iter().cloned());
        }
        let catalogue: Value =
            serde_json::from_str(&read("crates/backend/data/catalogue.json")).unwrap();
        let first = catalogue["order"].as_array().unwrap().iter().take(8);
        let expected: String = first
            .map(|code| {
                let record = names.iter().find(|record| record["code"] == *code).unwrap();
                let (code, name) = (code.as_str().unwrap(), record["name"].as_str().unwrap());
                ["<li><a href=\"procedures/", code, "\">", name, "</a></li>"].concat()
            })
            .collect();
        let page: String = read("index.html").lines().map(str::trim).collect();
        assert!(
            page.contains(&expected),
            "index.html should list:\n{expected}"
        );
    }
}
