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
            ("912345678", Ok("0912345678")),
            ("841234567", Ok("0841234567")),
            ("84 0912345678", Ok("0912345678")),
            ("số 0912345678", Err(FormatError::BadCharacters)),
            ("«0912345678»,", Ok("0912345678")),
            ("（０９１２）３４５－６７８。", Ok("0912345678")),
            ("212345678", Err(FormatError::NotAPhone)),
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

/// What a typed identifier can mean, joined by a bar.
fn meanings(typed: &str) -> Result<String, FormatError> {
    let identifier = parse_sign_in_identifier(typed)?;
    Ok(identifier.meanings().collect::<Vec<_>>().join("|"))
}

#[test]
fn a_number_that_can_be_a_phone_and_an_identity_number_is_read_as_both() {
    table(
        meanings,
        &[
            ("0912 345 678", Ok("0912345678")),
            ("+84 912 345 678", Ok("0912345678")),
            ("+84 0912345678", Ok("0912345678")),
            ("84912345678", Ok("0912345678")),
            ("001 090 123 456", Ok("001090123456")),
            ("001090123456.", Ok("001090123456")),
            ("840912345678", Ok("840912345678|0912345678")),
            ("84 0912 345 678", Ok("840912345678|0912345678")),
            ("912345678", Ok("912345678|0912345678")),
            ("３１２–３４５–６７８", Ok("312345678|0312345678")),
            ("012345678", Ok("012345678")),
            ("12345", Err(FormatError::NotAPhone)),
            ("an@example.vn", Err(FormatError::BadCharacters)),
            ("", Err(FormatError::Empty)),
        ],
    );
}

#[test]
fn a_request_keeps_both_meanings_of_an_identifier() {
    for (typed, sent) in [
        ("84 0912345678", "840912345678"),
        ("912 345 678", "912345678"),
        ("+84 912 345 678", "0912345678"),
    ] {
        let identifier = parse_sign_in_identifier(typed);
        let text = identifier.clone().map(SignInIdentifier::into_request_text);
        assert_eq!(text.as_deref(), Ok(sent), "{typed}");
        assert_eq!(parse_sign_in_identifier(sent), identifier, "{typed}");
    }
}
