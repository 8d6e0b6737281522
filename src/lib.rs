//! Một Cửa, the citizen's side of online public services.
//!
//! [`journey`] is what the citizen does, in four wings. All wings use [`answers`] (answers in words), [`page`] (what every
//! page needs), [`ui`] (the design system), [`session`] and [`api`] (requests to the backend), [`browser`] (the device),
//! [`i18n`] (the words) and [`routes`].
//! Rules live in the crate `domain`, what travels in the crate `contract`; neither knows this one.

pub mod app;
pub mod routes;
pub mod session;
pub mod journey;
pub mod answers;
pub mod page;
pub mod ui;
pub mod api;
pub mod browser;
pub mod i18n;
