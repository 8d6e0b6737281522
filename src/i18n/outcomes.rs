//! Texts of what a citizen does with a dossier after sending it: results, withdrawal, copying, messages, rating.

/// Texts of the sections for results, withdrawal, copying, messages and rating on the page of a dossier.
pub struct OutcomeWords {
    /// Heading of the documents that the office issued.
    pub results_title: &'static str,
    /// Label before the number of a document.
    pub number: &'static str,
    /// Label before the day on which a document was issued.
    pub issued_on: &'static str,
    /// States that the file of a document has a digital signature. Nobody has verified it.
    pub signed: &'static str,
    /// Text before the name of the signer.
    pub signed_by: &'static str,
    /// Text before the time of the signature.
    pub signed_at: &'static str,
    /// Explains that the app does not verify signatures.
    pub signature_help: &'static str,
    /// Link that opens a document.
    pub view: &'static str,
    /// Button that downloads a document.
    pub download: &'static str,
    /// Button that shares a document.
    pub share: &'static str,
    /// Text before the percentage of a file that has arrived.
    pub loading: &'static str,
    /// States that the browser has begun to save the file.
    pub saved: &'static str,
    /// States that the browser cannot save files.
    pub not_saved: &'static str,
    /// The file is ready, and the browser wants another press.
    pub share_again: &'static str,
    /// The link to the dossier was copied, because the browser cannot share.
    pub link_copied: &'static str,
    /// The browser can neither share nor copy.
    pub not_shared: &'static str,
    /// What the citizen should know before sharing a document.
    pub stays: &'static str,
    /// Label of how the result was handed over.
    pub handed_over: &'static str,
    /// The result was handed over at the counter.
    pub at_counter: &'static str,
    /// The result was sent by post.
    pub by_post: &'static str,
    /// The result is only a file in the dossier.
    pub as_file: &'static str,
    /// Heading of the section about withdrawing a dossier.
    pub withdraw_title: &'static str,
    /// What withdrawing means.
    pub withdraw_help: &'static str,
    /// Button that opens the dialog.
    pub withdraw: &'static str,
    /// Title of the dialog.
    pub withdraw_question: &'static str,
    /// What happens after withdrawing.
    pub withdraw_effect: &'static str,
    /// What happens with fees.
    pub withdraw_fee_effect: &'static str,
    /// What happens with the parts of a group.
    pub withdraw_group_effect: &'static str,
    /// What happens with the parts that wait for this part.
    pub withdraw_waiting_effect: &'static str,
    /// Label of the reason.
    pub withdraw_reason: &'static str,
    /// Hint for the reason.
    pub withdraw_reason_hint: &'static str,
    /// Error: the reason is empty.
    pub withdraw_reason_missing: &'static str,
    /// Button that sends the request.
    pub withdraw_confirm: &'static str,
    /// Button that closes the dialog.
    pub withdraw_keep: &'static str,
    /// The dossier cannot be withdrawn any more.
    pub withdraw_impossible: &'static str,
    /// Error: a text has more than 4,000 characters.
    pub too_long: &'static str,
    /// Heading of the section about filing again.
    pub copy_title: &'static str,
    /// What is copied.
    pub copy_help: &'static str,
    /// Link that begins a copy.
    pub copy: &'static str,
    /// Heading of the messages with the office.
    pub messages_title: &'static str,
    /// There are no messages yet.
    pub messages_none: &'static str,
    /// Text before the number of messages.
    pub messages_count: &'static str,
    /// Text before the number of unread messages.
    pub messages_unread: &'static str,
    /// Link to the messages.
    pub messages_open: &'static str,
    /// Link back to the dossier.
    pub messages_back: &'static str,
    /// Link to the page that sends a message with files.
    pub messages_with_files: &'static str,
    /// Button that loads older messages.
    pub messages_older: &'static str,
    /// Author of a message: the citizen.
    pub messages_you: &'static str,
    /// Mark of a message that was not read before.
    pub messages_new: &'static str,
    /// Label of the field of a new message.
    pub message_label: &'static str,
    /// Hint for a new message.
    pub message_hint: &'static str,
    /// Error: the message is empty.
    pub message_missing: &'static str,
    /// Button that sends a message.
    pub message_send: &'static str,
    /// Announced after a message was sent.
    pub message_sent: &'static str,
    /// Too many messages today.
    pub message_too_many: &'static str,
    /// Heading of the rating.
    pub rating_title: &'static str,
    /// The question of the rating.
    pub rating_question: &'static str,
    /// Label of the comment.
    pub rating_comment: &'static str,
    /// Error: no choice.
    pub rating_missing: &'static str,
    /// Button that sends the rating.
    pub rating_send: &'static str,
    /// Button that changes the rating.
    pub rating_change: &'static str,
    /// The rating was sent.
    pub rating_sent: &'static str,
    /// Text before the given rating.
    pub rating_given: &'static str,
    /// The rating cannot be changed any more.
    pub rating_closed: &'static str,
    /// Marks an optional field.
    pub optional: &'static str,
    /// The five levels of satisfaction, from 1 (very dissatisfied) to 5 (very satisfied).
    pub rating_levels: [&'static str; 5],
}
