//! Texts of the delivery step, of the review, of sending the dossier and of the receipt.

/// Texts of the delivery step, of the review, of sending the dossier and of the receipt.
pub struct SubmitWords {
    /// Title «Chọn hình thức nhận kết quả» (R4.12).
    pub delivery: &'static str,
    /// Label of the chosen delivery in a list of facts.
    pub delivery_fact: &'static str,
    /// Legend of the choice of delivery.
    pub delivery_question: &'static str,
    /// Option «Trực tuyến».
    pub online: &'static str,
    /// Option «Trực tiếp tại nơi nộp».
    pub counter: &'static str,
    /// Option «Qua bưu chính công ích».
    pub post: &'static str,
    /// Error: no delivery is chosen.
    pub delivery_missing: &'static str,
    /// Error: the chosen delivery needs more details.
    pub delivery_unfinished: &'static str,
    /// Label of the recipient's name.
    pub recipient: &'static str,
    /// Error: the recipient's name is invalid.
    pub recipient_wrong: &'static str,
    /// Label of the recipient's phone number.
    pub phone: &'static str,
    /// Error: the phone number is invalid.
    pub phone_wrong: &'static str,
    /// Error: province or commune isn't chosen.
    pub place_missing: &'static str,
    /// Label of house number, street and hamlet.
    pub detail: &'static str,
    /// Hint: an example of house number, street and hamlet.
    pub detail_hint: &'static str,
    /// Error: that text is empty or too long.
    pub detail_wrong: &'static str,
    /// Button to the next step.
    pub go_on: &'static str,

    /// Title «Xem lại và gửi hồ sơ» (R4.10, R4.13).
    pub review: &'static str,
    /// Introduction of the review: what to do on the page.
    pub review_intro: &'static str,
    /// Heading of the agency.
    pub agency: &'static str,
    /// Heading of the files.
    pub files: &'static str,
    /// Message when no file is attached.
    pub no_files: &'static str,
    /// File status: the server has the whole file.
    pub received_file: &'static str,
    /// File status: the upload isn't complete.
    pub on_its_way: &'static str,
    /// Link «Sửa».
    pub change: &'static str,
    /// Value of a question without an answer.
    pub unanswered: &'static str,
    /// Error: no agency is chosen.
    pub agency_missing: &'static str,
    /// Error: a rule about several answers is broken, and the app can't name a single wrong answer.
    pub answers_disagree: &'static str,
    /// Error: a component has no file. The name of the component follows.
    pub component_missing: &'static str,
    /// Error: the upload of a file isn't complete. The name of the file follows.
    pub file_missing: &'static str,
    /// Button «Gửi hồ sơ» (R2.12).
    pub send: &'static str,
    /// Label of that button while the request runs.
    pub sending: &'static str,
    /// Error: the app doesn't know whether the server received the dossier.
    pub outcome_unknown: &'static str,
    /// Error: the draft was changed on another device or in another tab.
    pub changed: &'static str,
    /// Error: the server found the dossier incomplete.
    pub incomplete: &'static str,
    /// Error: the checksum of a file on the server differs from the one that the app sent.
    pub file_differs: &'static str,
    /// Error: the draft doesn't exist any more, because it was sent or deleted.
    pub gone: &'static str,

    /// Title of the receipt.
    pub receipt: &'static str,
    /// Introduction of the receipt: what it confirms.
    pub receipt_intro: &'static str,
    /// Label «Mã hồ sơ».
    pub code: &'static str,
    /// Button that copies the code.
    pub copy: &'static str,
    /// Status: the code was copied.
    pub copied: &'static str,
    /// Label of the procedure.
    pub procedure: &'static str,
    /// Label of the citizen who filed the dossier.
    pub citizen: &'static str,
    /// Label of the time when the dossier was sent.
    pub sent_at: &'static str,
    /// Label of the day on which the result is due.
    pub due_on: &'static str,
    /// Value of that day while the office has set none.
    pub due_unknown: &'static str,
    /// Label of the number of answers that the office received.
    pub answers: &'static str,
    /// Heading of the files that the office received.
    pub received: &'static str,
    /// Message under [`received`](Self::received) when the dossier has no files.
    pub nothing_received: &'static str,
    /// Heading of the next steps.
    pub next: &'static str,
    /// Next step: the office checks and accepts the dossier.
    pub next_accept: &'static str,
    /// Next step: the office may request more components.
    pub next_supplement: &'static str,
    /// Next step: the citizen receives the result. The chosen delivery follows.
    pub next_result: &'static str,
    /// Next step of a group: the citizen receives each result.
    pub next_results: &'static str,
    /// Warning: no official asks for a password or code by phone.
    pub next_safety: &'static str,
    /// Button that prints the receipt.
    pub print: &'static str,
    /// Link to the dossier's page.
    pub follow: &'static str,
    /// Label of the checksum of a file.
    pub fingerprint: &'static str,
}
