//! The lines of a declaration. A line shows an answer, or where the answer will come from, and the question where the
//! citizen can change it. A question that the citizen is not asked has no line. The page that shows a line decides how
//! the line looks.

use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use domain::form::{
    ElementIds, FormDefinition, Prefill, display_answer, effective_answers, find_answer,
};
use domain::group::source_question;

use crate::answers::lines::AnswerLine;

/// One line of a declaration.
#[derive(Debug, PartialEq, Eq)]
pub struct DeclarationLine {
    /// Element id, unique among the lines of all declarations of the draft.
    pub row_id: String,
    /// The label of the question, in the wording of the declaration's own form.
    pub label: String,
    /// The answer, or where it will come from.
    pub value: LineValue,
    /// Where the citizen can change the answer: the number of the form page, counted from 1, and the id of the
    /// question. `None` if no form page asks for it.
    pub edit_at: Option<(usize, String)>,
}

/// What a line shows as its answer.
#[derive(Debug, PartialEq, Eq)]
pub enum LineValue {
    /// The answer as a text. The citizen gave it, or it is derived from another answer.
    Answer(String),
    /// The line is a statement that the citizen has agreed to.
    Agreed,
    /// The question is not answered yet.
    Missing,
    /// Another procedure of the group will produce the answer. The value is the name of that procedure.
    Later(String),
    /// The citizen chooses the answer in the delivery step.
    Delivery,
}

/// Makes a line of the declaration of a single procedure. `page` is the number of the form page that asks the question.
pub(crate) fn single_procedure_line(line: AnswerLine, page: usize) -> DeclarationLine {
    DeclarationLine {
        row_id: row_id("", &line.question),
        value: line_value(line.answer, line.is_agreed).unwrap_or(LineValue::Missing),
        label: line.label,
        edit_at: Some((page, line.edited_question)),
    }
}

/// Makes the lines of one part's declaration. A group has several parts.
pub(crate) struct PartLineBuilder<'a> {
    /// Key of the part.
    pub(crate) key: &'a str,
    /// The procedure that handles the part.
    pub(crate) procedure: &'a PartProcedure,
    /// The group's form, which asks the questions.
    pub(crate) group_form: &'a FormDefinition,
    /// Ids of the elements of the group's form that are visible with the current answers.
    pub(crate) visible: ElementIds,
}

impl PartLineBuilder<'_> {
    /// Makes the line of one question of the part's form. `None` if the question has no answer and the citizen can't be
    /// asked for it.
    ///
    /// `procedure_name` returns the name of the procedure that handles another part of the group.
    pub(crate) fn line(
        &self,
        line: AnswerLine,
        procedure_name: &dyn Fn(&str) -> String,
    ) -> Option<DeclarationLine> {
        // The path of an answer in a list entry is, for example, `members/0/name`. The map `procedure.declaration`
        // knows only the id of the list, which is the first segment.
        let id = line.edited_question.split('/').next().unwrap_or_default();
        let source = self.procedure.declaration.get(id);
        let inside = line.edited_question.get(id.len()..).unwrap_or_default();
        let question = source.and_then(source_question);
        let edit_at = question.and_then(|question| {
            let page = self.group_form.page_number(question)?.saturating_add(1);
            Some((page, [question, inside].concat()))
        });
        let value = match (line_value(line.answer, line.is_agreed), source) {
            (Some(value), _) => value,
            (None, Some(AnswerSource::Later(key))) => LineValue::Later(procedure_name(key)),
            (None, Some(AnswerSource::Delivery)) => LineValue::Delivery,
            (None, _) if question.is_some_and(|id| self.visible.contains(id)) => LineValue::Missing,
            (None, _) => return None,
        };
        Some(DeclarationLine {
            row_id: row_id(self.key, &line.question),
            label: line.label,
            value,
            edit_at,
        })
    }
}

/// What a line shows for an answered question. `None` if there is no answer.
fn line_value(answer: Option<String>, is_agreed: bool) -> Option<LineValue> {
    match is_agreed {
        true => Some(LineValue::Agreed),
        false => answer.map(LineValue::Answer),
    }
}

/// The name of the person who signs. It is the answer to the question that is prefilled with the account holder's name.
pub(crate) fn declarant(form: &FormDefinition, answers: &Answers) -> Option<String> {
    let mut questions = form.pages().iter().flat_map(|page| page.questions());
    let name = questions.find(|question| question.prefill == Some(Prefill::AccountName))?;
    let answers = effective_answers(form, answers);
    find_answer(&answers, &name.id).map(|answer| display_answer(&name.kind, answer))
}

