//! The data for the request that creates a draft. It is stored in the tab until the draft exists. So it is still there
//! after a reload, or after the citizen had to go to the sign-in page.
//! Its idempotency key makes the server create only one draft, even if the citizen presses «Thêm mới» again after a
//! lost response.

use contract::draft::ForWhom;
use contract::place::PlaceRef;

use crate::answers::for_whom;
use crate::browser::random_id;
use crate::browser::storage::BrowserStorage;
use crate::journey::filing::draft::partial_choices::NEW_DRAFT_PREFIX;

/// The data for a request that creates a draft.
#[derive(Clone)]
pub(super) struct NewDraftRequest {
    /// The place of the agency that is chosen so far. The code of the province or of the commune may be empty.
    pub(super) agency: PlaceRef,
    /// For whom the dossier is filed.
    pub(super) for_whom: ForWhom,
    /// Code of the dossier whose answers are copied. `None` for an empty draft.
    pub(super) copy_of: Option<String>,
    /// Idempotency key of the request. It changes when the citizen chooses another agency, another person or another
    /// dossier to copy, because then they want another draft.
    pub(super) key: String,
    /// Code of the procedure.
    procedure: String,
}

impl NewDraftRequest {
    /// Returns the data that this tab has stored for a procedure. If there is none, creates new data. `copy_of` is the code
    /// of the dossier whose answers are copied.
    pub(super) fn load_or_new(procedure: &str, copy_of: Option<String>) -> Self {
        let stored = BrowserStorage::Tab
            .get(&storage_key(procedure))
            .unwrap_or_default();
        let stored = StoredRequest::parse(&stored);
        let for_whom = for_whom::load_choice(procedure);
        let copied = copy_of.as_deref().unwrap_or_default();
        let key = stored.key_for(for_whom, copied).map(str::to_owned);
        let is_stored = key.is_some();
        let request = Self {
            agency: stored.agency,
            for_whom,
            copy_of,
            key: key.unwrap_or_else(random_id::generate),
            procedure: procedure.to_owned(),
        };
        if !is_stored {
            request.store();
        }
        request
    }

    /// Changes the place of the agency. Makes a new idempotency key if the place differs.
    pub(super) fn set_agency(&mut self, agency: PlaceRef) {
        if self.agency != agency {
            self.agency = agency;
            self.key = random_id::generate();
        }
        self.store();
    }

    /// Removes the data from the tab's storage. Call it when the draft exists.
    pub(super) fn remove(&self) {
        BrowserStorage::Tab.remove(&storage_key(&self.procedure));
        for_whom::remove_choice(&self.procedure);
    }

    /// Writes the data to the tab's storage.
    fn store(&self) {
        let PlaceRef { province, commune } = &self.agency;
        let whom = for_whom::choice_key(self.for_whom);
        let copied = self.copy_of.as_deref().unwrap_or_default();
        // If the browser provides no storage, the choice is lost when the citizen has to go to the sign-in page.
        BrowserStorage::Tab.set(
            &storage_key(&self.procedure),
            &[province, commune, self.key.as_str(), whom, copied].join("/"),
        );
    }
}

/// Key of the stored value in the tab's storage (`sessionStorage`).
fn storage_key(procedure: &str) -> String {
    [NEW_DRAFT_PREFIX, procedure].concat()
}

/// The data of the request as it is stored in the tab, in the format `province/commune/key/for whom/copied dossier`.
#[derive(Debug, PartialEq)]
struct StoredRequest<'a> {
    /// The place of the agency. The code of the province or of the commune may be empty.
    agency: PlaceRef,
    /// Idempotency key; empty if nothing was stored.
    key: &'a str,
    /// The person for whom the idempotency key was made.
    for_whom: ForWhom,
    /// The dossier whose answers are copied; empty if there is none.
    copy_of: &'a str,
}

impl<'a> StoredRequest<'a> {
    /// Parses the stored text. A field that is missing in the text becomes empty.
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
            copy_of: field(),
        }
    }

    /// The idempotency key, if it was made for this person and this dossier to copy; otherwise `None`.
    fn key_for(&self, for_whom: ForWhom, copy_of: &str) -> Option<&'a str> {
        let is_same = self.for_whom == for_whom && self.copy_of == copy_of;
        (is_same && !self.key.is_empty()).then_some(self.key)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_the_key_for_the_same_person_and_copied_dossier_only() {
        let stored = StoredRequest::parse("45/19624/k-1/helped");
        let copied = StoredRequest::parse("45/19624/k-1/helped/H50-261122-0001");
        assert_eq!(stored.agency.province, "45");
        assert_eq!(stored.agency.commune, "19624");
        assert_eq!(stored.key_for(ForWhom::Helped, ""), Some("k-1"));
        assert_eq!(stored.key_for(ForWhom::Oneself, ""), None);
        assert_eq!(stored.key_for(ForWhom::Child, ""), None);
        assert_eq!(stored.key_for(ForWhom::Helped, "H50-261122-0001"), None);
        let key = copied.key_for(ForWhom::Helped, "H50-261122-0001");
        assert_eq!(key, Some("k-1"));
    }

    #[test]
    fn an_empty_storage_gives_an_empty_request() {
        let stored = StoredRequest::parse("");
        assert_eq!(stored.agency.province, "");
        assert_eq!(stored.key_for(ForWhom::Oneself, ""), None);
    }
}
