//! Access to the browser: requests, clock, storage, files, URLs. These modules execute what their callers decide; they
//! contain no business rules.

/// Encodes short texts in Base64.
pub mod base64;
/// The browser's clock and timers.
pub mod clock;
/// A connection on which the server sends events.
pub mod event_source;
/// Waits for an event of the window, with a time limit.
pub mod event_wait;
/// Prints, copies to the clipboard, and downloads files.
pub mod export;
/// Reads a file that the citizen chose, slice by slice.
pub mod file_slices;
/// Sends one HTTP request with `fetch`.
pub mod http;
/// Signs of what the citizen is about to do, and of what their connection allows.
pub mod intent;
/// Awaits two futures at the same time.
pub mod join;
/// Sends PATCH, HEAD and DELETE requests as POST requests.
pub mod method_override;
/// Waits for a change of state inside the app.
pub mod notify;
/// Reads the one-time code from a text message with the browser's help (WebOTP).
pub mod one_time_code;
/// Reports whether the device is online, and when the page is hidden or left.
pub mod online;
/// Messages to the other tabs of this app.
pub mod other_tabs;
/// The HTML page that hosts the app.
pub mod page;
/// Matches ECMAScript regular expressions.
pub mod patterns;
/// Draws texts as a PNG image.
pub mod picture;
/// Draws a QR code as a PNG image.
pub mod qr_picture;
/// Waits until the citizen lifts their finger or releases the mouse button.
pub mod pointer_release;
/// Reads and writes the query part of a URL.
pub mod query;
/// Generates random ids that nobody can guess.
pub mod random_id;
/// The delay before a failed request is sent again.
pub mod retry;
/// Shares files and links with the browser's own dialog.
pub mod share;
/// A clock for durations.
pub mod steady_clock;
/// Stores short texts in the browser's storage.
pub mod storage;
/// The upload requests that contain no bytes of the file.
pub mod tus_upload;
/// Normalises Unicode texts.
pub mod unicode;
/// Sends one request of an upload.
pub mod upload_request;
/// Executes a whole upload.
pub mod upload_runner;
/// Lets one upload at a time use the connection.
pub mod upload_turns;
/// Event listeners on the window. Dropping a listener removes it.
pub mod window_listener;
/// Breaks a text into lines.
pub mod wrapped_text;
