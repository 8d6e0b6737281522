//! What «Thêm mới» is about to begin, kept in the tab until the draft exists: it outlives a reload and a trip to the
//! sign-in page. Its key makes the server begin one draft, however often the button is pressed after a lost answer.

use contract::place::PlaceRef;

use crate::browser::random;
use crate::browser::storage::Shelf;

/// A draft about to begin.
#[derive(Clone)]
pub(super) struct Beginning {
    /// The agency as far as it is chosen; either code may be empty.
    pub(super) agency: PlaceRef,
    /// One key for one choice: with another agency another draft is meant.
    pub(super) key: String,
    shelf: String,
}

impl Beginning {
    /// As this tab kept it, or a new one.
    pub(super) fn of(procedure: &str) -> Self {
        let shelf = ["motcua-agency-", procedure].concat();
        let kept = Shelf::Tab.read(&shelf).unwrap_or_default();
        let mut parts = kept.split('/').map(str::to_owned);
        let mut part = || parts.next().unwrap_or_default();
        let agency = PlaceRef {
            province: part(),
            commune: part(),
        };
        let key = Some(part()).filter(|key| !key.is_empty());
        Self {
            agency,
            key: key.unwrap_or_else(random::id),
            shelf,
        }
    }

    /// Another agency was chosen.
    pub(super) fn choose(&mut self, agency: PlaceRef) {
        if self.agency != agency {
            self.agency = agency;
            self.key = random::id();
        }
        let PlaceRef { province, commune } = &self.agency;
        // A browser without storage only forgets the choice on the way to the sign-in page.
        Shelf::Tab.keep(
            &self.shelf,
            &[province, commune, &self.key].map(String::as_str).join("/"),
        );
    }

    /// The draft exists.
    pub(super) fn forget(&self) {
        Shelf::Tab.forget(&self.shelf);
    }
}
