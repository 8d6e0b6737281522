//! The bounds of JSON bodies, derived from the schemas of the contract's types: lengths of texts, maximum counts and
//! numbers, and the listed values of an enum. A body is checked while it is still text, so one that breaks a bound is never turned
//! into values.

use core::any::TypeId;
use std::collections::{BTreeMap, HashMap};
use std::sync::{Arc, LazyLock, PoisonError, RwLock};

use contract::AnswerProblem;
use contract::limits::{BODY_BYTES, PROBLEM_ERRORS, TEXT_CHARS};
use contract::openapi::{JsonSchema, inlined_schema};
use serde::de::{DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Visitor};
use serde_json::Value;

use super::json_pointer::{answer_problem, child};

/// The bytes of the longest character in JSON: two escapes of UTF-16, such as `\ud83d\ude00`.
const CHAR_BYTES: usize = 12;
/// Every body may have so many bytes. Most bodies are much smaller, but a member that is far too long should still be
/// named in the response, and JSON may contain blanks.
const MIN_BODY_BYTES: usize = 64 * 1024;
/// The bytes of the longest value that isn't a text, a list or an object: a number.
const SCALAR_BYTES: usize = 32;

/// The bounds of one value in a body.
#[derive(Clone, Debug, Default)]
struct ValueBounds {
    /// Maximum number of characters of a text.
    chars: Option<usize>,
    /// Minimum number of characters of a text.
    min_chars: usize,
    /// The texts that an enum allows. Empty if any text is allowed.
    values: Vec<String>,
    /// The largest number.
    maximum: Option<f64>,
    /// Maximum number of items of a list.
    items: Option<usize>,
    /// The bounds of each item of a list.
    item: Option<Box<ValueBounds>>,
    /// Maximum number of members of an object.
    members: Option<usize>,
    /// Maximum number of characters of a member's name, in an object whose names are data.
    name_chars: Option<usize>,
    /// The bounds of the members that the type names.
    named: BTreeMap<String, ValueBounds>,
    /// The bounds of all other members.
    other: Option<Box<ValueBounds>>,
    /// Whether the type refuses members that it doesn't name.
    closed: bool,
    /// Whether the value may be any JSON, as an answer may.
    anything: bool,
}

/// The bounds of a body.
#[derive(Debug)]
pub(crate) struct BodyBounds {
    root: ValueBounds,
    bytes: usize,
}

impl BodyBounds {
    /// The bounds of the type `T`. They are derived at the first call and then shared.
    pub(crate) fn of<T: JsonSchema + 'static>() -> Arc<BodyBounds> {
        static KNOWN: LazyLock<RwLock<HashMap<TypeId, Arc<BodyBounds>>>> =
            LazyLock::new(RwLock::default);
        let type_id = TypeId::of::<T>();
        let known = KNOWN.read().unwrap_or_else(PoisonError::into_inner);
        if let Some(bounds) = known.get(&type_id) {
            return Arc::clone(bounds);
        }
        drop(known);
        let bounds = Arc::new(BodyBounds::from_schema(&inlined_schema::<T>()));
        let mut known = KNOWN.write().unwrap_or_else(PoisonError::into_inner);
        Arc::clone(known.entry(type_id).or_insert(bounds))
    }

    fn from_schema(schema: &Value) -> BodyBounds {
        let root = ValueBounds::from_schema(schema);
        let bytes = root.bytes().clamp(MIN_BODY_BYTES, BODY_BYTES);
        BodyBounds { root, bytes }
    }

    /// Maximum size of the body, in bytes. The largest body that breaks no bound fits.
    pub(crate) fn max_bytes(&self) -> usize {
        self.bytes
    }

    /// Returns a problem for each value that breaks a bound, at most [`PROBLEM_ERRORS`]. Values of another kind than the
    /// type expects aren't reported: parsing the type does that.
    ///
    /// # Errors
    ///
    /// The text isn't JSON.
    pub(crate) fn find_problems(
        &self,
        body: &[u8],
    ) -> Result<Vec<AnswerProblem>, serde_json::Error> {
        let mut problems = Vec::new();
        let mut json = serde_json::Deserializer::from_slice(body);
        let check = Check {
            bounds: &self.root,
            pointer: String::new(),
            problems: &mut problems,
        };
        check.deserialize(&mut json)?;
        json.end()?;
        Ok(problems)
    }
}

