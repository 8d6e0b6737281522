//! What «Thêm mới» is about to begin, kept in the tab until the draft exists: it outlives a reload and a trip to the
//! sign-in page. Its key makes the server begin one draft, however often the button is pressed after a lost answer.

use contract::draft::ForWhom;
use contract::place::PlaceRef;

use crate::answers::for_whom;
use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;

/// A draft about to begin.
#[derive(Clone)]
pub(super) struct Beginning {
    /// The agency as far as it is chosen; either code may be empty.
    pub(super) agency: PlaceRef,
    /// Whom it is for.
    pub(super) for_whom: ForWhom,
    /// One key for one choice: with another agency, or for someone else, another draft is meant.
    pub(super) key: String,
    procedure: String,
}

impl Beginning {
    /// As this tab kept it, or a new one.
    pub(super) fn of(procedure: &str) -> Self {
        let kept = BrowserStorage::Tab
            .get(&shelf(procedure))
            .unwrap_or_default();
        let kept = Kept::read(&kept);
        let for_whom = for_whom::chosen(procedure);
        let key = kept.key_for(for_whom).map(str::to_owned);
        let same = key.is_some();
        let beginning = Self {
            agency: kept.agency,
            for_whom,
            key: key.unwrap_or_else(random_id::generate),
            procedure: procedure.to_owned(),
        };
        if !same {
            beginning.keep();
        }
        beginning
    }

    /// Another agency was chosen.
    pub(super) fn choose(&mut self, agency: PlaceRef) {
        if self.agency != agency {
            self.agency = agency;
            self.key = random_id::generate();
        }
        self.keep();
    }

    /// The draft exists.
    pub(super) fn forget(&self) {
        BrowserStorage::Tab.remove(&shelf(&self.procedure));
        for_whom::forget(&self.procedure);
    }

    fn keep(&self) {
        let PlaceRef { province, commune } = &self.agency;
        let whom = for_whom::key(self.for_whom);
        // A browser without storage only forgets the choice on the way to the sign-in page.
        BrowserStorage::Tab.set(
            &shelf(&self.procedure),
            &[province, commune, self.key.as_str(), whom].join("/"),
        );
    }
}

fn shelf(procedure: &str) -> String {
    ["motcua-agency-", procedure].concat()
}

/// What the tab kept.
#[derive(Debug, PartialEq)]
struct Kept<'a> {
    agency: PlaceRef,
    key: &'a str,
    for_whom: ForWhom,
}

impl<'a> Kept<'a> {
    fn read(line: &'a str) -> Self {
        let mut parts = line.split('/');
        let mut part = || parts.next().unwrap_or_default();
        let agency = PlaceRef {
            province: part().to_owned(),
            commune: part().to_owned(),
        };
        Self {
            agency,
            key: part(),
            for_whom: for_whom::read(part()),
        }
    }

    /// The key, where it was made for the same person.
    fn key_for(&self, for_whom: ForWhom) -> Option<&'a str> {
        (self.for_whom == for_whom && !self.key.is_empty()).then_some(self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_choice_keeps_its_key_and_another_person_means_another_draft() {
        let kept = Kept::read("45/19624/k-1/helped");
        assert_eq!(kept.agency.province, "45");
        assert_eq!(kept.agency.commune, "19624");
        assert_eq!(kept.key_for(ForWhom::Helped), Some("k-1"));
        assert_eq!(kept.key_for(ForWhom::Oneself), None);
        assert_eq!(kept.key_for(ForWhom::Child), None);
    }

    #[test]
    fn a_tab_that_kept_nothing_begins_anew() {
        let kept = Kept::read("");
        assert_eq!(kept.agency.province, "");
        assert_eq!(kept.key_for(ForWhom::Oneself), None);
    }
}
