//! Compares the parser with `serde_json`.

use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::de::{DeserializeOwned, IgnoredAny};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Number, Value};

use super::parse_json;

/// A struct with a member of every kind that the contract uses.
#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
struct Everything {
    text: String,
    letter: Option<char>,
    flag: bool,
    byte: u8,
    small: i32,
    large: u64,
    negative: i64,
    float: f64,
    optional: Option<Box<Everything>>,
    list: Vec<String>,
    pair: Option<(u32, String)>,
    map: BTreeMap<String, bool>,
    by_choice: BTreeMap<Choice, u32>,
    choice: Option<Choice>,
    unit: (),
    wrapped: Wrapped,
    value: Value,
}

#[derive(Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Choice {
    Plain,
    Wrapped(u32),
    Pair(u32, u32),
    Members { a: u32 },
}

#[derive(Debug, Default, PartialEq, Serialize, Deserialize)]
struct Wrapped(String);

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Strict {
    a: u32,
    b: Option<u32>,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "kind")]
enum Tagged {
    A { list: Vec<u32> },
    B(Strict),
    C,
}

#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
enum Untagged {
    Number(i64),
    Text(String),
    Choice { choice: Choice },
}

/// Asserts that both parsers refuse the text, or return the same value.
fn assert_same_as<T: DeserializeOwned + Serialize>(text: &str) {
    let comparable = |parsed: Option<T>| parsed.map(|value| serde_json::to_value(value).ok());
    let parsed = comparable(parse_json(text));
    let expected = comparable(serde_json::from_str(text).ok());
    let is_same = match (&parsed, &expected) {
        (Some(Some(parsed)), Some(Some(expected))) => is_equal(parsed, expected),
        _ => parsed == expected,
    };
    assert!(is_same, "{text}: {parsed:?} instead of {expected:?}");
}

/// Whether two values are equal, except for the rounding of numbers that no `f64` represents exactly. `serde_json`
/// rounds them in two ways: the app compiles it without the feature `float_roundtrip`, the backend with it.
fn is_equal(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::Array(one), Value::Array(other)) => {
            let mut pairs = one.iter().zip(other);
            one.len() == other.len() && pairs.all(|(one, other)| is_equal(one, other))
        }
        (Value::Object(one), Value::Object(other)) => {
            let mut pairs = one.values().zip(other.values());
            one.keys().eq(other.keys()) && pairs.all(|(one, other)| is_equal(one, other))
        }
        (Value::Number(one), Value::Number(other)) if one.is_f64() && other.is_f64() => {
            let number = |number: &Number| number.as_f64().unwrap_or(f64::NAN);
            let (one, other) = (number(one), number(other));
            let rounding = one.abs() * 1e-15 + f64::MIN_POSITIVE;
            (one - other).abs() <= rounding && one.is_sign_negative() == other.is_sign_negative()
        }
        _ => one == other,
    }
}

fn assert_same(text: &str) {
    assert_same_as::<Value>(text);
    assert_same_as::<Map<String, Value>>(text);
    // `serde_json` reads a struct also from an array.
    if !text.contains('[') {
        assert_same_as::<Everything>(text);
        assert_same_as::<Strict>(text);
        assert_same_as::<Tagged>(text);
    }
    assert_same_as::<Untagged>(text);
    assert_same_as::<Choice>(text);
    assert_same_as::<Option<Vec<Choice>>>(text);
    assert_same_as::<Option<u32>>(text);
    assert_same_as::<i64>(text);
    assert_same_as::<f64>(text);
    assert_same_as::<bool>(text);
    assert_same_as::<String>(text);
    assert_same_as::<()>(text);
    assert_same_as::<(u32, String)>(text);
    let is_skipped = parse_json::<IgnoredAny>(text).is_some();
    assert_eq!(
        is_skipped,
        serde_json::from_str::<IgnoredAny>(text).is_ok(),
        "{text}"
    );
}

/// Numbers and texts that look like numbers, separated by spaces.
const NUMBERS: &str = "0 -0 7 -7 00 01 -01 - +1 .5 5. 5.e1 -.5 0.5 0x1 1_0 255 256 2147483648 -2147483649 4294967295 4294967296 \
    9007199254740993 9223372036854775807 9223372036854775808 -9223372036854775807 -9223372036854775808 \
    -9223372036854775809 18446744073709551615 18446744073709551616 18446744073709551616.5 18446744073709551615.9 \
    -18446744073709551616 123456789012345678901234567890 1.23456789012345678901234567890 \
    0.00000000000000000000000000000123456789012345678901234567890 1e5 1E5 1e+5 1e-5 1e 1e+ 1e- 1e5.5 1ee5 1e05 \
    1.0 7.0e0 -1.5e3 1e22 1e23 1e308 1.79769e308 1.79770e308 1e309 1e400 -1e400 0e400 \
    -0e400 0.0e999999999999 1e-307 5e-324 1e-400 1e-999999999999 1e999999999999 1e2147483647 1e2147483648 \
    0.0001e2147483648 1e-2147483648 1e99999999999999999999999 123456e-330 9007199254740993e-340 nan NaN Infinity \
    -Infinity 1e5x 12a";

