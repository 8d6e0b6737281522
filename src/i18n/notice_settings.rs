//! Texts of the page that chooses the channels of notices, and of the e-mail address of an account.

use contract::notice::NoticeChannel;

/// Texts of the page that chooses the channels.
pub struct ChannelWords {
    /// Title of the page, and link to it.
    pub title: &'static str,
    /// Introduction: notices in the app always come; what else can come, and what is in it.
    pub intro: &'static str,
    /// Label of text messages.
    pub sms: &'static str,
    /// Label of e-mails.
    pub email: &'static str,
    /// Label of Zalo messages.
    pub zalo: &'static str,
    /// Shown in place of the phone number while the account has none.
    pub no_phone: &'static str,
    /// Shown in place of the e-mail address while the account has none.
    pub no_email: &'static str,
    /// Notice: messages to the phone need a consent that the citizen hasn't given.
    pub needs_consent: &'static str,
    /// Link to the page of consents.
    pub consents: &'static str,
    /// Announcement: the choice was saved.
    pub saved: &'static str,
    /// Heading of the e-mail address.
    pub address: &'static str,
    /// Link to the page that adds an e-mail address.
    pub add_address: &'static str,
    /// Link to the page that changes the e-mail address.
    pub change_address: &'static str,
    /// Button that removes the e-mail address.
    pub remove_address: &'static str,
    /// Question in the dialog before the address is removed.
    pub remove_question: &'static str,
    /// What happens when the address is removed.
    pub remove_help: &'static str,
    /// Button that closes the dialog without removing the address.
    pub keep_address: &'static str,
    /// Announcement: the address was removed.
    pub removed: &'static str,
    /// Announcement: the address was confirmed.
    pub changed: &'static str,
    /// Texts of the page that sets or changes the e-mail address.
    pub form: EmailFormWords,
}

/// Texts of the page that sets or changes the e-mail address.
pub struct EmailFormWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: a code is sent to the address.
    pub intro: &'static str,
    /// Text before the present address.
    pub now: &'static str,
    /// Label of the field.
    pub email: &'static str,
    /// Hint of the field.
    pub email_hint: &'static str,
    /// Error: the field is empty.
    pub email_missing: &'static str,
    /// Error: the text is no e-mail address.
    pub email_wrong: &'static str,
    /// Button that sends the code.
    pub submit: &'static str,
}

impl ChannelWords {
    /// The label of a channel. A channel that the app doesn't know is shown as the backend sent it.
    pub fn channel(&self, channel: NoticeChannel) -> &'static str {
        match channel {
            NoticeChannel::Sms => self.sms,
            NoticeChannel::Email => self.email,
            NoticeChannel::Zalo => self.zalo,
            NoticeChannel::Other(text) => text.as_str(),
        }
    }
}
