//! A draft in memory. It holds this tab's copy of the server's draft, and the citizen's changes that the server hasn't
//! confirmed yet.
//! The buffer uses no timer, no network and no storage, so its rules can be tested without a browser.

use contract::account::Account;
use contract::attachment::Attachment;
use contract::draft::{Draft, DraftPatch, ForWhom};
use contract::{Problem, ProblemCode};
use domain::draft::{PendingChanges, StoredChanges, add_entry_ids, add_ids_to_list};
use domain::form::{FormDefinition, initial_answers};
use serde_json::Value;

/// This tab's copy of the server's draft, and the unconfirmed changes that are applied to it.
pub(crate) struct DraftBuffer {
    /// The draft as the server returned it last; `None` until it is loaded.
    server_draft: Option<Draft>,
    /// The citizen's changes that the server has not confirmed yet.
    pending: PendingChanges,
}

impl DraftBuffer {
    /// Creates a buffer. `server_draft` is `None` until the draft is loaded. `stored` holds unconfirmed changes that
    /// were stored in this tab before the app was reloaded.
    pub(crate) fn new(server_draft: Option<Draft>, stored: Option<StoredChanges>) -> Self {
        let mut buffer = Self {
            server_draft: None,
            pending: stored.map(PendingChanges::from_stored).unwrap_or_default(),
        };
        if let Some(draft) = server_draft {
            buffer.accept_server_draft(draft);
        }
        buffer
    }

    /// The draft as the server returned it last, without unconfirmed changes.
    pub(crate) fn server_draft(&self) -> Option<&Draft> {
        self.server_draft.as_ref()
    }

    /// The draft as the citizen sees it: the server's draft with the unconfirmed changes applied.
    pub(crate) fn merged(&self) -> Option<Draft> {
        let server = self.server_draft.as_ref()?;
        Some(self.pending.apply_to(server))
    }

    /// Replaces this tab's copy of the server's draft, unless this tab already has a newer version. If an answer is a
    /// list of entries that was changed both here and on the server, the two lists are merged.
    pub(crate) fn accept_server_draft(&mut self, mut draft: Draft) {
        // A server may hold entries that an older version of the app saved without ids.
        add_entry_ids(&mut draft.answers);
        if self
            .server_draft
            .as_ref()
            .is_some_and(|known| known.version > draft.version)
        {
            return;
        }
        self.pending.rebase(&draft.answers);
        self.server_draft = Some(draft);
    }

    /// Replaces the attachments in this tab's copy of the server's draft. A changed attachment doesn't change the
    /// draft's version, so no version is compared.
    pub(crate) fn set_attachments(&mut self, attachments: Vec<Attachment>) {
        if let Some(draft) = &mut self.server_draft {
            draft.attachments = attachments;
        }
    }

    /// Records a changed answer. The value `Null` removes the answer.
    pub(crate) fn answer(&mut self, question: &str, mut value: Value) {
        // Entries that were copied from an earlier dossier have no ids.
        add_ids_to_list(&mut value);
        let server = self
            .server_draft
            .as_ref()
            .and_then(|draft| draft.answers.get(question))
            .filter(|server| server.is_array());
        self.pending.set_answer(question, value, server);
    }

    /// Records a change that is not an answer. Unlike an answer, such a change is never a list of entries, so it needs
    /// no copy of the server's list to merge with.
    pub(crate) fn edit(&mut self, change: impl FnOnce(&mut PendingChanges)) {
        change(&mut self.pending);
    }

    /// If the draft has no answers yet, fills in the form's default answers and the account's data. Returns whether it
    /// filled in anything.
    ///
    /// In a draft for a helped person, nothing is taken from the account, because the account belongs to the helper.
    pub(crate) fn prefill(&mut self, form: &FormDefinition, account: Option<&Account>) -> bool {
        let Some(draft) = self.merged() else {
            return false;
        };
        if !draft.answers.is_empty() || !self.pending.unconfirmed_patch().answers.is_empty() {
            return false;
        }
        let account = account.filter(|_| draft.for_whom != ForWhom::Helped);
        for (question, value) in initial_answers(form, account) {
            self.pending.set_answer(&question, value, None);
        }
        true
    }

