//! «Thông báo»: what has happened to the citizen's dossiers and drafts.

/// The link in the header, with the number of unread notices.
pub mod notice_link;
/// The page that lists the notices.
pub mod notices_page;
