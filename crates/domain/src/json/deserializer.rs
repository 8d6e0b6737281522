//! Connects the reader to serde. The functions here are compiled once for each type, so they only call the visitor.

use core::fmt;

use serde::de::{
    DeserializeOwned, DeserializeSeed, Deserializer, EnumAccess, Error, Expected, MapAccess,
    SeqAccess, Unexpected, VariantAccess, Visitor,
};
use serde::forward_to_deserialize_any;

use super::number::JsonNumber;
use super::reader::{JsonReader, ParseError};

/// Parses a JSON text. `None` if the text isn't valid JSON, or isn't a value of the type.
///
/// It accepts what `serde_json::from_str` accepts, except an array in place of a struct, and keys of a map that are not
/// texts in Rust.
pub fn parse_json<T: DeserializeOwned>(text: &str) -> Option<T> {
    let mut reader = JsonReader::new(text);
    let value = T::deserialize(&mut reader).ok()?;
    reader.is_at_end().then_some(value)
}

impl fmt::Display for ParseError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("invalid JSON")
    }
}

impl core::error::Error for ParseError {}

// Every function is defined, because the provided ones format a message.
impl Error for ParseError {
    fn custom<T: fmt::Display>(_: T) -> Self {
        ParseError
    }

    fn invalid_type(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        ParseError
    }

    fn invalid_value(_: Unexpected<'_>, _: &dyn Expected) -> Self {
        ParseError
    }

    fn invalid_length(_: usize, _: &dyn Expected) -> Self {
        ParseError
    }

    fn unknown_variant(_: &str, _: &'static [&'static str]) -> Self {
        ParseError
    }

    fn unknown_field(_: &str, _: &'static [&'static str]) -> Self {
        ParseError
    }

    fn missing_field(_: &'static str) -> Self {
        ParseError
    }

    fn duplicate_field(_: &'static str) -> Self {
        ParseError
    }
}

/// Defines functions that read a value of a certain kind in the same way.
macro_rules! deserialize_alike {
    ($by:ident: $($function:ident)+) => {
        $(
            fn $function<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
                self.$by(visitor)
            }
        )+
    };
}

impl<'de> JsonReader<'de> {
    fn visit_number<V: Visitor<'de>>(&mut self, visitor: V) -> Result<V::Value, ParseError> {
        match self.read_number()? {
            JsonNumber::Unsigned(number) => visitor.visit_u64(number),
            JsonNumber::Signed(number) => visitor.visit_i64(number),
            JsonNumber::Float(number) if number.is_finite() => visitor.visit_f64(number),
            JsonNumber::Float(_) => Err(ParseError),
        }
    }
}

impl<'de> Deserializer<'de> for &mut JsonReader<'de> {
    type Error = ParseError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        match self.peek_token() {
            b'"' => self.deserialize_str(visitor),
            b'{' => self.deserialize_map(visitor),
            b'[' => self.deserialize_seq(visitor),
            b'n' => self.deserialize_unit(visitor),
            b't' | b'f' => self.deserialize_bool(visitor),
            _ => self.visit_number(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        visitor.visit_bool(self.read_bool()?)
    }

    deserialize_alike!(
        visit_number: deserialize_i8 deserialize_i16 deserialize_i32 deserialize_i64
            deserialize_u8 deserialize_u16 deserialize_u32 deserialize_u64 deserialize_f32 deserialize_f64
    );

    // A text is never lent for the lifetime of the JSON text: nothing that owns its data needs that, and each visitor
    // would be compiled twice.
    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        visitor.visit_str(self.read_text()?)
    }

    deserialize_alike!(deserialize_str: deserialize_string deserialize_identifier deserialize_char);

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        match self.take_null()? {
            true => visitor.visit_none(),
            false => visitor.visit_some(self),
        }
    }

    fn deserialize_unit<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        self.read_null()?;
        visitor.visit_unit()
    }

    fn deserialize_unit_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        self.deserialize_unit(visitor)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        visitor.visit_newtype_struct(self)
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        self.begin(b'[')?;
        let value = visitor.visit_seq(&mut *self)?;
        self.end(b']')?;
        Ok(value)
    }

    fn deserialize_tuple<V: Visitor<'de>>(
        self,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_tuple_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: usize,
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        self.deserialize_seq(visitor)
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        self.begin(b'{')?;
        let value = visitor.visit_map(&mut *self)?;
        self.end(b'}')?;
        Ok(value)
    }

    // An array would also be a struct for serde, but no backend writes one so. Each struct would be compiled twice.
    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _: &'static str,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        let has_content = self.begin_variant()?;
        let value = visitor.visit_enum(Variant {
            reader: &mut *self,
            has_content,
        })?;
        if has_content {
            self.end(b'}')?;
        }
        Ok(value)
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, ParseError> {
        self.skip_value()?;
        visitor.visit_unit()
    }

    // JSON has no bytes.
    forward_to_deserialize_any! { bytes byte_buf }
}

impl<'de> SeqAccess<'de> for &mut JsonReader<'de> {
    type Error = ParseError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, ParseError> {
        match self.has_next(b']')? {
            true => seed.deserialize(&mut **self).map(Some),
            false => Ok(None),
        }
    }
}

impl<'de> MapAccess<'de> for &mut JsonReader<'de> {
    type Error = ParseError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, ParseError> {
        match self.has_next_key()? {
            true => seed.deserialize(&mut **self).map(Some),
            false => Ok(None),
        }
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<T::Value, ParseError> {
        self.read_colon()?;
        seed.deserialize(&mut **self)
    }
}

/// A variant of an enum: a text, or an object whose only member is the variant with its content.
struct Variant<'reader, 'de> {
    reader: &'reader mut JsonReader<'de>,
    has_content: bool,
}

impl<'reader, 'de> Variant<'reader, 'de> {
    /// The reader at the content of the variant.
    fn content(self) -> Result<&'reader mut JsonReader<'de>, ParseError> {
        match self.has_content {
            true => Ok(self.reader),
            false => Err(ParseError),
        }
    }
}

impl<'de> EnumAccess<'de> for Variant<'_, 'de> {
    type Error = ParseError;
    type Variant = Self;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Self), ParseError> {
        let variant = seed.deserialize(&mut *self.reader)?;
        if self.has_content {
            self.reader.read_colon()?;
        }
        Ok((variant, self))
    }
}

impl<'de> VariantAccess<'de> for Variant<'_, 'de> {
    type Error = ParseError;

    fn unit_variant(self) -> Result<(), ParseError> {
        match self.has_content {
            true => self.reader.read_null(),
            false => Ok(()),
        }
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<T::Value, ParseError> {
        seed.deserialize(self.content()?)
    }

    fn tuple_variant<V: Visitor<'de>>(self, _: usize, visitor: V) -> Result<V::Value, ParseError> {
        self.content()?.deserialize_seq(visitor)
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, ParseError> {
        self.content()?.deserialize_map(visitor)
    }
}
