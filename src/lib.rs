//! Một Cửa, the citizen's side of online public services in Vietnam.

pub mod ui;
