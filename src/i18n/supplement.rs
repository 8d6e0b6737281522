//! Texts about requests of the office on the page of a dossier.

/// Texts about requests of the office on the page of a dossier.
pub struct SupplementWords {
    /// Heading of a request for answers and components.
    pub title: &'static str,
    /// Heading of a draft certificate.
    pub certificate_title: &'static str,
    /// Text before the last day.
    pub until: &'static str,
    /// Follows the last day of a draft certificate.
    pub silence: &'static str,
    /// Text before the time at which an unfinished reply was saved.
    pub saved_at: &'static str,
    /// Link that begins the reply.
    pub begin: &'static str,
    /// Link that continues the reply.
    pub resume: &'static str,
    /// Link that opens the draft certificate.
    pub check: &'static str,
    /// Text before the name of the part that the request is about.
    pub for_part: &'static str,
    /// Heading of the replies that were sent.
    pub sent: &'static str,
    /// Text before the time at which a reply was sent.
    pub sent_at: &'static str,
    /// Between an old answer and its new one.
    pub arrow: &'static str,
    /// An answer that is empty.
    pub nothing: &'static str,
    /// An answer that is yes.
    pub yes: &'static str,
    /// An answer that is no.
    pub no: &'static str,
    /// Follows the number of entries of a list.
    pub entries: &'static str,
    /// Text before the name of a file that was replaced.
    pub replaced: &'static str,
    /// The citizen agreed to the draft certificate.
    pub agreed: &'static str,
    /// The citizen found a mistake in the draft certificate.
    pub disagreed: &'static str,
}
