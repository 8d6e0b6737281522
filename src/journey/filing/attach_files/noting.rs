//! What an upload tells the draft that it belongs to: begun, held, gone. The draft shows its attachments as this device
//! knows them until the server says more.

use contract::attachment::Attachment;
use leptos::prelude::*;
use leptos::task::spawn_local;

use super::upload::Upload;
use crate::journey::filing::draft::open_draft::OpenDrafts;

impl Upload {
    pub(super) fn note_begun(self, id: String) {
        let about = self.about.get_value();
        let attachment = Attachment {
            id: id.clone(),
            component: about.component,
            name: about.name,
            media_type: self.file.with_value(|file| file.type_()),
            size: about.size,
            received: 0,
            sha256: None,
        };
        self.about.update_value(|about| about.id = Some(id));
        self.note(|attachments| {
            if attachments.iter().all(|known| known.id != attachment.id) {
                attachments.push(attachment);
            }
        });
    }

    pub(super) fn note_held(self, sha256: String) {
        let (id, size) = self
            .about
            .with_value(|about| (about.id.clone(), about.size));
        self.note(|attachments| {
            let held = attachments
                .iter_mut()
                .find(|known| Some(&known.id) == id.as_ref());
            if let Some(held) = held {
                held.received = size;
                held.sha256 = Some(sha256);
            }
        });
        // What the server found the file to be shows on the review.
        let draft = self.about.with_value(|about| about.draft.clone());
        if let Some(open) = self.drafts.find(&draft) {
            spawn_local(async move {
                drop(open.refresh().await);
            });
        }
    }

    pub(super) fn note_gone(self) {
        let id = self.about.with_value(|about| about.id.clone());
        self.about.update_value(|about| about.id = None);
        self.note(|attachments| attachments.retain(|known| Some(&known.id) != id.as_ref()));
    }

    fn note(self, change: impl FnOnce(&mut Vec<Attachment>)) {
        let draft = self.about.with_value(|about| about.draft.clone());
        note(self.drafts, &draft, change);
    }
}

/// Changes the attachments of an open draft as this device knows them.
pub(super) fn note(drafts: OpenDrafts, draft: &str, change: impl FnOnce(&mut Vec<Attachment>)) {
    let Some(open) = drafts.find(draft) else {
        return;
    };
    let known = open
        .draft
        .with_untracked(|draft| draft.as_ref().map(|draft| draft.attachments.clone()));
    if let Some(mut attachments) = known {
        change(&mut attachments);
        open.set_attachments(attachments);
    }
}
