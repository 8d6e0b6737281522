//! Parses identity numbers of people and tax codes of organisations. A personal identification number (số định danh,
//! CCCD) has 12 digits, the number of an old CMND has 9.
//!
//! The digits of a number can contradict the province, birth year or sex. Such a contradiction is only a warning,
//! because cards with errors exist, and because the province codes of numbers issued after 1 July 2025 are not
//! published.

use super::digits::parse_digits;
use super::error::FormatError;

/// Parses a citizen id of twelve digits.
pub fn parse_citizen_id(text: &str) -> Result<String, FormatError> {
    let id = parse_digits(text)?;
    match id.len() {
        12 => Ok(id),
        found => Err(FormatError::WrongDigits { found }),
    }
}

/// Parses an identity number of nine or twelve digits.
pub fn parse_identity_number(text: &str) -> Result<String, FormatError> {
    let id = parse_digits(text)?;
    match id.len() {
        9 | 12 => Ok(id),
        found => Err(FormatError::WrongDigits { found }),
    }
}

/// Parses the tax code (mã số thuế) of an organisation: ten digits. The tax code of a branch has three more digits
/// after a dash (TT 86/2024/TT-BTC). The check digit is not verified, because its formula is not published.
pub fn parse_tax_code(text: &str) -> Result<String, FormatError> {
    let mut code = parse_digits(text)?;
    match code.len() {
        10 => Ok(code),
        13 => {
            code.insert(10, '-');
            Ok(code)
        }
        found => Err(FormatError::WrongDigits { found }),
    }
}

/// A person's sex. The fourth digit of a citizen id encodes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// Male, nam.
    Male,
    /// Female, nữ.
    Female,
}

/// A contradiction between a citizen id and other answers. It is only a warning: the citizen id is never refused
/// because of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IdWarning {
    /// The first three digits are not a province code that was used before July 2025.
    UnknownProvince,
    /// The digits for the birth year differ from the birth date.
    BirthYearDiffers,
    /// The digit for the sex differs from the answer about the sex.
    SexDiffers,
}

/// The contradictions between a citizen id of 12 digits and other answers (NĐ 137/2015/NĐ-CP Điều 13, TT
/// 07/2016/TT-BCA).
///
/// `birth` is a canonical date or partial date; only its year is compared. Other identity numbers have no warnings.
pub fn citizen_id_warnings(id: &str, birth: Option<&str>, sex: Option<Sex>) -> Vec<IdWarning> {
    let digits: Vec<u32> = id.chars().filter_map(|digit| digit.to_digit(10)).collect();
    let [p1, p2, p3, century, tens, ones, ..] = digits.as_slice() else {
        return Vec::new();
    };
    if id.len() != 12 || digits.len() != 12 {
        return Vec::new();
    }
    let mut warnings = Vec::new();
    if *p1 != 0 || !PROVINCE_CODES.contains(&(p2 * 10 + p3)) {
        warnings.push(IdWarning::UnknownProvince);
    }
    let year = 1900 + century / 2 * 100 + tens * 10 + ones;
    let born = birth
        .and_then(|text| text.rsplit('/').next())
        .and_then(|text| text.parse().ok());
    if born.is_some_and(|born: u32| born != year) {
        warnings.push(IdWarning::BirthYearDiffers);
    }
    let encoded_sex = if century % 2 == 0 {
        Sex::Male
    } else {
        Sex::Female
    };
    if sex.is_some_and(|sex| sex != encoded_sex) {
        warnings.push(IdWarning::SexDiffers);
    }
    warnings
}

/// The codes of the 63 provinces that existed before July 2025, without the leading zero.
const PROVINCE_CODES: [u32; 63] = [
    1, 2, 4, 6, 8, 10, 11, 12, 14, 15, 17, 19, 20, 22, 24, 25, 26, 27, 30, 31, 33, 34, 35, 36, 37,
    38, 40, 42, 44, 45, 46, 48, 49, 51, 52, 54, 56, 58, 60, 62, 64, 66, 67, 68, 70, 72, 74, 75, 77,
    79, 80, 82, 83, 84, 86, 87, 89, 91, 92, 93, 94, 95, 96,
];
