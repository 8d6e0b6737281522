//! Texts of «Tài khoản của tôi» and the pages that it links to.

/// Texts of «Tài khoản của tôi» and the pages that it links to.
pub struct AccountWords {
    /// Texts of the overview page «Tài khoản của tôi».
    pub overview: AccountOverviewWords,
    /// Texts of the page that changes the password.
    pub password: ChangePasswordWords,
    /// Texts of the page that changes the phone number.
    pub phone: ChangePhoneWords,
    /// Texts of the page that lists the signed-in devices.
    pub devices: DeviceWords,
    /// Texts of the page that lists the citizen's consents.
    pub consents: AccountConsentWords,
    /// Texts of «Dữ liệu của tôi», the page that exports the account's data.
    pub data: DataWords,
    /// Texts of the page that closes the account.
    pub closing: ClosingWords,
}

/// Texts of the overview page, which shows the account's data and links to the pages that change it.
pub struct AccountOverviewWords {
    /// Title of the overview page.
    pub title: &'static str,
    /// Label of the citizen's name.
    pub name: &'static str,
    /// Label of the representative's name, which an organisation's account shows in place of the citizen's name.
    pub representative: &'static str,
    /// Label of the citizen id.
    pub citizen_id: &'static str,
    /// Label of the date of birth.
    pub birth_date: &'static str,
    /// Label of the phone number.
    pub phone: &'static str,
    /// Shown in place of the phone number when the account has none.
    pub no_phone: &'static str,
    /// Label of the verified e-mail address.
    pub email: &'static str,
    /// Label «Mức độ xác minh» before the account's verification level.
    pub verification: &'static str,
    /// Name of the verification level of an account that was verified by phone.
    pub verified_phone: &'static str,
    /// Name of the verification level of an account that was verified by an identity provider.
    pub verified_identity: &'static str,
    /// Label of the organisation's name.
    pub organisation: &'static str,
    /// Label of the organisation's tax code.
    pub tax_code: &'static str,
    /// Label of the representative's position in the organisation.
    pub position: &'static str,
    /// Link beside the phone number to the page that changes it.
    pub change: &'static str,
    /// Heading of the links to the pages that change the account.
    pub actions: &'static str,
    /// Link to the page that changes the password.
    pub password: &'static str,
    /// Link to the page that changes the phone number.
    pub phone_change: &'static str,
    /// Link to the page that lists the signed-in devices.
    pub devices: &'static str,
    /// Link to the page that lists the citizen's consents.
    pub consents: &'static str,
    /// Link to «Dữ liệu của tôi».
    pub data: &'static str,
    /// Link to the page that closes the account.
    pub close: &'static str,
    /// Notice: the phone number was changed.
    pub phone_changed: &'static str,
    /// Warning: somebody else holds the phone number, and it leaves the account. The day follows.
    pub phone_leaves_before: &'static str,
    /// Text after the day on which the number leaves: what the owner can do.
    pub phone_leaves_after: &'static str,
    /// Warning: the phone number has left the account. The day follows.
    pub phone_left_before: &'static str,
    /// Text after the day on which the number left: what the owner can do.
    pub phone_left_after: &'static str,
    /// Link back to the overview page, on each page that it links to.
    pub back: &'static str,
}

/// Texts of the page that changes the password.
pub struct ChangePasswordWords {
    /// Title of the page that changes the password.
    pub title: &'static str,
    /// Introduction: changing the password signs out all other devices.
    pub intro: &'static str,
    /// Label of the field for the current password.
    pub current: &'static str,
    /// Error: the field for the current password is empty.
    pub current_missing: &'static str,
    /// Error: the current password is wrong.
    pub current_wrong: &'static str,
    /// Label of the field for the new password.
    pub new: &'static str,
    /// Button that changes the password.
    pub submit: &'static str,
    /// Notice: the password was changed.
    pub done: &'static str,
    /// Question before the link for citizens who have forgotten the password.
    pub forgotten_question: &'static str,
    /// Link to the page that sets a new password with a one-time code.
    pub forgotten: &'static str,
    /// Title of the page for an account without a password, on which the citizen sets the first password. It is also
    /// the text of the link to that page.
    pub first: &'static str,
    /// Introduction of the page that sets the first password.
    pub first_intro: &'static str,
    /// Notice: setting the first password needs a phone number, and the account has none.
    pub first_without_phone: &'static str,
    /// Link to the page that adds a phone number.
    pub first_phone: &'static str,
}

/// Texts of the page that changes the phone number.
pub struct ChangePhoneWords {
    /// Title of the page that changes the phone number.
    pub title: &'static str,
    /// Introduction: a one-time code is sent to the new phone number.
    pub intro: &'static str,
    /// Text before the current phone number, of which only some digits are shown.
    pub now: &'static str,
    /// Label of the field for the new phone number.
    pub phone: &'static str,
    /// Hint of the field for the new phone number.
    pub phone_hint: &'static str,
    /// Label of the field for the password.
    pub password: &'static str,
    /// Hint of the field for the password: why the password is needed.
    pub password_hint: &'static str,
    /// Error: the field for the password is empty.
    pub password_missing: &'static str,
    /// Error: the password is wrong.
    pub password_wrong: &'static str,
    /// Button that requests the one-time code.
    pub submit: &'static str,
}

