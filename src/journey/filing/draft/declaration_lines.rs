//! What stands on the lines of a declaration: the answer or who gives it, and the question where it can be changed.
//! What nobody can be asked has no line; how a line looks isn't decided here.

use contract::form::Answers;
use contract::group::{AnswerSource, PartProcedure};
use domain::form::{
    ElementIds, FormDefinition, Prefill, display_answer, effective_answers, find_answer,
};
use domain::group::source_question;

use crate::answers::lines::AnswerLine;

/// One line of a declaration.
#[derive(Debug, PartialEq, Eq)]
pub struct DeclaredLine {
    /// Unique among the lines of all declarations of the draft.
    pub row: String,
    /// The question, as the declaration has it.
    pub label: String,
    /// The answer, or who gives it.
    pub answer: Declared,
    /// Page of the form, from 1, and question where the answer is given; `None` where nobody is asked.
    pub asked: Option<(usize, String)>,
}

/// What stands on a line.
#[derive(Debug, PartialEq, Eq)]
pub enum Declared {
    /// What the citizen answered, or what follows from it.
    Answer(String),
    /// Nothing to answer: the line is a sentence, which the citizen has agreed to.
    Agreed,
    /// Nothing yet.
    Missing,
    /// The procedure that will give it.
    Later(String),
    /// What is chosen where the result's way is.
    Delivery,
}

/// A line of the declaration of a single procedure, asked on that page.
pub(crate) fn own_line(line: AnswerLine, page: usize) -> DeclaredLine {
    DeclaredLine {
        row: row("", &line.question),
        answer: declared(line.answer, line.is_agreed).unwrap_or(Declared::Missing),
        label: line.label,
        asked: Some((page, line.asked_at)),
    }
}

/// Makes the lines of a part's declaration.
pub(crate) struct PartLines<'a> {
    /// Key of the part.
    pub(crate) key: &'a str,
    /// The procedure that settles it.
    pub(crate) by: &'a PartProcedure,
    /// The group's form, which asks for the answers.
    pub(crate) asking: &'a FormDefinition,
    /// What it asks just now.
    pub(crate) asked: ElementIds,
}

impl PartLines<'_> {
    /// The line of a question of the part's form; `None` where nothing stands and nobody could be asked. `later` names
    /// the procedure that settles another part.
    pub(crate) fn line(
        &self,
        line: AnswerLine,
        later: &dyn Fn(&str) -> String,
    ) -> Option<DeclaredLine> {
        let id = line.asked_at.split('/').next().unwrap_or_default();
        let source = self.by.declaration.get(id);
        let inside = line.asked_at.get(id.len()..).unwrap_or_default();
        let question = source.and_then(source_question);
        let asked = question.and_then(|question| {
            let page = self.asking.page_number(question)?.saturating_add(1);
            Some((page, [question, inside].concat()))
        });
        let answer = match (declared(line.answer, line.is_agreed), source) {
            (Some(answer), _) => answer,
            (None, Some(AnswerSource::Later(key))) => Declared::Later(later(key)),
            (None, Some(AnswerSource::Delivery)) => Declared::Delivery,
            (None, _) if question.is_some_and(|id| self.asked.contains(id)) => Declared::Missing,
            (None, _) => return None,
        };
        Some(DeclaredLine {
            row: row(self.key, &line.question),
            label: line.label,
            answer,
            asked,
        })
    }
}

fn declared(answer: Option<String>, is_agreed: bool) -> Option<Declared> {
    match is_agreed {
        true => Some(Declared::Agreed),
        false => answer.map(Declared::Answer),
    }
}

/// Who asks for what a form is about: the answer that an account's name would be taken over to.
pub(crate) fn declarant(form: &FormDefinition, answers: &Answers) -> Option<String> {
    let mut questions = form.pages().iter().flat_map(|page| page.questions());
    let name = questions.find(|question| question.prefill == Some(Prefill::AccountName))?;
    let answers = effective_answers(form, answers);
    find_answer(&answers, &name.id).map(|answer| display_answer(&name.kind, answer))
}

/// Element id of a line.
fn row(part: &str, question: &str) -> String {
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

    /// The form of a group, which asks for a school only of a child.
    fn asking() -> FormDefinition {
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
            asked_at: question.to_owned(),
            label: "Mục".to_owned(),
            answer: answer.map(str::to_owned),
            is_agreed: false,
        }
    }

    /// What stands on an unanswered line of a part's declaration, and where it is asked.
    fn unanswered(question: &str) -> Option<(Declared, Option<(usize, String)>)> {
        let by = json!({"procedure": {"key": "1", "name": "1"}, "receiver": "Công an cấp xã", "form": "ct01",
            "declaration": {"mail": {"from": "email"}, "school": {"from": "school"}, "id": {"later": "birth"},
                            "way": "delivery"}});
        let by: PartProcedure = serde_json::from_value(by).unwrap();
        let asking = asking();
        let part = PartLines {
            key: "residence",
            by: &by,
            asking: &asking,
            asked: visible_elements(&asking, &answers(json!({"is_child": false}))),
        };
        let made = part.line(line(question, None), &|key| key.to_owned())?;
        Some((made.answer, made.asked))
    }

    #[test]
    fn what_the_form_asks_and_nobody_answered_has_a_line_and_a_way_to_it() {
        let asked = Some((1, "email".to_owned()));
        assert_eq!(unanswered("mail"), Some((Declared::Missing, asked)));
    }

    #[test]
    fn what_nobody_is_asked_has_no_line() {
        assert_eq!(unanswered("members"), None);
        assert_eq!(unanswered("school"), None);
    }

    #[test]
    fn what_another_gives_says_who() {
        let later = Declared::Later("birth".to_owned());
        assert_eq!(unanswered("id"), Some((later, None)));
        assert_eq!(unanswered("way"), Some((Declared::Delivery, None)));
    }

    #[test]
    fn a_sentence_agreed_to_stands_without_an_answer() {
        let agreed = AnswerLine {
            is_agreed: true,
            ..line("oath", Some("Có"))
        };
        assert_eq!(own_line(agreed, 1).answer, Declared::Agreed);
        let refused = own_line(line("oath", Some("Không")), 1).answer;
        assert_eq!(refused, Declared::Answer("Không".to_owned()));
    }

    #[test]
    fn who_asks_signs() {
        let form = asking();
        let named = declarant(&form, &answers(json!({"requester": "Nguyễn Thị Lan"})));
        assert_eq!(named.as_deref(), Some("Nguyễn Thị Lan"));
        assert_eq!(declarant(&form, &answers(json!({}))), None);
    }
}