#[test]
fn reads_numbers_as_serde_json_does() {
    assert_same("- 1");
    assert_same("1 2");
    for text in NUMBERS.split_whitespace() {
        assert_same(text);
        assert_same(&format!("[{text}]"));
        assert_same(&format!(r#"{{"value":{text}}}"#));
        assert_same(&format!(r#"{{"unknown":{text}}}"#));
    }
}

#[test]
fn reads_texts_as_serde_json_does() {
    for text in [
        r#""""#,
        r#""a""#,
        r#""Một cửa""#,
        r#""\"\\\/\b\f\n\r\t""#,
        r#""\u00e9\u1ED9""#,
        r#""\u0000""#,
        r#""\ud83d\ude00""#,
        r#""a\uD83D\uDE00b""#,
        r#""\ud83d""#,
        r#""\ude00""#,
        r#""\ud83d\ud83d""#,
        r#""\ud83dx""#,
        r#""\ud83d\n""#,
        r#""\ud83d\u0041""#,
        r#""\u12""#,
        r#""\u12g4""#,
        r#""\u""#,
        r#""\x41""#,
        r#""\'""#,
        r#""\"#,
        r#"""#,
        r#""a"#,
        r#""\""#,
        "\"\n\"",
        "\"\t\"",
        "\"\0\"",
        "\"\u{1f}\"",
        "\"\u{7f}\"",
        "\"\u{2028}\"",
        "'a'",
        "a",
        "\u{feff}\"a\"",
        r#""ộ\nộ""#,
        r#""😀\u0041😀""#,
        r#""plain""#,
        r#""wrapped""#,
    ] {
        assert_same(text);
        assert_same(&format!("[{text}]"));
        assert_same(&format!(r#"{{"text":{text}}}"#));
        assert_same(&format!(r#"{{"unknown":{text}}}"#));
        assert_same(&format!(r#"{{{text}:1}}"#));
    }
}

#[test]
fn reads_structure_as_serde_json_does() {
    for text in [
        "",
        " ",
        "null",
        " null ",
        "nul",
        "nulll",
        "NULL",
        "true",
        "false",
        "tru",
        "truefalse",
        "True",
        "\u{b}null",
        "\u{a0}null",
        "null\0",
        "[]",
        "[ ]",
        "[1]",
        "[1,]",
        "[,1]",
        "[1 2]",
        "[1,,2]",
        "[1",
        "[",
        "]",
        "[1}",
        "[}",
        "{]",
        "[[1],[2]]",
        "[[],[]]",
        "[[] []]",
        "{}",
        "{ }",
        r#"{"a"}"#,
        r#"{"a":}"#,
        r#"{"a":1,}"#,
        r#"{,"a":1}"#,
        r#"{"a":1"b":2}"#,
        r#"{"a" 1}"#,
        r#"{a:1}"#,
        r#"{1:1}"#,
        r#"{null:1}"#,
        r#"{"a":1]"#,
        r#"{"a":1"#,
        r#"{"a":"#,
        r#"{"a":1,"b":null}"#,
        r#"{"a":1,"a":2}"#,
        r#"{"a":1,"c":2}"#,
        r#"{"b":1}"#,
        r#"{"unknown":1,"unknown":2}"#,
        r#" { "a" : 1 , "b" : [ 1 , { } ] } "#,
        "{}{}",
        "{} x",
        "[1] // x",
        "/* x */ 1",
        r#"{"unknown":[1,{"a":[]},{}]}"#,
        r#"{"unknown":[1,{"a":[],}]}"#,
        r#"{"unknown":[}"#,
        r#"{"unknown":{"a":1,"b"}}"#,
        r#"{"unknown":{1:1}}"#,
        r#"{"unknown":{},"text":"a"}"#,
        r#"{"unknown":[[]],"text":"a"}"#,
        r#"{"unknown":[] "text":"a"}"#,
        r#"{"plain":null}"#,
        r#"{"plain":1}"#,
        r#"{"wrapped":1}"#,
        r#"{"wrapped":1,"plain":null}"#,
        r#"{"pair":[1,2]}"#,
        r#"{"pair":[1]}"#,
        r#"{"pair":[1,2,3]}"#,
        r#"{"members":{"a":1}}"#,
        r#"{"members":{}}"#,
        r#"{"other":1}"#,
        r#"["plain",{"wrapped":1}]"#,
        r#"{"choice":"plain"}"#,
        r#"{"choice":{"members":{"a":1}}}"#,
        r#"{"choice":null}"#,
        r#"{"by_choice":{"plain":1}}"#,
        r#"{"by_choice":{"wrapped":1}}"#,
        r#"{"map":{"a":true,"b":1}}"#,
        r#"{"optional":{"optional":{"text":"a"}}}"#,
        r#"{"letter":"ộ"}"#,
        r#"{"letter":"ab"}"#,
        r#"{"unit":null}"#,
        r#"{"wrapped":"a","value":{"a":{"b":null}}}"#,
        r#"{"kind":"A","list":[1]}"#,
        r#"{"kind":"B","a":1}"#,
        r#"{"a":1,"kind":"B"}"#,
        r#"{"kind":"C"}"#,
        r#"{"kind":"D"}"#,
        r#"{"byte":256}"#,
        r#"{"byte":7.0}"#,
        r#"{"float":7}"#,
        r#"{"large":-1}"#,
        r#"[1,"a"]"#,
        r#"[1,"a",2]"#,
    ] {
        assert_same(text);
    }
    let lists = r#"{"list":["a","b"],"pair":[1,"a"],"value":[[],{"a":[]}],"optional":{"list":[]}}"#;
    assert_same_as::<Everything>(lists);
    assert_same_as::<Tagged>(r#"{"list":[1,2],"kind":"A"}"#);
}

#[test]
fn limits_the_depth_as_serde_json_does() {
    let nested =
        |open: &str, close: &str, depth: usize| open.repeat(depth) + "1" + &close.repeat(depth);
    for depth in [1, 2, 126, 127, 128, 129, 1_000] {
        assert_same(&nested("[", "]", depth));
        assert_same(&nested(r#"{"a":"#, "}", depth));
        assert_same(&format!(r#"{{"unknown":{}}}"#, nested("[", "]", depth)));
        assert_same(&nested("[[],", "]", depth));
        assert_same(&"[".repeat(depth));
    }
}

#[test]
fn reads_a_struct_from_an_object_only() {
    assert_eq!(parse_json(r#"{"a":1}"#), Some(Strict { a: 1, b: None }));
    assert_eq!(parse_json::<Strict>("[1,null]"), None);
}

/// Any JSON value with the names and the kinds of value that the types above use.
fn any_value() -> impl Strategy<Value = Value> {
    let names = [
        "a", "b", "kind", "text", "optional", "choice", "value", "map", "plain", "wrapped",
        "members",
    ];
    let text = prop_oneof![
        Just("A"),
        Just("B"),
        Just("plain"),
        Just("ộ"),
        Just("😀\u{1}\"\\")
    ];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<i16>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        text.prop_map(Value::from),
        any::<String>().prop_map(Value::from),
    ];
    leaf.prop_recursive(6, 48, 6, move |inner| {
        let name = prop_oneof![
            3 => proptest::sample::select(names.to_vec()).prop_map(str::to_owned),
            1 => any::<String>(),
        ];
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            proptest::collection::vec((name, inner), 0..6)
                .prop_map(|members| Value::Object(members.into_iter().collect())),
        ]
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(1_000))]

    #[test]
    fn reads_any_value_as_serde_json_does(value in any_value(), is_pretty in any::<bool>()) {
        assert_same(&if is_pretty { format!("{value:#}") } else { value.to_string() });
    }

    #[test]
    fn refuses_and_accepts_damaged_texts_as_serde_json_does(
        value in any_value(),
        place in any::<proptest::sample::Index>(),
        length in 0..3_usize,
        replacement in proptest::sample::select(vec![
            "", "\"", "\\", "\\u", "\\ud83d", "[", "]", "{", "}", ",", ":", " ", "\n", "0", "9", "-", ".", "e", "E+", "null",
            "true", "\"a\":1,", "\0", "ộ",
        ]),
    ) {
        let mut chars: Vec<char> = value.to_string().chars().collect();
        let start = place.index(chars.len() + 1);
        let end = (start + length).min(chars.len());
        chars.splice(start..end, replacement.chars());
        assert_same(&chars.iter().collect::<String>());
        chars.truncate(start);
        assert_same(&chars.iter().collect::<String>());
    }

    #[test]
    fn reads_any_number_as_serde_json_does(text in "-?(0|[1-9][0-9]{0,25})(\\.[0-9]{1,30})?([eE][+-]?[0-9]{1,4})?") {
        assert_same(&text);
        assert_same(&format!(r#"{{"unknown":{text},"value":{text}}}"#));
    }
}
