//! Notes the digital signatures of a PDF file (ISO 32000-1, section 12.8.1). They aren't verified: a signature dictionary
//! only says that somebody signed, and who and when as the signer's device noted it.

use contract::dossier::FileSignature;
use contract::time::Timestamp;

use super::pdf::visit_dictionaries;
use crate::calendar::Date;
use crate::format::parse_one_line_text;

/// The longest name of a signer, in characters.
const SIGNER_CHARS: usize = 200;
/// The most signatures that are noted. A document passes through fewer hands.
const MAX_SIGNATURES: usize = 20;
/// Vietnam's offset from UTC, in minutes. A signing time without an offset counts as Vietnamese time.
const VIETNAM_OFFSET: i32 = 7 * 60;

/// The signatures of a PDF file, in the order of the file. Empty for a file of another kind.
pub fn read_signatures(bytes: &[u8]) -> Vec<FileSignature> {
    let mut signatures = Vec::new();
    if !bytes.starts_with(b"%PDF") {
        return signatures;
    }
    visit_dictionaries(bytes, |one| {
        let dictionary = one.dictionary;
        let kind = dictionary.word(b"/Type");
        // The type is optional, but only a signature says which bytes it covers. A time stamp is nobody's signature.
        let is_signature = dictionary.has(b"/ByteRange")
            && dictionary.has(b"/Contents")
            && matches!(kind, None | Some(b"/Sig"));
        if is_signature && signatures.len() < MAX_SIGNATURES {
            let signer = dictionary.text(b"/Name");
            signatures.push(FileSignature {
                signer: signer.and_then(|name| parse_one_line_text(&name, SIGNER_CHARS).ok()),
                at: dictionary.text(b"/M").and_then(|time| parse_time(&time)),
            });
        }
    });
    signatures
}

/// Reads a date of PDF, for example `D:20261122082000+07'00'` (ISO 32000-1, section 7.9.4).
fn parse_time(text: &str) -> Option<Timestamp> {
    let text = text.strip_prefix("D:").unwrap_or(text);
    let number = |from: usize, to: usize| -> Option<i32> { text.get(from..to)?.parse().ok() };
    let year = u16::try_from(number(0, 4)?).ok()?;
    let month = u8::try_from(number(4, 6)?).ok()?;
    let day = u8::try_from(number(6, 8)?).ok()?;
    let (hour, minute) = (number(8, 10)?, number(10, 12)?);
    let second = number(12, 14).filter(|second| (0..60).contains(second));
    if !(0..24).contains(&hour) || !(0..60).contains(&minute) {
        return None;
    }
    let zone = text.get(14..).unwrap_or_default();
    let offset = match zone.as_bytes().first() {
        Some(b'Z') => 0,
        Some(sign @ (b'+' | b'-')) => {
            let hours: i32 = zone.get(1..3)?.parse().ok()?;
            let minutes = zone.get(4..6).and_then(|minutes| minutes.parse().ok());
            let minutes = hours * 60 + minutes.unwrap_or(0);
            if *sign == b'-' { -minutes } else { minutes }
        }
        _ => VIETNAM_OFFSET,
    };
    let minutes = hour * 60 + minute - offset;
    let date = Date::new(year, month, day)?.add_days(minutes.div_euclid(24 * 60));
    let minutes = minutes.rem_euclid(24 * 60);
    Some(Timestamp(format!(
        "{}T{:02}:{:02}:{:02}Z",
        date.to_iso(),
        minutes / 60,
        minutes % 60,
        second.unwrap_or(0)
    )))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn signed(dictionaries: &str) -> Vec<u8> {
        format!("%PDF-1.7\n1 0 obj <</Type /Page>> endobj\n{dictionaries}\ntrailer <<>>\n")
            .into_bytes()
    }

    #[test]
    fn notes_each_signer_with_the_time_in_utc() {
        let file = signed(
            "7 0 obj <</Type /Sig /Filter /Adobe.PPKLite /ByteRange [0 9 20 5] /Contents <00ff>\
             /Name <FEFF004C00EA> /M (D:20261122062000+07'00')>> endobj\n\
             8 0 obj <</Contents <00> /ByteRange [0 1 2 3] /Name (UBND x\u{e3} Tri\u{1ec7}u Phong)\
             /M (D:20261122235959Z)>> endobj",
        );
        let noted = read_signatures(&file);
        assert_eq!(
            noted,
            [
                FileSignature {
                    signer: Some("L\u{ea}".to_owned()),
                    at: Some(Timestamp("2026-11-21T23:20:00Z".to_owned())),
                },
                FileSignature {
                    signer: Some("UBND x\u{e3} Tri\u{1ec7}u Phong".to_owned()),
                    at: Some(Timestamp("2026-11-22T23:59:59Z".to_owned())),
                }
            ]
        );
    }

    #[test]
    fn takes_nothing_else_for_a_signature() {
        for other in [
            "7 0 obj <</Type /DocTimeStamp /ByteRange [0 1 2 3] /Contents <00>>> endobj",
            "7 0 obj <</Type /Sig /Name (only a name)>> endobj",
            "7 0 obj <</Length 60>> stream 8 0 obj <</Type /Sig /ByteRange [0] /Contents <00>>> endstream endobj",
        ] {
            assert_eq!(read_signatures(&signed(other)), [], "{other}");
        }
        assert_eq!(read_signatures(b"\xFF\xD8 /Type /Sig"), []);
    }

    #[test]
    fn keeps_a_signature_whose_name_or_time_is_unreadable() {
        let dictionary = "7 0 obj <</Type /Sig /ByteRange [0 1 2 3] /Contents <00> /M (hôm qua) /Name ()>> endobj";
        assert_eq!(
            read_signatures(&signed(dictionary)),
            [FileSignature::default()]
        );
        for wrong in ["", "D:2026", "D:20261301000000", "D:20261122250000"] {
            assert_eq!(parse_time(wrong), None, "{wrong}");
        }
        let without_zone = parse_time("D:20261122062000").map(|at| at.0);
        assert_eq!(without_zone.as_deref(), Some("2026-11-21T23:20:00Z"));
    }
}
