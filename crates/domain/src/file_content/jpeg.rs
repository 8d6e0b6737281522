//! The structure of a JPEG file (ITU-T T.81, annex B): segments with a length, and picture data up to the next marker.

use super::defect::FileDefect;

/// Checks that the file has a picture of some size, with data, and reaches its end marker. A thumbnail inside a segment
/// is skipped together with the segment, so its end marker isn't mistaken for the end of the picture.
pub(super) fn check_jpeg(bytes: &[u8]) -> Result<(), FileDefect> {
    let mut at = 2;
    let mut has_frame = false;
    let mut has_data = false;
    loop {
        at = next_marker(bytes, at)?;
        let marker = bytes.get(at + 1).ok_or(FileDefect::CutOff)?;
        at += 2;
        match marker {
            0xD9 if has_frame && has_data => return Ok(()),
            0xD8 | 0xD9 => return Err(FileDefect::Damaged),
            // Markers without a length.
            0x01 | 0xD0..=0xD7 => continue,
            _ => {}
        }
        let length = read_u16(bytes, at).ok_or(FileDefect::CutOff)?;
        if length < 2 {
            return Err(FileDefect::Damaged);
        }
        let segment = bytes.get(at..at + length).ok_or(FileDefect::CutOff)?;
        at += length;
        match marker {
            // Tables and reserved markers between the frame markers.
            0xC4 | 0xC8 | 0xCC => {}
            0xC0..=0xCF => {
                let (height, width) = (read_u16(segment, 3), read_u16(segment, 5));
                has_frame =
                    height.is_some_and(|height| height > 0) && width.is_some_and(|width| width > 0);
                if !has_frame {
                    return Err(FileDefect::Damaged);
                }
            }
            0xDA => {
                let end = next_marker(bytes, at)?;
                has_data |= end > at;
                at = end;
            }
            _ => {}
        }
    }
}

/// The position of the next marker. Skips picture data: in it, `FF 00` stands for the byte `FF`, and the restart markers
/// belong to the data.
fn next_marker(bytes: &[u8], from: usize) -> Result<usize, FileDefect> {
    let mut at = from;
    loop {
        let rest = bytes.get(at..).ok_or(FileDefect::CutOff)?;
        let found = rest.iter().position(|byte| *byte == 0xFF);
        at += found.ok_or(FileDefect::CutOff)?;
        match bytes.get(at + 1) {
            None => return Err(FileDefect::CutOff),
            // A marker may be preceded by any number of `FF`.
            Some(0xFF) => at += 1,
            Some(0x00 | 0xD0..=0xD7) => at += 2,
            Some(_) => return Ok(at),
        }
    }
}

/// Reads a number of two bytes, the most significant one first.
fn read_u16(bytes: &[u8], at: usize) -> Option<usize> {
    let bytes = bytes.get(at..)?.first_chunk::<2>()?;
    Some(usize::from(u16::from_be_bytes(*bytes)))
}
