//! Texts of «Tài khoản của tôi» and the pages below it.

/// Texts of «Tài khoản của tôi» and the pages below it.
pub struct AccountWords {
    /// Texts of the overview page.
    pub overview: AccountOverviewWords,
    /// Texts of changing the password.
    pub password: ChangePasswordWords,
    /// Texts of changing the phone number.
    pub phone: ChangePhoneWords,
    /// Texts of the list of signed-in devices.
    pub devices: DeviceWords,
    /// Texts of the list of consents.
    pub consents: AccountConsentWords,
    /// Texts of «Dữ liệu của tôi».
    pub data: DataWords,
    /// Texts of closing the account.
    pub closing: ClosingWords,
}

/// Texts of the overview: the account's data, and the links to change it.
pub struct AccountOverviewWords {
    /// Title of the page.
    pub title: &'static str,
    /// Label of the citizen's name.
    pub name: &'static str,
    /// Label of the name in an organisation's account, where it is the representative's name.
    pub representative: &'static str,
    /// Label of the citizen id.
    pub citizen_id: &'static str,
    /// Label of the date of birth.
    pub birth_date: &'static str,
    /// Label of the phone number.
    pub phone: &'static str,
    /// Value of the phone number when the account has none.
    pub no_phone: &'static str,
    /// Label «Mức độ xác minh» of the verification level.
    pub verification: &'static str,
    /// Verification level of an account verified by phone.
    pub verified_phone: &'static str,
    /// Verification level of an account verified by an identity provider.
    pub verified_identity: &'static str,
    /// Label of the organisation.
    pub organisation: &'static str,
    /// Label of the tax code.
    pub tax_code: &'static str,
    /// Label of the representative's position in the organisation.
    pub position: &'static str,
    /// Link beside the phone number, to change it.
    pub change: &'static str,
    /// Heading of the list of links.
    pub actions: &'static str,
    /// Link to changing the password.
    pub password: &'static str,
    /// Link to changing the phone number.
    pub phone_change: &'static str,
    /// Link to the signed-in devices.
    pub devices: &'static str,
    /// Link to the consents.
    pub consents: &'static str,
    /// Link to «Dữ liệu của tôi».
    pub data: &'static str,
    /// Link to closing the account.
    pub close: &'static str,
    /// Notice: the phone number was changed.
    pub phone_changed: &'static str,
    /// Link on the pages below, back to the overview.
    pub back: &'static str,
}

/// Texts of changing the password.
pub struct ChangePasswordWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: a new password signs out all other devices.
    pub intro: &'static str,
    /// Label of the current password.
    pub current: &'static str,
    /// Error: the current password is empty.
    pub current_missing: &'static str,
    /// Error: the current password is wrong.
    pub current_wrong: &'static str,
    /// Label of the new password.
    pub new: &'static str,
    /// Button that changes the password.
    pub submit: &'static str,
    /// Notice: the password was changed.
    pub done: &'static str,
    /// Text before the link for a forgotten password.
    pub forgotten_question: &'static str,
    /// Link to setting a new password with a one-time code.
    pub forgotten: &'static str,
    /// Title of the page, and link to it, for an account without a password.
    pub first: &'static str,
    /// Introduction for an account without a password.
    pub first_intro: &'static str,
    /// Notice: a first password needs a phone number, and the account has none.
    pub first_without_phone: &'static str,
    /// Link to adding a phone number.
    pub first_phone: &'static str,
}

/// Texts of changing the phone number.
pub struct ChangePhoneWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: a one-time code goes to the new number.
    pub intro: &'static str,
    /// Text before the current number, masked.
    pub now: &'static str,
    /// Label of the new number.
    pub phone: &'static str,
    /// Hint of the new number.
    pub phone_hint: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// Hint: why the password is needed.
    pub password_hint: &'static str,
    /// Error: the password is empty.
    pub password_missing: &'static str,
    /// Error: the password is wrong.
    pub password_wrong: &'static str,
    /// Button that requests the one-time code.
    pub submit: &'static str,
}

