//! The papers to prepare, from a procedure's record: by situation what a file is needed of, apart from it what needs
//! none. The words are the record's; what a situation is isn't decided here.

use contract::form::Condition;
use contract::procedure::{Component, Procedure};
use serde_json::Value;

use super::papers::{Need, counts, need};
use crate::i18n::find_procedure::RecordWords;

/// The papers of one procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// What to prepare, by situation.
    pub(super) situations: Vec<Situation>,
    /// Labels of what needs no file.
    pub(super) no_file: Vec<String>,
}

/// The papers of one situation; never without any.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Its name.
    pub(super) title: Option<String>,
    /// Its papers.
    pub(super) papers: Vec<ListedPaper>,
}

/// A paper to prepare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedPaper {
    /// Code of the component.
    pub(super) code: String,
    /// Its name, with the situation that asks for it.
    pub(super) label: String,
    /// «1 bản chính, 2 bản sao».
    pub(super) counts: String,
    /// Only some situations ask for it.
    pub(super) conditional: bool,
    /// The answers of the form that call for it, where they are named one by one.
    pub(super) situation: Vec<String>,
    /// What the parts of a group that need it give; empty where all do.
    pub(super) needed_for: Vec<String>,
}

/// The checklist of a procedure.
pub(super) fn checklist(words: &RecordWords, procedure: &Procedure) -> Checklist {
    let mut list = Checklist::default();
    for group in &procedure.component_groups {
        let (none, wanted): (Vec<_>, Vec<_>) = group
            .components
            .iter()
            .partition(|paper| need(paper) == Need::Never);
        let labels = none.into_iter().map(|paper| paper.label.clone());
        list.no_file.extend(labels);
        let papers: Vec<_> = wanted
            .into_iter()
            .map(|paper| listed(words, procedure, paper))
            .collect();
        if !papers.is_empty() {
            list.situations.push(Situation {
                title: group.title.clone(),
                papers,
            });
        }
    }
    list
}

fn listed(words: &RecordWords, procedure: &Procedure, paper: &Component) -> ListedPaper {
    let parts = procedure.parts.iter();
    let needing = parts.filter(|part| paper.parts.contains(&part.key));
    ListedPaper {
        code: paper.code.clone(),
        label: paper.label.clone(),
        counts: counts(words, paper.originals, paper.copies),
        conditional: need(paper) == Need::Sometimes,
        situation: paper.when.as_ref().map(named_answers).unwrap_or_default(),
        needed_for: needing.map(|part| part.result.clone()).collect(),
    }
}

/// The answers that fulfil a condition, in the words of the form. A condition of another shape (yes, or no answer at
/// all) has no words of its own: there the paper's label says when.
fn named_answers(condition: &Condition) -> Vec<String> {
    let one = condition.schema.get("const").into_iter();
    let several = condition.schema.get("enum").and_then(Value::as_array);
    let all = one.chain(several.into_iter().flatten());
    all.filter_map(Value::as_str).map(str::to_owned).collect()
}

#[cfg(test)]
pub(super) mod tests {
    #![expect(clippy::unwrap_used, reason = "a test may panic")]

    use serde_json::json;

    use super::*;
    use crate::i18n::Language;

    /// A group of two parts with papers of every kind.
    pub(in crate::journey) fn procedure() -> Procedure {
        let paper = |code: &str, label: &str, attach: &str, parts: &[&str]| json!({"code": code, "label": label, "originals": 1, "copies": 0, "attach": attach, "parts": parts});
        let part = |key: &str, result: &str| json!({"key": key, "receiver": "Công an cấp xã", "result": result, "procedures": []});
        let record = json!({
            "code": "2.002621", "name": "Khai sinh liên thông",
            "agency": {"key": "btp", "name": "Bộ Tư pháp"}, "field": {"key": "ht", "name": "Hộ tịch"},
            "level": "full", "receiver": "Ủy ban nhân dân cấp xã", "methods": [], "results": [], "form": "birth",
            "component_groups": [
                {"title": "Giấy tờ phải nộp", "components": [
                    paper("a", "Giấy chứng sinh", "required", &[]),
                    paper("b", "Văn bản ủy quyền (khi ủy quyền)", "optional", &["residence"]),
                ]},
                {"title": "Tờ khai", "components": [paper("c", "Mẫu điện tử", "nothing", &[])]},
            ],
            "parts": [part("birth", "Giấy khai sinh"), part("residence", "Đăng ký thường trú")],
        });
        serde_json::from_value(record).unwrap()
    }

    #[test]
    fn papers_stand_by_situation_and_what_needs_no_file_stands_apart() {
        let list = checklist(&Language::Vi.words().find_procedure().record, &procedure());
        let titles: Vec<_> = list
            .situations
            .iter()
            .map(|one| one.title.clone())
            .collect();
        assert_eq!(titles, [Some("Giấy tờ phải nộp".to_owned())]);
        assert_eq!(list.no_file, ["Mẫu điện tử"]);
    }

    #[test]
    fn a_paper_names_the_answers_that_call_for_it() {
        let named = |schema: Value| {
            let condition = json!({"scope": "#/properties/a", "schema": schema});
            named_answers(&serde_json::from_value(condition).unwrap())
        };
        assert_eq!(named(json!({"const": "Thuê"})), ["Thuê"]);
        assert_eq!(named(json!({"enum": ["Thuê", "Mượn"]})), ["Thuê", "Mượn"]);
        assert_eq!(named(json!({"const": true})), [""; 0]);
        assert_eq!(named(json!({"not": {"required": ["id"]}})), [""; 0]);
    }

    #[test]
    fn a_paper_says_whether_every_dossier_needs_it_and_for_what() {
        let list = checklist(&Language::Vi.words().find_procedure().record, &procedure());
        let papers = list.situations.into_iter().flat_map(|one| one.papers);
        let said: Vec<_> = papers
            .map(|paper| (paper.counts, paper.conditional, paper.needed_for))
            .collect();
        assert_eq!(
            said,
            [
                ("1 bản chính".to_owned(), false, Vec::new()),
                (
                    "1 bản chính".to_owned(),
                    true,
                    vec!["Đăng ký thường trú".to_owned()]
                ),
            ]
        );
    }
}
