//! Days of the Gregorian calendar, working days, office hours, due dates of results, and the time in Vietnam. The
//! functions don't read the clock: callers pass in the time.

mod date;
mod due_date;
mod office_calendar;
mod pause;
mod vietnam_time;

pub use date::{Date, Weekday};
pub use due_date::{compute_due_date, first_look_by};
pub use office_calendar::{OfficeCalendar, OpeningTime};
pub use pause::{extend_due_date, holidays_between};
pub use vietnam_time::{VIETNAM_OFFSET_SECONDS, VietnamTime};

#[cfg(test)]
mod tests;
