//! Regular expressions (ECMA-262) that the schemas of the contract use.

use crate::limits;

/// Mobile phone number in national form.
pub(crate) const PHONE: &str = "^0[35789][0-9]{8}$";
/// Identity number: 12 digits, or the 9 digits of an old identity card.
pub(crate) const IDENTITY_NUMBER: &str = "^([0-9]{9}|[0-9]{12})$";
/// Tax code of an organisation, or of its branch.
pub(crate) const TAX_CODE: &str = "^[0-9]{10}(-[0-9]{3})?$";
/// Identifier for signing in: an identity number, a phone number or a tax code.
pub(crate) const SIGN_IN_IDENTIFIER: &str = "^([0-9]{9,12}|[0-9]{10}-[0-9]{3})$";
/// Identifier of an account: an identity number or a tax code.
pub(crate) const ACCOUNT_IDENTIFIER: &str = "^([0-9]{9}|[0-9]{12}|[0-9]{10}(-[0-9]{3})?)$";
/// Date as `dd/mm/yyyy`.
pub(crate) const DATE: &str = "^[0-9]{2}/[0-9]{2}/[0-9]{4}$";
/// Day as `yyyy-mm-dd` (RFC 3339 `full-date`).
pub(crate) const DAY: &str = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";
/// Path of a page of the app: no segment is empty or begins with a dot.
pub(crate) const PAGE_PATH: &str = "^(/[A-Za-z0-9_~%-][A-Za-z0-9._~%-]*)*/?$";
/// SHA-256 as lower-case hex digits.
pub(crate) const SHA256: &str = "^[0-9a-f]{64}$";

/// A one-time code.
pub(crate) fn one_time_code() -> String {
    format!("^[0-9]{{{}}}$", limits::CODE_DIGITS)
}

/// A parameter in a path.
pub(crate) fn path_parameter() -> String {
    format!("^[A-Za-z0-9._-]{{1,{}}}$", limits::PATH_PARAMETER_CHARS)
}

/// The value of the header `Idempotency-Key`.
pub(crate) fn idempotency_key() -> String {
    format!("^[A-Za-z0-9-]{{1,{}}}$", limits::IDEMPOTENCY_KEY_CHARS)
}
