//! The search text and the filters in the URL: `?q=…&agency=…&field=…&level=…`. The search page takes its criteria from
//! the URL. So the Back button, a reload and a shared link show the same results.

use contract::procedure::ServiceLevel;
use domain::search::SearchFilters;
use leptos::prelude::*;

use crate::browser::query;
use crate::browser::unicode::nfc;

/// The search text and the filters.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Criteria {
    /// The typed search text, in Unicode normalization form NFC.
    pub(super) text: String,
    /// The chosen filters.
    pub(super) filters: SearchFilters,
}

impl Criteria {
    /// Parses the query of a URL. A filter with an unknown value is ignored.
    pub(super) fn parse(search: &str) -> Self {
        Self {
            text: nfc(&query::value(search, "q").unwrap_or_default()),
            filters: SearchFilters {
                agency: query::value(search, "agency"),
                field: query::value(search, "field"),
                level: query::value(search, "level").and_then(|key| parse_level(&key)),
            },
        }
    }

    /// Writes the criteria as the query of a URL.
    pub(super) fn to_query(&self) -> String {
        let filters = &self.filters;
        query::encode_query(&[
            ("q", &self.text),
            ("agency", filters.agency.as_deref().unwrap_or_default()),
            ("field", filters.field.as_deref().unwrap_or_default()),
            ("level", filters.level.map_or("", level_key)),
        ])
    }

    /// The number of filters that are set.
    pub(super) fn filter_count(&self) -> usize {
        let filters = &self.filters;
        usize::from(filters.agency.is_some())
            + usize::from(filters.field.is_some())
            + usize::from(filters.level.is_some())
    }
}

/// The search text and the filters, as signals that the form controls are bound to.
#[derive(Clone, Copy, Debug)]
pub struct SearchFields {
    /// The typed search text.
    pub(super) text: RwSignal<String>,
    /// Key of the chosen agency; empty if none is chosen.
    pub(super) agency: RwSignal<String>,
    /// Key of the chosen field (lĩnh vực); empty if none is chosen.
    pub(super) field: RwSignal<String>,
    /// Key of the chosen level; empty if none is chosen.
    pub(super) level: RwSignal<String>,
}

impl SearchFields {
    /// Creates empty fields.
    pub(super) fn new() -> Self {
        let empty = || RwSignal::new(String::new());
        Self {
            text: empty(),
            agency: empty(),
            field: empty(),
            level: empty(),
        }
    }

    /// Shows search criteria in the form controls.
    pub(super) fn set(self, criteria: &Criteria) {
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

    /// The criteria in the fields. Reactive.
    pub(super) fn criteria(self) -> Criteria {
        let chosen = |signal: RwSignal<String>| Some(signal.get()).filter(|key| !key.is_empty());
        Criteria {
            text: nfc(&self.text.get()),
            filters: SearchFilters {
                agency: chosen(self.agency),
                field: chosen(self.field),
                level: self.level.with(|key| parse_level(key)),
            },
        }
    }
}

/// The value that stands for a service level in a URL.
pub(super) const fn level_key(level: ServiceLevel) -> &'static str {
    level.key()
}

fn parse_level(key: &str) -> Option<ServiceLevel> {
    ServiceLevel::from_key(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parses_every_level_it_writes_and_ignores_unknown_text() {
        for level in [
            ServiceLevel::Full,
            ServiceLevel::Partial,
            ServiceLevel::InPerson,
            ServiceLevel::Unknown,
        ] {
            assert_eq!(parse_level(level_key(level)), Some(level));
        }
        assert_eq!(parse_level("toan-trinh"), None);
        assert_eq!(parse_level(""), None);
    }
}
