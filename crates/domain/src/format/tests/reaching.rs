//! What a citizen is reached by, and what he signs in with.

use super::*;

#[test]
fn phones_become_national_numbers() {
    table(
        phone,
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
            ("091234567", Err(Fault::WrongDigits { found: 9 })),
            ("09123456789", Err(Fault::WrongDigits { found: 11 })),
            ("0212345678", Err(Fault::NotAPhone)),
            ("912345678", Err(Fault::NotAPhone)),
            ("gọi tôi", Err(Fault::BadCharacters)),
            ("", Err(Fault::Empty)),
        ],
    );
}

#[test]
fn addresses_for_mail_are_judged_by_their_shape_alone() {
    let longest = ["a@", &"b".repeat(249), ".vn"].concat();
    let longer = [&longest, "n"].concat();
    table(
        email,
        &[
            ("lan.nguyen@example.vn", Ok("lan.nguyen@example.vn")),
            (" Lan@Example.VN\n", Ok("Lan@example.vn")),
            ("\u{200B}lan@example.vn\u{FEFF}", Ok("lan@example.vn")),
            ("lan+tokhai@mail.xa.gov.vn", Ok("lan+tokhai@mail.xa.gov.vn")),
            (&longest, Ok(&longest)),
            (&longer, Err(Fault::TooLong { max: 254 })),
            ("", Err(Fault::Empty)),
            ("\u{200B} ", Err(Fault::Empty)),
            ("lan", Err(Fault::NotAnEmail)),
            ("lan@example", Err(Fault::NotAnEmail)),
            ("lan@@example.vn", Err(Fault::NotAnEmail)),
            ("lan@a@example.vn", Err(Fault::NotAnEmail)),
            ("@example.vn", Err(Fault::NotAnEmail)),
            ("lan@.vn", Err(Fault::NotAnEmail)),
            ("lan@example.", Err(Fault::NotAnEmail)),
            ("lan@example.vn.", Err(Fault::NotAnEmail)),
            ("lan..b@example.vn", Err(Fault::NotAnEmail)),
            ("lan@-example.vn", Err(Fault::NotAnEmail)),
            ("lan nguyen@example.vn", Err(Fault::NotAnEmail)),
            ("lân@example.vn", Err(Fault::NotAnEmail)),
            ("Lan <lan@example.vn>", Err(Fault::NotAnEmail)),
            ("lan@example.vn, b@example.vn", Err(Fault::NotAnEmail)),
        ],
    );
}

#[test]
fn signing_in_takes_a_phone_or_an_id() {
    table(
        sign_in_identifier,
        &[
            ("0912 345 678", Ok("0912345678")),
            ("+84 912 345 678", Ok("0912345678")),
            ("84912345678", Ok("0912345678")),
            ("001 090 123 456", Ok("001090123456")),
            ("840912345678", Ok("840912345678")),
            ("012345678", Ok("012345678")),
            ("an@example.vn", Err(Fault::BadCharacters)),
            ("", Err(Fault::Empty)),
        ],
    );
}
