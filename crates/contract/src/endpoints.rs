//! Every endpoint of the contract, in the order in which a citizen uses them.
//!
//! The doc comment of an endpoint is its only description. In `public/openapi.json` its first paragraph becomes the
//! `summary` of the operation, and the rest becomes the `description`. Therefore the comment refers to other endpoints
//! by their `operationId` and contains no Rust paths.

use crate::account::{
    EmailChange, PasswordChange, PasswordReset, PhoneChange, PhoneRelease, Registration, SignIn,
};
use crate::account_data::AccountData;
use crate::attachment::Attachment;
use crate::challenge::{Challenge, CodeAnswer, CodeOutcome, NewPassword};
use crate::consent::{Consent, ConsentChange};
use crate::dossier::{
    Dossier, DossierListPage, DossierSearch, Message, MessagePage, MessagesRead, NewMessage,
    NewRating, NewWithdrawal, Rating, UnderWay,
};
use crate::draft::{Draft, DraftPatch, NewDraft, Submission};
use crate::earlier_answers::EarlierAnswers;
use crate::endpoint::{Endpoint, Method};
use crate::feedback::{Feedback, FeedbackChallenge};
use crate::form::Form;
use crate::lookup::{LookupRequest, LookupResult};
use crate::notice::{
    ChangeEvent, NoticePage, NoticeSettings, NoticeSettingsChange, NoticesRead, UnreadNotices,
};
use crate::payment::{NewPayment, Payment};
use crate::place::{Commune, Province};
use crate::portal::Portal;
use crate::procedure::{Catalogue, Procedure};
use crate::receipt::Receipt;
use crate::reply::{NewReply, ReplyReceipt};
use crate::session::{Device, Session, SessionChange};

/// Declares the endpoints as constants and collects their doc comments in `DOCS` for the OpenAPI document.
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

        /// The `operationId` of every endpoint, with the lines of its doc comment.
        #[cfg(feature = "openapi")]
        pub(crate) const DOCS: &[(&str, &[&str])] = &[$(($operation_id, &[$($doc),+])),+];

        /// The `operationId` of every endpoint, with a function that reads its response as the app does.
        #[cfg(all(test, feature = "openapi"))]
        pub(crate) const READERS: &[(&str, fn(&str) -> Result<(), serde_json::Error>)] =
            &[$(($operation_id, |json| serde_json::from_str::<$answer>(json).map(drop))),+];
    };
}

