//! Tests with whole forms: loading, visibility, checking and converting answers.
#![expect(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    reason = "a test may panic"
)]

use std::sync::Arc;

use contract::account::Account;
use contract::form::{Answers, Form};
use proptest::prelude::*;
use serde_json::{Value, json};

use super::*;
use crate::calendar::Date;
use crate::format::FormatError;

mod loading;
mod load_errors;
mod contradictions;
mod initial_answers;
mod answers;
mod rules;
mod answer_text;
mod repeating_groups;
mod carry_over;
mod same_person;
mod json_forms;
mod any_form;

/// A short form for a birth registration. It uses every construct that the full form uses.
pub(super) fn birth() -> Form {
    form(
        json!({
            "type": "object",
            "properties": {
                "relation": {"title": "Quan hệ", "type": "string", "enum": ["Cha", "Mẹ"]},
                "name": {"title": "Họ tên", "type": "string", "format": "person-name", "maxLength": 100},
                "citizen_id": {"title": "Số định danh", "type": "string", "format": "citizen-id"},
                "document": {"title": "Giấy tờ", "type": "string", "minLength": 1, "maxLength": 50},
                "home": {
                    "title": "Nơi cư trú", "type": "object", "format": "place",
                    "properties": {
                        "province": {"type": "string", "format": "province-code"},
                        "commune": {"type": "string", "format": "commune-code"},
                        "detail": {"type": "string", "maxLength": 500}
                    },
                    "required": ["province", "commune"], "additionalProperties": false
                },
                "born": {"title": "Ngày sinh", "description": "Ví dụ: 15/3/2026.", "type": "string", "format": "vn-date"},
                "born_words": {"title": "Bằng chữ", "type": "string"},
                "nationality": {"type": "string", "enum": ["Việt Nam", "Lào"], "default": "Việt Nam"},
                "mother": {"type": "string", "format": "person-name"},
                "father": {"type": "string", "format": "person-name"},
                "copies_wanted": {"type": "boolean"},
                "copies": {"type": "integer", "minimum": 1, "maximum": 50},
                "reason": {"type": "string", "maxLength": 4000},
                "status": {"oneOf": [{"const": "a", "title": "Chưa kết hôn"}, {"const": "b", "title": "Đã ly hôn"}]},
                "declaration": {"type": "boolean", "const": true}
            },
            "required": ["relation", "name", "born", "copies_wanted", "declaration"],
            "anyOf": [{"required": ["mother"]}, {"required": ["father"]}],
            "allOf": [
                {"if": {"not": {"required": ["citizen_id"]}}, "then": {"required": ["document", "home"]}},
                {"if": {"properties": {"copies_wanted": {"const": true}}, "required": ["copies_wanted"]},
                 "then": {"required": ["copies"]}}
            ],
            "additionalProperties": false
        }),
        json!({"type": "Categorization", "elements": [
            {"type": "Category", "label": "Người yêu cầu", "elements": [
                control("relation"),
                {"type": "Control", "scope": "#/properties/name", "options": {"prefill": "account.name"}},
                {"type": "Control", "scope": "#/properties/citizen_id", "options": {"prefill": "account.citizen_id"}},
                {"type": "Group", "label": "Giấy tờ",
                 "rule": {"effect": "HIDE", "condition": {"scope": "#/properties/citizen_id", "schema": {"type": "string", "minLength": 1}}},
                 "elements": [control("document"), control("home")]}
            ]},
            {"type": "Category", "label": "Trẻ", "elements": [
                {"type": "HorizontalLayout", "elements": [control("born"),
                    {"type": "Control", "scope": "#/properties/born_words", "options": {"derive": {"words-of": "born"}}}]},
                {"type": "Label", "text": "Khai ít nhất một người."},
                control("nationality"), control("mother"), control("father"),
                {"type": "Control", "scope": "#/properties/status", "options": {"widget": "radio"}}
            ]},
            {"type": "Category", "label": "Bản sao", "elements": [
                control("copies_wanted"),
                {"type": "Control", "scope": "#/properties/copies",
                 "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/copies_wanted", "schema": {"const": true}}}},
                {"type": "Control", "scope": "#/properties/reason", "options": {"widget": "long-text"},
                 "rule": {"effect": "SHOW", "condition": {"scope": "#/properties/copies", "schema": {"type": "integer", "minimum": 10}}}},
                control("declaration")
            ]}
        ]}),
    )
}

pub(super) fn form(schema: Value, ui_schema: Value) -> Form {
    Form {
        key: "test".to_owned(),
        version: 1,
        title: "Tờ khai".to_owned(),
        schema,
        ui_schema,
    }
}

/// A regular expression engine that replaces the browser's engine in tests.
pub(super) fn compile_pattern(source: &str) -> Option<PatternMatcher> {
    let pattern = regress::Regex::with_flags(source, "u").ok()?;
    Some(Arc::new(move |text| pattern.find(text).is_some()))
}

pub(super) fn control(id: &str) -> Value {
    json!({"type": "Control", "scope": String::from("#/properties/") + id})
}

pub(super) fn answers(value: Value) -> Answers {
    value.as_object().unwrap().clone()
}

pub(super) fn loaded() -> FormDefinition {
    load_form(&birth(), compile_pattern).unwrap()
}
