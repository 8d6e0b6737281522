//! The options of a control: our own words for widgets, prefilling, deriving and offering another answer again, and
//! two of JSON Forms'.

use serde_json::Value;

use super::carry_over::CarryOver;
use super::control::Fields;
use super::load_fault::{LoadFault, LoadReason, below};
use super::question::Prefill;
use super::rule::only;
use super::schema::{Rules, array, object, text};

/// What a control's options ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Widget {
    Radio,
    Plain,
    LongText,
}

/// What the options of a control say.
#[derive(Default)]
pub(super) struct Options {
    pub(super) widget: Option<Widget>,
    pub(super) prefill: Option<Prefill>,
    pub(super) words_of: Option<String>,
    pub(super) future: bool,
    /// The layout of a list's entry, and where it stands.
    pub(super) detail: Option<(Value, String)>,
    pub(super) add: Option<String>,
    pub(super) item: Option<String>,
    pub(super) same_as: Vec<String>,
    /// `None`: as what it stands in says.
    pub(super) carry_over: Option<CarryOver>,
}

impl Options {
    pub(super) fn read(
        fields: &Fields<'_>,
        options: Option<&Value>,
        at: &str,
    ) -> Result<Options, LoadFault> {
        let mut read = Options::default();
        let Some(options) = options else {
            return Ok(read);
        };
        for (name, value) in object(options, at)? {
            let at = below(at, name);
            let refused = || LoadFault::new(LoadReason::UnknownOption, name, &at);
            if !fields.may_repeat
                && matches!(
                    name.as_str(),
                    "prefill" | "derive" | "same_as" | "carry_over"
                )
            {
                return Err(refused());
            }
            match (name.as_str(), value.as_str()) {
                ("detail", None) => read.detail = Some((value.clone(), at)),
                ("add", Some(words)) => read.add = Some(words.to_owned()),
                ("item", Some(words)) => read.item = Some(words.to_owned()),
                ("widget" | "format", Some("radio")) => read.widget = Some(Widget::Radio),
                ("widget", Some("long-text")) => read.widget = Some(Widget::LongText),
                ("widget", Some("select" | "text" | "checkbox")) => {
                    read.widget = Some(Widget::Plain)
                }
                ("multi", None) if *value == Value::Bool(true) => {
                    read.widget = Some(Widget::LongText)
                }
                ("multi", None) if *value == Value::Bool(false) => {}
                ("future", None) => read.future = value.as_bool().ok_or_else(refused)?,
                ("prefill", Some("account.name")) => read.prefill = Some(Prefill::AccountName),
                ("prefill", Some("account.citizen_id")) => {
                    read.prefill = Some(Prefill::AccountCitizenId)
                }
                ("prefill", Some("account.birth_date")) => {
                    read.prefill = Some(Prefill::AccountBirthDate)
                }
                ("prefill", Some("account.phone")) => read.prefill = Some(Prefill::AccountPhone),
                ("carry_over", _) => read.carry_over = Some(CarryOver::read(value, &at)?),
                ("derive", None) => {
                    only(value, &["words-of"], &at)?;
                    let source = value.get("words-of").unwrap_or(&Value::Null);
                    read.words_of = Some(property(fields.root, source, &at)?);
                }
                ("same_as", None) => {
                    let sources = array(value, &at)?.iter();
                    let sources = sources.map(|source| property(fields.root, source, &at));
                    read.same_as = sources.collect::<Result<_, _>>()?;
                }
                _ => return Err(refused()),
            }
        }
        Ok(read)
    }
}

/// The id of a property that the schema has.
fn property(root: &Rules, name: &Value, at: &str) -> Result<String, LoadFault> {
    let name = text(name, at)?;
    match root.object.properties.contains_key(name) {
        true => Ok(name.to_owned()),
        false => Err(LoadFault::new(LoadReason::UnknownQuestion, name, at)),
    }
}
