//! Texts of the page that fills in and sends a reply about a dossier.

/// Texts of the page that fills in and sends a reply about a dossier.
pub struct ReplyWords {
    /// Title of the page for what the office asks for.
    pub title: &'static str,
    /// Title of the page for a draft certificate.
    pub certificate_title: &'static str,
    /// Title of the page that sends a message with files.
    pub message_title: &'static str,
    /// Title of the page that hands in the receipt of a bank or treasury.
    pub proof_title: &'static str,
    /// Title of the page for another kind of reply.
    pub other_title: &'static str,
    /// Introduction: only the listed items are needed.
    pub intro: &'static str,
    /// Introduction if the office wrote only a text.
    pub text_intro: &'static str,
    /// Introduction: what the certificate will say.
    pub certificate_intro: &'static str,
    /// Heading of the lines of a draft certificate.
    pub printed: &'static str,
    /// Title of the office's reason.
    pub reason: &'static str,
    /// Text before the reason for one item.
    pub item_reason: &'static str,
    /// Text before the last day.
    pub until: &'static str,
    /// Follows the last day of a draft certificate.
    pub silence: &'static str,
    /// Follows the last day of other requests.
    pub overdue: &'static str,
    /// Text before the present answer of the dossier.
    pub before: &'static str,
    /// Shown if the dossier has no answer.
    pub before_none: &'static str,
    /// Text before the name of a file of the dossier.
    pub file_before: &'static str,
    /// Follows the files of the dossier.
    pub file_replaced: &'static str,
    /// Text above a question that a new answer makes necessary.
    pub appeared: &'static str,
    /// Button that sends what the office asks for.
    pub send: &'static str,
    /// Button that sends the answer to a draft certificate.
    pub send_certificate: &'static str,
    /// Button that sends a message or the receipt of a bank.
    pub send_other: &'static str,
    /// Status while the reply is being sent.
    pub sending: &'static str,
    /// Text below the button: what is filled in is kept.
    pub later: &'static str,
    /// Error before the name of a component without a file.
    pub file_missing: &'static str,
    /// Error at a component without a file.
    pub file_missing_here: &'static str,
    /// Error: files are still being uploaded.
    pub uploading: &'static str,
    /// Error: the reply changes nothing.
    pub unchanged: &'static str,
    /// Error: the reply has neither a text nor a file.
    pub empty: &'static str,
    /// Notice: it is unknown whether the reply has arrived.
    pub outcome_unknown: &'static str,
    /// Notice: another device has changed the reply.
    pub changed: &'static str,
    /// Notice: the server refused the reply as incomplete.
    pub incomplete: &'static str,
    /// Notice: a file on the server differs.
    pub file_differs: &'static str,
    /// Notice: the office doesn't wait for the reply.
    pub closed: &'static str,
    /// Link to the page of the dossier.
    pub to_dossier: &'static str,
    /// Title after the reply was sent.
    pub sent: &'static str,
    /// Shown after the reply was sent.
    pub sent_intro: &'static str,
    /// Label of the time at which the reply was sent.
    pub sent_at: &'static str,
    /// Label of the code of the dossier.
    pub dossier: &'static str,
    /// Label of the number of changed answers.
    pub answers: &'static str,
    /// Label of the files of the reply.
    pub files: &'static str,
    /// Shown if the reply has no files.
    pub no_files: &'static str,
}