    /// Returns the changes to send, and the version of the draft that they apply to. Marks these changes as being sent.
    ///
    /// `None` if there is nothing to send: no change remains, or the server has refused all that remain.
    pub(crate) fn take_patch(&mut self) -> Option<(DraftPatch, u64)> {
        let version = self.server_draft.as_ref().map_or(0, |draft| draft.version);
        Some((self.pending.take_patch()?, version))
    }

    /// Returns every change that the server may still accept, for a page that is being left while a patch is in flight,
    /// and the version of the draft that the changes apply to. Marks nothing as being sent.
    pub(crate) fn last_patch(&self) -> Option<(DraftPatch, u64)> {
        let version = self.server_draft.as_ref()?.version;
        Some((self.pending.last_patch()?, version))
    }

    /// Call it after the server has applied the patch. `draft` is the new draft from the response.
    pub(crate) fn on_saved(&mut self, draft: Draft) {
        self.pending.confirm();
        self.accept_server_draft(draft);
    }

    /// Call it after the server has refused the patch because another device had saved a newer draft (`newer`). The
    /// changes are kept and sent again.
    pub(crate) fn on_conflict(&mut self, newer: Draft) {
        self.pending.mark_failed();
        self.accept_server_draft(newer);
    }

    /// Call it after the patch failed, or if it is unknown whether the patch arrived. The changes are kept and sent
    /// again.
    pub(crate) fn on_failed(&mut self) {
        self.pending.mark_failed();
    }

    /// Sets aside the answers that the server's refusal names, so that they don't block the other changes.
    /// Returns whether any answer was set aside.
    pub(crate) fn quarantine(&mut self, problem: &Problem) -> bool {
        if !matches!(
            problem.code,
            ProblemCode::InvalidAnswers | ProblemCode::FormChanged
        ) {
            return false;
        }
        let pointers = problem.errors.iter().map(|error| &error.pointer);
        let refused = pointers.filter(|pointer| self.pending.quarantine(pointer));
        refused.count() > 0
    }

    /// Whether the server has confirmed every change.
    pub(crate) fn is_saved(&self) -> bool {
        self.pending.is_empty()
    }

    /// Whether a change is waiting to be sent.
    pub(crate) fn has_unsent(&self) -> bool {
        self.pending.has_unsent()
    }

