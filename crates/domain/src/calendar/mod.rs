//! Days of the Gregorian calendar, working days, due dates of results, and the time in Vietnam. The functions don't read the clock: callers
//! pass in today's date.

mod date;
mod due_date;
mod vietnam_time;

pub use date::{Date, Weekday};
pub use due_date::compute_due_date;
pub use vietnam_time::{VIETNAM_OFFSET_SECONDS, VietnamTime};

#[cfg(test)]
mod tests;
