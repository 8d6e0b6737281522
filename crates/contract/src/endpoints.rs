//! Every endpoint of the contract, in the order in which a citizen meets them.

use crate::account::{PasswordChange, PasswordReset, PhoneChange, Registration, SignIn};
use crate::account_data::AccountData;
use crate::challenge::{Challenge, CodeAnswer, CodeOutcome, NewPassword};
use crate::consent::{Consent, ConsentChange};
use crate::dossier::{Dossier, DossierPage};
use crate::draft::{Draft, DraftPatch, NewDraft, Submission};
use crate::endpoint::{Endpoint, Method};
use crate::feedback::{Feedback, FeedbackChallenge};
use crate::form::{EarlierAnswers, Form};
use crate::lookup::{LookupRequest, LookupResult};
use crate::place::{Commune, Province};
use crate::portal::Portal;
use crate::procedure::{Catalogue, Procedure};
use crate::receipt::Receipt;
use crate::session::{Device, Session, SessionChange};

/// What this backend offers.
pub const GET_PORTAL: Endpoint<(), Portal> = Endpoint::public("getPortal", Method::Get, "/portal");
/// Every procedure in one compact document, searched on the phone; has an `ETag`.
pub const GET_CATALOGUE: Endpoint<(), Catalogue> =
    Endpoint::public("getCatalogue", Method::Get, "/catalogue");
/// All that is known of one procedure.
pub const GET_PROCEDURE: Endpoint<(), Procedure> =
    Endpoint::public("getProcedure", Method::Get, "/procedures/{code}");
/// A form's definition, by its key.
pub const GET_FORM: Endpoint<(), Form> = Endpoint::public("getForm", Method::Get, "/forms/{key}");
/// The 34 provinces.
pub const GET_PROVINCES: Endpoint<(), Vec<Province>> =
    Endpoint::public("getProvinces", Method::Get, "/provinces");
/// The communes of one province.
pub const GET_COMMUNES: Endpoint<(), Vec<Commune>> =
    Endpoint::public("getCommunes", Method::Get, "/provinces/{code}/communes");

/// Begin a registration: a one-time code goes to the phone (R0.9–R0.11).
pub const POST_REGISTRATION: Endpoint<Registration, Challenge> =
    Endpoint::public("postRegistration", Method::Post, "/registrations");
/// Begin a sign-in: a one-time code goes to the account's phone (R4.3–R4.4).
pub const POST_SIGN_IN: Endpoint<SignIn, Challenge> =
    Endpoint::public("postSignIn", Method::Post, "/sign-ins");
/// Where a challenge stands: for a page that was reloaded.
pub const GET_CHALLENGE: Endpoint<(), Challenge> =
    Endpoint::public("getChallenge", Method::Get, "/challenges/{id}");
/// Answer a challenge with the code.
pub const POST_CODE: Endpoint<CodeAnswer, CodeOutcome> =
    Endpoint::public("postCode", Method::Post, "/challenges/{id}/code");
/// Send another code for the same challenge.
pub const POST_RESEND: Endpoint<(), Challenge> =
    Endpoint::public("postResend", Method::Post, "/challenges/{id}/resend");
/// Leave for the identity provider (R0.14): a redirect, for the browser itself and not for a script. `?back=` names the page
/// of the app to return to, `?shared_device=true` says that the session is to be one of a shared device.
pub const GET_SINGLE_SIGN_ON: Endpoint<(), ()> =
    Endpoint::public("getSingleSignOn", Method::Get, "/single-sign-on/{provider}");
/// Where the identity provider sends the browser back to; a redirect into the app, signed in or with `?trouble=`.
pub const GET_SINGLE_SIGN_ON_RETURN: Endpoint<(), ()> = Endpoint::public(
    "getSingleSignOnReturn",
    Method::Get,
    "/single-sign-on/{provider}/return",
);
/// Begin anew after a forgotten password: a code goes to the account's phone if it is the one named.
pub const POST_PASSWORD_RESET: Endpoint<PasswordReset, Challenge> =
    Endpoint::public("postPasswordReset", Method::Post, "/password-resets");
/// Go on with a session that has ended under a page: a code goes to the account's phone. 401 when nothing tells whose it was.
pub const POST_RENEWAL: Endpoint<(), Challenge> =
    Endpoint::public("postRenewal", Method::Post, "/session/renewal");
/// Set the password that ends a registration (R0.12) or replaces a forgotten one; the session begins.
pub const POST_PASSWORD: Endpoint<NewPassword, Session> =
    Endpoint::public("postPassword", Method::Post, "/challenges/{id}/password");
/// Who is signed in; `null` for a guest, who is asked nothing and refused nothing.
pub const GET_SESSION: Endpoint<(), Option<Session>> =
    Endpoint::public("getSession", Method::Get, "/session");
/// Sign out. Answered alike whether or not a session still stood: whoever asks twice has left.
pub const DELETE_SESSION: Endpoint<(), ()> =
    Endpoint::public("deleteSession", Method::Delete, "/session");

/// Say that the device is shared, or no longer.
pub const PATCH_SESSION: Endpoint<SessionChange, Session> =
    Endpoint::citizen("patchSession", Method::Patch, "/session");