/// Element id of a line.
fn row_id(part: &str, question: &str) -> String {
    ["declared-", part, "-", question].concat()
}

#[cfg(test)]
mod tests {
    #![expect(
        clippy::unwrap_used,
        clippy::indexing_slicing,
        reason = "a test may panic"
    )]

    use contract::form::Form;
    use domain::form::visible_elements;
    use serde_json::{Value, json};

    use domain::form::load_form;

    use super::*;

    /// A test form of a group. It asks for a school only if the applicant is a child.
    fn group_form() -> FormDefinition {
        let control = |id: &str| {
            let scope = ["#/properties/", id].concat();
            json!({"type": "Control", "scope": scope})
        };
        let mut name = control("requester");
        name["options"] = json!({"prefill": "account.name"});
        let mut school = control("school");
        school["rule"] = json!({"effect": "SHOW", "condition": {
            "scope": "#/properties/is_child", "schema": {"const": true}, "failWhenUndefined": true}});
        let form: Form = serde_json::from_value(json!({
            "key": "group", "version": 1, "title": "Tờ khai liên thông",
            "schema": {"type": "object", "properties": {
                "requester": {"title": "Họ tên", "type": "string"},
                "email": {"title": "Email", "type": "string"},
                "is_child": {"title": "Là trẻ em?", "type": "boolean"},
                "school": {"title": "Trường", "type": "string"},
            }},
            "ui_schema": {"type": "VerticalLayout",
                "elements": [name, control("email"), control("is_child"), school]},
        }))
        .unwrap();
        load_form(&form, |_| None).unwrap()
    }

    fn answers(answers: Value) -> Answers {
        serde_json::from_value(answers).unwrap()
    }

    fn line(question: &str, answer: Option<&str>) -> AnswerLine {
        AnswerLine {
            question: question.to_owned(),
            edited_question: question.to_owned(),
            label: "Mục".to_owned(),
            answer: answer.map(str::to_owned),
            is_agreed: false,
        }
    }

    /// For a question without an answer: the value of its line in the part's declaration, and where the citizen is
    /// asked.
    fn unanswered(question: &str) -> Option<(LineValue, Option<(usize, String)>)> {
        let procedure = json!({"procedure": {"key": "1", "name": "1"}, "receiver": "Công an cấp xã", "form": "ct01",
            "declaration": {"mail": {"from": "email"}, "school": {"from": "school"}, "id": {"later": "birth"},
                            "way": "delivery"}});
        let procedure: PartProcedure = serde_json::from_value(procedure).unwrap();
        let group_form = group_form();
        let lines = PartLineBuilder {
            key: "residence",
            procedure: &procedure,
            group_form: &group_form,
            visible: visible_elements(&group_form, &answers(json!({"is_child": false}))),
        };
        let made = lines.line(line(question, None), &|key| key.to_owned())?;
        Some((made.value, made.edit_at))
    }

    #[test]
    fn an_unanswered_visible_question_has_a_line_and_a_link() {
        let asked = Some((1, "email".to_owned()));
        assert_eq!(unanswered("mail"), Some((LineValue::Missing, asked)));
    }

    #[test]
    fn a_question_that_is_never_asked_has_no_line() {
        assert_eq!(unanswered("members"), None);
        assert_eq!(unanswered("school"), None);
    }

    #[test]
    fn a_line_filled_elsewhere_names_its_source() {
        let later = LineValue::Later("birth".to_owned());
        assert_eq!(unanswered("id"), Some((later, None)));
        assert_eq!(unanswered("way"), Some((LineValue::Delivery, None)));
    }

    #[test]
    fn an_agreed_statement_has_no_answer_text() {
        let agreed = AnswerLine {
            is_agreed: true,
            ..line("oath", Some("Có"))
        };
        assert_eq!(single_procedure_line(agreed, 1).value, LineValue::Agreed);
        let refused = single_procedure_line(line("oath", Some("Không")), 1).value;
        assert_eq!(refused, LineValue::Answer("Không".to_owned()));
    }

    #[test]
    fn the_applicant_is_the_declarant() {
        let form = group_form();
        let named = declarant(&form, &answers(json!({"requester": "Nguyễn Thị Lan"})));
        assert_eq!(named.as_deref(), Some("Nguyễn Thị Lan"));
        assert_eq!(declarant(&form, &answers(json!({}))), None);
    }
}
