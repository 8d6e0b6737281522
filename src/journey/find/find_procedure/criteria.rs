//! What is searched for, as the address holds it: `?q=…&agency=…&field=…&level=…`. The address is the truth, so
//! Back, reload and a shared link bring the same list.

use contract::procedure::ServiceLevel;
use domain::search::Filters;
use leptos::prelude::*;

use crate::browser::query;
use crate::browser::unicode::nfc;

/// What is searched for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// As typed, in NFC.
    pub(super) text: String,
    /// What narrows it.
    pub(super) filters: Filters,
}

impl Criteria {
    /// From the query part of an address; what the app doesn't know narrows nothing.
    pub(super) fn read(search: &str) -> Self {
        Self {
            text: nfc(&query::value(search, "q").unwrap_or_default()),
            filters: Filters {
                agency: query::value(search, "agency"),
                field: query::value(search, "field"),
                level: query::value(search, "level").and_then(|key| level_of(&key)),
            },
        }
    }

    /// The query part of an address.
    pub(super) fn address(&self) -> String {
        let filters = &self.filters;
        query::text(&[
            ("q", &self.text),
            ("agency", filters.agency.as_deref().unwrap_or_default()),
            ("field", filters.field.as_deref().unwrap_or_default()),
            ("level", filters.level.map_or("", level_key)),
        ])
    }

    /// How many filters are set.
    pub(super) fn narrowed(&self) -> usize {
        let filters = &self.filters;
        usize::from(filters.agency.is_some())
            + usize::from(filters.field.is_some())
            + usize::from(filters.level.is_some())
    }
}

/// The same, as the fields of the page hold it.
#[derive(Clone, Copy, Debug)]
pub struct Asked {
    /// What is typed.
    pub(super) text: RwSignal<String>,
    /// Key of the chosen agency, or empty.
    pub(super) agency: RwSignal<String>,
    /// Key of the chosen field, or empty.
    pub(super) field: RwSignal<String>,
    /// Key of the chosen level, or empty.
    pub(super) level: RwSignal<String>,
}

impl Asked {
    /// Fields that hold nothing.
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            text: empty(),
            agency: empty(),
            field: empty(),
            level: empty(),
        }
    }

    /// Puts criteria into the fields.
    pub(super) fn take(self, criteria: &Criteria) {
        let filters = &criteria.filters;
        for (signal, value) in [
            (self.text, criteria.text.as_str()),
            (self.agency, filters.agency.as_deref().unwrap_or_default()),
            (self.field, filters.field.as_deref().unwrap_or_default()),
            (self.level, filters.level.map_or("", level_key)),
        ] {
            if signal.with_untracked(|now| now != value) {
                signal.set(value.to_owned());
            }
        }
    }

    /// What the fields hold; tracked.
    pub(super) fn criteria(self) -> Criteria {
        let chosen = |signal: RwSignal<String>| Some(signal.get()).filter(|key| !key.is_empty());
        Criteria {
            text: nfc(&self.text.get()),
            filters: Filters {
                agency: chosen(self.agency),
                field: chosen(self.field),
                level: self.level.with(|key| level_of(key)),
            },
        }
    }
}

/// A level in an address.
pub(super) const fn level_key(level: ServiceLevel) -> &'static str {
    match level {
        ServiceLevel::Full => "full",
        ServiceLevel::Partial => "partial",
        ServiceLevel::InPerson => "in_person",
        ServiceLevel::Unknown => "unknown",
    }
}

fn level_of(key: &str) -> Option<ServiceLevel> {
    [
        ServiceLevel::Full,
        ServiceLevel::Partial,
        ServiceLevel::InPerson,
        ServiceLevel::Unknown,
    ]
    .into_iter()
    .find(|level| level_key(*level) == key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_in_an_address_is_read_back_and_nonsense_narrows_nothing() {
        for level in [
            ServiceLevel::Full,
            ServiceLevel::Partial,
            ServiceLevel::InPerson,
            ServiceLevel::Unknown,
        ] {
            assert_eq!(level_of(level_key(level)), Some(level));
        }
        assert_eq!(level_of("toan-trinh"), None);
        assert_eq!(level_of(""), None);
    }
}
