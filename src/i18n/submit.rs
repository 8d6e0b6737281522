//! Texts of the delivery step, the review, sending the dossier, and the receipt.

/// Texts of the delivery step, the review, sending the dossier, and the receipt.
pub struct SubmitWords {
    /// Title «Chọn hình thức nhận kết quả» of the delivery step (R4.12).
    pub delivery: &'static str,
    /// Label before the way in which the citizen receives the result, in a list of facts about the dossier.
    pub delivery_fact: &'static str,
    /// Legend of the radio buttons that choose how to receive the result.
    pub delivery_question: &'static str,
    /// Option «Trực tuyến»: receive the result online.
    pub online: &'static str,
    /// Option «Trực tiếp tại nơi nộp»: collect the result at the office.
    pub counter: &'static str,
    /// Option «Qua bưu chính công ích»: postal delivery of the result.
    pub post: &'static str,
    /// Error: the citizen hasn't chosen how to receive the result.
    pub delivery_missing: &'static str,
    /// Error: details are missing for the chosen way to receive the result, for example the postal address.
    pub delivery_incomplete: &'static str,
    /// Label of the field for the name of the recipient of the postal delivery.
    pub recipient: &'static str,
    /// Error: the recipient's name is invalid.
    pub recipient_wrong: &'static str,
    /// Label of the field for the phone number of the recipient.
    pub phone: &'static str,
    /// Error: the recipient's phone number is invalid.
    pub phone_wrong: &'static str,
    /// Error: the province or the commune of the postal address isn't selected.
    pub place_missing: &'static str,
    /// Label of the field for house number, street and hamlet of the postal address.
    pub detail: &'static str,
    /// Hint of the field for house number, street and hamlet: an example.
    pub detail_hint: &'static str,
    /// Error: the field for house number, street and hamlet is empty, or its text is too long.
    pub detail_wrong: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,

    /// Title «Xem lại và gửi hồ sơ» of the review (R4.10, R4.13).
    pub review: &'static str,
    /// Introduction of the review: check everything before sending.
    pub review_intro: &'static str,
    /// Heading of the section with the chosen agency.
    pub agency: &'static str,
    /// Heading of the section with the attached files.
    pub files: &'static str,
    /// Message when no file is attached.
    pub no_files: &'static str,
    /// File status: the server has received the whole file.
    pub received_file: &'static str,
    /// File status: the upload isn't complete.
    pub on_its_way: &'static str,
    /// State of an attached file: the answers don't need it any more, so it will not be sent.
    pub not_needed_file: &'static str,
    /// Link «Sửa» to the step in which the citizen can change the answer.
    pub change: &'static str,
    /// Shown in place of the answer to a question that the citizen didn't answer.
    pub unanswered: &'static str,
    /// Error: no agency is chosen.
    pub agency_missing: &'static str,
    /// Error: several answers don't match each other, and the app can't say which of them is wrong.
    pub answers_disagree: &'static str,
    /// Error: a component has no attached file. The name of the component follows.
    pub component_missing: &'static str,
    /// Error: the upload of a file isn't complete. The name of the file follows.
    pub file_missing: &'static str,
    /// Button «Gửi hồ sơ» that sends the dossier (R2.12).
    pub send: &'static str,
    /// Label of the button «Gửi hồ sơ» while the dossier is being sent.
    pub sending: &'static str,
    /// Error: no response arrived, so the app doesn't know whether the server has received the dossier.
    pub outcome_unknown: &'static str,
    /// Error: nothing was sent, because the request failed before that. The reason follows.
    pub not_sent: &'static str,
    /// Error: the draft was changed on another device or in another tab.
    pub changed: &'static str,
    /// Error: the server refused the dossier because it is incomplete.
    pub incomplete: &'static str,
    /// Error: the server's checksum of a file differs from the checksum that the app sent.
    pub file_differs: &'static str,
    /// Error: an attached file belongs to no component of the procedure. The name of the file follows.
    pub file_unknown: &'static str,
    /// Shown in place of the component of such a file.
    pub component_unknown: &'static str,
    /// The draft was already sent. A link to its dossier follows.
    pub draft_sent: &'static str,
    /// The citizen deleted the draft.
    pub draft_deleted: &'static str,
    /// The draft was deleted because it wasn't changed for a long time.
    pub draft_expired: &'static str,
    /// The account has no such draft.
    pub draft_not_found: &'static str,
    /// The portal no longer offers the procedure of the draft. A link to the search follows.
    pub procedure_withdrawn: &'static str,
    /// The procedure of the draft uses another form now. A link that begins a new draft follows.
    pub form_replaced: &'static str,
    /// Link that begins a new draft of the same procedure.
    pub begin_again: &'static str,

    /// Title of the page with the receipt.
    pub receipt: &'static str,
    /// Introduction of the receipt: the office has received everything that the receipt lists.
    pub receipt_intro: &'static str,
    /// Label «Mã hồ sơ» of the dossier's code.
    pub code: &'static str,
    /// Button that copies the dossier's code to the clipboard.
    pub copy: &'static str,
    /// Status: the dossier's code was copied to the clipboard.
    pub copied: &'static str,
    /// Error: the browser doesn't let the app copy.
    pub not_copied: &'static str,
    /// Label of the name of the procedure.
    pub procedure: &'static str,
    /// Label of the name of the citizen who filed the dossier.
    pub citizen: &'static str,
    /// Label of the time at which the dossier was sent.
    pub sent_at: &'static str,
    /// Label of the date on which the result is due.
    pub due_on: &'static str,
    /// Follows the due date if the public holidays of its year aren't known yet.
    pub due_provisional: &'static str,
    /// Shown in place of the due date while the office has set none.
    pub due_unknown: &'static str,
    /// Label of the number of answers that the office received.
    pub answers: &'static str,
    /// Heading of the files that the office received.
    pub received: &'static str,
    /// Message under [`received`](Self::received) when the dossier has no files.
    pub nothing_received: &'static str,
    /// Heading of the list of what happens next.
    pub next: &'static str,
    /// What happens next: the office checks the dossier and accepts it.
    pub next_accept: &'static str,
    /// What happens next: the office may request more components.
    pub next_supplement: &'static str,
    /// What happens next: the citizen receives the result. The way that the citizen chose to receive it follows.
    pub next_result: &'static str,
    /// What happens next with a group dossier: the citizen receives the result of each part.
    pub next_results: &'static str,
    /// Warning: no official asks for a password or one-time code by phone.
    pub next_safety: &'static str,
    /// Button that prints the receipt.
    pub print: &'static str,
    /// Link to the page of the dossier.
    pub follow: &'static str,
    /// Label of the checksum of a file.
    pub fingerprint: &'static str,
}