    /// The changes to write to the tab's storage. `None` when the server has confirmed every change. After a reload of
    /// the app, pass them to [`new`](Self::new).
    pub(crate) fn to_store(&self) -> Option<StoredChanges> {
        (!self.is_saved()).then(|| self.pending.to_stored())
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use domain::form::load_form;

    use super::*;
    use contract::AnswerProblem;
    use contract::form::Form;
    use serde_json::json;

    fn draft(version: u64, answers: Value) -> Draft {
        serde_json::from_value(json!({
            "id": "d1", "procedure": "1.001193", "procedure_name": "Khai sinh", "form": "birth", "form_version": 1,
            "answers": answers, "attachments": [], "version": version,
            "created_at": "2026-11-22T01:00:00Z", "updated_at": "2026-11-22T01:00:00Z", "expires_on": "2027-02-20"
        }))
        .unwrap()
    }

    fn loaded(answers: Value) -> DraftBuffer {
        DraftBuffer::new(Some(draft(3, answers)), None)
    }

    fn merged_answers(buffer: &DraftBuffer) -> Value {
        Value::Object(buffer.merged().unwrap().answers.into_iter().collect())
    }

    fn invalid(pointer: &str) -> Problem {
        Problem {
            status: 422,
            code: ProblemCode::InvalidAnswers,
            title: String::new(),
            detail: None,
            pointer: None,
            errors: vec![AnswerProblem {
                pointer: pointer.to_owned(),
                rule: "maxLength".to_owned(),
            }],
            retry_after_seconds: None,
            tries_left: None,
            dossier_code: None,
            shared_limit: false,
        }
    }

    #[test]
    fn shows_unconfirmed_answers_over_the_server_draft() {
        let mut buffer = loaded(json!({"name": "Lan", "email": "a@b.vn"}));
        buffer.answer("name", json!("Hoa"));
        buffer.answer("email", Value::Null);
        assert_eq!(merged_answers(&buffer), json!({"name": "Hoa"}));
        assert!(buffer.has_unsent() && !buffer.is_saved());
    }

    #[test]
    fn forgets_a_change_only_when_the_server_has_saved_it() {
        let mut buffer = loaded(json!({}));
        buffer.answer("name", json!("Hoa"));
        let (patch, version) = buffer.take_patch().unwrap();
        assert_eq!(
            (patch.answers.get("name"), version),
            (Some(&json!("Hoa")), 3)
        );
        assert!(buffer.take_patch().is_none());
        assert!(buffer.to_store().is_some());
        buffer.on_saved(draft(4, json!({"name": "Hoa"})));
        assert!(buffer.is_saved());
        assert!(buffer.to_store().is_none());
    }

    #[test]
    fn sends_the_change_again_after_a_conflict_or_a_failure() {
        let mut buffer = loaded(json!({}));
        buffer.answer("name", json!("Hoa"));
        buffer.take_patch();
        buffer.on_conflict(draft(7, json!({"email": "a@b.vn"})));
        assert_eq!(
            merged_answers(&buffer),
            json!({"name": "Hoa", "email": "a@b.vn"})
        );
        assert_eq!(buffer.take_patch().unwrap().1, 7);
        buffer.on_failed();
        assert!(buffer.take_patch().is_some());
    }

    #[test]
    fn the_last_patch_of_a_page_has_the_changes_in_flight_and_those_after_it() {
        let mut buffer = loaded(json!({}));
        assert!(buffer.last_patch().is_none());
        buffer.answer("name", json!("Hoa"));
        buffer.answer("email", json!("a@b.vn"));
        buffer.take_patch();
        buffer.answer("name", json!("Hoàng"));
        let (patch, version) = buffer.last_patch().unwrap();
        let answers = Value::Object(patch.answers);
        assert_eq!(answers, json!({"name": "Hoàng", "email": "a@b.vn"}));
        assert_eq!(version, 3);
    }

    #[test]
    fn the_last_patch_of_a_page_leaves_out_what_the_server_refused() {
        let mut buffer = loaded(json!({}));
        buffer.answer("name", json!("Hoa"));
        buffer.take_patch();
        buffer.on_failed();
        buffer.quarantine(&invalid("/answers/name"));
        assert!(buffer.last_patch().is_none());
    }

    #[test]
    fn ignores_a_server_draft_older_than_the_known_one() {
        let mut buffer = loaded(json!({"name": "Lan"}));
        buffer.accept_server_draft(draft(2, json!({"name": "old"})));
        assert_eq!(merged_answers(&buffer), json!({"name": "Lan"}));
    }

    #[test]
    fn a_refused_answer_is_set_aside_and_does_not_block_the_others() {
        let mut buffer = loaded(json!({}));
        buffer.answer("name", json!("Hoa"));
        buffer.answer("email", json!("a@b.vn"));
        buffer.take_patch();
        buffer.on_failed();
        assert!(!buffer.quarantine(&invalid("/answers/unknown")));
        assert!(buffer.quarantine(&invalid("/answers/name")));
        let (patch, _) = buffer.take_patch().unwrap();
        assert_eq!(patch.answers.keys().collect::<Vec<_>>(), ["email"]);
        assert_eq!(
            merged_answers(&buffer),
            json!({"name": "Hoa", "email": "a@b.vn"})
        );
        buffer.on_saved(draft(4, json!({"email": "a@b.vn"})));
        assert!(!buffer.is_saved() && !buffer.has_unsent());
    }

    #[test]
    fn continues_with_the_changes_of_an_earlier_visit() {
        let mut before = loaded(json!({}));
        before.answer("name", json!("Hoa"));
        let mut buffer = DraftBuffer::new(None, before.to_store());
        assert!(buffer.merged().is_none());
        buffer.accept_server_draft(draft(3, json!({})));
        assert_eq!(merged_answers(&buffer), json!({"name": "Hoa"}));
    }

    #[test]
    fn prefills_only_a_draft_without_answers() {
        let form: Form = serde_json::from_value(json!({
            "key": "birth", "version": 1, "title": "Tờ khai",
            "schema": {"type": "object", "properties": {"copies": {"type": "integer", "default": 1}}},
            "ui_schema": {"type": "Control", "scope": "#/properties/copies"}
        }))
        .unwrap();
        let form = load_form(&form, |_| None).unwrap();
        let mut empty = loaded(json!({}));
        assert!(empty.prefill(&form, None));
        assert_eq!(merged_answers(&empty), json!({"copies": 1}));
        let mut answered = loaded(json!({"copies": 5}));
        assert!(!answered.prefill(&form, None));
    }
}
