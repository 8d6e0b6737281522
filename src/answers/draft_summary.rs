//! For whom a draft is and how far it is, in one line. Two drafts of one procedure are told apart by this line.

use contract::draft::ForWhom;

use crate::i18n::Words;

/// The facts of a draft that its line shows, as `GET /dossiers` returns them.
pub(crate) struct DraftSummary<'a> {
    /// The person for whom the dossier is filed.
    pub(crate) for_whom: ForWhom,
    /// Name of that person, if it is known.
    pub(crate) person: Option<&'a str>,
    /// Number of the required answers that are given.
    pub(crate) answered: u32,
    /// Number of the answers that are required; 0 if it is unknown.
    pub(crate) required: u32,
}

impl DraftSummary<'_> {
    /// The line, such as «Cho con tôi: Trần Minh Anh · Đã khai 5 trên 18 câu bắt buộc».
    pub(crate) fn text(&self, words: Words) -> String {
        let following = words.following();
        let mut text = words.prepare().choice(self.for_whom).label.to_owned();
        if let Some(person) = self.person {
            text.push_str(": ");
            text.push_str(person);
        }
        if self.required > 0 {
            let (answered, required) = (self.answered.to_string(), self.required.to_string());
            let progress = [
                " · ",
                following.answered,
                &answered,
                following.answered_of,
                &required,
                following.answered_end,
            ];
            text.push_str(&progress.concat());
        }
        text
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn text(for_whom: ForWhom, person: Option<&str>, answered: u32, required: u32) -> String {
        let summary = DraftSummary {
            for_whom,
            person,
            answered,
            required,
        };
        summary.text(Language::Vi.words())
    }

    #[test]
    fn two_drafts_of_one_procedure_are_told_apart() {
        assert_eq!(
            text(ForWhom::Child, Some("Trần Minh Anh"), 5, 18),
            "Cho con tôi: Trần Minh Anh · Đã khai 5 trên 18 câu bắt buộc"
        );
        assert_eq!(
            text(ForWhom::Oneself, None, 0, 7),
            "Cho tôi · Đã khai 0 trên 7 câu bắt buộc"
        );
        // A backend that doesn't say how far the draft is.
        assert_eq!(text(ForWhom::Helped, None, 0, 0), "Tôi nộp giúp người khác");
    }
}