/// Texts of the list of signed-in devices.
pub struct DeviceWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: what to do about an unknown device.
    pub intro: &'static str,
    /// Name of a device that sent no name.
    pub unknown: &'static str,
    /// Badge of the device in use.
    pub current: &'static str,
    /// Text before the time of the sign-in.
    pub signed_in_at: &'static str,
    /// Text before the time of the last request.
    pub last_used_at: &'static str,
    /// Button that signs out a device.
    pub sign_out: &'static str,
    /// Announcement for screen readers: the device was signed out.
    pub signed_out: &'static str,
    /// Button that signs out all devices.
    pub everywhere: &'static str,
    /// Title of the dialog before signing out all devices.
    pub question: &'static str,
    /// Explanation in that dialog.
    pub question_help: &'static str,
    /// Warning in that dialog: changes that are not on the server would be lost.
    pub unsaved: &'static str,
    /// Button that closes the dialog without signing out.
    pub keep: &'static str,
}

/// Texts of the list of consents.
pub struct AccountConsentWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: consents can be withdrawn.
    pub intro: &'static str,
    /// Notice: this backend needs no consents.
    pub none: &'static str,
    /// Text before the time of a consent.
    pub given_at: &'static str,
    /// Text before the time of a withdrawal.
    pub withdrawn_at: &'static str,
    /// State of a consent that was never given.
    pub never: &'static str,
    /// Notice: the consent was given to an earlier wording.
    pub outdated: &'static str,
    /// Button that gives the consent.
    pub give: &'static str,
    /// Button that withdraws the consent.
    pub withdraw: &'static str,
    /// Explains that a required consent can only be withdrawn by closing the account. A link follows.
    pub required: &'static str,
    /// That link, at the end of the sentence.
    pub close: &'static str,
    /// Announcement for screen readers: the consent was given.
    pub given: &'static str,
    /// Announcement for screen readers: the consent was withdrawn.
    pub withdrawn: &'static str,
    /// Label of the line that opens the history of all consents.
    pub history: &'static str,
    /// Text before the version of a wording.
    pub version: &'static str,
}

/// Texts of «Dữ liệu của tôi».
pub struct DataWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction: what the page and the file contain.
    pub intro: &'static str,
    /// Text before the time when the data was collected.
    pub made_at: &'static str,
    /// Tick box that shows numbers unmasked, and the answers of dossiers.
    pub in_full: &'static str,
    /// Hint: a print contains what the page shows.
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
    /// Heading of the account.
    pub account: &'static str,
    /// Label of the time of the registration.
    pub registered_at: &'static str,
    /// Label of the citizen's identifier at an identity provider.
    pub identity: &'static str,
    /// Heading of the consents.
    pub consents: &'static str,
    /// Heading of the devices.
    pub devices: &'static str,
    /// Heading of the drafts.
    pub drafts: &'static str,
    /// Heading of the dossiers.
    pub dossiers: &'static str,
    /// Message below a heading without entries.
    pub nothing: &'static str,
    /// Text before the names of files.
    pub files: &'static str,
}

/// Texts of closing the account.
pub struct ClosingWords {
    /// Title of the page.
    pub title: &'static str,
    /// Introduction to the list of consequences.
    pub intro: &'static str,
    /// The consequences of closing the account.
    pub consequences: [&'static str; 4],
    /// Link to «Dữ liệu của tôi», to download the data first.
    pub data_first: &'static str,
    /// Label of the tick box that confirms the consequences.
    pub understood: &'static str,
    /// Error: the box isn't ticked.
    pub understood_missing: &'static str,
    /// Button that requests the one-time code.
    pub submit: &'static str,
    /// Link back, without closing the account.
    pub keep: &'static str,
    /// Notice: the account has no phone number to which a code can be sent.
    pub no_phone: &'static str,
    /// Title of the page after closing.
    pub closed_title: &'static str,
    /// Confirmation: what was deleted.
    pub closed: &'static str,
}
