//! Applies a loaded form to answers: which elements are visible, which answers are effective, and which answers are
//! wrong.

mod answers;
mod answer_text;
mod condition;
mod visibility;
mod effective_answers;
mod initial_answers;
mod problem_location;
mod check;
mod required;
mod future_dates;
mod number_limit;
mod question_states;
mod outdated_answers;
mod progress;
mod carry_over;
mod copied_answers;
mod same_person;
mod external_condition;

pub use answer_text::{build_place, display_answer, parse_typed_answer};
pub use answers::{find_answer, to_stored_answer};
pub use carry_over::carry_over_answers;
pub use check::{alternative_questions, check_answers, check_page};
pub use copied_answers::copied_answers;
pub use effective_answers::{derived_answers, effective_answers};
pub use external_condition::is_condition_met;
pub use future_dates::check_future_dates;
pub use initial_answers::initial_answers;
pub use number_limit::number_limit;
pub use outdated_answers::{OutdatedAnswer, OutdatedLine, outdated_answers};
pub use problem_location::{problem_answer_id, problem_question_id};
pub use progress::{FormProgress, filed_person, form_progress};
pub use question_states::{QuestionStates, question_states};
pub use required::required_questions;
pub use same_person::same_person_changes;
pub use visibility::{disabled_questions, visible_elements};
