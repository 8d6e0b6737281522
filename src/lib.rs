//! Một Cửa, the citizen's side of online public services.
//!
//! [`journey`] is what the citizen does, one folder a step. It stands on [`ui`] (how things look),
//! [`session`] and [`api`] (who asks what of the backend), [`browser`] (the device) and [`i18n`] (the words).
//! Rules live in the crate `domain`, what travels in the crate `contract`; neither knows this one.

pub mod app;
pub mod routes;
pub mod session;
pub mod journey;
pub mod ui;
pub mod api;
pub mod browser;
pub mod i18n;
