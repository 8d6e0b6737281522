//! Procedures, forms and places.

/// The imported data.
#[derive(Debug)]
pub struct Data;