/// Texts of the page that lists the signed-in devices.
pub struct DeviceWords {
    /// Title of the page that lists the signed-in devices.
    pub title: &'static str,
    /// Introduction: what to do if the list contains an unknown device.
    pub intro: &'static str,
    /// Shown in place of the name of a device that sent no name.
    pub unknown: &'static str,
    /// Badge, in the list of signed-in devices, of the device that the citizen is using now.
    pub current: &'static str,
    /// Text before the time at which the device was signed in.
    pub signed_in_at: &'static str,
    /// Text before the time at which the device was last used.
    pub last_used_at: &'static str,
    /// Button that signs out one device.
    pub sign_out: &'static str,
    /// Announcement for screen readers: the device was signed out.
    pub signed_out: &'static str,
    /// Button that signs out all devices.
    pub everywhere: &'static str,
    /// Title of the dialog before signing out all devices.
    pub question: &'static str,
    /// Explanation in the dialog before signing out all devices.
    pub question_help: &'static str,
    /// Warning in the dialog before signing out all devices: unsaved changes would be lost.
    pub unsaved: &'static str,
    /// Button that closes the dialog without signing out any device.
    pub keep: &'static str,
}

/// Texts of the page that lists the citizen's consents.
pub struct AccountConsentWords {
    /// Title of the page that lists the citizen's consents.
    pub title: &'static str,
    /// Introduction: consents can be withdrawn.
    pub intro: &'static str,
    /// Notice: this backend needs no consents.
    pub none: &'static str,
    /// Text before the time at which the consent was given.
    pub given_at: &'static str,
    /// Text before the time at which the consent was withdrawn.
    pub withdrawn_at: &'static str,
    /// State of a consent that was never given.
    pub never: &'static str,
    /// Notice: the consent was given before its wording was changed.
    pub outdated: &'static str,
    /// Button that gives the consent.
    pub give: &'static str,
    /// Button that withdraws the consent.
    pub withdraw: &'static str,
    /// Explains that a citizen can withdraw a required consent only by closing the account. The link in `close`
    /// follows.
    pub required: &'static str,
    /// Link to the page that closes the account, at the end of the sentence in `required`.
    pub close: &'static str,
    /// Announcement for screen readers: the consent was given.
    pub given: &'static str,
    /// Announcement for screen readers: the consent was withdrawn.
    pub withdrawn: &'static str,
    /// Label of the line that opens the history of all consents.
    pub history: &'static str,
    /// Text before the version number of a consent's wording.
    pub version: &'static str,
}

/// Texts of «Dữ liệu của tôi», the page that exports the account's data.
pub struct DataWords {
    /// Title of the page «Dữ liệu của tôi».
    pub title: &'static str,
    /// Introduction: which data the page and the downloaded file contain.
    pub intro: &'static str,
    /// Text before the time at which the server collected the data.
    pub made_at: &'static str,
    /// Label of the tick box with which the citizen chooses the full data. The page then shows all digits of phone and
    /// identity numbers, and also the answers in the dossiers.
    pub in_full: &'static str,
    /// Hint of the tick box `in_full`: a printed copy contains exactly what the page shows.
    pub in_full_hint: &'static str,
    /// Button that downloads the data as JSON.
    pub save: &'static str,
    /// Button that prints the page.
    pub print: &'static str,
    /// Name of the downloaded file.
    pub file_name: &'static str,
    /// Announcement for screen readers: the file was downloaded.
    pub saved: &'static str,
    /// Announcement for screen readers: the browser couldn't save the file.
    pub not_saved: &'static str,
    /// Heading of the section with the account's own data.
    pub account: &'static str,
    /// Label of the time at which the account was registered.
    pub registered_at: &'static str,
    /// Label of the citizen's identifier at an identity provider.
    pub identity: &'static str,
    /// Heading of the section with the consents.
    pub consents: &'static str,
    /// Heading of the section with the signed-in devices.
    pub devices: &'static str,
    /// Heading of the section with the drafts.
    pub drafts: &'static str,
    /// Heading of the section with the dossiers.
    pub dossiers: &'static str,
    /// Message in a section that has no entries.
    pub nothing: &'static str,
    /// Text before the names of attached files.
    pub files: &'static str,
}

/// Texts of the page that closes the account.
pub struct ClosingWords {
    /// Title of the page that closes the account.
    pub title: &'static str,
    /// Introduction to the list of what happens when the account is closed.
    pub intro: &'static str,
    /// The list of what happens when the account is closed.
    pub consequences: [&'static str; 4],
    /// Link to «Dữ liệu của tôi», where the citizen can download the data before closing the account.
    pub data_first: &'static str,
    /// Label of the tick box with which the citizen confirms that they understand the consequences.
    pub understood: &'static str,
    /// Error: the citizen hasn't ticked the box `understood`.
    pub understood_missing: &'static str,
    /// Button that requests the one-time code for closing the account.
    pub submit: &'static str,
    /// Link back to the overview page, without closing the account.
    pub keep: &'static str,
    /// Notice: the account has no phone number to which a one-time code can be sent.
    pub no_phone: &'static str,
    /// Title of the page that is shown after the account was closed.
    pub closed_title: &'static str,
    /// Confirmation after closing the account: what was deleted.
    pub closed: &'static str,
}
