//! The browser as a device: requests, clock, storage, files, addresses. It executes and never decides.

/// Base64 of short texts.
pub mod base64;
/// Clock and timers.
pub mod clock;
/// Printing, the clipboard and downloads.
pub mod export;
/// Reads a chosen file slice by slice.
pub mod file_slices;
/// One HTTP request over `fetch`.
pub mod http;
/// Awaits two futures at once.
pub mod join;
/// Lets a task wait for a change of state.
pub mod notify;
/// The code of a text message, read by the browser (WebOTP).
pub mod one_time_code;
/// Whether the device is online, and events of the page's life.
pub mod online;
/// Messages to the other tabs.
pub mod other_tabs;
/// The HTML page that hosts the app.
pub mod page;
/// ECMAScript patterns.
pub mod patterns;
/// Draws a sheet of text as a PNG.
pub mod picture;
/// Waits until a finger or a mouse button is lifted.
pub mod pointer_release;
/// The query part of an address.
pub mod query;
/// Ids that can't be guessed.
pub mod random_id;
/// The delay before a failed request is sent again.
pub mod retry;
/// Texts stored by the browser.
pub mod storage;
/// The requests of an upload that carry no bytes.
pub mod tus_upload;
/// Unicode normalisation.
pub mod unicode;
/// One request of an upload.
pub mod upload_request;
/// Executes one upload.
pub mod upload_runner;
/// Waits that can end early.
pub mod wait;
/// Listeners on the window that end when dropped.
pub mod window_listener;
/// Breaks a text into lines.
pub mod wrapped_text;
