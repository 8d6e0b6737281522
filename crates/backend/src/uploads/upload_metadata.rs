//! The header `Upload-Metadata` (tus creation extension). The client describes a file in it before it sends the bytes.
//! Only the syntax is checked here, and no value is trusted.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use contract::limits::{
    COMPONENT_CODE_CHARS, FILE_ID_MAX_CHARS, FILE_ID_MIN_CHARS, MEDIA_TYPE_CHARS,
};

use crate::http::extract::to_nfc;

/// The values in the header `Upload-Metadata`.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct UploadMetadata {
    /// The file name on the client's device, in NFC. It may still contain folders and invisible characters.
    pub(crate) file_name: String,
    /// The media type that the client stated. It is only shown, and only until the content of the file is known.
    pub(crate) file_type: Option<String>,
    /// The code of the component that the file is attached to.
    pub(crate) component: String,
    /// The id that the client chose for the file. If the client creates the same upload twice, the backend recognises
    /// this by the id.
    pub(crate) file_id: String,
}

/// Why the header `Upload-Metadata` is malformed. The messages are for developers of clients.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub(crate) enum UploadMetadataError {
    /// The header lacks a required key. Contains this key.
    #[error("Upload-Metadata lacks `{0}`")]
    Missing(&'static str),
    /// A value in the header isn't base64 of UTF-8 text.
    #[error("a value of Upload-Metadata isn't base64 of UTF-8 text")]
    NotText,
    /// The header contains a key more than once.
    #[error("a key of Upload-Metadata occurs twice")]
    Twice,
    /// A value is too long. Contains its key.
    #[error("`{0}` of Upload-Metadata is too long")]
    TooLong(&'static str),
    /// The file id is malformed.
    #[error(
        "`file_id` must be {FILE_ID_MIN_CHARS} to {FILE_ID_MAX_CHARS} letters, digits or dashes"
    )]
    BadFileId,
}

/// Parses the value of the header `Upload-Metadata`. Its syntax is `key base64, key base64`. Unknown keys are ignored,
/// as tus requires.
pub(crate) fn parse(header: &str) -> Result<UploadMetadata, UploadMetadataError> {
    let mut file_name = None;
    let mut file_type = None;
    let mut component = None;
    let mut file_id = None;
    for pair in header
        .split(',')
        .map(str::trim)
        .filter(|pair| !pair.is_empty())
    {
        let (key, value) = pair.split_once(' ').unwrap_or((pair, ""));
        let value_of_key = match key {
            "filename" => &mut file_name,
            "filetype" => &mut file_type,
            "component" => &mut component,
            "file_id" => &mut file_id,
            _ => continue,
        };
        if value_of_key.replace(text(value.trim())?).is_some() {
            return Err(UploadMetadataError::Twice);
        }
    }
    let metadata = UploadMetadata {
        file_id: file_id.ok_or(UploadMetadataError::Missing("file_id"))?,
        file_name: file_name.ok_or(UploadMetadataError::Missing("filename"))?,
        file_type: file_type.filter(|file_type| !file_type.is_empty()),
        component: component.ok_or(UploadMetadataError::Missing("component"))?,
    };
    check(&metadata)?;
    Ok(metadata)
}

/// Checks the lengths of the values, and the letters of the file id.
pub(crate) fn check(metadata: &UploadMetadata) -> Result<(), UploadMetadataError> {
    let file_id = &metadata.file_id;
    let well_formed = (FILE_ID_MIN_CHARS..=FILE_ID_MAX_CHARS).contains(&file_id.len())
        && file_id
            .bytes()
            .all(|byte| byte.is_ascii_alphanumeric() || byte == b'-');
    if !well_formed {
        return Err(UploadMetadataError::BadFileId);
    }
    let is_longer = |text: &str, max| text.chars().nth(max).is_some();
    if is_longer(&metadata.component, COMPONENT_CODE_CHARS) {
        return Err(UploadMetadataError::TooLong("component"));
    }
    match &metadata.file_type {
        Some(file_type) if is_longer(file_type, MEDIA_TYPE_CHARS) => {
            Err(UploadMetadataError::TooLong("filetype"))
        }
        _ => Ok(()),
    }
}

fn text(encoded: &str) -> Result<String, UploadMetadataError> {
    let bytes = STANDARD
        .decode(encoded)
        .map_err(|_| UploadMetadataError::NotText)?;
    let text = String::from_utf8(bytes).map_err(|_| UploadMetadataError::NotText)?;
    Ok(to_nfc(&text))
}

#[cfg(test)]
#[expect(clippy::unwrap_used, reason = "a test may panic")]
mod tests {
    use super::*;

    fn header(pairs: &[(&str, &str)]) -> String {
        let pairs = pairs
            .iter()
            .map(|(key, value)| format!("{key} {}", STANDARD.encode(value)));
        pairs.collect::<Vec<_>>().join(",")
    }

    const WHOLE: [(&str, &str); 3] = [
        ("filename", "a.pdf"),
        ("component", "KQ1"),
        ("file_id", "abcd-1234"),
    ];

    #[test]
    fn composes_a_decomposed_file_name() {
        let mut pairs = WHOLE;
        pairs[0].1 = "a\u{302}\u{301}.pdf";
        assert_eq!(parse(&header(&pairs)).unwrap().file_name, "ấ.pdf");
    }

    #[test]
    fn ignores_unknown_metadata_keys() {
        let more = format!("is_confidential, {},relativePath bnVsbA==", header(&WHOLE));
        assert_eq!(parse(&more).unwrap().file_id, "abcd-1234");
    }

    #[test]
    fn names_the_metadata_value_that_is_too_long() {
        for (key, max) in [
            ("filetype", MEDIA_TYPE_CHARS),
            ("component", COMPONENT_CODE_CHARS),
        ] {
            let parsed = |chars| {
                let long = "a".repeat(chars);
                let mut pairs = WHOLE.to_vec();
                pairs.retain(|(other, _)| *other != key);
                pairs.push((key, long.as_str()));
                parse(&header(&pairs))
            };
            assert!(parsed(max).is_ok());
            assert_eq!(parsed(max + 1), Err(UploadMetadataError::TooLong(key)));
        }
    }

    #[test]
    fn names_each_missing_or_malformed_metadata_key() {
        assert_eq!(parse(""), Err(UploadMetadataError::Missing("file_id")));
        assert_eq!(
            parse(&header(&WHOLE[1..])),
            Err(UploadMetadataError::Missing("filename"))
        );
        assert_eq!(parse("filename ???"), Err(UploadMetadataError::NotText));
        assert_eq!(parse("filename //8="), Err(UploadMetadataError::NotText));
        let twice = format!("{},{}", header(&WHOLE), header(&WHOLE[..1]));
        assert_eq!(parse(&twice), Err(UploadMetadataError::Twice));
        for id in ["short", "with space here", "../../../etc", "ấấấấấấấấấ"] {
            let mut pairs = WHOLE;
            pairs[2].1 = id;
            assert_eq!(
                parse(&header(&pairs)),
                Err(UploadMetadataError::BadFileId),
                "{id}"
            );
        }
    }
}