impl ValueBounds {
    fn from_schema(schema: &Value) -> ValueBounds {
        let Some(keywords) = schema.as_object() else {
            return ValueBounds {
                anything: true,
                ..ValueBounds::default()
            };
        };
        let count = |key: &str| {
            let number = keywords.get(key)?.as_u64()?;
            usize::try_from(number).ok()
        };
        let mut bounds = ValueBounds {
            chars: count("maxLength"),
            min_chars: count("minLength").unwrap_or_default(),
            maximum: keywords.get("maximum").and_then(Value::as_f64),
            items: count("maxItems"),
            members: count("maxProperties"),
            ..ValueBounds::default()
        };
        let texts = keywords.get("enum").and_then(Value::as_array);
        let texts = texts.into_iter().flatten().chain(keywords.get("const"));
        bounds.values = texts.filter_map(Value::as_str).map(str::to_owned).collect();
        if bounds.chars.is_none() && bounds.values.is_empty() && is_text(keywords.get("type")) {
            // The pattern of such a text is checked by the endpoint. Nothing that has a pattern is longer.
            bounds.chars = Some(TEXT_CHARS);
        }
        let names = keywords.get("propertyNames");
        let name_chars = names.and_then(|names| names.get("maxLength")?.as_u64());
        bounds.name_chars = name_chars.and_then(|chars| usize::try_from(chars).ok());
        let boxed = |key: &str| {
            keywords
                .get(key)
                .map(|it| Box::new(ValueBounds::from_schema(it)))
        };
        bounds.item = boxed("items");
        bounds.closed = keywords.get("additionalProperties") == Some(&Value::Bool(false));
        bounds.other = boxed("additionalProperties").filter(|_| !bounds.closed);
        let properties = keywords.get("properties").and_then(Value::as_object);
        for (name, schema) in properties.into_iter().flatten() {
            bounds
                .named
                .insert(name.clone(), ValueBounds::from_schema(schema));
        }
        let alternatives = ["anyOf", "oneOf", "allOf"].map(|key| keywords.get(key));
        for schema in alternatives
            .into_iter()
            .flatten()
            .filter_map(Value::as_array)
            .flatten()
        {
            bounds.allow(ValueBounds::from_schema(schema));
        }
        bounds
    }

    /// Also allows what `other` allows.
    fn allow(&mut self, other: ValueBounds) {
        self.min_chars = match (self.allows_text(), other.allows_text()) {
            (true, true) => self.min_chars.min(other.min_chars),
            (true, false) => self.min_chars,
            (false, _) => other.min_chars,
        };
        self.chars = self.chars.max(other.chars);
        self.values.extend(other.values);
        self.maximum = match (self.maximum, other.maximum) {
            (Some(one), Some(another)) => Some(one.max(another)),
            (one, another) => one.or(another),
        };
        self.items = self.items.max(other.items);
        self.members = self.members.max(other.members);
        self.name_chars = self.name_chars.max(other.name_chars);
        self.closed |= other.closed;
        self.anything |= other.anything;
        for (mine, its) in [(&mut self.item, other.item), (&mut self.other, other.other)] {
            match (mine.as_mut(), its) {
                (Some(bounds), Some(its)) => bounds.allow(*its),
                (None, its) => *mine = its,
                (Some(_), None) => {}
            }
        }
        for (name, bounds) in other.named {
            self.named.entry(name).or_default().allow(bounds);
        }
    }

    fn allows_text(&self) -> bool {
        self.anything || self.chars.is_some() || !self.values.is_empty()
    }

    /// The size of the largest value within the bounds, in bytes. [`BODY_BYTES`] if there is no largest value.
    fn bytes(&self) -> usize {
        if self.anything {
            return BODY_BYTES;
        }
        let text = |chars: usize| chars.saturating_mul(CHAR_BYTES).saturating_add(2);
        let longest = self.values.iter().map(|value| value.chars().count()).max();
        let mut bytes = SCALAR_BYTES + self.chars.max(longest).map_or(0, text);
        let each = |bounds: &Option<Box<ValueBounds>>| bounds.as_ref().map_or(0, |it| it.bytes());
        if let Some(items) = self.items {
            bytes = bytes.saturating_add(each(&self.item).saturating_add(1).saturating_mul(items));
        }
        if let Some(members) = self.members {
            let name = text(self.name_chars.unwrap_or(TEXT_CHARS));
            let member = each(&self.other).saturating_add(name).saturating_add(2);
            bytes = bytes.saturating_add(member.saturating_mul(members));
        }
        for (name, bounds) in &self.named {
            bytes = bytes
                .saturating_add(bounds.bytes())
                .saturating_add(name.len() + 4);
        }
        bytes.min(BODY_BYTES)
    }
}

fn is_text(kind: Option<&Value>) -> bool {
    match kind {
        Some(Value::Array(kinds)) => kinds.iter().any(|kind| kind == "string"),
        Some(kind) => kind == "string",
        None => false,
    }
}

/// Checks one value while it is read from the text of the body.
struct Check<'a> {
    bounds: &'a ValueBounds,
    /// JSON Pointer to the value.
    pointer: String,
    problems: &'a mut Vec<AnswerProblem>,
}

