//! The catalogue prepared for searching: every name, alias and surrounding word folded once.

use contract::named::Named;
use contract::procedure::{Catalogue, CatalogueEntry, ServiceLevel};

use super::Filters;
use super::words::{Word, words};

/// A catalogue ready to be searched.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) entries: Vec<Entry>,
    pub(super) agencies: Vec<(String, String)>,
    pub(super) fields: Vec<(String, String)>,
}

/// A procedure as the search sees it.
#[derive(Clone, Debug)]
pub(super) struct Entry {
    /// The name first, then what people call it.
    pub(super) texts: Vec<Text>,
    /// Words of its code, field and agency.
    pub(super) around: Vec<Word>,
    agency: String,
    field: String,
    level: ServiceLevel,
}

/// A name.
#[derive(Clone, Debug)]
pub(super) struct Text {
    pub(super) words: Vec<Word>,
    /// Its folded words with single spaces between and around.
    pub(super) spaced: String,
    /// Its folded words without spaces.
    pub(super) joined: String,
}

impl Index {
    /// Prepares a catalogue. Positions in results are positions in its list of procedures.
    pub fn new(catalogue: &Catalogue) -> Index {
        Index {
            entries: catalogue
                .procedures
                .iter()
                .map(|one| Entry::new(one, catalogue))
                .collect(),
            agencies: catalogue.agencies.iter().map(pair).collect(),
            fields: catalogue.fields.iter().map(pair).collect(),
        }
    }

    pub(super) fn passes(&self, position: usize, filters: &Filters) -> bool {
        self.entries.get(position).is_some_and(|entry| {
            filters
                .agency
                .as_ref()
                .is_none_or(|agency| *agency == entry.agency)
                && filters
                    .field
                    .as_ref()
                    .is_none_or(|field| *field == entry.field)
                && filters.level.is_none_or(|level| level == entry.level)
        })
    }
}

impl Entry {
    fn new(entry: &CatalogueEntry, catalogue: &Catalogue) -> Entry {
        let named = |list: &[Named], key: &str| {
            list.iter()
                .find(|named| named.key == key)
                .map(|named| words(&named.name))
        };
        let mut around = words(&entry.code);
        around.extend(named(&catalogue.fields, &entry.field).unwrap_or_default());
        around.extend(named(&catalogue.agencies, &entry.agency).unwrap_or_default());
        let mut texts = vec![Text::new(&entry.name)];
        texts.extend(entry.aliases.iter().map(|alias| Text::new(alias)));
        Entry {
            texts,
            around,
            agency: entry.agency.clone(),
            field: entry.field.clone(),
            level: entry.level,
        }
    }
}

impl Text {
    fn new(text: &str) -> Text {
        let words = words(text);
        let mut spaced = String::from(" ");
        let mut joined = String::new();
        for word in &words {
            spaced.push_str(&word.folded);
            spaced.push(' ');
            joined.push_str(&word.folded);
        }
        Text {
            words,
            spaced,
            joined,
        }
    }
}

fn pair(named: &Named) -> (String, String) {
    (named.key.clone(), named.name.clone())
}
