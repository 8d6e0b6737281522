//! Every endpoint of the contract, in the order in which a citizen meets them.
//!
//! The doc comment of an endpoint is its only description: the first paragraph becomes `summary` and the rest
//! `description` of the operation in `public/openapi.json`. So it names other endpoints by their `operationId` and knows
//! no Rust paths.

use crate::account::{PasswordChange, PasswordReset, PhoneChange, Registration, SignIn};
use crate::account_data::AccountData;
use crate::challenge::{Challenge, CodeAnswer, CodeOutcome, NewPassword};
use crate::consent::{Consent, ConsentChange};
use crate::dossier::{Dossier, DossierListPage};
use crate::draft::{Draft, DraftPatch, NewDraft, Submission};
use crate::earlier_answers::EarlierAnswers;
use crate::endpoint::{Endpoint, Method};
use crate::feedback::{Feedback, FeedbackChallenge};
use crate::form::Form;
use crate::lookup::{LookupRequest, LookupResult};
use crate::place::{Commune, Province};
use crate::portal::Portal;
use crate::procedure::{Catalogue, Procedure};
use crate::receipt::Receipt;
use crate::session::{Device, Session, SessionChange};

/// Declares the endpoints as constants and, for the OpenAPI document, collects their doc comments in `DOCS`.
macro_rules! endpoints {
    ($(
        $(#[doc = $doc:literal])+
        pub const $name:ident: Endpoint<$body:ty, $answer:ty> =
            Endpoint::$access:ident($operation_id:literal, $method:expr, $path:literal);
    )+) => {
        $(
            $(#[doc = $doc])+
            pub const $name: Endpoint<$body, $answer> = Endpoint::$access($operation_id, $method, $path);
        )+

        /// The `operationId` of every endpoint with the lines of its doc comment.
        #[cfg(feature = "openapi")]
        pub(crate) const DOCS: &[(&str, &[&str])] = &[$(($operation_id, &[$($doc),+])),+];
    };
}

endpoints! {
    /// Returns what this backend offers.
    ///
    /// The capability document: name and languages of the portal, ways to sign in and to register, upload limits, and
    /// which optional features exist. A client reads it first, hides what is missing, and fails on nothing that is
    /// missing. Anyone may call it. Cacheable: with `If-None-Match` an unchanged document is answered with 304.
    pub const GET_PORTAL: Endpoint<(), Portal> =
        Endpoint::public("getPortal", Method::Get, "/portal");
    /// Returns every procedure in short.
    ///
    /// One compact document with all procedures, agencies and fields, so that a client can search it offline. The
    /// procedures asked for most come first. Anyone may call it. Cacheable: with `If-None-Match` an unchanged document is
    /// answered with 304.
    pub const GET_CATALOGUE: Endpoint<(), Catalogue> =
        Endpoint::public("getCatalogue", Method::Get, "/catalogue");
    /// Returns everything known about one procedure.
    ///
    /// Ways to file, time limits, fees, required components, results, and the key of the form that files it. Anyone may
    /// call it. Cacheable: with `If-None-Match` an unchanged document is answered with 304. `not_found`: no procedure has
    /// this code.
    pub const GET_PROCEDURE: Endpoint<(), Procedure> =
        Endpoint::public("getProcedure", Method::Get, "/procedures/{code}");
    /// Returns the definition of a form.
    ///
    /// The answers are described by a JSON Schema (2020-12, a documented subset), the layout by a JSON Forms UI schema.
    /// Anyone may call it. A client must revalidate its copy before each use, with `If-None-Match`: a form must fit the
    /// answers that the server checks with it. `not_found`: no form has this key.
    pub const GET_FORM: Endpoint<(), Form> =
        Endpoint::public("getForm", Method::Get, "/forms/{key}");
    /// Returns the provinces.
    ///
    /// All province-level units, 34 since 1 July 2025. Anyone may call it. Cacheable: with `If-None-Match` an unchanged
    /// document is answered with 304.
    pub const GET_PROVINCES: Endpoint<(), Vec<Province>> =
        Endpoint::public("getProvinces", Method::Get, "/provinces");
    /// Returns the communes of one province.
    ///
    /// Anyone may call it. Cacheable: with `If-None-Match` an unchanged document is answered with 304. `not_found`: no
    /// province has this code.
    pub const GET_COMMUNES: Endpoint<(), Vec<Commune>> =
        Endpoint::public("getCommunes", Method::Get, "/provinces/{code}/communes");

    /// Begins a registration and sends a one-time code to the phone.
    ///
    /// First step of registering by phone number (R0.9–R0.11): then `postCode`, then `postPassword`, which creates the
    /// account. Anyone may call it. Not idempotent: each call creates a challenge and may send a text message. The
    /// response is the same whether or not an account exists already, so that nobody can find out who has one; in that
    /// case the message contains no code. `invalid_answers` names the members at fault in `errors`, also a required
    /// consent that is missing. `too_many_requests`: too many messages to this phone, from this client IP or in all.
    pub const POST_REGISTRATION: Endpoint<Registration, Challenge> =
        Endpoint::public("postRegistration", Method::Post, "/registrations");
    /// Begins a sign-in and sends a one-time code to the account's phone.
    ///
    /// First step of signing in with a password (R4.3–R4.4): then `postCode`, which begins the session. Anyone may call
    /// it. Not idempotent: each call creates a challenge and may send a text message. `wrong_credentials` doesn't tell
    /// whether the account exists. `invalid_answers`: the identifier or the password can't be one. `too_many_requests`:
    /// too many wrong passwords or too many messages.
    pub const POST_SIGN_IN: Endpoint<SignIn, Challenge> =
        Endpoint::public("postSignIn", Method::Post, "/sign-ins");
    /// Returns the state of a challenge.
    ///
    /// For a page that was reloaded while it waited for a code. Anyone who knows the id may call it; the id is a random
    /// secret. Changes nothing. `not_found`: there is no such challenge, or it is older than the server keeps one (one
    /// hour in the reference backend).
    pub const GET_CHALLENGE: Endpoint<(), Challenge> =
        Endpoint::public("getChallenge", Method::Get, "/challenges/{id}");
    /// Answers a challenge with the code from the message.
    ///
    /// The member `next` of the response tells what the correct code led to. Anyone who knows the id may call it. A
    /// correct code completes the challenge; only where a password is set next may the same code be sent again. Begins a
    /// session for the purposes `sign_in` and `renewal`: as a cookie, or, with `Motcua-Bearer: 1`, as a token in the
    /// response. `wrong_code` counts a try and returns how many are left. `code_expired`: the code is too old or the
    /// challenge is completed. `code_exhausted`: no tries are left. `invalid_answers`: the code isn't six digits.
    pub const POST_CODE: Endpoint<CodeAnswer, CodeOutcome> =
        Endpoint::public("postCode", Method::Post, "/challenges/{id}/code");
    /// Sends another code for the same challenge.
    ///
    /// Codes sent before stay valid until they expire. Anyone who knows the id may call it. Not idempotent: each call may
    /// send a text message. `too_many_requests`: the last code was sent moments ago, or too many were; wait
    /// `retry_after_seconds`. `code_expired`: the challenge is completed. `code_exhausted`: no tries are left.
    pub const POST_RESEND: Endpoint<(), Challenge> =
        Endpoint::public("postResend", Method::Post, "/challenges/{id}/resend");
    /// Redirects the browser to an identity provider.
    ///
    /// Begins single sign-on with OpenID Connect (R0.14). For the browser itself, as a link or a navigation, not for a
    /// script. Anyone may call it. Sets a cookie that binds the later return to this browser. Where the provider can't be
    /// used, the redirect leads to the sign-in page of the app, with the reason in its query parameter `trouble`.
    /// `not_found`: the portal names no such provider. `invalid_request`: a query parameter is malformed.
    pub const GET_SINGLE_SIGN_ON: Endpoint<(), ()> =
        Endpoint::public("getSingleSignOn", Method::Get, "/single-sign-on/{provider}");
    /// Receives the browser from an identity provider and redirects it into the app.
    ///
    /// The redirect URI of OpenID Connect; only the provider's redirect leads here. A response that is valid for this
    /// browser begins a session, and creates the account at the first sign-in. Otherwise the redirect leads to the
    /// sign-in page of the app, with the reason in its query parameter `trouble`. Not idempotent: a provider's response
    /// is used up by the first call. `not_found`: the portal names no such provider. `invalid_request`: a query parameter
    /// is malformed.
    pub const GET_SINGLE_SIGN_ON_RETURN: Endpoint<(), ()> =
        Endpoint::public("getSingleSignOnReturn", Method::Get, "/single-sign-on/{provider}/return");
    /// Begins to replace a forgotten password.
    ///
    /// Sends a one-time code if the phone is the one of the account; then `postCode`, then `postPassword`. Anyone may call
    /// it. Not idempotent: each call creates a challenge and may send a text message. The response is the same whether or
    /// not the account exists and has this phone. `invalid_answers`: the identifier or the phone can't be one.
    /// `too_many_requests`: too many messages.
    pub const POST_PASSWORD_RESET: Endpoint<PasswordReset, Challenge> =
        Endpoint::public("postPasswordReset", Method::Post, "/password-resets");
    /// Begins to renew a session, or to confirm who is using an open one.
    ///
    /// Sends a one-time code to the phone of the account; `postCode` then renews the session. For a session that has
    /// ended under an open page, and after `proof_too_old`. The expired session itself, by cookie or bearer token,
    /// identifies the account; the reference backend accepts it for 12 hours. Not idempotent: each call creates a
    /// challenge and may send a text message. `not_signed_in`: the request carries no session that could be renewed.
    /// `phone_missing`: the account has no phone. `too_many_requests`: too many messages.
    pub const POST_RENEWAL: Endpoint<(), Challenge> =
        Endpoint::public("postRenewal", Method::Post, "/session/renewal");
    /// Sets the password that completes a registration or replaces a forgotten one.
    ///
    /// Last step after `postCode` has returned `set_password` (R0.12). Begins a session: as a cookie, or, with
    /// `Motcua-Bearer: 1`, as a token in the response. Anyone who knows the id of the challenge may call it. Not
    /// idempotent: the challenge is used up. `challenge_open`: the code hasn't been answered yet. `code_expired`: too long
    /// ago, or used up. `invalid_answers`: the password is too short, too long or too common.
    pub const POST_PASSWORD: Endpoint<NewPassword, Session> =
        Endpoint::public("postPassword", Method::Post, "/challenges/{id}/password");
    /// Returns the session, or `null` for a guest.
    ///
    /// Anyone may call it; never 401. Counts as use of the session, so that its idle time begins again.
    pub const GET_SESSION: Endpoint<(), Option<Session>> =
        Endpoint::public("getSession", Method::Get, "/session");
    /// Signs out on this device.
    ///
    /// Ends the session and clears its cookie and what the browser stores of this origin. Anyone may call it. Idempotent:
    /// 204 also when there is no session any more.
    pub const DELETE_SESSION: Endpoint<(), ()> =
        Endpoint::public("deleteSession", Method::Delete, "/session");

    /// Marks the device as shared, or as not shared.
    ///
    /// On a shared device the session has a shorter idle time and a cookie that ends with the browser. For the signed-in
    /// citizen. Idempotent.
    pub const PATCH_SESSION: Endpoint<SessionChange, Session> =
        Endpoint::citizen("patchSession", Method::Patch, "/session");
    /// Returns the devices signed in to the account.
    ///
    /// One entry for each open session, the one used last first. For the signed-in citizen. Changes nothing.
    pub const GET_DEVICES: Endpoint<(), Vec<Device>> =
        Endpoint::citizen("getDevices", Method::Get, "/account/devices");
    /// Signs one device out.
    ///
    /// For the signed-in citizen. `proof_too_old`: the citizen signed in or answered a code too long ago (15 minutes in
    /// the reference backend); renew with `postRenewal` and repeat. `not_found`: the account has no such device, or it is
    /// signed out already.
    pub const DELETE_DEVICE: Endpoint<(), ()> =
        Endpoint::citizen("deleteDevice", Method::Delete, "/account/devices/{id}");
    /// Signs every device out, including this one.
    ///
    /// Ends all sessions of the account and all challenges begun on them. For the signed-in citizen. `proof_too_old`: the
    /// citizen signed in or answered a code too long ago; renew with `postRenewal` and repeat.
    pub const DELETE_DEVICES: Endpoint<(), ()> =
        Endpoint::citizen("deleteDevices", Method::Delete, "/account/devices");
    /// Changes the password.
    ///
    /// Signs every other device out. For the signed-in citizen, who must know the current password. `wrong_credentials`:
    /// the current password is wrong. `invalid_answers`: the new one is too short, too long or too common.
    /// `too_many_requests`: too many wrong passwords.
    pub const POST_PASSWORD_CHANGE: Endpoint<PasswordChange, ()> =
        Endpoint::citizen("postPasswordChange", Method::Post, "/account/password");
    /// Begins to change the phone number and sends a code to the new phone.
    ///
    /// `postCode` then changes it; every other session ends. For the signed-in citizen, who must know the password. An
    /// account without a password, created through an identity provider, needs a recent sign-in instead. Not idempotent:
    /// each call creates a challenge and may send a text message. The response is the same whether or not another account
    /// has the phone. `wrong_credentials`: the password is wrong. `proof_too_old`: an account without a password signed in
    /// too long ago. `invalid_answers`: the phone can't be one, or the password is missing. `too_many_requests`: too many
    /// wrong passwords or messages.
    pub const POST_PHONE_CHANGE: Endpoint<PhoneChange, Challenge> =
        Endpoint::citizen("postPhoneChange", Method::Post, "/account/phone");
    /// Returns every consent given.
    ///
    /// Including withdrawn ones, the newest first. For the signed-in citizen. Changes nothing.
    pub const GET_CONSENTS: Endpoint<(), Vec<Consent>> =
        Endpoint::citizen("getConsents", Method::Get, "/account/consents");
    /// Gives or withdraws one consent.
    ///
    /// For the signed-in citizen. Idempotent: giving what is given, or withdrawing what is withdrawn, changes nothing.
    /// `invalid_answers` points at `/purpose` for a purpose that the portal doesn't ask for, at `/version` for giving
    /// consent to a wording that isn't the current one, and at `/given` for withdrawing a required consent.
    pub const POST_CONSENT: Endpoint<ConsentChange, Vec<Consent>> =
        Endpoint::citizen("postConsent", Method::Post, "/account/consents");
    /// Returns everything that is stored about the account.
    ///
    /// The export of personal data («Dữ liệu của tôi»), read at one moment. Contains no password hash, code or session
    /// token. For the signed-in citizen. Changes nothing.
    pub const GET_ACCOUNT_DATA: Endpoint<(), AccountData> =
        Endpoint::citizen("getAccountData", Method::Get, "/account/data");
    /// Begins to close the account and sends a code to its phone.
    ///
    /// `postCode` then closes it: account, sessions, consents, drafts and their files are deleted. Submitted dossiers stay
    /// with their agencies, which must keep them by law. For the signed-in citizen. Not idempotent: each call creates a
    /// challenge and may send a text message. `phone_missing`: the account has no phone. `too_many_requests`: too many
    /// messages.
    pub const POST_CLOSING: Endpoint<(), Challenge> =
        Endpoint::citizen("postClosing", Method::Post, "/account/closing");

    /// Returns the citizen's last submitted answers to a form, or `null`.
    ///
    /// So that they can be reused in a new draft. `null` where the citizen has never submitted the form for themselves or
    /// their child, or hasn't consented to reuse (`reuse_answers`). Answers given for somebody else are never returned. For
    /// the signed-in citizen. Changes nothing. `not_found`: no form has this key.
    pub const GET_EARLIER_ANSWERS: Endpoint<(), Option<EarlierAnswers>> =
        Endpoint::citizen("getEarlierAnswers", Method::Get, "/forms/{key}/earlier");
    /// Creates a draft.
    ///
    /// The button «Thêm mới» (R2.11). For the signed-in citizen. Idempotent by `Idempotency-Key`: the first request
    /// answers 201; a repetition with the same key and body answers 200 with the draft in its current state. The `ETag` is
    /// the version that `patchDraft` needs. `consent_needed`: a required consent is missing. `not_found`: unknown
    /// procedure or agency. `idempotency_conflict`: the key was used with another body. `precondition_required`:
    /// `Idempotency-Key` is missing. `too_many_requests`: the account has begun too many drafts today.
    pub const POST_DRAFT: Endpoint<NewDraft, Draft> =
        Endpoint::citizen("postDraft", Method::Post, "/drafts");
    /// Returns a draft.
    ///
    /// The `ETag` is its version in quotes. For the citizen who owns it. Changes nothing. `not_found`: there is no such
    /// draft, it has expired or was submitted, or it belongs to somebody else.
    pub const GET_DRAFT: Endpoint<(), Draft> =
        Endpoint::citizen("getDraft", Method::Get, "/drafts/{id}");
    /// Saves changes of a draft.
    ///
    /// Changes only what the body contains; each answer is replaced as a whole, `null` removes it (RFC 7396). Answers may
    /// still break the rules of the form. For the citizen who owns the draft. Requires `If-Match` with the version that
    /// the change is based on, so that two devices can't overwrite each other. 412 (`version_conflict`) returns the
    /// current draft as `application/json`, with its `ETag`: merge and repeat. `precondition_required`: `If-Match` is
    /// missing. `invalid_answers`: a field that the form doesn't have, or a value that can never be stored.
    pub const PATCH_DRAFT: Endpoint<DraftPatch, Draft> =
        Endpoint::citizen("patchDraft", Method::Patch, "/drafts/{id}");
    /// Deletes a draft and its files.
    ///
    /// For the citizen who owns it. A repetition answers `not_found`, which a client may take for success.
    pub const DELETE_DRAFT: Endpoint<(), ()> =
        Endpoint::citizen("deleteDraft", Method::Delete, "/drafts/{id}");
    /// Creates an upload (tus 1.0, creation).
    ///
    /// Has headers and no body; the header `Location` of the response is the URL of the upload. For the citizen who owns
    /// the draft. Idempotent by `file_id` of `Upload-Metadata`: 201 the first time, then 200 with the same `Location`.
    /// `invalid_request` with 400: a header is missing or malformed; with 412: `Tus-Resumable` isn't 1.0.0.
    /// `idempotency_conflict`: the `file_id` was used with another length or component. `invalid_answers`: the component
    /// doesn't exist or takes no files. `file_empty`, `file_too_large`, `too_many_files`: against `uploads` of
    /// `getPortal`. `too_many_requests`: the account has begun too many uploads in an hour.
    pub const POST_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("postUpload", Method::Post, "/drafts/{id}/uploads");
    /// Returns how many bytes of an upload the server holds (tus 1.0).
    ///
    /// In `Upload-Offset`: only the server's offset tells what has arrived. `Motcua-Sha256` is there once the file is
    /// complete and accepted. For the citizen who owns the upload. Changes nothing. `invalid_request`: `Tus-Resumable`
    /// isn't 1.0.0. `not_found`: no such upload, or it has expired.
    pub const HEAD_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("headUpload", Method::Head, "/uploads/{id}");
    /// Appends bytes to an upload (tus 1.0).
    ///
    /// The body is the bytes of the file from `Upload-Offset` on. The server checks the kind of the file when the last
    /// byte is there. For the citizen who owns the upload. Safe to repeat after reading the offset with `headUpload`.
    /// `offset_conflict`: `Upload-Offset` isn't the server's offset. `upload_locked`: another request is writing; try
    /// again shortly. `file_too_large`: more bytes than `Upload-Length`. `file_type_refused`: the complete file is of no
    /// accepted kind and was removed. `unsupported_media_type`: `Content-Type` isn't `application/offset+octet-stream`.
    /// `invalid_request` with 400: a header is missing or malformed; with 412: `Tus-Resumable` isn't 1.0.0.
    pub const PATCH_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("patchUpload", Method::Patch, "/uploads/{id}");
    /// Deletes an attachment (tus 1.0, termination).
    ///
    /// For the citizen who owns it. A repetition answers `not_found`, which a client may take for success.
    /// `upload_locked`: another request is writing to it; try again shortly. `invalid_request`: `Tus-Resumable` isn't
    /// 1.0.0.
    pub const DELETE_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("deleteUpload", Method::Delete, "/uploads/{id}");
    /// Submits a draft as a dossier.
    ///
    /// The button «Gửi hồ sơ» (R2.12). The body names the version that the citizen reviewed, and seals every attachment
    /// with its size and SHA-256. For the citizen who owns the draft. Idempotent by `Idempotency-Key`: the first request
    /// answers 201; a repetition with the same key and body answers 200 with the same receipt. A refused submission
    /// doesn't use the key up. 412 (`version_conflict`) returns the current draft as `application/json`: review again.
    /// `incomplete_dossier` and `invalid_answers` name each missing or wrong item in `errors`. `attachment_mismatch`: the
    /// manifest isn't what the server holds. `consent_needed`: a required consent is missing. `idempotency_conflict`: the
    /// key was used with another body. `precondition_required`: `Idempotency-Key` is missing. `not_found`: no such draft,
    /// or it was submitted under another key.
    pub const POST_SUBMISSION: Endpoint<Submission, Receipt> =
        Endpoint::citizen("postSubmission", Method::Post, "/drafts/{id}/submission");

    /// Returns one page of the citizen's drafts and dossiers.
    ///
    /// The list «Hồ sơ của tôi» (R2.13–R2.16): the items of one tab, the newest first, and the number of items of every
    /// tab. The server decides under which tab a dossier stands. For the signed-in citizen. Changes nothing. A page after
    /// the last one is empty. `invalid_request`: unknown tab, or page 0.
    pub const GET_DOSSIERS: Endpoint<(), DossierListPage> =
        Endpoint::citizen("getDossiers", Method::Get, "/dossiers");
    /// Returns a dossier with its whole history.
    ///
    /// Which office holds it, who handles it, and each step with its deadline (R3.7). For the citizen who filed it.
    /// Changes nothing. `not_found`: no such dossier, or somebody else filed it.
    pub const GET_DOSSIER: Endpoint<(), Dossier> =
        Endpoint::citizen("getDossier", Method::Get, "/dossiers/{code}");
    /// Returns the receipt of a dossier.
    ///
    /// The same document that `postSubmission` returned. For the citizen who filed it. Changes nothing. `not_found`: no
    /// such dossier, or somebody else filed it.
    pub const GET_RECEIPT: Endpoint<(), Receipt> =
        Endpoint::citizen("getReceipt", Method::Get, "/dossiers/{code}/receipt");

    /// Looks up the status of a dossier without signing in.
    ///
    /// «Tra cứu hồ sơ» (R4.14–R4.15). Anyone may call it who knows the dossier code together with the phone number or
    /// citizen id of the person who filed it; in a POST body, so that neither stands in a URL or log. The response
    /// contains no name, answer or file. Changes nothing but counters. `not_found`: code or person is wrong; the response
    /// doesn't tell which. `too_many_requests`: too many look-ups. `invalid_answers`: a member is empty or too long.
    pub const POST_LOOKUP: Endpoint<LookupRequest, LookupResult> =
        Endpoint::public("postLookup", Method::Post, "/lookups");
    /// Creates a question that must be answered with a feedback message.
    ///
    /// An accessible challenge against automated messages. Anyone may call it. Each call creates a new question, which
    /// expires (30 minutes in the reference backend). `too_many_requests`: too many questions from this client IP, or
    /// open in all.
    pub const GET_FEEDBACK_CHALLENGE: Endpoint<(), FeedbackChallenge> =
        Endpoint::public("getFeedbackChallenge", Method::Get, "/feedback/challenge");
    /// Sends a feedback message to the operator of the portal.
    ///
    /// «Góp ý» (R2.18). Anyone may call it, with the answer to a question of `getFeedbackChallenge`. Not idempotent: the
    /// question is used up. `invalid_answers` points at `/answer` for a wrong answer, at `/challenge` for a question that
    /// has expired or was used, and at each member that is empty or too long. `too_many_requests`: too many messages from
    /// this client IP.
    pub const POST_FEEDBACK: Endpoint<Feedback, ()> =
        Endpoint::public("postFeedback", Method::Post, "/feedback");
}
