//! Computes the answers with which a new draft begins.

use contract::account::Account;
use contract::form::Answers;

use super::answer_text::parse_typed_answer;
use crate::form::model::{FormDefinition, Prefill};

/// The answers with which a new draft begins: data of the account, and default values. Account data is used only if it
/// is a valid answer to the question.
pub fn initial_answers(definition: &FormDefinition, account: Option<&Account>) -> Answers {
    let mut answers = Answers::new();
    for question in definition.questions() {
        let account_data = account.and_then(|account| match question.prefill? {
            Prefill::AccountName => Some(&account.name),
            Prefill::AccountCitizenId => Some(&account.citizen_id),
            Prefill::AccountBirthDate => account.birth_date.as_ref(),
            Prefill::AccountPhone => account.phone.as_ref(),
        });
        // Account data can be invalid for the question: an old identity number has nine digits, but the question may
        // require twelve.
        let prefilled = account_data.and_then(|text| parse_typed_answer(&question.kind, text).ok());
        if let Some(answer) = prefilled.or_else(|| question.default.clone()) {
            answers.insert(question.id.clone(), answer);
        }
    }
    answers
}
