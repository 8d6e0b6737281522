//! Remarks below a field for typing: an example of a date, a note that the answer comes from the account, and warnings
//! if a citizen id doesn't match other answers about the same person. A remark never stops the citizen from continuing.

use domain::form::{AnswerKind, Prefill, Question};
use domain::format::{IdWarning, Sex, citizen_id_warnings};
use leptos::prelude::*;
use serde_json::Value;

use super::form_state::FormState;
use crate::i18n::fill_form::FillFormWords;
use crate::i18n::use_words;
use crate::session::use_session;

/// The remarks below the field of a question: an example of a date if the form has no hint of its own, a note that the
/// answer comes from the account, and warnings about a citizen id.
pub(super) fn remark(
    question: &Question,
    answer: RwSignal<Option<Value>>,
    state: FormState,
) -> Signal<String> {
    let words = use_words().fill_form();
    let date_hint = match (&question.hint, &question.kind) {
        (None, AnswerKind::Date) => words.date_hint,
        (None, AnswerKind::PartialDate) => words.partial_date_hint,
        _ => "",
    };
    let known = account_answer(question);
    let is_id = matches!(
        question.kind,
        AnswerKind::CitizenId | AnswerKind::IdentityNumber
    );
    let person = person_prefix(&question.id).filter(|_| is_id);
    let related = person.map(|person| {
        let birth = state.questions.answer(&[person, "birth_date"].concat());
        let sex = state.questions.answer(&[person, "sex"].concat());
        let known = state.form.with_value(|form| form.sex_of_person(person));
        (birth, sex, known)
    });
    Signal::derive(move || {
        let mut remark = date_hint.to_owned();
        let answer = answer.get();
        let answer = answer.as_ref().and_then(Value::as_str).unwrap_or_default();
        if known.as_deref() == Some(answer) {
            append(&mut remark, words.from_account);
        }
        if let Some((birth, sex, known)) = related {
            let sex = sex.with(|sex| parse_sex(sex.as_ref())).or(known);
            for sentence in id_warning_messages(words, answer, birth.get().as_ref(), sex) {
                append(&mut remark, sentence);
            }
        }
        remark
    })
}

/// Appends a sentence to a remark. If the remark isn't empty, adds a space before the sentence.
fn append(remark: &mut String, sentence: &str) {
    if !remark.is_empty() {
        remark.push(' ');
    }
    remark.push_str(sentence);
}

/// The common prefix of the ids of all questions about one person, such as `mother_`, or `members/0/` for a list entry.
/// `None` if the id has no such prefix.
fn person_prefix(id: &str) -> Option<&str> {
    ["citizen_id", "identity_number"]
        .into_iter()
        .find_map(|end| id.strip_suffix(end))
}

/// The value from the account with which this question is prefilled; `None` if the question isn't prefilled from the
/// account.
fn account_answer(question: &Question) -> Option<String> {
    let account = use_session().account()?;
    match question.prefill? {
        Prefill::AccountName => Some(account.name),
        Prefill::AccountCitizenId => Some(account.citizen_id),
        Prefill::AccountBirthDate => account.birth_date,
        Prefill::AccountPhone => account.phone,
    }
}

/// Parses the answer to a question about a person's sex, in the wording that the project's forms use.
fn parse_sex(answer: Option<&Value>) -> Option<Sex> {
    match answer.and_then(Value::as_str) {
        Some("Nam") => Some(Sex::Male),
        Some("Nữ") => Some(Sex::Female),
        _ => None,
    }
}

/// Warnings if a citizen id doesn't match the other answers about the same person.
fn id_warning_messages(
    words: &FillFormWords,
    id: &str,
    birth: Option<&Value>,
    sex: Option<Sex>,
) -> Vec<&'static str> {
    let warnings = citizen_id_warnings(id, birth.and_then(Value::as_str), sex);
    let sentence = |warning| match warning {
        IdWarning::UnknownProvince => words.warning_province,
        IdWarning::BirthYearDiffers => words.warning_year,
        IdWarning::SexDiffers => words.warning_sex,
    };
    warnings.into_iter().map(sentence).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;
    use serde_json::json;

    #[test]
    fn finds_the_prefix_of_a_persons_questions() {
        for (id, person) in [
            ("citizen_id", Some("")),
            ("mother_citizen_id", Some("mother_")),
            ("deceased_identity_number", Some("deceased_")),
            ("members/0/citizen_id", Some("members/0/")),
            ("members/12/wife_citizen_id", Some("members/12/wife_")),
            ("paper_number", None),
        ] {
            assert_eq!(person_prefix(id), person, "{id}");
        }
    }

    #[test]
    fn an_id_that_contradicts_other_answers_gives_warnings() {
        let words = Language::Vi.words().fill_form();
        let messages = |id, birth: Value, sex: Value| {
            id_warning_messages(words, id, Some(&birth), parse_sex(Some(&sex)))
        };
        let fits = messages("045190001234", json!("15/03/1990"), json!("Nữ"));
        assert_eq!(fits, [""; 0]);
        assert_eq!(
            messages("045190001234", json!("1991"), json!("Nam")),
            [words.warning_year, words.warning_sex]
        );
        assert_eq!(
            messages("999190001234", json!(null), json!("khác")),
            [words.warning_province]
        );
        assert_eq!(messages("0451", json!("1991"), json!("Nam")), [""; 0]);
        assert!(id_warning_messages(words, "045190001234", None, None).is_empty());
    }
}
