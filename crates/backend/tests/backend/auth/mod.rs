//! Authentication and access control: session cookies, bearer tokens, cross-site requests, single sign-on, and requests
//! for other citizens' data.

mod session_cookies;
mod bearer_tokens;
mod csrf;
mod access_control;
mod single_sign_on;
mod single_sign_on_failures;
