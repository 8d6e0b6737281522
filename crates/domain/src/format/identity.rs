//! Personal identification numbers: 12 digits (số định danh, CCCD), or 9 of an old CMND; and organisations' tax codes.
//!
//! What the digits say about province, birth year and sex is a warning at most: cards with mistakes exist,
//! and what numbers given after 1 July 2025 begin with is not published.

use super::Fault;
use super::digits::digits;

/// Twelve digits.
pub fn citizen_id(text: &str) -> Result<String, Fault> {
    let id = digits(text)?;
    match id.len() {
        12 => Ok(id),
        found => Err(Fault::WrongDigits { found }),
    }
}

/// Nine or twelve digits.
pub fn identity_number(text: &str) -> Result<String, Fault> {
    let id = digits(text)?;
    match id.len() {
        9 | 12 => Ok(id),
        found => Err(Fault::WrongDigits { found }),
    }
}

/// «Mã số thuế» of an organisation: ten digits, or those and a branch's three after a dash (TT 86/2024/TT-BTC). What the
/// tenth digit checks is published nowhere, so it refuses nothing.
pub fn tax_code(text: &str) -> Result<String, Fault> {
    let mut code = digits(text)?;
    match code.len() {
        10 => Ok(code),
        13 => {
            code.insert(10, '-');
            Ok(code)
        }
        found => Err(Fault::WrongDigits { found }),
    }
}

/// Sex as the fourth digit of a citizen id tells it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Nam.
    Male,
    /// Nữ.
    Female,
}

/// Something about a citizen id that doesn't fit the other answers. Never a reason to refuse.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdWarning {
    /// The first three digits are no province known before July 2025.
    UnknownProvince,
    /// The digits for the birth year say another year.
    BirthYearDiffers,
    /// The digit for the sex says the other.
    SexDiffers,
}

/// What in a canonical 12-digit id doesn't fit (NĐ 137/2015/NĐ-CP Điều 13, TT 07/2016/TT-BCA).
///
/// `birth` is a canonical date or partial date, of which the year counts. Any other id gives no warning.
pub fn citizen_id_warnings(id: &str, birth: Option<&str>, sex: Option<Sex>) -> Vec<IdWarning> {
    let digits: Vec<u32> = id.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let [p1, p2, p3, century, tens, ones, ..] = digits.as_slice() else {
        return Vec::new();
    };
    if id.len() != 12 || digits.len() != 12 {
        return Vec::new();
    }
    let mut warnings = Vec::new();
    if *p1 != 0 || !PROVINCES.contains(&(p2 * 10 + p3)) {
        warnings.push(IdWarning::UnknownProvince);
    }
    let year = 1900 + century / 2 * 100 + tens * 10 + ones;
    let born = birth
        .and_then(|text| text.rsplit('/').next())
        .and_then(|text| text.parse().ok());
    if born.is_some_and(|born: u32| born != year) {
        warnings.push(IdWarning::BirthYearDiffers);
    }
    let told = if century % 2 == 0 {
        Sex::Male
    } else {
        Sex::Female
    };
    if sex.is_some_and(|sex| sex != told) {
        warnings.push(IdWarning::SexDiffers);
    }
    warnings
}

/// The province codes of the 63 units before July 2025, without the leading zero.
const PROVINCES: [u32; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];
