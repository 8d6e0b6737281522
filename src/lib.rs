//! Một Cửa: the app with which citizens use online public services.
//!
//! [`journey`] contains everything that the citizen does, in four wings. All wings use [`answers`] (answers as text),
//! [`page`] (code that all pages need), [`ui`] (the design system), [`session`] (the signed-in session), [`api`]
//! (requests to the backend), [`browser`] (access to the browser), [`i18n`] (the texts of the interface) and
//! [`routes`].
//! The crate `domain` contains the business rules, and the crate `contract` the types that the app exchanges with the
//! backend. Neither of them depends on this crate.

pub mod app;
pub mod routes;
pub mod session;
pub mod journey;
pub mod answers;
pub mod page;
pub mod ui;
pub mod reactive;
pub mod api;
pub mod browser;
pub mod i18n;
