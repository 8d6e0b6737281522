//! Invalid groups must be rejected: groups with unknown references, and groups with parts that could never start.

use serde_json::{Value, json};

use super::real;
use crate::data::{Data, Source, Sources};

const CODE: &str = "9.000001";

/// Imports the test group after `change` has edited its record.
fn import(change: impl Fn(&mut Value)) -> Result<Data, String> {
    let mut group: Value =
        serde_json::from_str(include_str!("../../../tests/backend/kit/group.json")).unwrap();
    change(&mut group);
    let sources = Sources::embedded();
    let mut file: Value = serde_json::from_str(sources.catalogue.text).unwrap();
    file["order"].as_array_mut().unwrap().push(json!(CODE));
    let catalogue = file.to_string();
    let mut groups: Value = serde_json::from_str(sources.groups.text).unwrap();
    groups["groups"].as_array_mut().unwrap().push(group);
    let groups = groups.to_string();
    let mut sources: Sources<'_> = sources;
    sources.catalogue.text = &catalogue;
    sources.groups.text = &groups;
    sources.forms.push(Source {
        file: "forms/newborn-test.json",
        text: include_str!("../../../tests/backend/kit/group_form.json"),
    });
    Data::import(&sources).map_err(|error| error.to_string())
}

fn import_error(change: impl Fn(&mut Value)) -> String {
    import(change).expect_err("the changed group is invalid")
}

#[test]
fn a_group_takes_names_and_receivers_from_its_procedures() {
    let data = import(|_| ()).unwrap();
    let group = data.procedure(CODE).unwrap();
    let by = &group.parts[1].procedures[0];
    assert_eq!(by.procedure.name, "Đăng ký thường trú");
    assert_eq!(by.receiver, "Công an cấp xã");
    let entries = &data.catalogue().procedures;
    let entry = entries.iter().find(|entry| entry.code == CODE).unwrap();
    assert!(entry.group);
    assert!(entries.iter().any(|entry| !entry.group));
}

#[test]
fn rejects_a_group_that_references_unknown_items() {
    let at = "groups.json, group newborn";
    for (pointer, wrong, expected) in [
        (
            "/parts/0/procedures/0/code",
            json!("1.999999"),
            "unknown procedure `1.999999`",
        ),
        (
            "/parts/0/procedures/0/form",
            json!("birth"),
            "unknown form `birth`",
        ),
        ("/form", json!("newborn"), "unknown form `newborn`"),
        ("/parts/1/after", json!(["born"]), "unknown part `born`"),
        (
            "/parts/1/procedures/0/declaration/owner_citizen_id",
            json!({"later": "born"}),
            "unknown part `born`",
        ),
        (
            "/component_groups/0/components/0/parts",
            json!(["born"]),
            "unknown part `born`",
        ),
        (
            "/parts/0/procedures/0/declaration/owner_name",
            json!({"from": "nobody"}),
            "form `newborn-test` has no question `nobody`",
        ),
        (
            "/parts/0/procedures/0/declaration/request",
            json!({"text": "Cho {child_name} và {nobody}."}),
            "form `newborn-test` has no question `nobody`",
        ),
        (
            "/parts/0/procedures/0/declaration",
            json!({"nobody": {"value": 1}}),
            "form `general-declaration` has no question `nobody`",
        ),
        ("/parts/1/key", json!("birth"), "part `birth` appears twice"),
        ("/parts", json!([]), "is empty"),
        ("/parts/0/procedures", json!([]), "is empty"),
        ("/key", json!(" "), "`key` is empty or has spaces around it"),
    ] {
        let refused = import_error(|group| *group.pointer_mut(pointer).unwrap() = wrong.clone());
        let at = match pointer {
            "/key" => "groups.json, group  ",
            _ => at,
        };
        assert_eq!(refused, format!("{at}: {expected}"), "{pointer}");
    }
}

#[test]
fn rejects_an_unknown_member_of_a_group() {
    let error = import_error(|group| group["reciever"] = json!("x"));
    assert!(
        error.starts_with("groups.json, group newborn: cannot be read: unknown field `reciever`"),
        "{error}"
    );
}

#[test]
fn rejects_parts_that_wait_for_each_other() {
    for (part, after, stuck) in [
        (0, json!(["birth"]), "birth"),
        (0, json!(["card"]), "birth"),
        (1, json!(["card"]), "residence"),
    ] {
        let error = import_error(|group| group["parts"][part]["after"] = after.clone());
        let reason = format!("part `{stuck}` can never start, because it waits for itself");
        assert_eq!(error, format!("groups.json, group newborn: {reason}"));
    }
}

#[test]
fn rejects_an_unsupported_condition() {
    let at = "groups.json, group newborn: the condition of";
    let nobody = json!({"scope": "#/properties/nobody", "schema": {"const": 1}});
    let error = import_error(|group| group["parts"][1]["procedures"][0]["when"] = nobody.clone());
    assert!(
        error.starts_with(&format!("{at} `1.004222` is invalid: ")),
        "{error}"
    );
    let outside = json!({"scope": "#/properties/card_wanted", "schema": {"$ref": "#/x"}});
    let component = "/component_groups/0/components/1/when";
    let error = import_error(|group| *group.pointer_mut(component).unwrap() = outside.clone());
    assert!(
        error.starts_with(&format!("{at} `P-02` is invalid: ")),
        "{error}"
    );
}

#[test]
fn checks_a_components_condition_against_the_procedures_form() {
    let component = "\"code\": \"000.00.00.G15-KQ003208\",";
    let when = "\"when\": {\"scope\": \"#/properties/nobody\", \"schema\": {\"const\": true}},";
    let error = super::import_error(
        "procedures/ho-tich.json",
        component,
        &format!("{component}{when}"),
    );
    let reason = "procedure 1.001193: the condition of `000.00.00.G15-KQ003208` is invalid: ";
    assert!(
        error.starts_with(&format!("procedures/ho-tich.json, {reason}")),
        "{error}"
    );
    let parts = "\"parts\": [\"birth\"],";
    let error = super::import_error(
        "procedures/ho-tich.json",
        component,
        &format!("{component}{parts}"),
    );
    assert!(
        error.ends_with("procedure 1.001193: unknown part `birth`"),
        "{error}"
    );
}

#[test]
fn rejects_a_group_with_the_code_of_a_procedure() {
    let error = import_error(|group| group["code"] = json!("1.001193"));
    assert_eq!(error, "groups.json, group newborn: appears twice");
}

#[test]
fn rejects_a_declaration_that_lacks_a_required_answer() {
    for data in [real(), &import(|_| ()).unwrap()] {
        let procedures = data.procedures.values();
        let parts = procedures.flat_map(|procedure| &procedure.parts);
        for by in parts.flat_map(|part| &part.procedures) {
            let required = &data.form(&by.form).unwrap().schema["required"];
            for id in required.as_array().into_iter().flatten() {
                let id = id.as_str().unwrap();
                let code = &by.procedure.key;
                assert!(by.declaration.contains_key(id), "{code}: {id}");
            }
        }
    }
}
