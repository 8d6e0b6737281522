//! Tests of phone numbers, email addresses, and identifiers for signing in.

use super::*;

#[test]
fn parses_phone_numbers_into_national_form() {
    table(
        parse_phone,
        &[
            ("0912345678", Ok("0912345678")),
            ("0912 345 678", Ok("0912345678")),
            ("+84912345678", Ok("0912345678")),
            ("+84 (0)912-345-678", Ok("0912345678")),
            ("84.912.345.678", Ok("0912345678")),
            ("84912345678", Ok("0912345678")),
            ("0912.345.678", Ok("0912345678")),
            ("0912\u{2011}345\u{2011}678", Ok("0912345678")),
            ("+84\u{A0}912\u{A0}345\u{A0}678", Ok("0912345678")),
            ("0084 912345678", Ok("0912345678")),
            ("０９１２３４５６７８", Ok("0912345678")),
            ("\u{202A}0912345678\u{202C}", Ok("0912345678")),
            ("091234567", Err(FormatError::WrongDigits { found: 9 })),
            ("09123456789", Err(FormatError::WrongDigits { found: 11 })),
            ("0212345678", Err(FormatError::NotAPhone)),
            ("912345678", Err(FormatError::NotAPhone)),
            ("gọi tôi", Err(FormatError::BadCharacters)),
            ("", Err(FormatError::Empty)),
        ],
    );
}

#[test]
fn checks_only_the_form_of_email_addresses() {
    let longest = ["a@", &"b".repeat(249), ".vn"].concat();
    let longer = [&longest, "n"].concat();
    table(
        parse_email,
        &[
            ("lan.nguyen@example.vn", Ok("lan.nguyen@example.vn")),
            (" Lan@Example.VN\n", Ok("Lan@example.vn")),
            ("\u{200B}lan@example.vn\u{FEFF}", Ok("lan@example.vn")),
            ("lan+tokhai@mail.xa.gov.vn", Ok("lan+tokhai@mail.xa.gov.vn")),
            (&longest, Ok(&longest)),
            (&longer, Err(FormatError::TooLong { max: 254 })),
            ("", Err(FormatError::Empty)),
            ("\u{200B} ", Err(FormatError::Empty)),
            ("lan", Err(FormatError::NotAnEmail)),
            ("lan@example", Err(FormatError::NotAnEmail)),
            ("lan@@example.vn", Err(FormatError::NotAnEmail)),
            ("lan@a@example.vn", Err(FormatError::NotAnEmail)),
            ("@example.vn", Err(FormatError::NotAnEmail)),
            ("lan@.vn", Err(FormatError::NotAnEmail)),
            ("lan@example.", Err(FormatError::NotAnEmail)),
            ("lan@example.vn.", Err(FormatError::NotAnEmail)),
            ("lan..b@example.vn", Err(FormatError::NotAnEmail)),
            ("lan@-example.vn", Err(FormatError::NotAnEmail)),
            ("lan nguyen@example.vn", Err(FormatError::NotAnEmail)),
            ("lân@example.vn", Err(FormatError::NotAnEmail)),
            ("Lan <lan@example.vn>", Err(FormatError::NotAnEmail)),
            ("lan@example.vn, b@example.vn", Err(FormatError::NotAnEmail)),
        ],
    );
}

#[test]
fn parses_a_phone_or_identity_number_for_signing_in() {
    table(
        parse_sign_in_identifier,
        &[
            ("0912 345 678", Ok("0912345678")),
            ("+84 912 345 678", Ok("0912345678")),
            ("84912345678", Ok("0912345678")),
            ("001 090 123 456", Ok("001090123456")),
            ("840912345678", Ok("840912345678")),
            ("012345678", Ok("012345678")),
            ("an@example.vn", Err(FormatError::BadCharacters)),
            ("", Err(FormatError::Empty)),
        ],
    );
}