/// Devices that are signed in to the account.
pub const GET_DEVICES: Endpoint<(), Vec<Device>> =
    Endpoint::citizen("getDevices", Method::Get, "/account/devices");
/// Sign one device out.
pub const DELETE_DEVICE: Endpoint<(), ()> =
    Endpoint::citizen("deleteDevice", Method::Delete, "/account/devices/{id}");
/// Sign out everywhere, here too.
pub const DELETE_DEVICES: Endpoint<(), ()> =
    Endpoint::citizen("deleteDevices", Method::Delete, "/account/devices");
/// Change the password; every other device is signed out.
pub const POST_PASSWORD_CHANGE: Endpoint<PasswordChange, ()> =
    Endpoint::citizen("postPasswordChange", Method::Post, "/account/password");
/// Change the phone: a code goes to the new one.
pub const POST_PHONE_CHANGE: Endpoint<PhoneChange, Challenge> =
    Endpoint::citizen("postPhoneChange", Method::Post, "/account/phone");
/// Every consent given, the newest first.
pub const GET_CONSENTS: Endpoint<(), Vec<Consent>> =
    Endpoint::citizen("getConsents", Method::Get, "/account/consents");
/// Give or withdraw a consent.
pub const POST_CONSENT: Endpoint<ConsentChange, Vec<Consent>> =
    Endpoint::citizen("postConsent", Method::Post, "/account/consents");
/// «Dữ liệu của tôi»: everything the account holds.
pub const GET_ACCOUNT_DATA: Endpoint<(), AccountData> =
    Endpoint::citizen("getAccountData", Method::Get, "/account/data");
/// Close the account: a code goes to its phone; what is begun goes, what was sent stays with its agency as the law says.
pub const POST_CLOSING: Endpoint<(), Challenge> =
    Endpoint::citizen("postClosing", Method::Post, "/account/closing");

/// What the citizen declared last on a form, to be taken over; `null` where he never did.
pub const GET_EARLIER_ANSWERS: Endpoint<(), Option<EarlierAnswers>> =
    Endpoint::citizen("getEarlierAnswers", Method::Get, "/forms/{key}/earlier");
/// Begin a draft («Thêm mới»), with `Idempotency-Key`.
pub const POST_DRAFT: Endpoint<NewDraft, Draft> =
    Endpoint::citizen("postDraft", Method::Post, "/drafts");
/// Read a draft; its `ETag` is its version in quotes.
pub const GET_DRAFT: Endpoint<(), Draft> =
    Endpoint::citizen("getDraft", Method::Get, "/drafts/{id}");
/// Save what changed, with `If-Match`; 412 answers with the current [`Draft`].
pub const PATCH_DRAFT: Endpoint<DraftPatch, Draft> =
    Endpoint::citizen("patchDraft", Method::Patch, "/drafts/{id}");
/// Throw a draft away.
pub const DELETE_DRAFT: Endpoint<(), ()> =
    Endpoint::citizen("deleteDraft", Method::Delete, "/drafts/{id}");
/// Begin an upload (tus creation): headers alone, `Location` names the upload.
pub const POST_UPLOAD: Endpoint<(), ()> =
    Endpoint::citizen("postUpload", Method::Post, "/drafts/{id}/uploads");
/// Where an upload stands (tus).
pub const HEAD_UPLOAD: Endpoint<(), ()> =
    Endpoint::citizen("headUpload", Method::Head, "/uploads/{id}");
/// Send bytes (tus).
pub const PATCH_UPLOAD: Endpoint<(), ()> =
    Endpoint::citizen("patchUpload", Method::Patch, "/uploads/{id}");
/// Remove an attachment (tus termination).
pub const DELETE_UPLOAD: Endpoint<(), ()> =
    Endpoint::citizen("deleteUpload", Method::Delete, "/uploads/{id}");
/// Send the dossier («Gửi hồ sơ»), with `Idempotency-Key` and a sealed manifest.
pub const POST_SUBMISSION: Endpoint<Submission, Receipt> =
    Endpoint::citizen("postSubmission", Method::Post, "/drafts/{id}/submission");

/// «Hồ sơ của tôi»: `?tab=…&page=…`.
pub const GET_DOSSIERS: Endpoint<(), DossierPage> =
    Endpoint::citizen("getDossiers", Method::Get, "/dossiers");
/// One dossier with its whole history.
pub const GET_DOSSIER: Endpoint<(), Dossier> =
    Endpoint::citizen("getDossier", Method::Get, "/dossiers/{code}");
/// The receipt of a dossier.
pub const GET_RECEIPT: Endpoint<(), Receipt> =
    Endpoint::citizen("getReceipt", Method::Get, "/dossiers/{code}/receipt");

/// «Tra cứu hồ sơ» without signing in (R4.15); 404 whether the code or who filed it is wrong.
pub const POST_LOOKUP: Endpoint<LookupRequest, LookupResult> =
    Endpoint::public("postLookup", Method::Post, "/lookups");
/// A challenge for one feedback.
pub const GET_FEEDBACK_CHALLENGE: Endpoint<(), FeedbackChallenge> =
    Endpoint::public("getFeedbackChallenge", Method::Get, "/feedback/challenge");
/// «Góp ý».
pub const POST_FEEDBACK: Endpoint<Feedback, ()> =
    Endpoint::public("postFeedback", Method::Post, "/feedback");
