//! Delivery, review, sending and the receipt: what the words are for.

/// Delivery, review, sending and the receipt.
pub struct SubmitWords {
    /// «Chọn hình thức nhận kết quả» (R4.12).
    pub delivery: &'static str,
    /// The chosen way, among other facts.
    pub delivery_fact: &'static str,
    /// Legend of the ways to receive the result.
    pub delivery_question: &'static str,
    /// «Trực tuyến».
    pub online: &'static str,
    /// «Trực tiếp tại nơi nộp».
    pub counter: &'static str,
    /// «Qua bưu chính công ích».
    pub post: &'static str,
    /// No way is chosen.
    pub delivery_missing: &'static str,
    /// A way is chosen, and what it needs is missing.
    pub delivery_unfinished: &'static str,
    /// Who receives the letter.
    pub recipient: &'static str,
    /// The name isn't one.
    pub recipient_wrong: &'static str,
    /// Phone of the recipient.
    pub phone: &'static str,
    /// The phone isn't one.
    pub phone_wrong: &'static str,
    /// No province or no commune is chosen.
    pub place_missing: &'static str,
    /// House, street, hamlet.
    pub detail: &'static str,
    /// Example of it.
    pub detail_hint: &'static str,
    /// It is empty or too long.
    pub detail_wrong: &'static str,
    /// Goes on.
    pub go_on: &'static str,

    /// «Xem lại và gửi hồ sơ» (R4.10, R4.13).
    pub review: &'static str,
    /// What to do on the review page.
    pub review_lead: &'static str,
    /// Heading of the agency.
    pub agency: &'static str,
    /// Heading of the files.
    pub files: &'static str,
    /// No file is attached.
    pub no_files: &'static str,
    /// The server holds the file, whole.
    pub held: &'static str,
    /// The file is still on its way.
    pub on_its_way: &'static str,
    /// «Sửa».
    pub change: &'static str,
    /// A question without an answer.
    pub unanswered: &'static str,
    /// A chosen agency is missing.
    pub agency_missing: &'static str,
    /// A rule over several answers is broken, and none of them alone is at fault.
    pub answers_disagree: &'static str,
    /// Before the name of a paper that lacks its file.
    pub paper_missing: &'static str,
    /// Before the name of a file that isn't held yet.
    pub file_missing: &'static str,
    /// «Gửi hồ sơ» (R2.12).
    pub send: &'static str,
    /// While it is being sent.
    pub sending: &'static str,
    /// Nobody knows whether it arrived.
    pub uncertain: &'static str,
    /// The draft changed elsewhere.
    pub changed: &'static str,
    /// The server found something that the app didn't.
    pub incomplete: &'static str,
    /// The server holds other bytes than the manifest says.
    pub mismatch: &'static str,
    /// The draft is gone: sent already or thrown away.
    pub gone: &'static str,

    /// Title of the receipt.
    pub receipt: &'static str,
    /// What the receipt means.
    pub receipt_lead: &'static str,
    /// «Mã hồ sơ».
    pub code: &'static str,
    /// Copies the code.
    pub copy: &'static str,
    /// The code was copied.
    pub copied: &'static str,
    /// The procedure.
    pub procedure: &'static str,
    /// Who filed it.
    pub citizen: &'static str,
    /// When it was sent.
    pub sent_at: &'static str,
    /// When the result is due.
    pub due_on: &'static str,
    /// The office will tell.
    pub due_unknown: &'static str,
    /// How many answers the office holds.
    pub answers: &'static str,
    /// Heading: what was received.
    pub received: &'static str,
    /// Under [`received`](Self::received), where there was nothing to receive.
    pub nothing_received: &'static str,
    /// Heading: what happens next.
    pub next: &'static str,
    /// The office looks at it and accepts it.
    pub next_accept: &'static str,
    /// It may ask for more papers.
    pub next_supplement: &'static str,
    /// The result comes as chosen.
    pub next_result: &'static str,
    /// «Khi xong, bạn nhận từng kết quả …», of a group.
    pub next_results: &'static str,
    /// Nobody asks for a code by phone.
    pub next_safety: &'static str,
    /// Prints the receipt.
    pub print: &'static str,
    /// Leads to the dossier.
    pub follow: &'static str,
    /// Fingerprint of a file.
    pub fingerprint: &'static str,
}
