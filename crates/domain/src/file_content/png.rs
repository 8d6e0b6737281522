//! The structure of a PNG file (W3C PNG, section 5): chunks, each with a length, a type and a checksum.

use super::defect::FileDefect;

/// The number of bytes of the signature, which `detect_file_kind` has checked.
const SIGNATURE: usize = 8;

/// Checks that the file begins with a picture's size, has data, and ends with the end chunk. Checks the checksums of the
/// chunks that a program needs to show the picture.
pub(super) fn check_png(bytes: &[u8]) -> Result<(), FileDefect> {
    let mut rest = bytes.get(SIGNATURE..).ok_or(FileDefect::CutOff)?;
    let mut is_first = true;
    let mut has_data = false;
    loop {
        let (length, tail) = split_u32(rest).ok_or(FileDefect::CutOff)?;
        let length = usize::try_from(length).map_err(|_| FileDefect::CutOff)?;
        let (checked, tail) = tail
            .split_at_checked(length.saturating_add(4))
            .ok_or(FileDefect::CutOff)?;
        let (checksum, tail) = split_u32(tail).ok_or(FileDefect::CutOff)?;
        let (kind, content) = checked.split_at_checked(4).ok_or(FileDefect::CutOff)?;
        let is_critical = kind.first().is_some_and(u8::is_ascii_uppercase);
        let is_intact = !is_critical || crc32(checked) == checksum;
        if !is_intact || is_first != (kind == b"IHDR") {
            return Err(FileDefect::Damaged);
        }
        match kind {
            b"IHDR" if !has_size(content) => return Err(FileDefect::Damaged),
            b"IDAT" => has_data |= !content.is_empty(),
            b"IEND" if has_data => return Ok(()),
            b"IEND" => return Err(FileDefect::Damaged),
            _ => {}
        }
        is_first = false;
        rest = tail;
    }
}

/// Whether the content of the first chunk states a width and a height.
fn has_size(header: &[u8]) -> bool {
    let size = split_u32(header).and_then(|(width, rest)| Some((width, split_u32(rest)?.0)));
    header.len() == 13 && size.is_some_and(|(width, height)| width > 0 && height > 0)
}

fn split_u32(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let (number, rest) = bytes.split_first_chunk::<4>()?;
    Some((u32::from_be_bytes(*number), rest))
}

/// The CRC-32 of a chunk's type and content (ISO 3309).
fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(u32::MAX, |sum, byte| {
        shift_half_byte(shift_half_byte(sum ^ u32::from(*byte)))
    })
}

/// Shifts four bits out of a CRC-32. Half a byte at a time needs a table of 16 numbers and not of 256.
fn shift_half_byte(sum: u32) -> u32 {
    const REMAINDERS: [u32; 16] = [
        0x0000_0000,
        0x1DB7_1064,
        0x3B6E_20C8,
        0x26D9_30AC,
        0x76DC_4190,
        0x6B6B_51F4,
        0x4DB2_6158,
        0x5005_713C,
        0xEDB8_8320,
        0xF00F_9344,
        0xD6D6_A3E8,
        0xCB61_B38C,
        0x9B64_C2B0,
        0x86D3_D2D4,
        0xA00A_E278,
        0xBDBD_F21C,
    ];
    let low_bits = (sum & 15) as usize;
    (sum >> 4) ^ REMAINDERS.get(low_bits).copied().unwrap_or(0)
}
