//! Days of the Gregorian calendar, working days, and due dates of results. The functions don't read the clock: callers
//! pass in today's date.

mod date;
mod due_date;
mod office_calendar;

pub use date::{Date, Weekday};
pub use due_date::{compute_due_date, first_look_by};
pub use office_calendar::{OfficeCalendar, OfficeMoment, OpeningTime};

#[cfg(test)]
mod tests;