endpoints! {
    /// Returns the capability document: what this backend offers.
    ///
    /// It contains the name and the languages of the portal, the ways to sign in and to register, the limits for
    /// uploads, and which optional features exist. A client reads this document first and hides the features that are
    /// missing. The client must not fail because a feature is missing. Anyone may call it. Cacheable: a request with
    /// `If-None-Match` gets 304 if the document is unchanged.
    pub const GET_PORTAL: Endpoint<(), Portal> =
        Endpoint::public("getPortal", Method::Get, "/portal");
    /// Returns a short entry for every procedure.
    ///
    /// One compact document contains all procedures, agencies and fields, so that a client can search it offline. The
    /// most requested procedures come first. Anyone may call it. Cacheable: a request with `If-None-Match` gets 304 if
    /// the document is unchanged.
    pub const GET_CATALOGUE: Endpoint<(), Catalogue> =
        Endpoint::public("getCatalogue", Method::Get, "/catalogue");
    /// Returns the full record of one procedure.
    ///
    /// The record contains the ways to file, time limits, fees, required components, results, and the key of the form
    /// to fill in. Anyone may call it. Cacheable: a request with `If-None-Match` gets 304 if the document is unchanged.
    /// `not_found`: no procedure has this code.
    pub const GET_PROCEDURE: Endpoint<(), Procedure> =
        Endpoint::public("getProcedure", Method::Get, "/procedures/{code}");
    /// Returns the definition of a form.
    ///
    /// A JSON Schema (2020-12, a documented subset) describes the answers, and a JSON Forms UI schema describes the
    /// layout. Anyone may call it. A client must revalidate its copy with `If-None-Match` before each use, because the
    /// server checks the answers with the current form. `not_found`: no form has this key.
    pub const GET_FORM: Endpoint<(), Form> =
        Endpoint::public("getForm", Method::Get, "/forms/{key}");
    /// Returns the provinces.
    ///
    /// The response contains all province-level units; there are 34 since 1 July 2025. Anyone may call it. Cacheable: a
    /// request with `If-None-Match` gets 304 if the document is unchanged.
    pub const GET_PROVINCES: Endpoint<(), Vec<Province>> =
        Endpoint::public("getProvinces", Method::Get, "/provinces");
    /// Returns the communes of one province.
    ///
    /// Anyone may call it. Cacheable: a request with `If-None-Match` gets 304 if the document is unchanged.
    /// `not_found`: no province has this code.
    pub const GET_COMMUNES: Endpoint<(), Vec<Commune>> =
        Endpoint::public("getCommunes", Method::Get, "/provinces/{code}/communes");

    /// Begins a registration and sends a one-time code to the phone.
    ///
    /// This is the first step of registering by phone number (R0.9–R0.11). The next steps are `postCode` and
    /// `postPassword`, which creates the account. Anyone may call it. Not idempotent: each call creates a challenge and
    /// may send a text message. The response is the same whether or not the person already has an account, so that
    /// nobody can find out who has one. If the person already has an account, the text message contains no code.
    /// `invalid_answers`: `errors` contains the members at fault, and each required consent that is missing.
    /// `too_many_requests`: too many messages were sent to this phone, for this client IP, or in total.
    pub const POST_REGISTRATION: Endpoint<Registration, Challenge> =
        Endpoint::public("postRegistration", Method::Post, "/registrations");
    /// Begins a sign-in and sends a one-time code to the account's phone.
    ///
    /// This is the first step of signing in with a password (R4.3–R4.4). The next step is `postCode`, which begins the
    /// session. Anyone may call it. Not idempotent: each call creates a challenge and may send a text message.
    /// `wrong_credentials`: the same for a wrong password and for an account that doesn't exist. `invalid_answers`: the
    /// identifier or the password is malformed. `too_many_requests`: there were too many wrong passwords or too many
    /// messages.
    pub const POST_SIGN_IN: Endpoint<SignIn, Challenge> =
        Endpoint::public("postSignIn", Method::Post, "/sign-ins");
    /// Returns the state of a challenge.
    ///
    /// A client calls it if the citizen reloads the page on which they enter the code. Anyone who knows the id may call
    /// it; the id is a random secret. Changes nothing. `not_found`: the challenge doesn't exist, or the server has
    /// already deleted it (after one hour in the reference backend).
    pub const GET_CHALLENGE: Endpoint<(), Challenge> =
        Endpoint::public("getChallenge", Method::Get, "/challenges/{id}");
    /// Answers a challenge with the code from the text message.
    ///
    /// The member `next` of the response is the next step after the correct code. Anyone who knows the id may call it.
    /// A correct code works once; a client that has lost the response reads `answered` with `getChallenge`. For the
    /// purposes `sign_in` and `renewal` a session begins. The session token is in a cookie, or, if the request has the
    /// header `Motcua-Bearer: 1`, in the response body. `wrong_code`: the code is wrong; the response contains the
    /// number of tries that are left. `code_expired`: the code is too old, or was used already. `code_exhausted`: no
    /// tries are left. `invalid_answers`: the code isn't six digits.
    pub const POST_CODE: Endpoint<CodeAnswer, CodeOutcome> =
        Endpoint::public("postCode", Method::Post, "/challenges/{id}/code");
    /// Sends another code for the same challenge.
    ///
    /// Earlier codes stay valid until they expire. Anyone who knows the id may call it. Not idempotent: each call may
    /// send a text message. `too_many_requests`: the last code was sent moments ago, or too many codes were sent; wait
    /// `retry_after_seconds`. `code_expired`: the challenge is completed. `code_exhausted`: no tries are left.
    pub const POST_RESEND: Endpoint<(), Challenge> =
        Endpoint::public("postResend", Method::Post, "/challenges/{id}/resend");
    /// Redirects the browser to an identity provider.
    ///
    /// Begins single sign-on with OpenID Connect (R0.14). The browser itself must call it, as a link or a navigation; a
    /// script can't. Anyone may call it. Sets a cookie, so that only the same browser can complete the sign-on. If the
    /// provider can't be used, the redirect leads to the sign-in page of the app, and the query parameter `trouble`
    /// contains the reason. `not_found`: the portal offers no such provider. `invalid_request`: a query parameter is
    /// malformed.
    pub const GET_SINGLE_SIGN_ON: Endpoint<(), ()> =
        Endpoint::public("getSingleSignOn", Method::Get, "/single-sign-on/{provider}");
    /// Receives the browser from an identity provider and redirects it into the app.
    ///
    /// This is the redirect URI of OpenID Connect; only the provider sends the browser here. A provider response that
    /// is valid for this browser begins a session. At the first sign-in it also creates the account. Otherwise the
    /// redirect leads to the sign-in page of the app, and the query parameter `trouble` contains the reason. Not
    /// idempotent: the first call uses up the provider response. `not_found`: the portal offers no such provider.
    /// `invalid_request`: a query parameter is malformed.
    pub const GET_SINGLE_SIGN_ON_RETURN: Endpoint<(), ()> =
        Endpoint::public("getSingleSignOnReturn", Method::Get, "/single-sign-on/{provider}/return");
    /// Begins to replace a forgotten password.
    ///
    /// Sends a one-time code if the phone number in the request is the phone number of the account. The next steps are
    /// `postCode` and `postPassword`. Anyone may call it. Not idempotent: each call creates a challenge and may send a
    /// text message. The response is the same whether or not the account exists and has this phone number.
    /// `invalid_answers`: the identifier or the phone number is malformed. `too_many_requests`: there were too many
    /// messages.
    pub const POST_PASSWORD_RESET: Endpoint<PasswordReset, Challenge> =
        Endpoint::public("postPasswordReset", Method::Post, "/password-resets");
    /// Begins to release a phone number that an operator has given to somebody new.
    ///
    /// Sends a one-time code to the number; the holder proves with `postCode` that they have it. If an account has the
    /// number, it leaves the account after a waiting time (two weeks in the reference backend). The number gets a
    /// message at the start and at the end, and the account shows `phone_leaves_on`. The owner keeps the number by
    /// signing in with a code that is sent to it. The response doesn't reveal whether an account has the number. Not
    /// idempotent: each call creates a challenge and may send a text message. `invalid_answers`: the phone number is
    /// malformed.
    /// `too_many_requests`: there were too many messages.
    pub const POST_PHONE_RELEASE: Endpoint<PhoneRelease, Challenge> =
        Endpoint::public("postPhoneRelease", Method::Post, "/phone-releases");
    /// Begins to renew a session, or to confirm who is using an open session.
    ///
    /// Sends a one-time code to the phone of the account; `postCode` then renews the session. A client calls it when a
    /// session has ended while a page was open, and after `proof_too_old`. The cookie or bearer token of the expired
    /// session identifies the account; the reference backend accepts it for 12 hours. Not idempotent: each call creates
    /// a challenge and may send a text message. `not_signed_in`: the request has no session that could be renewed.
    /// `phone_missing`: the account has no phone number. `session_active`: the session is active and its proof is recent,
    /// so no message was sent. `too_many_requests`: there were too many messages.
    pub const POST_RENEWAL: Endpoint<(), Challenge> =
        Endpoint::public("postRenewal", Method::Post, "/session/renewal");
    /// Sets the password that completes a registration or replaces a forgotten password.
    ///
    /// This is the last step, after `postCode` has returned `set_password` (R0.12). Begins a session. The session token
    /// is in a cookie, or, if the request has the header `Motcua-Bearer: 1`, in the response body. Anyone who knows the
    /// id of the challenge may call it. Not idempotent: the first successful call uses up the challenge.
    /// `challenge_open`: the correct code hasn't been entered yet. `code_expired`: the code was entered too long ago,
    /// or the challenge is used up. `invalid_answers`: the password is too short, too long or too common.
    pub const POST_PASSWORD: Endpoint<NewPassword, Session> =
        Endpoint::public("postPassword", Method::Post, "/challenges/{id}/password");
    /// Returns the session, or `null` for a guest.
    ///
    /// Anyone may call it. The status is never 401. A call counts as use of the session, so the idle time of the
    /// session begins again.
    pub const GET_SESSION: Endpoint<(), Option<Session>> =
        Endpoint::public("getSession", Method::Get, "/session");
    /// Signs out on this device.
    ///
    /// Ends the session, clears its cookie, and clears the data that the browser stores for the origin of the backend.
    /// Anyone may call it. Idempotent: the response is 204 even if the session has already ended.
    pub const DELETE_SESSION: Endpoint<(), ()> =
        Endpoint::public("deleteSession", Method::Delete, "/session");

    /// Marks the device as shared, or as not shared.
    ///
    /// On a shared device the session has a shorter idle time, and its cookie is deleted when the browser is closed.
    /// For the signed-in citizen. Idempotent.
    pub const PATCH_SESSION: Endpoint<SessionChange, Session> =
        Endpoint::citizen("patchSession", Method::Patch, "/session");
    /// Returns the devices that are signed in to the account.
    ///
    /// Contains one entry for each open session, the most recently used first. For the signed-in citizen. Changes
    /// nothing.
    pub const GET_DEVICES: Endpoint<(), Vec<Device>> =
        Endpoint::citizen("getDevices", Method::Get, "/account/devices");
    /// Signs one device out.
    ///
    /// For the signed-in citizen. `proof_too_old`: the citizen signed in or entered a code too long ago (15 minutes in
    /// the reference backend); renew the session with `postRenewal` and repeat the request. `not_found`: no device of
    /// the account has this id, or the device is already signed out.
    pub const DELETE_DEVICE: Endpoint<(), ()> =
        Endpoint::citizen("deleteDevice", Method::Delete, "/account/devices/{id}");
    /// Signs every device out, including this one.
    ///
    /// Ends all sessions of the account and all challenges that were begun in these sessions. For the signed-in
    /// citizen. `proof_too_old`: the citizen signed in or entered a code too long ago; renew the session with
    /// `postRenewal` and repeat the request.
    pub const DELETE_DEVICES: Endpoint<(), ()> =
        Endpoint::citizen("deleteDevices", Method::Delete, "/account/devices");
    /// Changes the password.
    ///
    /// Signs every other device out. For the signed-in citizen, who must know the current password.
    /// `wrong_credentials`: the current password is wrong. `invalid_answers`: the new password is too short, too long
    /// or too common. `too_many_requests`: there were too many wrong passwords.
    pub const POST_PASSWORD_CHANGE: Endpoint<PasswordChange, ()> =
        Endpoint::citizen("postPasswordChange", Method::Post, "/account/password");
    /// Begins to change the phone number and sends a code to the new phone.
    ///
    /// `postCode` then changes the number and ends every other session. For the signed-in citizen, who must know the
    /// password. An account that was created through an identity provider and has no password needs a recent sign-in
    /// instead. Not idempotent: each call creates a challenge and may send a text message. The response is the same
    /// whether or not another account has this phone number. `wrong_credentials`: the password is wrong.
    /// `proof_too_old`: the account has no password, and the citizen signed in too long ago. `invalid_answers`: the
    /// phone number is malformed, or the password is missing. `too_many_requests`: there were too many wrong passwords
    /// or too many messages.
    pub const POST_PHONE_CHANGE: Endpoint<PhoneChange, Challenge> =
        Endpoint::citizen("postPhoneChange", Method::Post, "/account/phone");
    /// Begins to set or change the e-mail address and sends a code to the new address.
    ///
    /// `postCode` then changes the address. The former address gets a message about it. For the signed-in citizen, who
    /// must know the password. An account without a password needs a recent sign-in instead. Not idempotent: each call
    /// creates a challenge and may send an e-mail. The backend has this operation if `parts.email` of `getPortal` is
    /// true; otherwise the response is `not_found`. `wrong_credentials`: the password is wrong. `proof_too_old`: the
    /// account has no password, and the citizen signed in too long ago. `invalid_answers`: the address is malformed, or
    /// the password is missing. `too_many_requests`: there were too many wrong passwords or too many messages.
    pub const POST_EMAIL_CHANGE: Endpoint<EmailChange, Challenge> =
        Endpoint::citizen("postEmailChange", Method::Post, "/account/email");
    /// Removes the e-mail address from the account.
    ///
    /// The address gets a message about it. For the signed-in citizen. Idempotent: without an address it changes
    /// nothing. `proof_too_old`: the citizen signed in or entered a code too long ago; renew the session with
    /// `postRenewal` and repeat the request.
    pub const DELETE_EMAIL: Endpoint<(), ()> =
        Endpoint::citizen("deleteEmail", Method::Delete, "/account/email");
    /// Returns the channels of notices, with the citizen's choices.
    ///
    /// For the signed-in citizen. Changes nothing.
    pub const GET_NOTICE_SETTINGS: Endpoint<(), NoticeSettings> =
        Endpoint::citizen("getNoticeSettings", Method::Get, "/account/notices");
    /// Chooses the channels of notices.
    ///
    /// For the signed-in citizen. Idempotent. A channel that the backend can't use is ignored.
    pub const PATCH_NOTICE_SETTINGS: Endpoint<NoticeSettingsChange, NoticeSettings> =
        Endpoint::citizen("patchNoticeSettings", Method::Patch, "/account/notices");
    /// Returns every consent that the citizen gave.
    ///
    /// Includes withdrawn consents; the newest come first. For the signed-in citizen. Changes nothing.
    pub const GET_CONSENTS: Endpoint<(), Vec<Consent>> =
        Endpoint::citizen("getConsents", Method::Get, "/account/consents");
    /// Gives or withdraws one consent.
    ///
    /// For the signed-in citizen. Idempotent: to give a consent that is already given, or to withdraw one that is
    /// already withdrawn, changes nothing. `invalid_answers` has the pointer `/purpose` if the portal doesn't ask
    /// consent for this purpose, `/version` if consent is given to a wording that isn't current, and `/given` if a
    /// required consent is withdrawn.
    pub const POST_CONSENT: Endpoint<ConsentChange, Vec<Consent>> =
        Endpoint::citizen("postConsent", Method::Post, "/account/consents");
    /// Returns everything that is stored about the account.
    ///
    /// This is the export of personal data («Dữ liệu của tôi»), read in one consistent state. It contains no password
    /// hash, code or session token. For the signed-in citizen. Changes nothing.
    pub const GET_ACCOUNT_DATA: Endpoint<(), AccountData> =
        Endpoint::citizen("getAccountData", Method::Get, "/account/data");
    /// Begins to close the account and sends a code to its phone.
    ///
    /// `postCode` then closes the account: the server deletes the account, its sessions, consents, drafts and files of
    /// drafts. Submitted dossiers stay with their agencies, which must keep them by law. For the signed-in citizen. Not
    /// idempotent: each call creates a challenge and may send a text message. `phone_missing`: the account has no phone
    /// number. `too_many_requests`: there were too many messages.
    pub const POST_CLOSING: Endpoint<(), Challenge> =
        Endpoint::citizen("postClosing", Method::Post, "/account/closing");

    /// Returns the citizen's last submitted answers to a form, or `null`.
    ///
    /// The app offers to reuse them in a new draft. The response is `null` if the citizen has never submitted the form
    /// for themselves or their child, or hasn't consented to reuse (`reuse_answers`). Answers that were given for
    /// another person are never returned. For the signed-in citizen. Changes nothing. `not_found`: no form has this
    /// key.
    pub const GET_EARLIER_ANSWERS: Endpoint<(), Option<EarlierAnswers>> =
        Endpoint::citizen("getEarlierAnswers", Method::Get, "/forms/{key}/earlier");
    /// Creates a draft.
    ///
    /// The button «Thêm mới» calls it (R2.11). For the signed-in citizen. Idempotent by `Idempotency-Key`: the response
    /// to the first request is 201; a repetition with the same key and body gets 200 with the draft in its current
    /// state. The response header `ETag` contains the version that `patchDraft` needs in `If-Match`. With `copy_of`,
    /// the draft begins with the answers of a dossier, and the client checks them anew. `consent_needed`: a required
    /// consent is missing. `not_found`: the procedure or the agency is unknown, or the citizen has no dossier
    /// `copy_of`.
    /// `invalid_answers`: the dossier `copy_of` is of another procedure. `form_changed`: its procedure uses another form
    /// now. `idempotency_conflict`: the key was used with another body. `precondition_required`: `Idempotency-Key` is
    /// missing. `too_many_requests`: the account has created too many drafts today.
    pub const POST_DRAFT: Endpoint<NewDraft, Draft> =
        Endpoint::citizen("postDraft", Method::Post, "/drafts");
    /// Returns a draft.
    ///
    /// The response header `ETag` contains the version of the draft in quotes. For the citizen who owns the draft.
    /// Changes nothing. `not_found`: the draft doesn't exist, has expired, was submitted, or belongs to somebody else.
    pub const GET_DRAFT: Endpoint<(), Draft> =
        Endpoint::citizen("getDraft", Method::Get, "/drafts/{id}");
    /// Saves changes of a draft.
    ///
    /// Changes only what the body contains. Each answer is replaced as a whole, and `null` removes an answer (RFC
    /// 7396). Answers may still break the rules of the form. For the citizen who owns the draft. Requires `If-Match`
    /// with the version that the change is based on, so that two devices can't overwrite each other. 412
    /// (`version_conflict`) returns the current draft as `application/json`, with its version in the header `ETag`:
    /// merge the changes and repeat the request. `precondition_required`: `If-Match` is missing. `invalid_answers`: an
    /// answer belongs to no question of the form, or is a value that the server never stores.
    pub const PATCH_DRAFT: Endpoint<DraftPatch, Draft> =
        Endpoint::citizen("patchDraft", Method::Patch, "/drafts/{id}");
    /// Deletes a draft and its files.
    ///
    /// For the citizen who owns the draft. A repeated request gets `not_found`, which a client may treat as success.
    pub const DELETE_DRAFT: Endpoint<(), ()> =
        Endpoint::citizen("deleteDraft", Method::Delete, "/drafts/{id}");
    /// Creates an upload (tus 1.0, creation).
    ///
    /// The request has headers and no body. The header `Location` of the response is the URL of the upload. For the
    /// citizen who owns the draft. Idempotent by `file_id` in `Upload-Metadata`: the first response is 201, a repeated
    /// request gets 200 with the same `Location`. `invalid_request` with 400: a header is missing or malformed; with
    /// 412: `Tus-Resumable` isn't 1.0.0. `idempotency_conflict`: the `file_id` was used with another length or
    /// component. `invalid_answers`: the component doesn't exist or takes no files. `file_empty`, `file_too_large`,
    /// `too_many_files`: the file breaks the limits in `uploads` of `getPortal`. `quota_exceeded`: the files of the
    /// account's drafts leave no room for it. `too_many_requests`: the account has begun too many uploads within an
    /// hour or a day.
    pub const POST_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("postUpload", Method::Post, "/drafts/{id}/uploads");
    /// Uploads a whole file in one request.
    ///
    /// A client uses it if `uploads.tus` of `getPortal` is false. The body is `multipart/form-data` with the fields
    /// `component` (code of the component), `file_id` (an id that the client makes: 8 to 64 letters, digits or dashes),
    /// `size` (bytes of the file, in decimal digits), and last `file`, with the name of the file as its file name. For
    /// the citizen who owns the draft. Idempotent by `file_id`: if the server holds the file already, it responds with
    /// 200 and the same attachment. The attachment has a `sha256`, which the client compares with its own.
    /// `invalid_request`: a field is missing or malformed, or `file` is shorter than `size`; nothing was stored.
    /// `idempotency_conflict`: the `file_id` was used with another size or component. The other problems are those of
    /// `postUpload` and `patchUpload`.
    pub const POST_FILE: Endpoint<(), Attachment> =
        Endpoint::citizen("postFile", Method::Post, "/drafts/{id}/files");
    /// Returns how many bytes of an upload the server holds (tus 1.0).
    ///
    /// The number is in the response header `Upload-Offset`. A client must rely only on this offset to know what has
    /// arrived. The response header `Motcua-Sha256` is present once the file is complete and accepted.
    /// `Motcua-Prefix-Sha256` is the SHA-256 of the bytes that the server holds: a client that doesn't know whether
    /// they come from the same file must compare it before it continues, and otherwise create another upload. For the
    /// citizen who owns the upload. Changes nothing. `invalid_request`: `Tus-Resumable` isn't 1.0.0. `not_found`: the
    /// upload doesn't exist or has expired.
    pub const HEAD_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("headUpload", Method::Head, "/uploads/{id}");
    /// Appends bytes to an upload (tus 1.0).
    ///
    /// The body contains the bytes of the file from the position in the header `Upload-Offset` on. The server checks
    /// the content of the file when the last byte has arrived, and gives its name the extension of its kind. For the
    /// citizen who owns the upload. Safe to repeat after reading the offset with `headUpload`. `offset_conflict`:
    /// `Upload-Offset` isn't the number of bytes that the server holds. `upload_locked`: another request is writing to
    /// the upload; try again shortly. `file_too_large`: the body exceeds `Upload-Length`. `file_type_refused`: the
    /// portal doesn't accept the kind of the complete file, so the server removed the file. `file_unreadable`: nobody
    /// could open the complete file, so the server removed it. `unsupported_media_type`: `Content-Type` isn't
    /// `application/offset+octet-stream`. `invalid_request` with 400: a header is missing or malformed; with 412:
    /// `Tus-Resumable` isn't 1.0.0.
    pub const PATCH_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("patchUpload", Method::Patch, "/uploads/{id}");
    /// Deletes an attachment (tus 1.0, termination).
    ///
    /// For the citizen who owns the attachment. A repeated request gets `not_found`, which a client may treat as
    /// success. `upload_locked`: another request is writing to the upload; try again shortly. `invalid_request`:
    /// `Tus-Resumable` isn't 1.0.0. A backend whose `uploads.tus` is false ignores the tus headers here.
    pub const DELETE_UPLOAD: Endpoint<(), ()> =
        Endpoint::citizen("deleteUpload", Method::Delete, "/uploads/{id}");
    /// Submits a draft as a dossier.
    ///
    /// The button «Gửi hồ sơ» calls it (R2.12). The body contains the version that the citizen reviewed, and every
    /// attachment that the answers still need, with its size and SHA-256. An attachment of a component that doesn't
    /// apply any more, or that the citizen has declined, is not sent, and is deleted with the draft. For the citizen
    /// who owns the draft. Idempotent by `Idempotency-Key`: the response to the first request is 201; a repetition with
    /// the same key and body gets 200 with the same receipt. After a refused submission the same key may be used again.
    /// 412 (`version_conflict`) returns the current draft as
    /// `application/json`: the citizen must review it again. `incomplete_dossier` and `invalid_answers`: `errors`
    /// contains each missing or wrong item. `attachment_mismatch`: the attachments in the body differ from the files
    /// that the server holds. `consent_needed`: a required consent is missing. `idempotency_conflict`: the key was used
    /// with another body. `precondition_required`: `Idempotency-Key` is missing. `not_found`: the draft doesn't exist,
    /// or was submitted with another key.
    pub const POST_SUBMISSION: Endpoint<Submission, Receipt> =
        Endpoint::citizen("postSubmission", Method::Post, "/drafts/{id}/submission");

    /// Returns one page of the citizen's drafts and dossiers.
    ///
    /// This is the list «Hồ sơ của tôi» (R2.13–R2.16). It contains the items of one tab, the newest first, and the
    /// number of items in every tab. The server decides in which tab a dossier is listed. For the signed-in citizen.
    /// Changes nothing. A page after the last page is empty. `invalid_request`: the tab is unknown, or the page is 0.
    pub const GET_DOSSIERS: Endpoint<(), DossierListPage> =
        Endpoint::citizen("getDossiers", Method::Get, "/dossiers");
    /// Searches the citizen's drafts and dossiers.
    ///
    /// The search of the list «Hồ sơ của tôi»: by words of the dossier code, procedure, agency or person, by agency,
    /// and by time. The counts of the tabs are those of the found items. For the signed-in citizen. Changes nothing.
    /// `invalid_answers`: the tab is unknown, a member is too long, the page is 0, or a day isn't a day of the calendar.
    pub const POST_DOSSIER_SEARCH: Endpoint<DossierSearch, DossierListPage> =
        Endpoint::citizen("postDossierSearch", Method::Post, "/dossier-searches");
    /// Returns what the citizen already has under way for a procedure.
    ///
    /// The app offers it before the citizen begins the procedure, and before they send a dossier, so that the same
    /// matter isn't filed twice. For the signed-in citizen. Changes nothing. `not_found`: the procedure is unknown.
    pub const GET_UNDER_WAY: Endpoint<(), UnderWay> =
        Endpoint::citizen("getUnderWay", Method::Get, "/procedures/{code}/under-way");
    /// Returns a dossier with its whole history.
    ///
    /// The response contains the office that holds the dossier, the officer who handles it, and each step with its
    /// deadline (R3.7). For the citizen who filed the dossier. Changes nothing. `not_found`: the dossier doesn't exist,
    /// or somebody else filed it.
    pub const GET_DOSSIER: Endpoint<(), Dossier> =
        Endpoint::citizen("getDossier", Method::Get, "/dossiers/{code}");
    /// Returns the receipt of a dossier.
    ///
    /// It is the same document that `postSubmission` returned. For the citizen who filed the dossier. Changes nothing.
    /// `not_found`: the dossier doesn't exist, or somebody else filed it.
    pub const GET_RECEIPT: Endpoint<(), Receipt> =
        Endpoint::citizen("getReceipt", Method::Get, "/dossiers/{code}/receipt");
    /// Returns the bytes of a file of a dossier.
    ///
    /// The files are those that the citizen sent, the results, and the files of messages. The bytes are exactly those
    /// that were attached. A client continues a download that broke off with `Range` and `If-Range`: the response is
    /// 206 with the rest, or 200 with the whole file if it isn't the same any more. Only one range is returned; a
    /// request for several gets the whole file. HEAD returns the same headers without the bytes. For the citizen who
    /// filed the dossier. Changes nothing. `not_found`: the dossier or the file doesn't exist, or somebody else filed
    /// the dossier. `invalid_request` with 416: the range begins after the end of the file.
    pub const GET_DOSSIER_FILE: Endpoint<(), ()> =
        Endpoint::citizen("getDossierFile", Method::Get, "/dossiers/{code}/files/{id}");
    /// Asks the office to withdraw a dossier.
    ///
    /// The status becomes 7 «Công dân yêu cầu rút hồ sơ»; the office then agrees or refuses. For a group, the request
    /// withdraws every part that can be withdrawn. For the citizen who filed the dossier. Idempotent by
    /// `Idempotency-Key`. Returns the dossier after the request. `impossible_move`: the dossier can't be withdrawn any
    /// more, for example because it is finished, or was paid before the office accepted it. `invalid_answers`: the
    /// reason is empty or too long. `idempotency_conflict`: the key was used with another body.
    /// `precondition_required`: `Idempotency-Key` is missing.
    pub const POST_WITHDRAWAL: Endpoint<NewWithdrawal, Dossier> =
        Endpoint::citizen("postWithdrawal", Method::Post, "/dossiers/{code}/withdrawal");
    /// Returns one page of the messages about a dossier.
    ///
    /// The newest message comes first. For the citizen who filed the dossier. Changes nothing: `postMessagesRead` marks
    /// messages as read. A page after the last page is empty. `invalid_request`: the page is 0.
    pub const GET_MESSAGES: Endpoint<(), MessagePage> =
        Endpoint::citizen("getMessages", Method::Get, "/dossiers/{code}/messages");
    /// Sends a message to the office that handles a dossier.
    ///
    /// For the citizen who filed the dossier. Idempotent by `Idempotency-Key`: the response to the first request is
    /// 201; a repetition with the same key and body gets 200 with the same message. `invalid_answers`: the text is
    /// empty or too long. `idempotency_conflict`: the key was used with another body. `precondition_required`:
    /// `Idempotency-Key` is missing. `too_many_requests`: the citizen has sent too many messages today.
    pub const POST_MESSAGE: Endpoint<NewMessage, Message> =
        Endpoint::citizen("postMessage", Method::Post, "/dossiers/{code}/messages");
    /// Marks messages of the office as read.
    ///
    /// For the citizen who filed the dossier. Idempotent: messages that are read stay read. `invalid_answers`: the
    /// dossier has no message with this id.
    pub const POST_MESSAGES_READ: Endpoint<MessagesRead, ()> =
        Endpoint::citizen("postMessagesRead", Method::Post, "/dossiers/{code}/messages/read");
    /// Rates how a finished dossier was handled.
    ///
    /// Possible in the statuses 9 and 10, for a single dossier and for each part of a group. The first rating may be
    /// changed until the end of its day. For the citizen who filed the dossier. Idempotent: the same rating again
    /// changes nothing. `impossible_move`: the dossier isn't finished, is a group, or was rated on an earlier day.
    /// `invalid_answers`: a member is out of bounds.
    pub const POST_RATING: Endpoint<NewRating, Rating> =
        Endpoint::citizen("postRating", Method::Post, "/dossiers/{code}/rating");

    /// Begins to pay a fee online.
    ///
    /// The client then opens `url` of the response in the same window. The payment page leads back to `return_to`, with
    /// the id of the payment in the query parameter `payment`; what the page says there proves nothing, so the client
    /// asks `getPayment`. For the citizen who filed the dossier. Idempotent by `Idempotency-Key`: the response to the
    /// first request is 201, a repetition gets 200. While a payment of the fee is open, every further request gets 200
    /// with that payment, so that two devices don't pay twice. `fee_closed`: the fee is paid, cancelled or too late, or
    /// can't be paid online. `payment_unavailable`: the payment gateway can't be reached; try again later.
    /// `invalid_answers`: `return_to` isn't a path of the app. `idempotency_conflict`: the key was used with another
    /// body. `precondition_required`: `Idempotency-Key` is missing. `not_found`: the fee doesn't exist, or belongs to
    /// somebody else.
    pub const POST_PAYMENT: Endpoint<NewPayment, Payment> =
        Endpoint::citizen("postPayment", Method::Post, "/fees/{id}/payments");
    /// Returns a payment.
    ///
    /// While the payment isn't settled, the server asks the payment gateway first, so a payment whose confirmation was
    /// lost is found. If the gateway can't be reached, the last known state is returned. For the citizen who began the
    /// payment. `not_found`: the payment doesn't exist, or somebody else began it.
    pub const GET_PAYMENT: Endpoint<(), Payment> =
        Endpoint::citizen("getPayment", Method::Get, "/payments/{id}");
    /// Begins a reply about a dossier.
    ///
    /// The citizen fills a reply in as a draft: `patchDraft` saves its answers, `postUpload` adds its files, and
    /// `postReply` sends it. The draft begins with the answers of the dossier, and its member `reply` tells what to
    /// answer. If a reply of the same kind to the same request is open, maybe on another device, the response is 200
    /// with that draft. For the citizen who filed the dossier. Idempotent by `Idempotency-Key`. `not_found`: the
    /// dossier doesn't exist, or somebody else filed it, or the backend has no replies of this kind. `reply_closed`:
    /// the office doesn't wait for this reply. `idempotency_conflict`: the key was used with another body.
    /// `precondition_required`:
    /// `Idempotency-Key` is missing. `too_many_requests`: the account has begun too many replies today.
    pub const POST_NEW_REPLY: Endpoint<NewReply, Draft> =
        Endpoint::citizen("postNewReply", Method::Post, "/dossiers/{code}/replies");
    /// Sends a reply.
    ///
    /// The body contains the version that the citizen reviewed, and every attachment with its size and SHA-256. The
    /// answers and files replace the earlier ones in the dossier; the earlier ones are kept beside them. For the
    /// citizen who owns the draft. Idempotent by `Idempotency-Key`: the response to the first request is 201; a
    /// repetition with the same key and body gets 200 with the same proof. After a refused request the same key may be
    /// used again. 412 (`version_conflict`) returns the current draft as `application/json`: the citizen must review it
    /// again.
    /// `incomplete_dossier` and `invalid_answers`: `errors` contains each missing or wrong item; the rule `unchanged`
    /// marks an answer that is the same as before, in a reply that changes nothing. `attachment_mismatch`: the
    /// attachments in the body differ from the files that the server holds. `reply_closed`: the office doesn't wait for
    /// this reply any more. `idempotency_conflict`: the key was used with another body. `precondition_required`:
    /// `Idempotency-Key` is missing. `not_found`: the draft doesn't exist, or is no reply.
    pub const POST_REPLY: Endpoint<Submission, ReplyReceipt> =
        Endpoint::citizen("postReply", Method::Post, "/drafts/{id}/reply");

    /// Returns one page of the citizen's notices.
    ///
    /// The newest come first, with the number of unread notices. For the signed-in citizen. Changes nothing. A page
    /// after the last page is empty. `invalid_request`: the page is 0.
    pub const GET_NOTICES: Endpoint<(), NoticePage> =
        Endpoint::citizen("getNotices", Method::Get, "/notices");
    /// Marks notices as read.
    ///
    /// For the signed-in citizen. Idempotent: a notice that is read stays read. An unknown `up_to` changes nothing.
    pub const POST_NOTICES_READ: Endpoint<NoticesRead, UnreadNotices> =
        Endpoint::citizen("postNoticesRead", Method::Post, "/notices/read");
    /// Tells of changes as they happen.
    ///
    /// A stream of server-sent events (`text/event-stream`, HTML Living Standard, section 9.2). The data of each event
    /// is a `ChangeEvent`; the client then reads the changed resource again. Comments keep the connection open. An
    /// event that happens while no connection is open isn't repeated, so a client reads everything again after it has
    /// connected. The stream doesn't count as a use of the session, and ends with the session. For the signed-in
    /// citizen, with a session cookie. `too_many_requests`: the account has too many open streams.
    pub const GET_EVENTS: Endpoint<(), ChangeEvent> =
        Endpoint::citizen("getEvents", Method::Get, "/events");

    /// Looks up the status of a dossier without signing in.
    ///
    /// «Tra cứu hồ sơ» (R4.14–R4.15). Anyone may call it who knows the dossier code and the phone number or citizen id
    /// of the person who filed the dossier. Both are in the body of a POST request, so that they don't appear in a URL
    /// or log. The response contains no name, answer or file. Changes nothing except the rate limit counters.
    /// `not_found`: the code or the person is wrong; the response is the same in both cases. `too_many_requests`: there
    /// were too many look-ups. `invalid_answers`: a member is empty or too long.
    pub const POST_LOOKUP: Endpoint<LookupRequest, LookupResult> =
        Endpoint::public("postLookup", Method::Post, "/lookups");
    /// Creates a check question that must be answered with a feedback message.
    ///
    /// The check question keeps automated messages out and is accessible, because it is text and not a picture. Anyone
    /// may call it. Each call creates a new check question, which expires (after 30 minutes in the reference backend).
    /// `too_many_requests`: there were too many check questions for this client IP, or too many are unanswered in
    /// total.
    pub const POST_FEEDBACK_CHALLENGE: Endpoint<(), FeedbackChallenge> =
        Endpoint::public("postFeedbackChallenge", Method::Post, "/feedback/challenge");
    /// Sends a feedback message to the operator of the portal.
    ///
    /// «Góp ý» (R2.18). Anyone may call it, with the answer to a check question from `postFeedbackChallenge`. Not
    /// idempotent: the first successful call uses up the check question. `invalid_answers` has the pointer `/answer` if
    /// the answer is wrong, `/challenge` if the check question has expired or was used, and the pointer of each member
    /// that is empty or too long. `too_many_requests`: there were too many messages from this client IP.
    pub const POST_FEEDBACK: Endpoint<Feedback, ()> =
        Endpoint::public("postFeedback", Method::Post, "/feedback");
}
