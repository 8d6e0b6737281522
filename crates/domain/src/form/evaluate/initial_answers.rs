//! The answers of a new draft.

use contract::account::Account;
use contract::form::Answers;

use super::answer_text::parse_typed_answer;
use crate::form::model::{FormDefinition, Prefill};

/// The answers of a new draft: defaults, and data of the account where it is an answer of the right kind.
pub fn initial_answers(definition: &FormDefinition, account: Option<&Account>) -> Answers {
    let mut answers = Answers::new();
    for question in definition.questions() {
        let account_data = account.and_then(|account| match question.prefill? {
            Prefill::AccountName => Some(&account.name),
            Prefill::AccountCitizenId => Some(&account.citizen_id),
            Prefill::AccountBirthDate => account.birth_date.as_ref(),
            Prefill::AccountPhone => account.phone.as_ref(),
        });
        // An old identity number of nine digits is no answer to a question for twelve.
        let prefilled = account_data.and_then(|text| parse_typed_answer(&question.kind, text).ok());
        if let Some(answer) = prefilled.or_else(|| question.default.clone()) {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}
