//! The catalogue of procedures, prepared for searching: every name and alias is split into folded words only once.

use contract::named::Named;
use contract::procedure::{Catalogue, CatalogueEntry, ServiceLevel};

use super::search_filters::SearchFilters;
use super::word::{Word, split_words};

/// The catalogue of procedures, ready to be searched.
#[derive(Clone, Debug)]
pub struct SearchIndex {
    pub(super) procedures: Vec<IndexedProcedure>,
    /// Key and name of every agency in the catalogue.
    pub(super) agencies: Vec<(String, String)>,
    /// Key and name of every field in the catalogue.
    pub(super) fields: Vec<(String, String)>,
}

/// The searchable texts of a procedure.
#[derive(Clone, Debug)]
pub(super) struct IndexedProcedure {
    /// The official name of the procedure, followed by its aliases.
    pub(super) names: Vec<IndexedName>,
    /// The words of the procedure's code, field and agency.
    pub(super) context_words: Vec<Word>,
    agency: String,
    field: String,
    level: ServiceLevel,
}

/// A name or alias of a procedure.
#[derive(Clone, Debug)]
pub(super) struct IndexedName {
    pub(super) words: Vec<Word>,
    /// All folded words of the name or alias as one string, with a space before and after each word.
    pub(super) spaced: String,
    /// All folded words of the name or alias as one string, without spaces.
    pub(super) joined: String,
}

impl SearchIndex {
    /// Prepares the catalogue of procedures for searching. The results of a search are positions in the catalogue's
    /// list of procedures.
    pub fn new(catalogue: &Catalogue) -> SearchIndex {
        SearchIndex {
            procedures: catalogue
                .procedures
                .iter()
                .map(|entry| IndexedProcedure::new(entry, catalogue))
                .collect(),
            agencies: catalogue.agencies.iter().map(key_and_name).collect(),
            fields: catalogue.fields.iter().map(key_and_name).collect(),
        }
    }

    /// Whether the procedure at `position` matches the filters.
    pub(super) fn passes(&self, position: usize, filters: &SearchFilters) -> bool {
        self.procedures.get(position).is_some_and(|procedure| {
            filters
                .agency
                .as_ref()
                .is_none_or(|agency| *agency == procedure.agency)
                && filters
                    .field
                    .as_ref()
                    .is_none_or(|field| *field == procedure.field)
                && filters.level.is_none_or(|level| level == procedure.level)
        })
    }
}

impl IndexedProcedure {
    fn new(entry: &CatalogueEntry, catalogue: &Catalogue) -> IndexedProcedure {
        let name_words = |list: &[Named], key: &str| {
            let named = list.iter().find(|named| named.key == key);
            named.map_or_else(Vec::new, |named| split_words(&named.name))
        };
        let mut context_words = split_words(&entry.code);
        context_words.extend(name_words(&catalogue.fields, &entry.field));
        context_words.extend(name_words(&catalogue.agencies, &entry.agency));
        let mut names = vec![IndexedName::new(&entry.name)];
        names.extend(entry.aliases.iter().map(|alias| IndexedName::new(alias)));
        IndexedProcedure {
            names,
            context_words,
            agency: entry.agency.clone(),
            field: entry.field.clone(),
            level: entry.level,
        }
    }
}

impl IndexedName {
    fn new(text: &str) -> IndexedName {
        let words = split_words(text);
        let mut spaced = String::from(" ");
        let mut joined = String::new();
        for word in &words {
            spaced.push_str(&word.folded);
            spaced.push(' ');
            joined.push_str(&word.folded);
        }
        IndexedName {
            words,
            spaced,
            joined,
        }
    }
}

fn key_and_name(named: &Named) -> (String, String) {
    (named.key.clone(), named.name.clone())
}
