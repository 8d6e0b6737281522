//! The checklist of the components (required documents) that the citizen has to prepare. It is made from the
//! procedure's record. The components are grouped by situation; components that need no file are listed separately. All
//! texts come from the record.

use contract::form::Condition;
use contract::procedure::{Component, Procedure};
use serde_json::Value;

use super::component_list::{FileRequirement, copy_counts, file_requirement};
use crate::i18n::find_procedure::RecordWords;

/// The checklist of one procedure.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Checklist {
    /// The components that need a file, grouped by the situation in which they are needed.
    pub(super) situations: Vec<Situation>,
    /// Labels of the components that need no file.
    pub(super) no_file: Vec<String>,
}

/// The components that are needed in one situation. There is at least one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Situation {
    /// Name of the situation. `None` if the record doesn't name it.
    pub(super) title: Option<String>,
    /// The components that the citizen has to prepare.
    pub(super) components: Vec<ListedComponent>,
}

/// A component that the citizen has to prepare.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ListedComponent {
    /// Code of the component.
    pub(super) code: String,
    /// Label of the component. It may name the situation in which the component is required.
    pub(super) label: String,
    /// Number of originals and copies, as text: «1 bản chính, 2 bản sao».
    pub(super) counts: String,
    /// Whether the component is required only in some situations.
    pub(super) conditional: bool,
    /// The answers in the form that make this component required. Empty if the component's condition doesn't list
    /// answers.
    pub(super) required_by_answers: Vec<String>,
    /// The results of the group's parts that need this component. Empty if all parts need it.
    pub(super) needed_for: Vec<String>,
}

/// Makes the checklist of a procedure from its record.
pub(super) fn checklist(words: &RecordWords, procedure: &Procedure) -> Checklist {
    let mut list = Checklist::default();
    for group in &procedure.component_groups {
        let (none, wanted): (Vec<_>, Vec<_>) = group
            .components
            .iter()
            .partition(|component| file_requirement(component) == FileRequirement::Never);
        let labels = none.into_iter().map(|component| component.label.clone());
        list.no_file.extend(labels);
        let components: Vec<_> = wanted
            .into_iter()
            .map(|component| listed_component(words, procedure, component))
            .collect();
        if !components.is_empty() {
            list.situations.push(Situation {
                title: group.title.clone(),
                components,
            });
        }
    }
    list
}

fn listed_component(
    words: &RecordWords,
    procedure: &Procedure,
    component: &Component,
) -> ListedComponent {
    let parts = procedure.parts.iter();
    let needing = parts.filter(|part| component.parts.contains(&part.key));
    ListedComponent {
        code: component.code.clone(),
        label: component.label.clone(),
        counts: copy_counts(words, component.originals, component.copies),
        conditional: file_requirement(component) == FileRequirement::Sometimes,
        required_by_answers: component
            .when
            .as_ref()
            .map(named_answers)
            .unwrap_or_default(),
        needed_for: needing.map(|part| part.result.clone()).collect(),
    }
}

/// The answers that fulfil a condition, in the wording of the form. Empty if the condition doesn't compare with listed
/// answers, for example if it requires that a question is answered with yes, or that it is not answered. In that case
/// the component's label names the situation.
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

    /// A test procedure: a group of two parts, with components of every kind.
    pub(in crate::journey) fn procedure() -> Procedure {
        let component = |code: &str, label: &str, attach: &str, parts: &[&str]| json!({"code": code, "label": label, "originals": 1, "copies": 0, "attach": attach, "parts": parts});
        let part = |key: &str, result: &str| json!({"key": key, "receiver": "Công an cấp xã", "result": result, "procedures": []});
        let record = json!({
            "code": "2.002621", "name": "Khai sinh liên thông",
            "agency": {"key": "btp", "name": "Bộ Tư pháp"}, "field": {"key": "ht", "name": "Hộ tịch"},
            "level": "full", "receiver": "Ủy ban nhân dân cấp xã", "methods": [], "results": [], "form": "birth",
            "component_groups": [
                {"title": "Giấy tờ phải nộp", "components": [
                    component("a", "Giấy chứng sinh", "required", &[]),
                    component("b", "Văn bản ủy quyền (khi ủy quyền)", "optional", &["residence"]),
                ]},
                {"title": "Tờ khai", "components": [component("c", "Mẫu điện tử", "nothing", &[])]},
            ],
            "parts": [part("birth", "Giấy khai sinh"), part("residence", "Đăng ký thường trú")],
        });
        serde_json::from_value(record).unwrap()
    }

    #[test]
    fn groups_components_by_situation_and_lists_those_without_a_file_separately() {
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
    fn a_component_names_the_answers_that_require_it() {
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
    fn a_component_says_whether_every_dossier_needs_it_and_for_which_result() {
        let list = checklist(&Language::Vi.words().find_procedure().record, &procedure());
        let components = list.situations.into_iter().flat_map(|one| one.components);
        let listed: Vec<_> = components
            .map(|component| {
                (
                    component.counts,
                    component.conditional,
                    component.needed_for,
                )
            })
            .collect();
        assert_eq!(
            listed,
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
