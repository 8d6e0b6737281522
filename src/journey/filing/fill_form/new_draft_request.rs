//! The data of the request that creates a draft. It is stored in the tab until the draft exists, so that it outlives a
//! reload and the way to the sign-in page. Its idempotency key makes the server create only one draft, however often
//! «Thêm mới» is pressed after a lost answer.

use contract::draft::ForWhom;
use contract::place::PlaceRef;

use crate::answers::for_whom;
use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;

/// A request to create a draft.
#[derive(Clone)]
pub(super) struct NewDraftRequest {
    /// The agency's place chosen so far; either code may be empty.
    pub(super) agency: PlaceRef,
    /// Whom the dossier is filed for.
    pub(super) for_whom: ForWhom,
    /// Idempotency key. It changes with the agency and with the person, because those mean another draft.
    pub(super) key: String,
    /// Code of the procedure.
    procedure: String,
}

impl NewDraftRequest {
    /// The request that this tab stored for a procedure, or a new one.
    pub(super) fn load_or_new(procedure: &str) -> Self {
        let stored = BrowserStorage::Tab
            .get(&storage_key(procedure))
            .unwrap_or_default();
        let stored = StoredRequest::parse(&stored);
        let for_whom = for_whom::load_choice(procedure);
        let key = stored.key_for(for_whom).map(str::to_owned);
        let is_stored = key.is_some();
        let request = Self {
            agency: stored.agency,
            for_whom,
            key: key.unwrap_or_else(random_id::generate),
            procedure: procedure.to_owned(),
        };
        if !is_stored {
            request.store();
        }
        request
    }

    /// Changes the agency's place.
    pub(super) fn set_agency(&mut self, agency: PlaceRef) {
        if self.agency != agency {
            self.agency = agency;
            self.key = random_id::generate();
        }
        self.store();
    }

    /// Removes the request from the tab's storage. Call it when the draft exists.
    pub(super) fn remove(&self) {
        BrowserStorage::Tab.remove(&storage_key(&self.procedure));
        for_whom::remove_choice(&self.procedure);
    }

    /// Writes the request to the tab's storage.
    fn store(&self) {
        let PlaceRef { province, commune } = &self.agency;
        let whom = for_whom::choice_key(self.for_whom);
        // If the browser has no storage, the choice is lost on the way to the sign-in page.
        BrowserStorage::Tab.set(
            &storage_key(&self.procedure),
            &[province, commune, self.key.as_str(), whom].join("/"),
        );
    }
}

/// Key in the tab's storage.
fn storage_key(procedure: &str) -> String {
    ["motcua-agency-", procedure].concat()
}

/// A stored request: `province/commune/key/for whom`.
#[derive(Debug, PartialEq)]
struct StoredRequest<'a> {
    /// The agency's place; either code may be empty.
    agency: PlaceRef,
    /// Idempotency key; empty if nothing was stored.
    key: &'a str,
    /// The person for whom the key was made.
    for_whom: ForWhom,
}

impl<'a> StoredRequest<'a> {
    /// Reads a stored line. Missing fields are empty.
    fn parse(line: &'a str) -> Self {
        let mut fields = line.split('/');
        let mut field = || fields.next().unwrap_or_default();
        let agency = PlaceRef {
            province: field().to_owned(),
            commune: field().to_owned(),
        };
        Self {
            agency,
            key: field(),
            for_whom: for_whom::choice_from_key(field()),
        }
    }

    /// The idempotency key, if it was made for the same person.
    fn key_for(&self, for_whom: ForWhom) -> Option<&'a str> {
        (self.for_whom == for_whom && !self.key.is_empty()).then_some(self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_key_for_the_same_person_only() {
        let stored = StoredRequest::parse("45/19624/k-1/helped");
        assert_eq!(stored.agency.province, "45");
        assert_eq!(stored.agency.commune, "19624");
        assert_eq!(stored.key_for(ForWhom::Helped), Some("k-1"));
        assert_eq!(stored.key_for(ForWhom::Oneself), None);
        assert_eq!(stored.key_for(ForWhom::Child), None);
    }

    #[test]
    fn an_empty_storage_gives_an_empty_request() {
        let stored = StoredRequest::parse("");
        assert_eq!(stored.agency.province, "");
        assert_eq!(stored.key_for(ForWhom::Oneself), None);
    }
}
