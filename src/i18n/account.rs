//! What the words of «Tài khoản của tôi» are for.

/// «Tài khoản của tôi».
pub struct AccountWords {
    /// What the account is, and the ways to change it.
    pub own: OwnWords,
    /// Changing the password.
    pub password: ChangePasswordWords,
    /// Changing the phone.
    pub phone: ChangePhoneWords,
    /// Devices that are signed in.
    pub devices: DeviceWords,
    /// Consent given and withdrawn.
    pub consents: OwnConsentWords,
    /// «Dữ liệu của tôi».
    pub data: DataWords,
    /// Closing the account.
    pub closing: ClosingWords,
}

/// What the account is, and the ways to change it.
pub struct OwnWords {
    /// Heading.
    pub title: &'static str,
    /// Label of the name.
    pub name: &'static str,
    /// Label of the name, of whoever represents an organisation.
    pub representative: &'static str,
    /// Label of the citizen id.
    pub citizen_id: &'static str,
    /// Day of birth.
    pub birth_date: &'static str,
    /// Label of the phone.
    pub phone: &'static str,
    /// The account has no phone.
    pub no_phone: &'static str,
    /// «Mức độ xác minh».
    pub verification: &'static str,
    /// Known by the phone.
    pub verified_phone: &'static str,
    /// Known by the identity provider.
    pub verified_identity: &'static str,
    /// Label of the organisation.
    pub organisation: &'static str,
    /// Label of the tax code.
    pub tax_code: &'static str,
    /// Label of what the person is in it.
    pub position: &'static str,
    /// Leads to changing the phone.
    pub change: &'static str,
    /// Heading of the ways on.
    pub ways: &'static str,
    /// Leads to changing the password.
    pub password: &'static str,
    /// Leads to changing the phone.
    pub phone_change: &'static str,
    /// Leads to the devices.
    pub devices: &'static str,
    /// Leads to the consents.
    pub consents: &'static str,
    /// «Dữ liệu của tôi».
    pub data: &'static str,
    /// Leads to closing the account.
    pub close: &'static str,
    /// The phone was changed.
    pub phone_changed: &'static str,
    /// Leads back from the pages below.
    pub back: &'static str,
}

/// Changing the password.
pub struct ChangePasswordWords {
    /// Heading.
    pub title: &'static str,
    /// What happens then.
    pub lede: &'static str,
    /// Label of the present one.
    pub current: &'static str,
    /// None.
    pub current_missing: &'static str,
    /// Not the present one.
    pub current_wrong: &'static str,
    /// Label of the new one.
    pub fresh: &'static str,
    /// Changes it.
    pub submit: &'static str,
    /// It was changed.
    pub done: &'static str,
    /// For who has no password, or forgot it; a link follows.
    pub without: &'static str,
    /// That link.
    pub forgotten: &'static str,
}

/// Changing the phone.
pub struct ChangePhoneWords {
    /// Heading.
    pub title: &'static str,
    /// What happens next.
    pub lede: &'static str,
    /// Before the present number, masked.
    pub now: &'static str,
    /// Label of the new number.
    pub phone: &'static str,
    /// Hint of the new number.
    pub phone_hint: &'static str,
    /// Label of the password.
    pub password: &'static str,
    /// Why it is asked.
    pub password_hint: &'static str,
    /// No password.
    pub password_missing: &'static str,
    /// Not the password.
    pub password_wrong: &'static str,
    /// Asks for the code.
    pub submit: &'static str,
}

/// Devices that are signed in.
pub struct DeviceWords {
    /// Heading.
    pub title: &'static str,
    /// What to look for.
    pub lede: &'static str,
    /// A device without a name.
    pub unknown: &'static str,
    /// It is this one.
    pub current: &'static str,
    /// Before the moment it signed in.
    pub begun_at: &'static str,
    /// Before the moment of its last request.
    pub seen_at: &'static str,
    /// Signs one out.
    pub sign_out: &'static str,
    /// Announced when one was signed out.
    pub signed_out: &'static str,
    /// Signs all out.
    pub everywhere: &'static str,
    /// Asked before.
    pub question: &'static str,
    /// What happens then.
    pub question_help: &'static str,
    /// Something would be lost.
    pub unsaved: &'static str,
    /// Closes the question.
    pub keep: &'static str,
}

/// Consent given and withdrawn.
pub struct OwnConsentWords {
    /// Heading.
    pub title: &'static str,
    /// What it is about.
    pub lede: &'static str,
    /// The backend asks for none.
    pub none: &'static str,
    /// Before the moment it was given.
    pub given_at: &'static str,
    /// Before the moment it was withdrawn.
    pub withdrawn_at: &'static str,
    /// Never given.
    pub never: &'static str,
    /// Given to an earlier wording.
    pub outdated: &'static str,
    /// Gives it.
    pub give: &'static str,
    /// Withdraws it.
    pub withdraw: &'static str,
    /// A required one can't be withdrawn alone; a link follows.
    pub required: &'static str,
    /// That link, in the middle of the sentence.
    pub close: &'static str,
    /// Announced when one was given.
    pub given: &'static str,
    /// Announced when one was withdrawn.
    pub withdrawn: &'static str,
    /// Opens every consent ever given.
    pub history: &'static str,
    /// Before the version of a wording.
    pub version: &'static str,
}

/// «Dữ liệu của tôi».
pub struct DataWords {
    /// Heading.
    pub title: &'static str,
    /// What it is.
    pub lede: &'static str,
    /// Before the moment it was put together.
    pub made_at: &'static str,
    /// Shows numbers unmasked, and what was declared.
    pub in_full: &'static str,
    /// Why one would, and what then prints.
    pub in_full_hint: &'static str,
    /// Saves it as a file.
    pub save: &'static str,
    /// Prints it.
    pub print: &'static str,
    /// Name of the file.
    pub file_name: &'static str,
    /// Announced when it was saved.
    pub saved: &'static str,
    /// Announced when the browser refused.
    pub not_saved: &'static str,
    /// Heading of the account.
    pub account: &'static str,
    /// Label of when it was made.
    pub registered_at: &'static str,
    /// Label of whom an identity provider knows the owner as.
    pub identity: &'static str,
    /// Heading of the consents.
    pub consents: &'static str,
    /// Heading of the devices.
    pub devices: &'static str,
    /// Heading of the drafts.
    pub drafts: &'static str,
    /// Heading of the dossiers.
    pub dossiers: &'static str,
    /// A heading with nothing below.
    pub nothing: &'static str,
    /// Before the names of files.
    pub files: &'static str,
}

/// Closing the account.
pub struct ClosingWords {
    /// Heading.
    pub title: &'static str,
    /// Above what happens.
    pub lede: &'static str,
    /// What happens.
    pub points: [&'static str; 4],
    /// Leads to the data.
    pub data_first: &'static str,
    /// What is said yes to.
    pub understood: &'static str,
    /// The box isn't ticked.
    pub understood_missing: &'static str,
    /// Asks for the code.
    pub submit: &'static str,
    /// Leads back.
    pub keep: &'static str,
    /// The account has no phone that a code could be sent to.
    pub no_phone: &'static str,
    /// Heading once it is closed.
    pub closed_title: &'static str,
    /// What was done.
    pub closed: &'static str,
}
