//! Enums of responses that a newer backend may extend. A client must show a page although it contains a value that the
//! client doesn't know, so each of these enums has a variant with the text of such a value.

use std::sync::{Mutex, PoisonError};

use serde::de::{Deserialize, Deserializer};

/// The most different unknown texts that are kept. A contract has far fewer values, so more are a fault of the backend.
const MAX_TEXTS: usize = 200;
/// The longest text that is kept, in characters.
const MAX_CHARS: usize = 60;

/// The text of a value that this client doesn't know. Equal texts are stored once and never freed, so that a value can
/// be copied like the known ones.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct UnknownText(&'static str);

static TEXTS: Mutex<Vec<&'static str>> = Mutex::new(Vec::new());

impl UnknownText {
    /// Keeps a text. A text of more than 60 characters is shortened. After 200 different texts the result is `…`.
    pub fn new(text: &str) -> UnknownText {
        let text: String = text.chars().take(MAX_CHARS).collect();
        let mut texts = TEXTS.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(kept) = texts.iter().find(|kept| **kept == text) {
            return UnknownText(kept);
        }
        if texts.len() >= MAX_TEXTS {
            return UnknownText("…");
        }
        let kept: &'static str = Box::leak(text.into_boxed_str());
        texts.push(kept);
        UnknownText(kept)
    }

    /// The text as the backend sent it.
    pub const fn as_str(self) -> &'static str {
        self.0
    }
}

/// Reads the items of a list that this client knows, and leaves out the others.
pub(crate) fn known_items<'de, D, T>(
    deserializer: D,
    from_key: fn(&str) -> Option<T>,
) -> Result<Vec<T>, D::Error>
where
    D: Deserializer<'de>,
{
    let keys = Vec::<String>::deserialize(deserializer)?;
    Ok(keys.iter().filter_map(|key| from_key(key)).collect())
}

/// Defines an enum whose variants are texts in JSON. Any other text becomes the variant `Other`, which keeps it. A
/// request must contain a known text: the schema lists only these.
macro_rules! open_enum {
    (
        $(#[$meta:meta])*
        pub enum $name:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $key:literal,)+
        }
    ) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[cfg_attr(feature = "openapi", derive(schemars::JsonSchema))]
        $(#[$meta])*
        pub enum $name {
            $(
                $(#[$variant_meta])*
                #[cfg_attr(feature = "openapi", schemars(rename = $key))]
                $variant,
            )+
            /// A value that this client doesn't know.
            #[cfg_attr(feature = "openapi", schemars(skip))]
            Other($crate::open_enum::UnknownText),
        }

        impl $name {
            /// All known values, in the order of the contract.
            pub const ALL: [$name; [$($key),+].len()] = [$($name::$variant),+];

            /// The text of the value in JSON.
            pub const fn key(self) -> &'static str {
                match self {
                    $($name::$variant => $key,)+
                    $name::Other(text) => text.as_str(),
                }
            }

            /// The known value with this text. `None` if there is none.
            pub fn from_key(key: &str) -> Option<$name> {
                $name::ALL.into_iter().find(|value| value.key() == key)
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(self.key())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let key = <String as serde::Deserialize>::deserialize(deserializer)?;
                let other = || $name::Other($crate::open_enum::UnknownText::new(&key));
                Ok($name::from_key(&key).unwrap_or_else(other))
            }
        }
    };
}
pub(crate) use open_enum;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keeps_equal_texts_once_and_long_texts_short() {
        let text = UnknownText::new("somewhere");
        assert_eq!(text, UnknownText::new("somewhere"));
        assert_eq!(text.as_str(), "somewhere");
        let long = UnknownText::new(&"ấ".repeat(1_000));
        assert_eq!(long.as_str().chars().count(), MAX_CHARS);
    }
}