impl Check<'_> {
    fn report(&mut self, pointer: &str, rule: &str) {
        if self.problems.len() < PROBLEM_ERRORS {
            self.problems.push(answer_problem(pointer, rule));
        }
    }

    fn report_here(mut self, rule: &str) {
        let pointer = core::mem::take(&mut self.pointer);
        self.report(&pointer, rule);
    }

    fn is_shorter(&self, text: &str) -> bool {
        text.chars().take(self.bounds.min_chars).count() < self.bounds.min_chars
    }

    fn check_number(self, number: f64) {
        if self.bounds.maximum.is_some_and(|maximum| number > maximum) {
            self.report_here("maximum");
        }
    }
}

impl<'de> DeserializeSeed<'de> for Check<'_> {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if self.bounds.anything {
            return deserializer.deserialize_ignored_any(IgnoredAny).map(drop);
        }
        deserializer.deserialize_any(self)
    }
}

impl<'de> Visitor<'de> for Check<'_> {
    type Value = ();

    fn expecting(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str("JSON")
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        Ok(())
    }

    fn visit_bool<E: Error>(self, _: bool) -> Result<(), E> {
        Ok(())
    }

    fn visit_u64<E: Error>(self, number: u64) -> Result<(), E> {
        self.check_number(number as f64);
        Ok(())
    }

    fn visit_i64<E: Error>(self, number: i64) -> Result<(), E> {
        self.check_number(number as f64);
        Ok(())
    }

    fn visit_f64<E: Error>(self, number: f64) -> Result<(), E> {
        self.check_number(number);
        Ok(())
    }

    fn visit_str<E: Error>(self, text: &str) -> Result<(), E> {
        let values = &self.bounds.values;
        if self.bounds.chars.is_some_and(|max| is_longer(text, max)) {
            self.report_here("maxLength");
        } else if self.is_shorter(text) {
            self.report_here("minLength");
        } else if !values.is_empty() && !values.iter().any(|value| value == text) {
            self.report_here("enum");
        }
        Ok(())
    }

    fn visit_seq<A: SeqAccess<'de>>(mut self, mut items: A) -> Result<(), A::Error> {
        // serde would also read an object from a list of the values of its members.
        if self.bounds.item.is_none() && !self.bounds.named.is_empty() {
            return Err(A::Error::custom("a list in place of an object"));
        }
        let anything = ValueBounds {
            anything: true,
            ..ValueBounds::default()
        };
        let max = self.bounds.items.unwrap_or(usize::MAX);
        let item_bounds = self.bounds.item.as_deref().unwrap_or(&anything);
        for number in 0.. {
            if number == max {
                // The remaining items are only read to the end of the list.
                if items.next_element::<IgnoredAny>()?.is_some() {
                    let pointer = self.pointer.clone();
                    self.report(&pointer, "maxItems");
                    while items.next_element::<IgnoredAny>()?.is_some() {}
                }
                break;
            }
            let check = Check {
                bounds: item_bounds,
                pointer: format!("{}/{number}", self.pointer),
                problems: self.problems,
            };
            if items.next_element_seed(check)?.is_none() {
                break;
            }
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(mut self, mut members: A) -> Result<(), A::Error> {
        let anything = ValueBounds {
            anything: true,
            ..ValueBounds::default()
        };
        let max = self.bounds.members.unwrap_or(usize::MAX);
        let mut count: usize = 0;
        while let Some(name) = members.next_key::<String>()? {
            count = count.saturating_add(1);
            if count > max {
                let pointer = self.pointer.clone();
                self.report(&pointer, "maxProperties");
                members.next_value::<IgnoredAny>()?;
                while members.next_entry::<IgnoredAny, IgnoredAny>()?.is_some() {}
                break;
            }
            let named = self.bounds.named.get(&name);
            if named.is_none()
                && self
                    .bounds
                    .name_chars
                    .is_some_and(|max| is_longer(&name, max))
            {
                // The name isn't repeated in the response, because it may be as long as the whole body.
                let pointer = self.pointer.clone();
                self.report(&pointer, "propertyNames");
                members.next_value::<IgnoredAny>()?;
                continue;
            }
            if named.is_none() && self.bounds.closed {
                // The name isn't repeated in the response, because it may contain what the citizen typed.
                return Err(A::Error::custom("unknown member"));
            }
            let bounds = named.or(self.bounds.other.as_deref()).unwrap_or(&anything);
            members.next_value_seed(Check {
                bounds,
                pointer: child(&self.pointer, &name),
                problems: self.problems,
            })?;
        }
        Ok(())
    }
}

/// Whether a text has more than `max` characters. A text of so many bytes isn't counted.
fn is_longer(text: &str, max: usize) -> bool {
    text.len() > max && text.chars().nth(max).is_some()
}
